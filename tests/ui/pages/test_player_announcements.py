"""A screen reader hears of each change on the player once, and of no second."""

from collections.abc import Callable

import pytest
from fakes import later, planned
from player_stand import Stand
from ui_fakes import texts

from kneeguide.core.stage import StageKind
from kneeguide.ui import session_wording
from kneeguide.ui.pages import player


@pytest.fixture
def said(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(player, "announce", lambda _about, sentence: told.append(sentence))
    return told


def test_each_stage_and_pause_is_announced_once_and_no_second_is(stand: Stand, said: list[str]) -> None:
    stand.run(9)
    assert said == []
    stand.run(3)
    target = "Aim for 2 of 10: light, as if you spread lotion."
    assert said == [f"Left leg. Palm glides, front of thigh. 40 seconds. {target}"]
    stand.pause()
    stand.show()
    stand.show()
    assert said[1:] == ["Paused. Take your time. Nothing is lost."]
    stand.resume()
    stand.show()
    assert said[2:] == ["Time is running."]
    stand.run_to(StageKind.CHANGE_OVER)
    assert said[3:] == ["Change over. Right leg next: Palm glides, front of thigh. 5 seconds."]


def test_waiting_is_announced_once(stand: Stand, said: list[str]) -> None:
    stand.load(planned(), waits=True)
    said.clear()
    stand.run(60)
    stand.show()
    assert said == ["Press any key when you are ready. Or click anywhere. The time of the step starts only then."]


def test_a_change_of_pace_is_announced_once(stand: Stand, said: list[str]) -> None:
    stand.run_to(StageKind.WORK)
    said.clear()
    stand.session.change_pace(later(stand.second), 0.5)
    stand.run(5)
    assert said == ["3.5 s up, 2 s lightly back"]
    assert "Pace: 3.5 s up, 2 s lightly back" in texts(stand.page)


def test_a_gap_is_announced_once_and_so_is_the_time_to_get_back_into_place(stand: Stand, said: list[str]) -> None:
    stand.run(12)
    said.clear()
    stand.sleep(60)
    (gap,) = said
    assert gap.startswith("Paused. The computer was asleep or busy")
    stand.resume()
    stand.run(10)
    assert said[1:] == [session_wording.back_into_place()]


def test_in_the_time_to_get_back_into_place_the_ring_counts_it_and_nothing_moves(stand: Stand) -> None:
    stand.run(12)
    stand.sleep(60)
    stand.resume()
    stand.run(1)
    assert session_wording.back_into_place() in texts(stand.page)
    assert stand.page._step._ring._digits == "3"
    assert not stand.page._stage.moves
    stand.run(3)
    assert session_wording.back_into_place() not in texts(stand.page)
    assert stand.page._step._ring._digits == "38"


def test_how_hard_to_press_is_announced_at_the_first_step_on_each_muscle_and_shown_at_all(
    stand: Stand, said: list[str]
) -> None:
    seen = []
    for stage in stand.session.stages:
        while stand.session.snapshot().stage is not stage:
            stand.run(1)
        if stage.presses:
            seen.append("Light, as if you spread lotion." in texts(stand.page))
    assert seen == [True] * 4
    assert [sentence.startswith("Left leg.") for sentence in said if "Aim for 2 of 10" in sentence] == [True, True]


def test_the_time_at_the_top_is_not_part_of_its_name(stand: Stand) -> None:
    names: set[str] = set()
    watch: Callable[[], None] = lambda: names.add(stand.page._head._where.accessibleName())  # noqa: E731
    for _ in range(30):
        stand.run(1)
        watch()
    assert names == {"Step 1 of 3 · left leg"}
