"""What is played and how far it is, in words, in a line that never runs over."""

import pytest
from on_screen import on_screen
from page_checks import faults
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.ui.widgets.player_head import PlayerHead
from kneeguide.ui.widgets.run_button import RunButton

TITLE = "Chair and wall session for the front of the knee"


@pytest.fixture
def head(qtbot: QtBot) -> PlayerHead:
    head = PlayerHead()
    on_screen(qtbot, head, 1152, 46)
    head.show_title(TITLE)
    head.show_progress("Step 3 of 12", "8:28")
    return head


@pytest.mark.parametrize(
    ("name", "signal"), [("Floor view", "floor"), ("Wait for me", "wait"), ("Leave this session", "leave")]
)
def test_a_button_asks_for_what_it_says(head: PlayerHead, qtbot: QtBot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(head, signal)):
        button(head, name).click()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("waits", [False, True])
def test_a_title_gives_way_to_what_is_of_more_use(head: PlayerHead, qtbot: QtBot, waits: bool) -> None:
    head.show_waits(waits)
    head.resize(852, 46)
    qtbot.waitUntil(lambda: faults(head) == [])
    assert texts(head) == ["Step 3 of 12", "8:28 to go"]
    qtbot.waitUntil(lambda: head._where.x() == 0)  # there is no gap where the title was
    head.resize(1500, 46)
    assert texts(head)[0] == TITLE


def test_the_time_runs_on_without_laying_out_the_line_again(head: PlayerHead) -> None:
    at = []
    for left in ("8:27", "8:11", "1:11"):
        head.show_progress("Step 3 of 12", left)
        at.append(head._left.geometry())
        assert f"{left} to go" in texts(head)[-1]
    assert at == [at[0]] * 3
    head.show_progress("Step 3 of 12", "9 s")
    assert head._left.maximumWidth() < at[0].width(), "what is shorter gives its room back"


def test_from_afar_there_is_the_progress_in_large_letters_and_the_way_back(head: PlayerHead) -> None:
    head.show_from_afar(True)
    head.scale_to(1080)
    assert texts(head) == ["Step 3 of 12", "8:28 to go"]
    assert head._left.font().pixelSize() >= 1080 / 27
    assert min(each.font().pixelSize() for each in shown(head, RunButton)) >= 1080 / 41
    assert set(names(shown(head, RunButton))) == {"Wait for me", "Leave floor view"}
    head.show_from_afar(False)
    head.scale_to(1080)
    assert head._left.font().pixelSize() >= 1080 / 29, "carries from afar at the desk too"
    assert "Leave this session" in names(shown(head, RunButton))


def test_the_way_out_may_be_closed(head: PlayerHead) -> None:
    head.allow_to_leave(False)
    head.show_from_afar(True)
    head.show_from_afar(False)
    assert names(shown(head, RunButton)) == ["Floor view"]
    head.allow_to_leave(True)
    assert "Leave this session" in names(shown(head, RunButton))


def test_the_way_out_stands_apart(head: PlayerHead) -> None:
    head.grab()
    floor, leave = button(head, "Floor view"), button(head, "Leave this session")
    wait = button(head, "Wait for me")
    assert leave.x() - floor.geometry().right() >= 2 * (floor.x() - wait.geometry().right())
