"""Before a session the pain of the knee decides what is offered, and no answer is ever taken for a number."""

import pytest
from fakes import CALF_GLIDES
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.day_changes import DayChanges
from kneeguide.core.day_dose import DayDose, DayWay
from kneeguide.core.pain import BeforeLight
from kneeguide.core.plan import LeftOut
from kneeguide.core.questions import Question
from kneeguide.core.routine import Legs, Muscle, Side
from kneeguide.ui.pages.pain_before import PainBeforePage, PainChoices

START, SORE_DAY, HALF = "Start", "Take the sore-day routine", "This one, half the time"
NEW, USUAL = "Yes, new or much worse", "No, it is as usual"

BY_ARROWS = "is not reached by Tab"
"""Of a row of which one is chosen Tab reaches one, and arrows the others."""


@pytest.fixture
def page(qtbot: QtBot) -> PainBeforePage:
    page = PainBeforePage()
    on_screen(qtbot, page)
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.RIGHT, first_week=False)
    return page


def ways_on(page: PainBeforePage) -> set[str]:
    return set(names(shown(page, QAbstractButton))) & {START, SORE_DAY, HALF, NEW, USUAL, "Back"}


def rate(page: PainBeforePage, qtbot: QtBot, rating: int, light: BeforeLight, *, sore_day: bool = False) -> None:
    with qtbot.waitSignal(page.rated) as rated:
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + rating))
    assert rated.args == [rating]
    page.show_light(light, sore_day)


def test_before_a_number_is_chosen_there_is_only_the_way_back(page: PainBeforePage) -> None:
    assert ways_on(page) == {"Back"}
    assert {"How is your knee pain right now?", "Choose a number first"} <= set(texts(page))


@pytest.mark.parametrize(
    ("rating", "light", "sore_day", "ways"),
    [
        (0, BeforeLight.GREEN, False, {START, "Back"}),
        (5, BeforeLight.AMBER, False, {SORE_DAY, HALF, "Back"}),
        (5, BeforeLight.AMBER, True, {START, "Back"}),
        (8, BeforeLight.RED, False, {NEW, USUAL}),
        (8, BeforeLight.RED, True, {NEW, USUAL}),
    ],
)
def test_the_rating_decides_what_is_offered(
    page: PainBeforePage, qtbot: QtBot, rating: int, light: BeforeLight, sore_day: bool, ways: set[str]
) -> None:
    rate(page, qtbot, rating, light, sore_day=sore_day)
    assert ways_on(page) == ways


@pytest.mark.parametrize(("way", "half"), [(START, False), (HALF, True)])
def test_what_was_chosen_is_handed_on(page: PainBeforePage, qtbot: QtBot, way: str, half: bool) -> None:
    rate(page, qtbot, 4, BeforeLight.AMBER if half else BeforeLight.GREEN)
    button(page, "Which legs? Left leg").click()
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, way).click()
    assert chosen.args == [PainChoices(4, Legs.LEFT, Side.RIGHT, half)]


@pytest.mark.parametrize(
    ("light", "way", "signal"),
    [
        (BeforeLight.AMBER, SORE_DAY, "sore_day_requested"),
        (BeforeLight.RED, NEW, "worse_requested"),
        (BeforeLight.RED, USUAL, "back_requested"),
        (BeforeLight.GREEN, "Back", "back_requested"),
    ],
)
def test_every_other_way_is_a_wish(
    page: PainBeforePage, qtbot: QtBot, light: BeforeLight, way: str, signal: str
) -> None:
    rate(page, qtbot, 6, light)
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, way).click()


def test_another_number_changes_the_offer(page: PainBeforePage, qtbot: QtBot) -> None:
    rate(page, qtbot, 8, BeforeLight.RED)
    assert "Which legs?" not in texts(page)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert ways_on(page) == {START, "Back"}
    assert "Which legs?" in texts(page)


@pytest.mark.parametrize("rating", [2, 8])
def test_a_session_that_goes_on_keeps_its_legs(page: PainBeforePage, qtbot: QtBot, rating: int) -> None:
    page.show_question("Five-minute seated ease", Legs.LEFT, Side.LEFT, first_week=False, resuming=True)
    assert "Which legs?" not in texts(page)
    rate(page, qtbot, rating, BeforeLight.RED if rating > 5 else BeforeLight.GREEN)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert "Which legs?" not in texts(page)
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, START).click()
    assert chosen.args == [PainChoices(2, Legs.LEFT, Side.LEFT, half_dose=False)]
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False)
    assert "Which legs?" in texts(page)


STEPS = {1: "Palm glides, front of thigh", 3: "Easy knee bends"}


def test_a_step_can_be_switched_off_for_today(page: PainBeforePage, qtbot: QtBot) -> None:
    def ask() -> None:
        page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False, steps=STEPS)
        rate(page, qtbot, 2, BeforeLight.GREEN)

    ask()
    assert "All 2 steps. You can leave single ones out." in texts(page)
    button(page, "Choose the steps").click()
    button(page, "Easy knee bends").click()
    assert "1 of 2 steps switched off by you, for today only." in texts(page)
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, START).click()
    assert chosen.args == [PainChoices(2, Legs.BOTH, Side.LEFT, half_dose=False, off=frozenset({3}))]
    ask()
    assert "All 2 steps. You can leave single ones out." in texts(page), "for that day only"


def test_with_no_massage_left_nothing_starts(page: PainBeforePage, qtbot: QtBot) -> None:
    page.show_question(
        "Five-minute seated ease",
        Legs.BOTH,
        Side.LEFT,
        first_week=False,
        steps=STEPS,
        is_enough=lambda off: 1 not in off,
    )
    rate(page, qtbot, 2, BeforeLight.GREEN)
    button(page, "Choose the steps").click()
    button(page, STEPS[1]).click()
    assert not button(page, START).isEnabled()
    assert "Please leave at least one massage step on." in texts(page)
    button(page, STEPS[1]).click()
    assert button(page, START).isEnabled()


def test_steps_are_offered_only_where_a_session_may_follow_and_there_is_a_choice(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    assert "Steps for today" not in texts(page)
    page.show_question("Sore day", Legs.BOTH, Side.LEFT, first_week=False, steps={1: "The only one"})
    assert "Steps for today" not in texts(page)
    page.show_question("Seated ease", Legs.BOTH, Side.LEFT, first_week=False, steps=STEPS)
    assert "Steps for today" in texts(page)
    rate(page, qtbot, 8, BeforeLight.RED)
    assert "Steps for today" not in texts(page)


def test_which_leg_first_is_asked_only_for_both(page: PainBeforePage) -> None:
    first = "Which leg first? Right leg"
    assert button(page, first).isChecked()
    button(page, "Which legs? Right leg").click()
    assert first not in names(shown(page, QAbstractButton))
    button(page, "Which legs? Both legs").click()
    assert button(page, first).isChecked()


def test_the_first_week_is_said_where_a_session_may_follow(page: PainBeforePage, qtbot: QtBot) -> None:
    def told() -> bool:
        return any("first week" in text for text in texts(page))

    assert not told()
    page.show_question("Five-minute seated ease", Legs.LEFT, Side.LEFT, first_week=True)
    assert told()
    rate(page, qtbot, 8, BeforeLight.RED)
    assert not told()


def test_what_the_answers_change_is_said_before_the_start(page: PainBeforePage, qtbot: QtBot) -> None:
    def told() -> bool:
        return "Left out today because of your long journey." in texts(page)

    changes = DayChanges(left_out=(LeftOut(CALF_GLIDES, Question.CLOT_JOURNEY),), pressure_cap=2)
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False, changes=changes)
    qtbot.waitUntil(told)
    assert {"What your answers change today", "Palm glides, calf", "Pressure stays at 2 of 10 or less."} <= set(
        texts(page)
    )
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert told()
    rate(page, qtbot, 8, BeforeLight.RED)
    assert not told(), "there is no session for it"
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False)
    assert "What your answers change today" not in texts(page)


def test_the_next_session_is_asked_anew(page: PainBeforePage, qtbot: QtBot) -> None:
    rate(page, qtbot, 2, BeforeLight.GREEN)
    page.show_question("Another", Legs.RIGHT, Side.LEFT, first_week=False)
    assert ways_on(page) == {"Back"}
    assert not any(each.isChecked() for each in shown(page, QAbstractButton) if each.text().isdigit())
    page.show_light(BeforeLight.NOT_ANSWERED, sore_day=False)
    assert ways_on(page) == {"Back"}


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("light", [None, BeforeLight.GREEN, BeforeLight.AMBER, BeforeLight.RED])
def test_nothing_is_cut_off(
    dressed: QApplication, page: PainBeforePage, qtbot: QtBot, size: tuple[int, int], light: BeforeLight | None
) -> None:
    page.show_question(
        "Seated ease", Legs.BOTH, Side.RIGHT, first_week=False, steps=STEPS, is_enough=lambda off: not off
    )
    button(page, "Choose the steps").click()
    button(page, STEPS[1]).click()
    if light is not None:
        rate(page, qtbot, 5, light)
    at_size(page, *size)
    qtbot.waitUntil(lambda: [fault for fault in faults(page) if not fault.endswith(BY_ARROWS)] == [], timeout=1000)


LESS, LEAVE_OUT, AS_IT_IS = "Do less of it", "Leave it out", "Start as it is"
DOSES = (DayDose(Muscle.QUADS, Side.LEFT, 150.0, 90.0), DayDose(Muscle.CALF, None, 200.0, 30.0))


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_a_muscle_that_would_get_too_much_is_told_with_its_numbers(
    dressed: QApplication, page: PainBeforePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    at_size(page, *size)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    page.show_day_doses(DOSES, tuple(DayWay))
    said = "\n".join(texts(page))
    assert "Front of thigh, left leg: 150 s today so far. This session would make it 240 s." in said
    assert "Calf: 200 s today so far." in said
    assert START not in names(shown(page, QAbstractButton))
    qtbot.waitUntil(lambda: [fault for fault in faults(page) if not fault.endswith(BY_ARROWS)] == [], timeout=1000)


@pytest.mark.parametrize(
    ("name", "day"), [(LESS, DayWay.LESS), (LEAVE_OUT, DayWay.LEAVE_OUT), (AS_IT_IS, DayWay.AS_IT_IS)]
)
def test_what_to_do_about_it_is_chosen(page: PainBeforePage, qtbot: QtBot, name: str, day: DayWay) -> None:
    rate(page, qtbot, 5, BeforeLight.AMBER)
    button(page, HALF).click()
    page.show_day_doses(DOSES, tuple(DayWay))
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, name).click()
    assert chosen.args == [PainChoices(5, Legs.BOTH, Side.RIGHT, half_dose=True, day=day)]


def test_only_what_leaves_a_session_is_offered_and_another_number_takes_it_back(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    rate(page, qtbot, 2, BeforeLight.GREEN)
    page.show_day_doses(DOSES, (DayWay.AS_IT_IS,))
    assert set(names(shown(page, QAbstractButton))) & {LESS, LEAVE_OUT, AS_IT_IS} == {AS_IT_IS}
    rate(page, qtbot, 1, BeforeLight.GREEN)
    assert AS_IT_IS not in names(shown(page, QAbstractButton))
    assert START in names(shown(page, QAbstractButton))
