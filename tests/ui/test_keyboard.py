"""Everybody who cannot use a mouse gets everywhere: Tab goes round every page, and each stop says what it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import SEATED, START, health, planned, verdict
from long_diaries import summed
from page_checks import button as button_of
from page_checks import in_grid
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from topics import TOPICS
from ui_fakes import POSES, button, shown

from kneeguide import paths
from kneeguide.core.erasing import Kind, Stored
from kneeguide.core.health_summary import summarise
from kneeguide.core.history import Outcome, opened
from kneeguide.core.learn import Learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.outlook import outlook
from kneeguide.core.pain import Change, before_light
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.plan import Legs
from kneeguide.core.questions import Question
from kneeguide.core.refusal import Refusal
from kneeguide.core.routine import Side
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy
from kneeguide.core.session import Session
from kneeguide.core.settings import Settings
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.delete_everything import DeleteEverythingPage
from kneeguide.ui.pages.emergency import EmergencyPage
from kneeguide.ui.pages.health_answers import HealthAnswersPage
from kneeguide.ui.pages.health_questions import HealthQuestionsPage, HealthReason
from kneeguide.ui.pages.history import Action, HistoryPage
from kneeguide.ui.pages.learn import LearnPage
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.pages.next_day import NextDayPage
from kneeguide.ui.pages.not_today import NotTodayPage
from kneeguide.ui.pages.pain_before import PainBeforePage
from kneeguide.ui.pages.paper_preview import PaperPreviewPage
from kneeguide.ui.pages.past_session import PastSessionPage
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.pages.routine_detail import RoutineDetailPage
from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage
from kneeguide.ui.pages.session_edit import SessionEditPage
from kneeguide.ui.pages.settings import SettingsPage
from kneeguide.ui.pages.summary import SummaryPage
from kneeguide.ui.pages.unfinished import UnfinishedPage
from kneeguide.ui.pages.welcome import WelcomePage
from kneeguide.ui.pages.your_data import YourDataPage
from kneeguide.ui.paper.document import as_text
from kneeguide.ui.paper.report_document import report_pages
from kneeguide.ui.theme import LIGHT

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView)
MANY = 400
"""More stops than any page has: whoever gets so far goes round a trap."""


def welcome() -> QWidget:
    page = WelcomePage()
    page.show_welcome()
    return page


def health_questions() -> QWidget:
    page = HealthQuestionsPage()
    page.show_questions(HealthReason.FIRST)
    return page


def health_answers() -> QWidget:
    page = HealthAnswersPage()
    told = summarise(health(Question.ADAPT_FLOOR), (), (), anew=None, now=START)
    page.show_answers(told)
    return page


def emergency() -> QWidget:
    page = EmergencyPage()
    page.show_signs("")
    return page


def checklist() -> QWidget:
    page = SafetyChecklistPage()
    page.show_checks("Seated ease", ("Has your knee been looked at?",), "112")
    return page


def not_today() -> QWidget:
    refusal = verdict(SEATED, Question.ASK_OSTEOPOROSIS)
    assert isinstance(refusal, Refusal)
    page = NotTodayPage()
    page.show_refusal(refusal, "Seated ease", "112", (Question.ASK_OSTEOPOROSIS,))
    return page


def library() -> QWidget:
    read = load_library(paths.routines_dir(), None)
    page = LibraryPage(LIGHT, POSES)
    page.show_library(read.routines, read.problems)
    return page


def library_narrowed() -> QWidget:
    page = library()
    for name in ("Condition: Nothing yet", "More choices", "Place: Chair"):
        next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name).click()
    return page


def routine_detail() -> QWidget:
    page = RoutineDetailPage(LIGHT, POSES)
    expected = outlook(SEATED, health(Question.ADAPT_SORE_HANDS), START.wall, first_week=True)
    page.show_routine(SEATED, expected, warnings=("Long.",), instead=(SEATED,))
    return page


def unfinished() -> QWidget:
    page = UnfinishedPage()
    page.show_unfinished(opened("one", planned(), 3, START.wall), True)
    return page


def pain_before(rating: int | None) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = PainBeforePage()
        page.show_question("Seated ease", Legs.BOTH, Side.LEFT, True)
        if rating is not None:
            page.show_light(before_light(rating), False)
        return page

    return make


def player() -> PlayerPage:
    plan = planned()
    session = Session(plan)
    session.start(START)
    page = PlayerPage(LIGHT, POSES)
    page.show_plan("Seated ease", session.stages, plan.left_out, (), 5)
    page.show_notice("No sound can be played.")
    page.show_snapshot(session.snapshot())
    return page


def player_in_trouble() -> QWidget:
    page = player()
    page.show_trouble()
    return page


def summary() -> QWidget:
    record = replace(opened("one", planned(), 3, START.wall), outcome=Outcome.COMPLETED, ended=START.wall)
    page = SummaryPage()
    page.show_summary(record, True)
    page.show_advice(Change.SAME, [Advice(Rule.AFTER_GREEN, Facts(3, 3))])
    page.show_unsaved("History is not being saved.")
    return page


def history() -> QWidget:
    first = replace(opened("one", planned(), 3, START.wall), outcome=Outcome.COMPLETED, ended=START.wall)
    page = HistoryPage(LIGHT)
    older = replace(first, id="two", started=START.wall - timedelta(days=1))
    page.show_records((first, older), 9, 9, {}, (replace(first, id="three", title="Another"),))
    page.offer(Action.ADD)
    return page


def session_edit() -> QWidget:
    page = SessionEditPage()
    page.show_session(replace(opened("one", planned(), 3, START.wall), after=3, next_day_marks=False))
    return page


def past_session() -> QWidget:
    page = PastSessionPage(START.wall.tzinfo)
    page.show_form((), START.wall)
    return page


def next_day() -> QWidget:
    page = NextDayPage()
    page.ask(opened("one", planned(), 3, START.wall))
    return page


def library_asking() -> QWidget:
    page = LibraryPage(LIGHT, POSES)
    page.show_library((SEATED,), ())
    page.show_next_day(True)
    return page


def paper_preview() -> QWidget:
    page = PaperPreviewPage()
    page.begin_report("Report for my clinician", "", PaperSize.A4, "Back to history")
    document, pages = report_pages(summed(1000), PaperSize.A4)
    page.show_pages(pages, as_text(document))
    return page


def learn() -> QWidget:
    page = LearnPage(LIGHT, POSES)
    page.show_learn(Learn(TOPICS), "rolling")
    return page


def settings() -> QWidget:
    page = SettingsPage()
    page.show_settings(Settings(), "/home/me/routines", START.wall, ())
    return page


def your_data() -> QWidget:
    page = YourDataPage()
    page.show_stored("/home/me/kneeguide", tuple(Stored(kind, 1, 1000) for kind in Kind))
    day = START.wall.date()
    good = SafeCopy(Path("good.db"), day, CopyKind.DAY, 1000, Contents(4, day, day, 1, 0))
    page.show_copies((good, replace(good, contents=None), replace(good, day=date(2026, 1, 4), kind=CopyKind.WEEK)))
    button_of(page, "What would change with the copy of Sun 4 Jan 2026?").click()
    return page


def delete_everything() -> QWidget:
    page = DeleteEverythingPage()
    page.show_question(2)
    button_of(page, "Go on to delete").click()
    button_of(page, "I understand that it cannot be undone.").click()
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "welcome": welcome,
    "emergency": emergency,
    "health questions": health_questions,
    "checklist": checklist,
    "not today": not_today,
    "library": library,
    "library, all choices": library_narrowed,
    "routine": routine_detail,
    "unfinished": unfinished,
    "pain, nothing rated": pain_before(None),
    "pain, green": pain_before(2),
    "pain, amber": pain_before(5),
    "pain, red": pain_before(8),
    "player": player,
    "player, trouble": player_in_trouble,
    "summary": summary,
    "history": history,
    "paper preview": paper_preview,
    "session, changed": session_edit,
    "past session": past_session,
    "next day": next_day,
    "library, asking": library_asking,
    "learn": learn,
    "settings": settings,
    "health answers": health_answers,
    "your data": your_data,
    "delete everything": delete_everything,
}
WHOLE_WINDOW = {"welcome", "player", "player, trouble"}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> QWidget:
    """Each page in the real window, which has the keyboard."""
    page = PAGES[request.param]()
    window.show_page(page, whole_window=request.param in WHOLE_WINDOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return page


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab stops, once round the whole window."""
    stops: list[QWidget] = []
    for _ in range(MANY):
        QTest.keyClick(window.focusWidget() or window, key)
        here = window.focusWidget()
        assert here is not None, "the focus got lost"
        if here in stops:
            assert here is stops[0], f"Tab is caught between {named(here)} and {named(stops[-1])}"
            return stops
        stops.append(here)
    raise AssertionError("Tab never comes round")


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def must_be_reached(window: QWidget) -> list[QWidget]:
    """Every control that is in use; of a group of which one counts, Tab comes to one and arrows to the others."""
    controls = [control for kind in CONTROLS for control in shown(window, kind)]
    return [
        control
        for control in controls
        if control.isEnabled()
        and not isinstance(control.parent(), QAbstractSpinBox | QComboBox)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_tab_goes_round_and_misses_nothing(window: MainWindow, page: QWidget) -> None:
    stops = walk(window)
    missed = [named(control) for control in must_be_reached(window) if control not in stops]
    assert missed == []


def test_shift_tab_goes_the_same_way_back(window: MainWindow, page: QWidget) -> None:
    forth = walk(window)
    back = walk(window, Qt.Key.Key_Backtab)
    assert set(back) == set(forth)


def test_every_stop_says_what_it_is(window: MainWindow, page: QWidget) -> None:
    nameless = [type(stop).__name__ for stop in walk(window) if not stop.accessibleName()]
    assert nameless == []


def test_no_control_that_can_be_clicked_is_out_of_the_keyboards_reach(window: MainWindow, page: QWidget) -> None:
    stops = walk(window)
    for control in shown(window, QAbstractButton):
        if not control.isEnabled() or control in stops or isinstance(control.parent(), QLineEdit):
            continue
        beside = [stop for stop in stops if stop.parent() is control.parent()]
        assert beside or in_grid(control), f"{named(control)} is reached neither by Tab nor from its group"


def test_what_tab_comes_to_is_in_view(window: MainWindow, page: QWidget) -> None:
    for _ in range(len(walk(window))):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        stop = window.focusWidget()
        assert stop is not None
        assert not stop.visibleRegion().isEmpty(), f"{named(stop)} has the focus out of sight"


# The player, where Space belongs to the timer


WISHES = (
    "pause_requested",
    "resume_requested",
    "skip_requested",
    "back_requested",
    "restart_requested",
    "extend_requested",
    "mute_toggled",
    "trouble_requested",
    "leave_requested",
    "stop_requested",
)


@pytest.fixture
def running(window: MainWindow, qtbot: QtBot) -> PlayerPage:
    page = player()
    window.show_page(page, whole_window=True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def listen(page: PlayerPage) -> list[str]:
    """Grows by the name of each wish."""
    wishes: list[str] = []
    for wish in WISHES:
        getattr(page, wish).connect(lambda *_, wish=wish: wishes.append(wish))
    return wishes


def test_space_pauses_wherever_the_focus_is_and_presses_no_button(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    stops = walk(window)
    assert len(stops) > 5
    for stop in stops:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Space)
        assert wishes == ["pause_requested"], named(stop)
        wishes.clear()


def test_enter_presses_the_button_that_has_the_focus_once(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    for name, wish in (
        ("Skip", "skip_requested"),
        ("Back", "back_requested"),
        ("Ten seconds more", "extend_requested"),
        ("Leave this session", "leave_requested"),
        ("Something is wrong – stop", "trouble_requested"),
    ):
        button(running, name).setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button(running, name), Qt.Key.Key_Return)
        assert wishes == [wish]
        wishes.clear()


def test_a_click_takes_no_focus_so_that_space_still_pauses(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    for name in ("Skip", "Back", "Mute"):
        QTest.mouseClick(button(running, name), Qt.MouseButton.LeftButton)
        wishes.clear()
        QTest.keyClick(window.focusWidget() or running, Qt.Key.Key_Space)
        assert wishes == ["pause_requested"], name


def test_in_trouble_space_presses_nothing_and_moves_no_time(window: MainWindow, running: PlayerPage) -> None:
    running.show_trouble()
    wishes = listen(running)
    for stop in walk(window):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Space)
    assert wishes == []


def test_a_trap_would_be_found(window: MainWindow, qtbot: QtBot) -> None:
    class Trap(QPlainTextEdit):
        """Keeps Tab for itself."""

    page = QWidget()
    trap = Trap(page)
    window.show_page(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    trap.setFocus()
    assert walk(window) == [trap]
    assert button(window, "Settings") not in walk(window)
