"""Choosing a routine: the pages are given what the library, the settings, the diary and the health answers say."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from fakes import BALL_AT_WALL, SEATED, SORE_DAY, FakeClock, health, routine_of
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, shown, texts

from kneeguide.core.library import Library
from kneeguide.core.problem import Problem
from kneeguide.core.questions import Answers, Question
from kneeguide.core.routine import Condition, Origin
from kneeguide.core.settings import Settings
from kneeguide.core.storage import StorageFault, TroubleKind
from kneeguide.core.weekly_plan import PlanDay, Standing, Today
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pick import Pick
from kneeguide.ui.widgets.routine_card import RoutineCard

AT_WALL = routine_of(BALL_AT_WALL, id="itb-wall-short", title="Hip release", conditions=(Condition.IT_BAND,))
ROUTINES = (SEATED, SORE_DAY, AT_WALL)
WARNING = Problem("mine.yaml", 3, 1, "seconds", "60 s is the most we advise")
LIBRARY = Library(ROUTINES, {}, {}, (), {SEATED.id: (WARNING,)})


def fail(*_: object) -> Any:
    raise StorageFault(TroubleKind.LOCKED, "History is not being saved.")


MakePick = Callable[..., Pick]


@pytest.fixture
def make_pick(window: MainWindow, clock: FakeClock) -> MakePick:
    def make(
        answers: Callable[[], Answers | None] = lambda: None,
        lately: Callable[[int], tuple[str, ...]] = lambda _limit: (),
        settings: Settings | None = None,
        load: Callable[[], Library] = lambda: LIBRARY,
        today: Callable[[], Today | None] = lambda: None,
        first_week: Callable[[datetime], bool] = lambda _now: False,
    ) -> Pick:
        kept = settings or Settings()
        return Pick(window, clock, load, answers, lately, lambda: kept, POSES, today, first_week, window)

    return make


def cards(window: MainWindow) -> dict[str, RoutineCard]:
    return {card.routine.id: card for card in shown(window, RoutineCard)}


def test_a_routine_is_found_by_its_id(make_pick: MakePick) -> None:
    assert make_pick().find(SORE_DAY.id) is SORE_DAY
    assert make_pick().find("gone") is None


def test_the_library_shows_favourites_what_was_done_and_what_is_ruled_out(
    window: MainWindow, make_pick: MakePick
) -> None:
    pick = make_pick(
        answers=lambda: health(Question.ADAPT_BALANCE),
        lately=lambda limit: (SEATED.id,)[:limit],
        settings=Settings(favourites=(SORE_DAY.id, "gone-for-now")),
    )
    pick.show_library()
    assert [id for id, card in cards(window).items() if card.star.isChecked()] == [SORE_DAY.id]
    assert "because of your balance" in cards(window)[AT_WALL.id].accessibleDescription()
    assert button(window, "Favourites")
    button(window, "More choices").click()
    assert button(window, "Done lately")


@pytest.mark.parametrize("answers", [None, health(), health(Question.CLOT_JOURNEY)], ids=["none", "no", "a yes"])
@pytest.mark.parametrize("first_week", [False, True])
def test_a_card_says_the_time_that_the_page_of_its_routine_says(
    qtbot: QtBot, window: MainWindow, make_pick: MakePick, answers: Answers | None, first_week: bool
) -> None:
    pick = make_pick(answers=lambda: answers, first_week=lambda _now: first_week)
    pick.show_library()
    on_cards = {id: card.accessibleDescription() for id, card in cards(window).items()}
    for routine in ROUTINES:
        pick.show_routine(routine)
        qtbot.waitUntil(lambda: "How long" in texts(window))
        time = re.search(r"\d+ min", "\n".join(texts(window)).partition("How long")[2])
        assert time is not None
        assert time[0] in on_cards[routine.id]


def test_what_is_ruled_out_is_not_offered_for_a_plan(make_pick: MakePick) -> None:
    assert make_pick().to_plan == LIBRARY.routines
    assert make_pick(answers=fail).to_plan == LIBRARY.routines
    unsteady = make_pick(answers=lambda: health(Question.ADAPT_BALANCE))
    assert set(LIBRARY.routines) - set(unsteady.to_plan) == {AT_WALL}
    none = Library((AT_WALL,), {}, {}, (), {})
    assert make_pick(answers=lambda: health(Question.ADAPT_BALANCE), load=lambda: none).to_plan == none.routines


def test_a_disk_that_lets_us_down_costs_only_what_it_would_have_told(window: MainWindow, make_pick: MakePick) -> None:
    pick = make_pick(answers=fail, lately=fail)
    pick.show_library()
    assert len(cards(window)) == len(ROUTINES)
    pick.show_routine(AT_WALL)
    assert "Hip release" in texts(window)


def test_a_routine_is_opened_and_picked(qtbot: QtBot, window: MainWindow, make_pick: MakePick) -> None:
    pick = make_pick(first_week=lambda _now: True)
    pick.show_library()
    assert pick.is_in_front
    with qtbot.waitSignal(pick.opened) as opened:
        qtbot.keyClick(cards(window)[SEATED.id], Qt.Key.Key_Space)
    assert opened.args == [SEATED.id]
    pick.show_routine(SEATED)
    assert pick.is_in_front
    assert any("first week" in text for text in texts(window))
    assert any(WARNING.expectation in text for text in texts(window))
    with qtbot.waitSignal(pick.picked) as picked:
        button(window, "Go to the safety check").click()
    assert picked.args == [SEATED.id]
    with qtbot.waitSignal(pick.left):
        button(window, "Back to routines").click()
    window.show_page(MainWindow(window.colours).page)
    assert not pick.is_in_front


def test_a_routine_that_is_ruled_out_leads_to_what_suits(qtbot: QtBot, window: MainWindow, make_pick: MakePick) -> None:
    pick = make_pick(answers=lambda: health(Question.ADAPT_BALANCE))
    pick.show_routine(AT_WALL)
    with qtbot.waitSignal(pick.opened) as opened:
        button(window, SORE_DAY.title).click()
    assert opened.args == [SORE_DAY.id]


def test_what_is_offered_instead_suits_itself(window: MainWindow, make_pick: MakePick) -> None:
    make_pick(answers=lambda: health(Question.ASK_WIDESPREAD)).show_routine(AT_WALL)
    assert button(window, SORE_DAY.title)
    assert SEATED.title not in [each.accessibleName() for each in shown(window, type(button(window, SORE_DAY.title)))]


def test_wishes_are_handed_on(qtbot: QtBot, window: MainWindow, make_pick: MakePick) -> None:
    pick = make_pick()
    pick.show_library()
    with qtbot.waitSignal(pick.favourite_toggled) as toggled:
        cards(window)[SEATED.id].star.click()
    assert toggled.args == [SEATED.id, True]
    button(window, "Condition: No name yet").click()
    with qtbot.waitSignal(pick.learn_requested) as asked:
        button(window, "When to see someone").click()
    assert asked.args == ["see-someone"]
    pick.show_routine(SEATED)
    with qtbot.waitSignal(pick.learn_requested) as asked:
        button(window, "Learn more: Osteoarthritis").click()
    assert asked.args == ["osteoarthritis"]
    with qtbot.waitSignal(pick.sheet_requested) as asked:
        button(window, "Print or save this routine").click()
    assert asked.args == [SEATED.id]
    with qtbot.waitSignal(pick.favourite_toggled) as toggled:
        button(window, "Favourite").click()
    assert toggled.args == [SEATED.id, True]


def test_the_folder_can_be_opened_and_is_read_again_when_asked(
    qtbot: QtBot, window: MainWindow, make_pick: MakePick
) -> None:
    own = replace(LIBRARY, routines=(*ROUTINES, replace(SEATED, id="own", origin=Origin.USER)))
    read = iter([own, replace(LIBRARY, routines=(SEATED,))])
    pick = make_pick(load=lambda: next(read))
    pick.show_library()
    with qtbot.waitSignal(pick.folder_requested):
        button(window, "Open my routines folder").click()
    button(window, "Read the folder again").click()
    assert list(cards(window)) == [SEATED.id]
    assert pick.find(AT_WALL.id) is None


def test_today_is_asked_for_whenever_the_library_is_shown(
    qtbot: QtBot, window: MainWindow, make_pick: MakePick
) -> None:
    said: list[Today | None] = [None, Today(Standing.DUE, PlanDay(0, SEATED.id, SEATED.title), can_put_off=True)]
    pick = make_pick(today=lambda: said[-1])
    pick.show_library()
    with qtbot.waitSignal(pick.opened) as opened:
        button(window, "Open the routine").click()
    assert opened.args == [SEATED.id]
    with qtbot.waitSignal(pick.put_off_requested):
        button(window, "Put off until tomorrow").click()
    said.pop()
    pick.show_today()
    with qtbot.waitSignal(pick.plan_requested):
        button(window, "Plan my weeks").click()


def test_a_disk_that_lets_us_down_costs_only_the_plan(window: MainWindow, make_pick: MakePick) -> None:
    make_pick(today=fail).show_library()
    assert len(cards(window)) == len(ROUTINES)
    assert button(window, "Plan my weeks")
