"""Before a session the pain of the knee decides what is offered, and no answer is ever taken for a number."""

import pytest
from fakes import CALF_GLIDES
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.amount import Amount
from kneeguide.core.day_changes import DayChanges
from kneeguide.core.day_dose import DayDose, DayWay
from kneeguide.core.pain import BeforeLight
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.plan import LeftOut
from kneeguide.core.questions import Question
from kneeguide.core.routine import Legs, Muscle, Side
from kneeguide.ui.pages.pain_before import PainBeforePage, PainChoices

START, SORE_DAY, HALF = "Start the session", "Take the sore-day routine", "This one, half the time"
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
    assert "How is your knee pain right now?" in texts(page)


def test_the_main_button_waits_for_the_number_and_says_so(page: PainBeforePage, qtbot: QtBot) -> None:
    assert not button(page, "Choose a number first").isEnabled()
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert button(page, START).isEnabled()
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.RIGHT, first_week=False)
    assert not button(page, "Choose a number first").isEnabled()


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
    button(page, "Change").click()
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
    assert BOTH not in texts(page)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert ways_on(page) == {START, "Back"}
    assert BOTH in texts(page)


@pytest.mark.parametrize("rating", [2, 8])
def test_a_session_that_goes_on_keeps_its_legs(page: PainBeforePage, qtbot: QtBot, rating: int) -> None:
    page.show_question("Five-minute seated ease", Legs.LEFT, Side.LEFT, first_week=False, resuming=True)
    assert "Change" not in names(shown(page, QAbstractButton))
    rate(page, qtbot, rating, BeforeLight.RED if rating > 5 else BeforeLight.GREEN)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert "Change" not in names(shown(page, QAbstractButton))
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, START).click()
    assert chosen.args == [PainChoices(2, Legs.LEFT, Side.LEFT, half_dose=False)]
    page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False)
    assert "Change" in names(shown(page, QAbstractButton))


BOTH = "Both legs, right first"
STEPS = {1: "Palm glides, front of thigh", 3: "Easy knee bends"}


def test_a_step_can_be_switched_off_for_today(page: PainBeforePage, qtbot: QtBot) -> None:
    def ask() -> None:
        page.show_question("Five-minute seated ease", Legs.BOTH, Side.LEFT, first_week=False, steps=STEPS)
        rate(page, qtbot, 2, BeforeLight.GREEN)

    ask()
    assert "Both legs, left first · all 2 steps" in texts(page)
    button(page, "Change").click()
    button(page, "Easy knee bends").click()
    assert "Both legs, left first · 1 of 2 steps for today" in texts(page)
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, START).click()
    assert chosen.args == [PainChoices(2, Legs.BOTH, Side.LEFT, half_dose=False, off=frozenset({3}))]
    ask()
    assert "Both legs, left first · all 2 steps" in texts(page), "for that day only"


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
    button(page, "Change").click()
    button(page, STEPS[1]).click()
    assert not button(page, START).isEnabled()
    assert "Please leave at least one massage step on." in texts(page)
    button(page, STEPS[1]).click()
    assert button(page, START).isEnabled()


def test_steps_are_offered_only_where_a_session_may_follow_and_there_is_a_choice(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    def told() -> bool:
        return any("all 2 steps" in text for text in texts(page))

    page.show_question("Sore day", Legs.BOTH, Side.LEFT, first_week=False, steps={1: "The only one"})
    button(page, "Change").click()
    assert "Steps for today" not in texts(page)
    page.show_question("Seated ease", Legs.BOTH, Side.LEFT, first_week=False, steps=STEPS)
    assert told()
    rate(page, qtbot, 8, BeforeLight.RED)
    assert not told()


def test_which_leg_first_is_asked_only_for_both(page: PainBeforePage) -> None:
    first = "Which leg first? Right leg"
    button(page, "Change").click()
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
    button(page, "Change").click()
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


# What the last sessions mean for today

RISE = (Advice(Rule.AFTER_AMBER, Facts(3, 4)),)
STEP = (Advice(Rule.STEP, Facts(count=3)),)
SHORTER, SAME, LONGER = (f"How much today? {way}" for way in ("A quarter shorter", "Same amount", "10 per cent longer"))


def ask(page: PainBeforePage, advice: tuple[Advice, ...], amounts: tuple[Amount, ...], **more: bool) -> None:
    page.show_question("Seated ease", Legs.BOTH, Side.LEFT, first_week=False, advice=advice, amounts=amounts, **more)


def start(page: PainBeforePage, qtbot: QtBot, way: str = START) -> PainChoices:
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, way).click()
    choices = chosen.args[0]
    assert isinstance(choices, PainChoices)
    return choices


def test_after_a_rise_a_shorter_session_is_meant_with_the_reason_and_the_rule(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    ask(page, RISE, (Amount.SHORTER, Amount.SAME))
    rate(page, qtbot, 2, BeforeLight.GREEN)
    qtbot.waitUntil(lambda: "Today: a quarter shorter." in texts(page))
    assert "This is because your pain went from 3 to 4 in the session." in texts(page)
    assert start(page, qtbot).amount is Amount.SHORTER
    button(page, SAME).click()
    assert start(page, qtbot).amount is Amount.SAME


def test_a_step_is_there_to_be_taken_and_staying_is_meant(page: PainBeforePage, qtbot: QtBot) -> None:
    ask(page, STEP, (Amount.SAME, Amount.LONGER, Amount.FIRMER))
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert start(page, qtbot).amount is Amount.SAME
    button(page, LONGER).click()
    assert start(page, qtbot).amount is Amount.LONGER


def test_on_a_sore_day_there_is_no_step(page: PainBeforePage, qtbot: QtBot) -> None:
    ask(page, STEP, (Amount.SAME, Amount.LONGER))
    rate(page, qtbot, 2, BeforeLight.GREEN)
    button(page, LONGER).click()
    rate(page, qtbot, 5, BeforeLight.AMBER)
    assert LONGER not in names(shown(page, QAbstractButton))
    qtbot.waitUntil(lambda: not any(text.startswith("Today: ") for text in texts(page)))
    assert start(page, qtbot, HALF).amount is Amount.SAME
    rate(page, qtbot, 5, BeforeLight.AMBER, sore_day=True)
    assert LONGER not in names(shown(page, QAbstractButton))
    assert start(page, qtbot).amount is Amount.SAME
    rate(page, qtbot, 2, BeforeLight.GREEN)
    qtbot.waitUntil(lambda: any(text.startswith("Today: ") for text in texts(page)))
    rate(page, qtbot, 8, BeforeLight.RED)
    assert not any(text.startswith("Today: ") for text in texts(page))


def test_after_a_clear_rise_it_is_the_sore_day_routine_or_half_whatever_the_number(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    ask(page, (Advice(Rule.AFTER_RED, Facts(3, 6)),), (Amount.SAME,))
    rate(page, qtbot, 1, BeforeLight.GREEN)
    assert ways_on(page) == {SORE_DAY, HALF, "Back"}
    rate(page, qtbot, 1, BeforeLight.GREEN, sore_day=True)
    assert ways_on(page) == {START, "Back"}
    rate(page, qtbot, 8, BeforeLight.RED)
    assert ways_on(page) == {NEW, USUAL}


def test_a_session_that_goes_on_asks_for_no_amount_and_stays_shorter(page: PainBeforePage, qtbot: QtBot) -> None:
    ask(page, RISE, (Amount.SHORTER, Amount.SAME), resuming=True)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert SHORTER not in names(shown(page, QAbstractButton))
    assert not any(text.startswith("Today: ") for text in texts(page))
    assert start(page, qtbot).amount is Amount.SHORTER


@pytest.mark.parametrize(
    ("rating", "light", "number"),
    [(3, BeforeLight.GREEN, 1), (4, BeforeLight.AMBER, 2), (7, BeforeLight.RED, 3)],
)
def test_what_a_number_means_comes_with_its_rule_for_who_asks(
    page: PainBeforePage, qtbot: QtBot, rating: int, light: BeforeLight, number: int
) -> None:
    rate(page, qtbot, rating, light)
    assert not any("Rule" in text for text in texts(page))
    button(page, "Why?").click()
    assert any(text.startswith(f"Rule {number}. ") for text in texts(page))


def test_the_first_week_has_its_rule(page: PainBeforePage, qtbot: QtBot) -> None:
    page.show_question("Seated ease", Legs.LEFT, Side.LEFT, first_week=True)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    button(page, "Why?").click()
    assert any("Rule 4. Your first week." in text for text in texts(page))


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_an_ordinary_day_is_seen_without_scrolling_and_the_start_is_wide(
    dressed: QApplication, page: PainBeforePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.show_question("Seated ease", Legs.BOTH, Side.LEFT, first_week=True, steps=STEPS)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    at_size(page, *size)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().maximum() == 0, timeout=1000)
    assert button(page, START).width() >= 200


def test_a_day_that_is_given_up_for_pain_is_told_once_and_a_slip_of_the_hand_is_none(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    refused: list[int] = []
    page.refused.connect(lambda: refused.append(1))
    rate(page, qtbot, 8, BeforeLight.RED)
    rate(page, qtbot, 2, BeforeLight.GREEN)
    page.hide()
    assert refused == []
    page.show()
    rate(page, qtbot, 8, BeforeLight.RED)
    page.hide()
    page.show()
    page.hide()
    assert refused == [1]


def test_who_should_see_somebody_is_told_so_before_a_session_too(page: PainBeforePage, qtbot: QtBot) -> None:
    ask(page, (Advice(Rule.AFTER_GREEN, Facts(3, 3)), Advice(Rule.HIGH_PAIN, Facts(count=3))), (Amount.SAME,))
    qtbot.waitUntil(lambda: "See a doctor or physio soon." in texts(page))


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_as_much_as_the_rules_can_say_is_not_cut_off(
    dressed: QApplication, page: PainBeforePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    told = (
        *STEP,
        Advice(Rule.TREND, Facts(3, 6)),
        *(Advice(rule, Facts(2.5, 6, count=3)) for rule in list(Rule)[14:18]),
    )
    ask(page, told, (Amount.SAME, Amount.LONGER, Amount.FIRMER))
    rate(page, qtbot, 2, BeforeLight.GREEN)
    at_size(page, *size)
    qtbot.waitUntil(lambda: [fault for fault in faults(page) if not fault.endswith(BY_ARROWS)] == [], timeout=1000)


def test_all_that_is_said_of_today_has_one_why_and_stands_before_a_number_too(
    page: PainBeforePage, qtbot: QtBot
) -> None:
    advice = (Advice(Rule.AFTER_GREEN, Facts(2, 1)),)
    page.show_question("Seated ease", Legs.LEFT, Side.LEFT, first_week=True, advice=advice)
    assert names(shown(page, QAbstractButton)).count("Why?") == 1
    rate(page, qtbot, 2, BeforeLight.GREEN)
    assert names(shown(page, QAbstractButton)).count("Why?") == 1
    button(page, "Why?").click()
    (rules,) = (text for text in texts(page) if text.startswith("Rule 1. "))
    assert "Rule 4. " in rules
    assert "Rule 6. " in rules
