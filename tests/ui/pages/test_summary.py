"""After a session: what was done, the knee once more, advice, and a note that cannot be lost."""

from dataclasses import replace

import pytest
from fakes import START, planned
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults, in_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, names, shown, texts

from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.pain import Change
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.trouble import StopReason
from kneeguide.ui import aftercare_wording, outcome_wording, pain_rule_wording, pain_wording, trouble_wording
from kneeguide.ui.pages.summary import SummaryPage
from kneeguide.ui.theme import DARK, LIGHT, TextRole, font_for
from kneeguide.ui.widgets.illustration import Illustration

RED = (Advice(Rule.AFTER_RED, Facts(3, 6)),)
ALL = (
    Advice(Rule.NEXT_DAY_RED, Facts(3, 3, marks=True)),
    Advice(Rule.TREND, Facts(3, 6)),
    Advice(Rule.TWO_RED_DAYS, Facts(count=2)),
    Advice(Rule.CLIMBING, Facts(3, 6)),
    Advice(Rule.HIGH_PAIN, Facts(count=4)),
    Advice(Rule.NO_CHANGE, Facts(3, 6)),
)
"""As much as the rules can say at once."""


def record(**changes: object) -> Record:
    made = opened("r", planned(), 4, START.wall)
    for stage in made.planned:
        made = made.with_stage(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE))
    return replace(made, outcome=Outcome.COMPLETED, **changes)  # type: ignore[arg-type]


def stopped(reason: StopReason) -> Record:
    return replace(record(), outcome=Outcome.STOPPED, stop_reason=reason.value)


BY_ARROWS = "is not reached by Tab"
"""Of a row of which one is chosen Tab reaches one, and arrows the others."""


@pytest.fixture
def page(qtbot: QtBot) -> SummaryPage:
    page = SummaryPage(LIGHT, POSES)
    on_screen(qtbot, page)
    page.show_summary(record(), completed=True)
    return page


def note_of(page: SummaryPage) -> QPlainTextEdit:
    (note,) = shown(page, QPlainTextEdit)
    return note


def test_what_was_done_is_listed(page: SummaryPage, qtbot: QtBot) -> None:
    assert page.lead.text().startswith("Five-minute seated ease · ")
    facts = {"3:25", "4 of 10", "Left leg", "Front of thigh 0:40\nCalf 0:30"}
    qtbot.waitUntil(lambda: facts <= set(texts(page)))


def test_it_opens_with_a_good_word_what_was_given_and_a_figure(page: SummaryPage) -> None:
    assert {"Well done", "Five-minute seated ease · You spent about 3 minutes on both legs."} <= set(texts(page))
    assert len(shown(page, Illustration)) == 1


@pytest.mark.parametrize("reason", [StopReason.CHEST_PAIN, StopReason.NO_TIME])
def test_a_session_that_was_stopped_has_no_figure(page: SummaryPage, reason: StopReason) -> None:
    page.show_summary(stopped(reason), completed=False)
    assert shown(page, Illustration) == []


def test_a_step_without_a_drawing_leaves_no_hole(page: SummaryPage) -> None:
    own = record()
    page.show_summary(
        replace(own, planned=tuple(replace(stage, technique="own") for stage in own.planned)), completed=True
    )
    assert shown(page, Illustration) == []


def test_the_figure_takes_another_theme(page: SummaryPage) -> None:
    (figure,) = shown(page, Illustration)
    light = figure.grab().toImage()
    page.set_colours(DARK)
    assert figure.grab().toImage() != light


@pytest.mark.parametrize(("width", "columns"), [(1004, 2), (704, 1)])
def test_what_is_normal_stands_beside_the_note_where_there_is_room(
    dressed: QApplication, page: SummaryPage, width: int, columns: int
) -> None:
    at_size(page, width, 800)
    lefts = {each.mapTo(page, QPoint()).x() for each in (page._note, page._aftercare)}
    right = page._aftercare.mapTo(page, QPoint()).x() > page.width() // 2
    assert right is (columns == 2)
    assert len(lefts) == 2


def test_the_main_step_comes_first_in_the_foot(dressed: QApplication, page: SummaryPage) -> None:
    at_size(page, 1004, 800)
    finish = button(page, "Finish")
    assert finish.property("kind") == "primary"
    assert finish.x() == min(each.x() for each in shown(page.bar, QWidget) if each.parentWidget() is page.bar)


@pytest.mark.parametrize("reason", list(StopReason))
def test_an_early_end_is_met_with_advice_and_no_reproach(page: SummaryPage, reason: StopReason) -> None:
    page.show_summary(stopped(reason), completed=False)
    told = trouble_wording.stop_advice(reason) in texts(page)
    assert told == (reason not in (StopReason.NO_TIME, StopReason.NOTHING_DONE))
    titles = {
        StopReason.NOTHING_DONE: "No step was done",
        StopReason.CHEST_PAIN: "Get help now",
        StopReason.BREATHLESS: "Get help now",
    }
    assert titles.get(reason, "Stopped early, and that is fine") in texts(page)


def test_where_help_is_needed_the_users_own_number_is_there(page: SummaryPage) -> None:
    page.show_summary(stopped(StopReason.CHEST_PAIN), completed=False, emergency_number="112")
    assert any("Call 112 now" in text for text in texts(page))


@pytest.mark.parametrize("reason", [StopReason.CHEST_PAIN, StopReason.BREATHLESS])
def test_an_urgent_stop_is_said_in_large_letters_from_the_first_time(
    dressed: QApplication, qtbot: QtBot, reason: StopReason
) -> None:
    page = SummaryPage(LIGHT, POSES)
    page.show_summary(stopped(reason), completed=False)
    on_screen(qtbot, page)
    (advice,) = (text for text in shown(page, QLabel) if text.text() == trouble_wording.stop_advice(reason))
    assert advice.font().pixelSize() == font_for(TextRole.TITLE).pixelSize()


def test_the_rating_is_handed_on_and_answered_with_advice(page: SummaryPage, qtbot: QtBot) -> None:
    assert pain_rule_wording.then(Rule.AFTER_RED) not in texts(page)
    with qtbot.waitSignal(page.rated) as rated:
        button(page, "6").click()
    assert rated.args == [6]
    page.show_advice(Change.CLEARLY_HIGHER, RED)
    assert {pain_rule_wording.then(Rule.AFTER_RED), outcome_wording.change(Change.CLEARLY_HIGHER)} <= set(texts(page))


def test_a_tip_comes_with_its_reason_and_for_who_asks_its_rule_and_the_way_to_all_of_them(
    page: SummaryPage, qtbot: QtBot
) -> None:
    assert pain_rule_wording.all_rules() not in names(shown(page, QAbstractButton))
    page.show_advice(Change.LITTLE_HIGHER, [Advice(Rule.AFTER_AMBER, Facts(3, 4))])
    qtbot.waitUntil(lambda: "Make the next session a quarter shorter." in texts(page))
    assert "This is because your pain went from 3 to 4 in the session." in texts(page)
    assert not any("Rule" in text for text in texts(page))
    button(page, "Why?").click()
    assert any(text.startswith("Rule 7. After, amber: 1 higher.") for text in texts(page))
    with qtbot.waitSignal(page.rules_requested):
        button(page, pain_rule_wording.all_rules()).click()


def test_all_that_the_rules_say_is_shown_with_its_reasons(page: SummaryPage, qtbot: QtBot) -> None:
    page.show_advice(Change.SAME, ALL)
    told = [pain_rule_wording.because(advice) for advice in ALL]
    qtbot.waitUntil(lambda: [text for text in texts(page) if text in told] == told)


@pytest.mark.parametrize("reason", [StopReason.CHEST_PAIN, StopReason.BREATHLESS])
def test_where_help_is_needed_nobody_is_told_how_much_to_do_next(page: SummaryPage, reason: StopReason) -> None:
    page.show_summary(stopped(reason), completed=False)
    page.show_advice(Change.SAME, [Advice(Rule.AFTER_GREEN, Facts(3, 3))])
    assert pain_rule_wording.then(Rule.AFTER_GREEN) not in texts(page)


HELP_ONLY = (StopReason.CHEST_PAIN, StopReason.BREATHLESS, StopReason.NUMBNESS, StopReason.SHARP_PAIN)


@pytest.mark.parametrize("reason", HELP_ONLY)
def test_where_help_may_be_needed_nothing_is_asked_and_the_ways_to_it_are_there(
    page: SummaryPage, qtbot: QtBot, reason: StopReason
) -> None:
    page.show_summary(stopped(reason), completed=False, emergency_number="112")
    assert names(shown(page, QAbstractButton)) == ["Finish", "When to see someone"]
    assert shown(page, QPlainTextEdit) == []
    assert pain_wording.question() not in texts(page)
    assert trouble_wording.stop_advice(reason, "112") in texts(page)
    assert any("112" in text for text in texts(page))
    assert "Your knee pain now can be added later, in History." in texts(page)
    with qtbot.waitSignal(page.learn_requested) as learn:
        button(page, "When to see someone").click()
    assert learn.args == ["see-someone"]


def test_where_nothing_is_asked_no_digit_rates(page: SummaryPage, qtbot: QtBot) -> None:
    page.show_summary(stopped(StopReason.CHEST_PAIN), completed=False)
    with qtbot.assertNotEmitted(page.rated):
        qtbot.keyClick(page, Qt.Key.Key_4)


def test_after_any_other_stop_the_knee_is_asked_about_again(page: SummaryPage) -> None:
    page.show_summary(stopped(StopReason.CHEST_PAIN), completed=False)
    page.show_summary(stopped(StopReason.JOINT_PAIN), completed=False)
    assert pain_wording.question() in texts(page)
    assert "When to see someone" not in names(shown(page, QAbstractButton))


def test_the_figure_leaves_the_title_where_it_is_on_other_pages(dressed: QApplication, page: SummaryPage) -> None:
    at_size(page, 1004, 800)
    with_figure = page.title.mapTo(page, QPoint()).y()
    page.show_summary(stopped(StopReason.NO_TIME), completed=False)
    at_size(page, 1004, 800)
    assert page.title.mapTo(page, QPoint()).y() == with_figure


def test_a_digit_rates_wherever_the_focus_is(page: SummaryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.rated) as rated:
        qtbot.keyClick(page, Qt.Key.Key_4)
    assert rated.args == [4]


def test_a_screen_reader_says_how_it_ended_and_what_the_rating_means(page: SummaryPage, announced: list[str]) -> None:
    page.show_summary(stopped(StopReason.NUMBNESS), completed=False)
    page.show_unsaved("The disk is full.")
    page.show_unsaved("The disk is full.")
    assert announced == ["The disk is full."]
    assert trouble_wording.stop_advice(StopReason.NUMBNESS) in page.spoken
    assert page.spoken.endswith("The disk is full.")
    page.show_summary(stopped(StopReason.NO_TIME), completed=False)
    page.show_advice(Change.CLEARLY_HIGHER, RED)
    assert outcome_wording.change(Change.CLEARLY_HIGHER) in announced[-1]
    assert pain_rule_wording.then(Rule.AFTER_RED) in announced[-1]


AFTERCARE = {
    None: "both",
    StopReason.NO_TIME: "both",
    StopReason.TOO_SORE: "both",
    StopReason.NUMBNESS: "what is not normal",
    StopReason.SHARP_PAIN: "what is not normal",
    StopReason.JOINT_PAIN: "what is not normal",
    StopReason.POP: "what is not normal",
    StopReason.DIZZY: "what is not normal",
    StopReason.CHEST_PAIN: "nothing beside the call for help",
    StopReason.BREATHLESS: "nothing beside the call for help",
    StopReason.NOTHING_DONE: "nothing beside the call for help",
}


@pytest.mark.parametrize(("reason", "shown_then"), AFTERCARE.items())
def test_what_is_normal_is_said_where_it_helps(page: SummaryPage, reason: StopReason | None, shown_then: str) -> None:
    page.show_summary(stopped(reason) if reason else record(), completed=reason is None)
    said = set(texts(page))
    assert (aftercare_wording.normal_title() in said) == (shown_then == "both")
    assert (aftercare_wording.not_normal_title() in said) == (shown_then == "both")
    assert (aftercare_wording.watch_title() in said) == (shown_then == "what is not normal")
    assert (aftercare_wording.if_not_normal() in said) == (shown_then != "nothing beside the call for help")


def test_every_end_of_a_session_has_its_aftercare_decided() -> None:
    assert set(AFTERCARE) == {None, *StopReason}


def test_after_rating_the_whole_card_is_seen_without_scrolling(
    dressed: QApplication, page: SummaryPage, qtbot: QtBot
) -> None:
    page.show_advice(Change.CLEARLY_HIGHER, RED)
    at_size(page, *PAGE_SIZES[0])
    qtbot.waitUntil(lambda: in_view(page, page._aftercare), timeout=1000)


def test_finishing_without_an_answer_rates_nothing(page: SummaryPage, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(page.rated),
        qtbot.assertNotEmitted(page.noted),
        qtbot.waitSignal(page.finished),
    ):
        button(page, "Finish").click()


def test_a_note_is_kept_when_the_user_turns_to_something_else(page: SummaryPage, qtbot: QtBot) -> None:
    note_of(page).setFocus()
    qtbot.keyClicks(note_of(page), "Tight on the left")
    with qtbot.waitSignal(page.noted) as noted:
        button(page, "Finish").setFocus(Qt.FocusReason.TabFocusReason)
    assert noted.args == ["Tight on the left"]


@pytest.mark.parametrize("way", ["finish", "hide"])
def test_a_note_is_kept_however_the_page_is_left_and_once_only(page: SummaryPage, qtbot: QtBot, way: str) -> None:
    noted: list[str] = []
    page.noted.connect(noted.append)
    note_of(page).setPlainText("  Tight on the left\n")
    if way == "finish":
        button(page, "Finish").click()
    page.hide()
    assert noted == ["Tight on the left"]


def test_the_next_session_begins_without_rating_note_and_advice(page: SummaryPage) -> None:
    button(page, "6").click()
    page.show_advice(Change.CLEARLY_HIGHER, RED)
    page.show_unsaved("Not saved.")
    note_of(page).setPlainText("Old")
    page.show_summary(record(note="New"), completed=True)
    assert note_of(page).toPlainText() == "New"
    assert not any(each.isChecked() for each in shown(page, QAbstractButton))
    assert not {pain_rule_wording.then(Rule.AFTER_RED), "Not saved."} & set(texts(page))


def test_a_session_that_could_not_be_saved_can_be_copied(page: SummaryPage, qtbot: QtBot) -> None:
    page.show_unsaved("The disk is full.")
    assert "The disk is full." in texts(page)
    with qtbot.waitSignal(page.save_copy_requested):
        button(page, "Save a copy").click()
    page.show_unsaved("")
    assert "Save a copy" not in names(shown(page, QAbstractButton))


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: SummaryPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.show_summary(stopped(StopReason.JOINT_PAIN), completed=False)
    page.show_unsaved("Your diary could not be written: the disk is full. Save a copy, or free some space first.")
    page.show_advice(Change.CLEARLY_HIGHER, ALL)
    at_size(page, *size)
    qtbot.waitUntil(lambda: [fault for fault in faults(page) if not fault.endswith(BY_ARROWS)] == [], timeout=1000)
