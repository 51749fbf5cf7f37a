"""A review goes from the signs to the list; a no to all signs is a no to each, and only while it is fresh."""

from dataclasses import dataclass

import pytest
from fakes import FakeClock
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import EMERGENCY, HEALTH, LISTED, Answer, HealthReason, Replies
from kneeguide.ui.health_review import HealthReview
from kneeguide.ui.pages.emergency import EmergencyPage
from kneeguide.ui.pages.health_questions import HealthQuestionsPage

NO_TO_THE_LIST = Replies(dict.fromkeys(LISTED, Answer.NO))


@dataclass
class Stand:
    review: HealthReview
    clock: FakeClock
    shown: list[QWidget]
    told: list[object]

    @property
    def page(self) -> QWidget:
        return self.shown[-1]

    def to_the_list(self) -> HealthQuestionsPage:
        self.review.ask(HealthReason.EXPIRED)
        assert isinstance(self.page, EmergencyPage)
        self.page.none_told.emit()
        assert isinstance(self.page, HealthQuestionsPage)
        return self.page


@pytest.fixture
def stand(qtbot: QtBot, clock: FakeClock) -> Stand:
    shown: list[QWidget] = []
    told: list[object] = []

    def show(page: QWidget) -> None:
        shown.append(page)
        qtbot.addWidget(page)

    review = HealthReview(show, clock, lambda: "112")
    review.answered.connect(told.append)
    review.left.connect(lambda: told.append("left"))
    return Stand(review, clock, shown, told)


def test_the_signs_come_first_with_the_users_own_number(stand: Stand) -> None:
    stand.review.ask(HealthReason.FIRST)
    assert isinstance(stand.page, EmergencyPage)
    assert "112" in stand.page._call.text()
    assert stand.told == []


def test_a_sign_is_handed_on_at_once_and_nothing_else_is_answered(stand: Stand) -> None:
    stand.review.ask(HealthReason.FIRST)
    stand.page.told.emit(EMERGENCY[:2])
    assert stand.told == [Replies(dict.fromkeys(EMERGENCY[:2], Answer.YES))]


def test_none_of_these_is_a_no_to_each_sign_once_the_list_is_done(stand: Stand) -> None:
    page = stand.to_the_list()
    assert stand.told == [], "nothing is handed on half"
    page.answered.emit(NO_TO_THE_LIST)
    (replies,) = stand.told
    assert replies.given == dict.fromkeys(HEALTH, Answer.NO)


def test_it_says_why_the_list_is_asked(stand: Stand) -> None:
    assert "30 days" in stand.to_the_list().lead.text()


@pytest.mark.parametrize("page", ["signs", "list"])
def test_leaving_hands_nothing_on(stand: Stand, page: str) -> None:
    if page == "signs":
        stand.review.ask(HealthReason.REVIEW)
    else:
        stand.to_the_list()
    stand.page.cancelled.emit()
    assert stand.told == ["left"]


def test_a_list_without_an_answer_about_the_signs_is_never_handed_on(stand: Stand) -> None:
    page = stand.to_the_list()
    stand.review.ask(HealthReason.REVIEW)
    page.answered.emit(NO_TO_THE_LIST)
    assert stand.told == []
    assert isinstance(stand.page, EmergencyPage)


def test_signs_that_were_denied_too_long_ago_are_asked_about_again_and_the_list_is_kept(stand: Stand) -> None:
    page = stand.to_the_list()
    stand.clock.move(31 * 60)
    page.answered.emit(NO_TO_THE_LIST)
    assert stand.told == []
    assert isinstance(stand.page, EmergencyPage)
    stand.page.none_told.emit()
    (replies,) = stand.told
    assert replies.given == dict.fromkeys(HEALTH, Answer.NO)


def test_a_sign_that_came_while_the_list_stood_open_counts(stand: Stand) -> None:
    page = stand.to_the_list()
    stand.clock.move(31 * 60)
    page.answered.emit(NO_TO_THE_LIST)
    stand.page.told.emit(EMERGENCY[:1])
    assert stand.told == [Replies({EMERGENCY[0]: Answer.YES})]
