"""The user sees what they said, what comes of it and until when; nothing is deleted by one press."""

from dataclasses import replace

import pytest
from fakes import START, health, later
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.clock import Moment
from kneeguide.core.health_summary import HealthSummary, summarise
from kneeguide.core.questions import (
    CONFIRMABLE,
    HEALTH,
    TODAY,
    Answer,
    Answers,
    Confirmation,
    HealthReason,
    Lock,
    Question,
)
from kneeguide.ui import health_answers_wording, safety_wording
from kneeguide.ui.pages.health_answers import HealthAnswersPage
from kneeguide.ui.safety_wording import Group

Q = Question
DELETE, REALLY = "Delete my health answers", "Really delete? Press again"


def summary(
    answers: Answers | None, *locks: Lock, stated: tuple[Confirmation, ...] = (), now: Moment = START
) -> HealthSummary:
    return summarise(answers, locks, stated, anew=None, now=now)


EVERYTHING = summary(
    health(*HEALTH),
    *(Lock(question, START.wall, None) for question in TODAY),
    stated=tuple(Confirmation(question, START.wall) for question in sorted(CONFIRMABLE)),
)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> HealthAnswersPage:
    made = HealthAnswersPage()
    qtbot.addWidget(made)
    return made


def test_it_says_when_the_answers_were_given_and_until_when_they_hold(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health()))
    assert "You answered on Mon 2 Mar 2026." in words(page)
    assert "Your answers hold for 30 days, until Wed 1 Apr 2026. Then we ask everything again." in words(page)
    assert health_answers_wording.no_yes() in words(page)
    assert health_answers_wording.closed_title() not in words(page)


def test_a_no_to_everything_is_told_part_by_part_and_under_no_heading_of_yes(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health()))
    said = words(page)
    assert health_answers_wording.yes_title() not in said
    places = [said.index(safety_wording.group_title(group)) for group in Group]
    assert places == sorted(places)
    assert all(safety_wording.question(question) in said for question in HEALTH)


def test_what_was_answered_with_yes_comes_first_and_once(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health(Q.ADAPT_FLOOR)))
    said = words(page)
    assert said.index(health_answers_wording.yes_title()) < said.index(health_answers_wording.no_title())
    assert said.count(safety_wording.question(Q.ADAPT_FLOOR)) == 1


def test_what_was_never_asked_is_told_as_neither(page: HealthAnswersPage) -> None:
    page.show_answers(summary(Answers({Q.EMERGENCY_BREATHING: Answer.YES}, START.wall)))
    said = words(page)
    assert safety_wording.question(Q.EMERGENCY_BREATHING) in said
    assert health_answers_wording.no_title() not in said


def test_on_day_30_they_hold_and_on_day_31_they_do_not(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health(), now=later(days=30)))
    assert "hold for 30 days" in words(page)
    page.show_answers(summary(health(), now=later(days=31)))
    assert "They no longer hold, so we ask everything again before the next session." in words(page)


def test_a_stop_since_then_is_told(page: HealthAnswersPage) -> None:
    page.show_answers(replace(summary(health()), asked_again=HealthReason.AFTER_STOP))
    assert "stopped because something was wrong" in words(page)
    page.show_answers(replace(summary(health()), asked_again=HealthReason.AFTER_NEXT_DAY))
    assert "too much for the next day" in words(page)


def test_a_yes_is_told_with_what_it_changes_and_why(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health(Q.ADAPT_SORE_HANDS)))
    said = words(page)
    assert safety_wording.question(Q.ADAPT_SORE_HANDS) in said
    assert "\nStick or ball only." in said
    assert safety_wording.why(Q.ADAPT_SORE_HANDS) in said


def test_what_a_yes_changes_later_is_told_as_such_while_it_closes_everything(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health(Q.ASK_CANCER)))
    assert "Once that is settled: Hands only. Left out: Calf." in words(page)


def test_what_is_closed_is_told_with_what_to_do_and_until_when(page: HealthAnswersPage) -> None:
    injury = Lock(Q.TODAY_INJURY, START.wall, later(hours=72).wall)
    page.show_answers(summary(health(), injury, Lock(Q.TODAY_LEG_CHANGE, START.wall, None)))
    said = words(page)
    assert "Closed for now" in said
    assert "Wait until Thu 5 Mar 2026, 18:00" in said
    assert "See a doctor or clinic today" in said
    assert safety_wording.question(Q.TODAY_LEG_CHANGE) in said
    assert said.index("See a doctor") < said.index("Wait until")


def test_a_statement_is_told_with_its_day(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health(Q.ASK_CANCER), stated=(Confirmation(Q.ASK_CANCER, START.wall),)))
    assert f"Mon 2 Mar 2026: {safety_wording.statement(Q.ASK_CANCER)}" in words(page)
    assert "\nHands only. Left out: Calf." in words(page)


def test_deleting_is_explained_first_and_takes_two_presses(qtbot: QtBot, page: HealthAnswersPage) -> None:
    page.show_answers(summary(health()))
    assert health_answers_wording.before_deleting() in words(page)
    with qtbot.assertNotEmitted(page.delete_requested):
        qtbot.mouseClick(button(page, DELETE), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.delete_requested):
        qtbot.mouseClick(button(page, REALLY), Qt.MouseButton.LeftButton)


def test_a_first_press_is_forgotten_when_the_page_is_shown_again(page: HealthAnswersPage) -> None:
    page.show_answers(summary(health()))
    button(page, DELETE).click()
    page.show_answers(summary(health()))
    assert button(page, DELETE).isEnabled()


def test_where_nothing_is_kept_there_is_nothing_to_delete(page: HealthAnswersPage) -> None:
    page.show_answers(summary(None, Lock(Q.TODAY_LEG_CHANGE, START.wall, None)))
    assert "There are no health answers of yours." in words(page)
    assert "Closed for now" in words(page)
    assert not button(page, DELETE).isEnabled()


@pytest.mark.parametrize(
    ("name", "signal"), [("Answer again", "review_requested"), ("Back to settings", "back_requested")]
)
def test_the_other_buttons_are_wishes(qtbot: QtBot, page: HealthAnswersPage, name: str, signal: str) -> None:
    page.show_answers(summary(health()))
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, name).click()


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
@pytest.mark.parametrize("told", [summary(None), summary(health()), EVERYTHING], ids=["none", "all no", "all yes"])
def test_nothing_is_cut_off(
    qtbot: QtBot, page: HealthAnswersPage, width: int, height: int, told: HealthSummary
) -> None:
    page.show_answers(told)
    button(page, DELETE).click()
    at_size(page, width, height)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert in_view(page, button(page, "Answer again"))
