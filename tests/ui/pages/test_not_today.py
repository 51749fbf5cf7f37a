"""A refusal is a page with a way on: the most urgent first, what to do, until when, and what may be stated."""

from datetime import timedelta

import pytest
from fakes import SEATED, START, later, verdict
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import POSES

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.questions import HEALTH, TODAY, Question
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.safety import offers
from kneeguide.ui import refusal_wording
from kneeguide.ui.pages.not_today import NotTodayPage
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.illustration import Illustration

LEG = Reason(Action.SAME_DAY_CARE, Question.TODAY_LEG_CHANGE)
INJURY = Reason(Action.WAIT, Question.TODAY_INJURY, START.wall + timedelta(hours=72))
SOON = Reason(Action.SEE_CLINICIAN, Question.TODAY_NUMBNESS)
THINNERS = Reason(Action.ASK_FIRST, Question.ASK_ANTICOAGULANT)
HANDS = Reason(Action.OTHER_ROUTINE, Question.ADAPT_SORE_HANDS)
SORE_DAY = Reason(Action.SORE_DAY_ONLY, Question.ASK_WIDESPREAD)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> NotTodayPage:
    made = NotTodayPage(LIGHT, POSES)
    qtbot.addWidget(made)
    return made


def show(page: NotTodayPage, *reasons: Reason, offer: tuple[Question, ...] = (), number: str = "") -> None:
    page.show_refusal(Refusal(reasons), "Five-minute seated ease", number, offer)


def ways_on(page: NotTodayPage) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]


def test_it_says_what_to_do_first_and_until_when(page: NotTodayPage) -> None:
    show(page, LEG, INJURY)
    said = words(page)
    assert said.index("See a doctor or clinic today") < said.index("Wait until Thu 5 Mar 2026, 18:00")
    assert "Here you said yes to:" in said
    assert "One leg that is newly swollen" in said
    assert "Come back when a clinician has ruled out a clot" in said
    assert "Come back after Thu 5 Mar 2026, 18:00 if the swelling is going down." in said
    assert page.title.text() == "Not today"


def test_an_emergency_comes_alone_and_large(page: NotTodayPage) -> None:
    show(page, Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_BREATHING), LEG, number="112")
    assert page.title.text() == "Get help now"
    assert "Call 112 now" in words(page)
    assert "do not drive yourself" in words(page)
    assert "What to tell them" in words(page)
    assert "When to come back" not in words(page)


def test_no_number_is_guessed(page: NotTodayPage) -> None:
    show(page, Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_BREATHING))
    assert "999, 112, 911 or your local one" in words(page)


def test_the_same_advice_is_given_once_with_all_that_led_to_it(page: NotTodayPage) -> None:
    show(page, THINNERS, Reason(Action.ASK_FIRST, Question.ASK_IMPLANT))
    said = words(page)
    assert said.count("Ask a doctor, nurse or physio first") == 1
    assert "Blood thinners" in said
    assert "plates or screws" in said
    assert said.count("Come back when one of them has said yes") == 1


def test_a_screen_reader_says_why_not_and_what_to_do(page: NotTodayPage) -> None:
    show(page, LEG, THINNERS)
    for reason in (LEG, THINNERS):
        assert refusal_wording.action(reason) in page.spoken
    assert page.spoken.startswith(f"{page.title.text()}. ")
    show(page, INJURY)
    assert refusal_wording.action(LEG) not in page.spoken


def test_a_statement_is_never_made_in_advance(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, THINNERS, offer=(Question.ASK_ANTICOAGULANT,))
    assert not page._ticks[Question.ASK_ANTICOAGULANT].ticked
    assert page._confirm.text() == "Tick what is true"
    assert not page._confirm.isEnabled()
    with qtbot.assertNotEmitted(page.confirmed):
        qtbot.mouseClick(page._confirm, Qt.MouseButton.LeftButton)


def test_only_what_was_ticked_is_stated(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, LEG, THINNERS, offer=(Question.TODAY_LEG_CHANGE, Question.ASK_ANTICOAGULANT))
    qtbot.keyClick(page._ticks[Question.ASK_ANTICOAGULANT].box, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.confirmed) as confirmed:
        qtbot.keyClick(page._confirm, Qt.Key.Key_Space)
    assert confirmed.args == [(Question.ASK_ANTICOAGULANT,)]


def test_a_screen_reader_hears_what_each_statement_is_about(page: NotTodayPage) -> None:
    show(page, THINNERS, offer=(Question.ASK_ANTICOAGULANT, Question.ASK_IMPLANT))
    about = [tick.box.accessibleDescription() for tick in page._ticks.values()]
    assert "blood thinners" in about[0]
    assert "plates or screws" in about[1]


def test_a_tick_does_not_outlive_its_refusal(qtbot: QtBot, page: NotTodayPage) -> None:
    for _ in range(2):
        show(page, THINNERS, offer=(Question.ASK_ANTICOAGULANT,))
        assert not page._confirm.isEnabled()
        qtbot.keyClick(page._ticks[Question.ASK_ANTICOAGULANT].box, Qt.Key.Key_Space)
        assert page._confirm.isEnabled()


def test_nothing_can_be_stated_where_nothing_is_offered(page: NotTodayPage) -> None:
    show(page, INJURY)
    assert not page._confirm.isVisibleTo(page)


def test_the_sore_day_routine_is_offered_where_it_may_be_done(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, SORE_DAY)
    assert page.title.text() == "Not this one today"
    with qtbot.waitSignal(page.sore_day_requested):
        qtbot.mouseClick(button(page, "Open sore-day routine"), Qt.MouseButton.LeftButton)
    show(page, INJURY)
    assert "sore-day" not in words(page)
    assert not page._sore_day.isVisibleTo(page)


@pytest.mark.parametrize(
    ("reason", "offered"),
    [
        (THINNERS, True),
        (SORE_DAY, True),
        (Reason(Action.REST_FLARE, Question.FLARING_NOW), True),
        (INJURY, False),
        (Reason(Action.REST_TODAY, text="Does your hip click?"), False),
    ],
)
def test_the_health_answers_can_be_put_right_where_they_stand_in_the_way(
    qtbot: QtBot, page: NotTodayPage, reason: Reason, offered: bool
) -> None:
    show(page, reason)
    assert ("Change my answers" in ways_on(page)) is offered
    if offered:
        with qtbot.waitSignal(page.health_review_requested):
            button(page, "Change my answers").click()


def test_missing_answers_are_asked_for(page: NotTodayPage) -> None:
    show(page, Reason(Action.ANSWER_HEALTH))
    assert page.title.text() == "First, a few questions"
    assert page._answer.isVisibleTo(page)
    assert "Change my answers" not in ways_on(page)
    assert "What you told us" not in words(page)
    assert "When to come back" not in words(page)


def test_a_routines_own_question_is_shown_as_written(page: NotTodayPage) -> None:
    show(page, Reason(Action.REST_TODAY, text="Does your <b>hip</b> click?"))
    assert "Does your <b>hip</b> click?" in words(page)


def test_there_is_always_a_way_back(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, INJURY)
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(button(page, "Back to routines"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_every_refusal_there_is_can_be_shown_whole(page: NotTodayPage, width: int, height: int) -> None:
    everything = verdict(SEATED, *HEALTH, *TODAY)
    assert isinstance(everything, Refusal)
    page.show_refusal(everything, SEATED.title, "", offers(everything, everything.locks, later(hours=2)))
    at_size(page, width, height)
    assert len(page._ticks) > 10
    assert faults(page) == []
    assert in_view(page, page._confirm)


@pytest.mark.parametrize(
    ("reason", "main", "may_read"),
    [
        (Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_BREATHING), "", False),
        (LEG, "", False),
        (SOON, "When to see someone", True),
        (INJURY, "When to see someone", True),
        (THINNERS, "When to see someone", True),
        (SORE_DAY, "Open sore-day routine", False),
        (HANDS, "See other routines", False),
        (Reason(Action.ANSWER_HEALTH), "Answer now", False),
    ],
)
def test_nothing_draws_away_from_help_and_else_there_is_one_next_step_and_more_to_read(
    qtbot: QtBot, page: NotTodayPage, reason: Reason, main: str, may_read: bool
) -> None:
    show(page, reason)
    filled = [
        each.accessibleName()
        for each in page.findChildren(QAbstractButton)
        if each.property("kind") == "primary" and each.isVisibleTo(page)
    ]
    assert filled == ([main] if main else [])
    assert page._whom.isVisibleTo(page) is may_read
    if may_read:
        with qtbot.waitSignal(page.learn_requested) as learn:
            button(page, "When to see someone").click()
        assert learn.args == ["see-someone"]


def test_the_end_of_a_wait_is_told_to_the_hour_and_never_too_early(page: NotTodayPage) -> None:
    show(page, Reason(Action.WAIT, Question.TODAY_AFTER_LAST, START.wall + timedelta(hours=11, minutes=34)))
    assert "Wait until Tue 3 Mar 2026, 06:00" in words(page)
    assert "Come back after Tue 3 Mar 2026, 06:00. That session is a shorter one." in words(page)


@pytest.mark.parametrize("again", [True, False])
def test_that_the_health_questions_come_first_then_is_said_where_it_is_so(page: NotTodayPage, again: bool) -> None:
    rest = Refusal((Reason(Action.WAIT, Question.TODAY_AFTER_LAST, START.wall + timedelta(hours=48)),))
    page.show_refusal(rest, "Five-minute seated ease", "", (), asks_health_again=again)
    assert (refusal_wording.health_questions_first() in words(page)) is again


@pytest.mark.parametrize("reason", [INJURY, SOON, THINNERS])
def test_where_there_is_time_somebody_at_rest_says_what_to_do_until_then(page: NotTodayPage, reason: Reason) -> None:
    show(page, reason)
    at_size(page, 1004, 800)
    assert refusal_wording.until_then() in words(page)
    assert [each for each in page.findChildren(Illustration) if each.isVisibleTo(page)]


@pytest.mark.parametrize("reason", [LEG, Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_BREATHING), HANDS])
def test_no_picture_stands_beside_urgent_help_or_where_another_way_is_open(page: NotTodayPage, reason: Reason) -> None:
    show(page, reason)
    at_size(page, 1004, 800)
    assert not page.findChildren(Illustration)


def test_another_theme_reaches_the_picture(page: NotTodayPage) -> None:
    show(page, INJURY)
    page.set_colours(DARK)
    (figure,) = page.findChildren(Illustration)
    assert figure._colours == figure_colours(DARK.theme, DARK.skin)


def test_where_nothing_of_a_routine_is_left_the_others_are_one_step_away(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, HANDS)
    with qtbot.waitSignal(page.others_requested):
        button(page, "See other routines").click()


def test_reading_gives_way_in_the_foot_to_a_statement(qtbot: QtBot, page: NotTodayPage) -> None:
    show(page, THINNERS, offer=(Question.ASK_ANTICOAGULANT,))
    assert not page._whom.isVisibleTo(page)
    link = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == "When to see someone" and each.isVisibleTo(page)
    )
    with qtbot.waitSignal(page.learn_requested) as learn:
        link.click()
    assert learn.args == ["see-someone"]
