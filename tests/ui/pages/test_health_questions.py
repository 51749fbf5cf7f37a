"""The full list: part by part, nothing answered in advance, and a way to what is open."""

from datetime import timedelta

import pytest
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import LISTED, Answer, Question, Replies
from kneeguide.ui.pages.health_questions import HealthQuestionsPage, HealthReason
from kneeguide.ui.safety_wording import Group, group_lead, group_title
from kneeguide.ui.widgets.question_row import QuestionRow

FOLLOWED_UP = (
    Question.STOP_ACUTE_INJURY,
    Question.STOP_WOUND,
    Question.ASK_INFLAMMATORY,
    Question.ASK_INJECTION,
)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> HealthQuestionsPage:
    made = HealthQuestionsPage()
    qtbot.addWidget(made)
    made.show_questions(HealthReason.FIRST)
    return made


def answer_no(page: HealthQuestionsPage) -> None:
    """No to all that is in front."""
    for row in page._asked._asked_now:
        row.give(Answer.NO)


def go_through(page: HealthQuestionsPage) -> None:
    """No to everything, up to the last part."""
    for _ in Group:
        answer_no(page)
        if page._on.text() == "Continue":
            page._on.click()


def row_of(page: HealthQuestionsPage, question: Question) -> QuestionRow:
    (found,) = (asked._asked[question] for asked in page._lists if question in asked._asked)
    return found


def part_of(page: HealthQuestionsPage) -> str:
    return page._track.part


def test_one_part_is_asked_at_a_time_and_nothing_is_answered(page: HealthQuestionsPage) -> None:
    assert part_of(page) == "Part 1 of 4: When massage has to wait"
    assert page._on.text() == f"Next question ({len(Group.STOP.questions)} to answer)"
    assert not button(page, "Back").isVisibleTo(page)
    for number, group in enumerate(Group, 1):
        assert part_of(page) == f"Part {number} of {len(Group)}: {group_title(group)}"
        assert group_lead(group) in words(page)
        in_front = [question for question in LISTED if row_of(page, question).isVisibleTo(page)]
        assert in_front == list(group.questions)
        assert page._asked.replies().given == {}
        answer_no(page)
        page._on.click()


def test_all_parts_together_are_every_question_there_is(page: HealthQuestionsPage) -> None:
    assert [question for group in Group for question in group.questions] == list(LISTED)


def test_the_answers_to_all_parts_are_handed_on_once_the_last_is_given(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    go_through(page)
    assert page._on.text() == "Done"
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(page._on, Qt.MouseButton.LeftButton)
    assert answered.args[0].given == dict.fromkeys(LISTED, Answer.NO)


def test_what_was_told_with_an_answer_in_an_early_part_is_handed_on_too(page: HealthQuestionsPage) -> None:
    row_of(page, Question.STOP_ACUTE_INJURY).give(Answer.YES)
    told = row_of(page, Question.STOP_ACUTE_INJURY).follow_up
    assert told is not None
    told._chips[1][0].click()
    for row in page._asked._asked_now:
        if row.answer is None:
            row.give(Answer.NO)
    page._on.click()
    go_through(page)
    assert page._on.text() == "See what to do"
    handed_on: list[Replies] = []
    page.answered.connect(handed_on.append)
    page._on.click()
    assert [each.injured_ago for each in handed_on] == [timedelta(days=1)]


def test_the_line_at_the_top_fills_up_over_all_parts(page: HealthQuestionsPage) -> None:
    (line,) = page.findChildren(QProgressBar)
    assert (line.value(), line.maximum()) == (0, len(LISTED))
    assert line.accessibleName() == "Health questions answered"
    answer_no(page)
    page._on.click()
    assert (line.value(), line.maximum()) == (len(Group.STOP.questions), len(LISTED))


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_which_part_it_is_stays_in_view(page: HealthQuestionsPage, width: int, height: int) -> None:
    at_size(page, width, height)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert in_view(page, page._track)


def test_going_on_too_early_leads_to_what_is_open(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    at_size(page, 704, 600)
    for question in Group.STOP.questions:
        if question is not Question.STOP_SURGERY:
            row_of(page, question).give(Answer.NO)
    left = row_of(page, Question.STOP_SURGERY)
    assert not in_view(page, left)
    qtbot.mouseClick(page._on, Qt.MouseButton.LeftButton)
    assert part_of(page).startswith("Part 1")
    assert in_view(page, left)
    assert page.focusWidget() is left.yes


def test_the_part_before_comes_back_with_its_answers(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    answer_no(page)
    page._on.click()
    with qtbot.assertNotEmitted(page.cancelled):
        qtbot.mouseClick(button(page, "Back"), Qt.MouseButton.LeftButton)
    assert part_of(page).startswith("Part 1")
    assert page._on.text() == "Continue"
    row_of(page, Question.STOP_WOUND).give(Answer.YES)
    assert page._on.text() == "Answer: Where is the broken skin?"


def test_another_part_begins_at_its_first_question_and_is_told(page: HealthQuestionsPage, announced: list[str]) -> None:
    answer_no(page)
    page._on.click()
    assert page.focusWidget() is row_of(page, Group.CLOT_RISK.questions[0]).yes
    (said,) = [each for each in announced if "Part 2" in each]
    assert said == f"Part 2 of 4: The last weeks. {group_lead(Group.CLOT_RISK)}"


def test_answering_by_keyboard_keeps_the_next_question_in_view(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    at_size(page, 704, 600)
    page.setFocus()
    for group in Group:
        for _ in group.questions:
            focused = page.focusWidget()
            assert focused is not None
            assert in_view(page, focused)
            qtbot.keyClick(focused, Qt.Key.Key_N)
        assert page.focusWidget() is page._on
        qtbot.keyClick(page._on, Qt.Key.Key_Space)
        page.grab()


def test_a_stop_waits_for_the_rest(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    row_of(page, Question.STOP_INFECTION).give(Answer.YES)
    with qtbot.assertNotEmitted(page.answered):
        page._on.click()
    assert part_of(page).startswith("Part 1")


@pytest.mark.parametrize("question", FOLLOWED_UP)
def test_what_a_yes_leads_to_must_be_answered_too(qtbot: QtBot, page: HealthQuestionsPage, question: Question) -> None:
    while not row_of(page, question).isVisibleTo(page):
        answer_no(page)
        page._on.click()
    answer_no(page)
    row_of(page, question).give(Answer.YES)
    before = part_of(page)
    page._on.click()
    assert page._asked.open == 1
    assert part_of(page) == before


@pytest.mark.parametrize("why", HealthReason)
def test_it_says_why_it_is_asked(page: HealthQuestionsPage, why: HealthReason) -> None:
    page.show_questions(why)
    expected = {
        HealthReason.FIRST: "five minutes",
        HealthReason.EXPIRED: "30 days",
        HealthReason.REVIEW: "take the place",
        HealthReason.WORSE: "worse",
        HealthReason.AFTER_STOP: "something was wrong",
        HealthReason.AFTER_NEXT_DAY: "too much for the next day",
    }
    assert expected[why] in page.lead.text()


def test_answers_of_last_time_are_gone(page: HealthQuestionsPage) -> None:
    go_through(page)
    page.show_questions(HealthReason.REVIEW)
    assert part_of(page).startswith("Part 1")
    assert all(asked.replies().given == {} for asked in page._lists)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
@pytest.mark.parametrize("group", Group)
def test_nothing_is_cut_off(page: HealthQuestionsPage, width: int, height: int, group: Group) -> None:
    page._show_part(list(Group).index(group))
    for row in list(page._asked._asked.values()):
        row.give(Answer.YES)
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, page._on)


def test_there_is_a_way_out(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    with qtbot.waitSignal(page.cancelled):
        qtbot.mouseClick(button(page, "Not now"), Qt.MouseButton.LeftButton)
