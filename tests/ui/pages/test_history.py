"""The diary: none, one and many sessions, one of them in full, and a deletion that can be taken back."""

from dataclasses import replace

import pytest
from fakes import later, planned
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_filter import HistoryFilter, Period
from kneeguide.core.routine import Condition
from kneeguide.ui.pages.history import HistoryPage, View
from kneeguide.ui.theme import DARK, LIGHT, TextRole
from kneeguide.ui.widgets.diary_actions import Action
from kneeguide.ui.widgets.history_filters import HistoryFilters
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.session_list import SessionList

PLAN = planned()


def record(number: int = 0, **changes: object) -> Record:
    made = opened(f"r{number}", PLAN, 4, later(days=-number).wall)
    made = made.with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
    return replace(made, **{"outcome": Outcome.COMPLETED, "after": 3} | changes)  # type: ignore[arg-type]


MANY = tuple(record(number) for number in range(50))
FULL = record(
    outcome=Outcome.STOPPED,
    stop_reason="joint-pain",
    before=6,
    after=None,
    note="Took it slowly.",
    limits=("adapt-veins", "from-a-newer-version"),
)


@pytest.fixture
def page(qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(LIGHT)
    on_screen(qtbot, page)
    return page


def show(
    page: HistoryPage, records: tuple[Record, ...], total: int | None = None, deleted: tuple[Record, ...] = ()
) -> None:
    """Show these as the newest of so many in all."""
    count = len(records) if total is None else total
    page.show_records(records, count, count, {each.routine_id: each.title for each in records}, deleted)


def list_of(page: HistoryPage) -> SessionList:
    (sessions,) = shown(page, SessionList)
    return sessions


def test_an_empty_diary_says_what_will_be_here(page: HistoryPage) -> None:
    show(page, (), 0)
    assert "No sessions yet" in texts(page)
    assert not shown(page, SessionList)


def test_an_empty_diary_leads_to_the_routines(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, (), 0)
    with qtbot.waitSignal(page.routines_requested):
        button(page, "Choose a routine").click()


def test_where_no_session_fits_all_of_them_are_one_press_away(page: HistoryPage, qtbot: QtBot) -> None:
    page.choose_filter(HistoryFilter(period=Period.FOUR_WEEKS))
    page.show_records((), 0, 3, {})
    with qtbot.waitSignal(page.filter_chosen) as told:
        button(page, "Show all sessions").click()
    assert told.args == [HistoryFilter()]
    (filters,) = shown(page, HistoryFilters)
    assert filters.chosen == HistoryFilter()


def test_one_session_is_shown_in_full_at_once(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, (FULL,), 1)
    facts = {
        "Your first session is in the diary. The next ones will join it here.",
        "Stopped at 0:40 of 3:25",
        "Pain in the joint itself",
        "6 of 10",
        "not answered",
        "Front of thigh",
        "Took it slowly.",
        "Pressure stays at 2 of 10 or less. Never press on or below a bulging vein. Stroke lightly beside it.",
    }
    qtbot.waitUntil(lambda: facts <= set(texts(page)))
    assert "Show more (1 of 1)" not in names(shown(page, QAbstractButton))


def test_all_that_is_known_is_in_the_detail(page: HistoryPage, qtbot: QtBot) -> None:
    done = FULL.with_stage(StageDone("2-left-1", 30, 12, StageOutcome.STOPPED))
    show(page, (replace(done, next_day=3, next_day_marks=True, next_day_told=later(days=1).wall),))
    facts = {
        "3 of 10, a bruise or new swelling",
        "Osteoarthritis",
    }
    steps = {
        "Palm glides, front of thigh, left leg: 0:40",
        "Palm glides, front of thigh, right leg: not done",
        "Palm glides, calf, left leg: 0:12 of 0:30",
        "Palm glides, calf, right leg: not done",
        "Easy knee bends: not done",
    }
    qtbot.waitUntil(lambda: facts <= set(texts(page)))
    assert steps <= set(names(shown(page, Text)))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"next_day": 0}, "0 of 10"),
        ({"next_day_told": later(days=1).wall}, "not answered"),
        ({"next_day_marks": False}, "not answered, no bruise or new swelling"),
    ],
)
def test_the_next_day_is_told_as_it_was_answered(
    page: HistoryPage, qtbot: QtBot, told: dict[str, object], said: str
) -> None:
    show(page, (record(**told),))
    qtbot.waitUntil(lambda: {"Next day", said} <= set(texts(page)))


def test_a_session_by_hand_is_shown_as_such(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, (record(by_hand=True),))
    qtbot.waitUntil(lambda: "Written down by you" in texts(page))


def test_changing_is_a_wish_about_the_chosen_session(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY)
    qtbot.keyClick(list_of(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.edit_requested) as wish:
        button(page, "Change pain or note").click()
    assert wish.args == ["r1"]


def test_what_does_not_apply_is_not_listed(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, (record(),), 1)
    qtbot.waitUntil(lambda: "Completed" in texts(page))
    assert not {"Why stopped", "Note", "Adapted", "Next day"} & set(texts(page))
    show(page, (record(next_day=0),), 1)
    list_of(page).chosen.emit(record(next_day=0))
    qtbot.waitUntil(lambda: "0 of 10" in texts(page))


def test_of_many_the_newest_come_first_and_more_can_be_asked_for(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY, 312)
    assert list_of(page).model().rowCount() == 50
    assert "312 sessions so far" in texts(page)
    with qtbot.waitSignal(page.more_requested):
        button(page, "Show more (50 of 312)").click()


def test_arrows_walk_through_the_sessions(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY, 50)
    for _ in range(3):
        qtbot.keyClick(list_of(page), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Fri\u00a027\u00a0Feb\u00a02026, 18:00" in texts(page))


@pytest.mark.parametrize("by", ["button", "key"])
def test_deleting_is_a_wish_about_the_chosen_session(page: HistoryPage, qtbot: QtBot, by: str) -> None:
    show(page, MANY, 50)
    qtbot.keyClick(list_of(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.delete_requested) as wish:
        if by == "button":
            button(page, "Delete this session").click()
        else:
            qtbot.keyClick(list_of(page), Qt.Key.Key_Delete)
    assert wish.args == ["r1"]


def test_a_deleted_session_can_be_had_back(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY[2:], 48, MANY[:2])
    said = "Deleted: “Five-minute seated ease”, Mon 2 Mar 2026, 18:00. After it, 1 more can be put back."
    assert said in texts(page)
    with qtbot.waitSignal(page.undo_requested) as wish:
        button(page, "Put back").click()
    assert wish.args == ["r0"]
    show(page, MANY)
    assert "Put back" not in names(shown(page, QAbstractButton))


def test_the_last_session_can_be_deleted_and_had_back(page: HistoryPage) -> None:
    show(page, (record(),), 1)
    show(page, (), 0, (record(),))
    assert button(page, "Put back")
    assert "No sessions yet" in texts(page)
    show(page, (record(),), 1)
    assert list_of(page).record == record()


def test_trouble_is_said_in_place_and_goes_with_the_next_success(page: HistoryPage) -> None:
    show(page, MANY, 50)
    page.show_trouble("The diary cannot be read just now.")
    assert "The diary cannot be read just now." in texts(page)
    assert list_of(page).model().rowCount() == 50
    show(page, MANY, 50)
    assert "The diary cannot be read just now." not in texts(page)


def test_what_is_not_offered_is_not_to_be_seen(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY)
    names_of = {"Add a past session", "Report for my clinician", "Export", "Import", "View: Sessions", "View: Charts"}
    assert not names_of & set(names(shown(page, QAbstractButton)))
    page.offer(Action.ADD)
    page.offer(Action.EXPORT)
    page.set_charts(QWidget())
    assert names_of - set(names(shown(page, QAbstractButton))) == {"Report for my clinician", "Import"}
    with qtbot.waitSignal(page.add_requested):
        button(page, "Add a past session").click()
    with qtbot.waitSignal(page.export_requested):
        button(page, "Export").click()


WORDS = {
    Action.REPORT: "Report for my clinician",
    Action.ADD: "Add a past session",
    Action.EXPORT: "Export",
    Action.IMPORT: "Import",
}


def test_there_is_no_report_on_an_empty_diary(page: HistoryPage) -> None:
    page.offer(*Action)
    show(page, ())
    offered = [word for word in WORDS.values() if "Report" not in word]
    assert names(shown(page, QAbstractButton)) == [*offered, "Choose a routine"]


@pytest.mark.parametrize("offered", list(Action))
def test_each_action_says_what_is_wanted(page: HistoryPage, qtbot: QtBot, offered: Action) -> None:
    page.offer(offered)
    show(page, (FULL,))
    only = button(page, WORDS[offered])
    wanted = {
        Action.ADD: page.add_requested,
        Action.REPORT: page.report_requested,
        Action.EXPORT: page.export_requested,
        Action.IMPORT: page.import_requested,
    }
    with qtbot.waitSignal(wanted[offered]):
        only.click()


def test_what_else_can_be_done_waits_behind_more(page: HistoryPage) -> None:
    page.offer(*Action)
    show(page, MANY)
    others = {"Add a past session", "Export", "Import"}
    more = button(page, "More to do with the diary")
    assert more.accessibleDescription() == "Add a past session, Export, Import"
    assert not others & set(names(shown(page, QAbstractButton)))
    more.click()
    assert others <= set(names(shown(page, QAbstractButton)))
    button(page, "Less: put these away").click()
    assert not others & set(names(shown(page, QAbstractButton)))


def test_a_session_that_is_opened_in_a_small_window_has_the_page_to_itself(page: HistoryPage, qtbot: QtBot) -> None:
    page.offer(*Action)
    show(page, MANY)
    page.resize(500, 600)
    qtbot.waitUntil(lambda: list_of(page).height() > page.height())
    qtbot.keyClick(list_of(page), Qt.Key.Key_Down)
    qtbot.keyClick(list_of(page), Qt.Key.Key_Return)
    assert not shown(page, SessionList)
    assert {"Back to sessions", "Change pain or note", "Delete this session"} == set(
        names(shown(page, QAbstractButton))
    )
    button(page, "Back to sessions").click()
    assert list_of(page).record == MANY[1]
    assert button(page, "Report for my clinician")


def test_a_session_far_down_comes_into_view_as_the_keys_reach_it(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, MANY)
    page.resize(500, 600)
    qtbot.waitUntil(lambda: list_of(page).height() > page.height() and list_of(page).width() > page.width() // 2)
    page.show_list()
    qtbot.keyClick(list_of(page), Qt.Key.Key_End)
    row = list_of(page).visualRect(list_of(page).currentIndex())
    assert 0 < list_of(page).mapTo(page, row.bottomLeft()).y() < page.height()


def test_charts_take_the_place_of_the_list(page: HistoryPage, qtbot: QtBot) -> None:
    charts = Text(TextRole.BODY, "Charts of many days")
    page.set_charts(charts)
    show(page, MANY)
    assert not charts.isVisible()
    with qtbot.waitSignal(page.view_chosen, check_params_cb=lambda view: view is View.CHARTS):
        button(page, "View: Charts").click()
    assert charts.isVisible()
    assert not shown(page, SessionList)
    assert shown(page, HistoryFilters)
    show(page, MANY)
    assert charts.isVisible()
    button(page, "View: Sessions").click()
    assert not charts.isVisible()
    assert list_of(page).model().rowCount() == 50


@pytest.mark.parametrize(("found", "total", "there"), [(1, 1, False), (2, 2, True), (0, 1, True)])
def test_there_is_something_to_choose_by_where_it_can_change_what_is_seen(
    page: HistoryPage, found: int, total: int, there: bool
) -> None:
    page.show_records(MANY[:found], found, total, {})
    assert bool(shown(page, HistoryFilters)) is there


def test_an_empty_diary_has_nothing_to_choose_by(page: HistoryPage) -> None:
    page.set_charts(Text(TextRole.BODY, "Charts"))
    show(page, ())
    assert not shown(page, HistoryFilters)
    assert names(shown(page, QAbstractButton)) == ["Choose a routine"]
    assert "Charts" not in texts(page)


def test_a_choice_that_nothing_fits_says_so_and_can_be_changed(page: HistoryPage, qtbot: QtBot) -> None:
    page.show_records((), 0, 12, {})
    assert "No session fits this choice" in texts(page)
    assert "0 of 12 sessions" in texts(page)
    (filters,) = shown(page, HistoryFilters)
    with qtbot.waitSignal(page.filter_chosen) as chosen:
        filters.changed.emit(HistoryFilter(Period.YEAR))
    assert chosen.args == [HistoryFilter(Period.YEAR)]


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("records", [(), (FULL,), MANY], ids=["none", "one", "many"])
def test_nothing_is_cut_off(
    dressed: QApplication, page: HistoryPage, qtbot: QtBot, size: tuple[int, int], records: tuple[Record, ...]
) -> None:
    show(page, records, len(records) * 3, MANY[:2])
    page.offer(*Action)
    page.set_charts(Text(TextRole.BODY, "Charts"))
    page.show_trouble("The diary cannot be read just now: another program holds it. Try again in a moment.")
    at_size(page, *size)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert all(sessions.accessibleName() for sessions in shown(page, SessionList))
    page.set_colours(DARK)


def test_whoever_hears_the_page_is_told_once_how_many_sessions_a_filter_leaves(
    page: HistoryPage, announced: list[str]
) -> None:
    page.filter_chosen.connect(
        lambda chosen: page.show_records(MANY[:3], 3 if chosen.condition else 50, 50, {MANY[0].routine_id: "Ease"})
    )
    show(page, MANY)
    assert announced == []
    (filters,) = page.findChildren(HistoryFilters)
    for chosen in (HistoryFilter(condition=Condition.OSTEOARTHRITIS), HistoryFilter()):
        filters.choose(chosen)
        filters.changed.emit(chosen)
    assert announced == ["3 of 50 sessions", "50 sessions so far"]


def test_whoever_hears_the_page_is_told_why_nothing_can_be_looked_at(page: HistoryPage, announced: list[str]) -> None:
    page.filter_chosen.connect(lambda _chosen: page.show_trouble("The diary cannot be read now."))
    show(page, MANY)
    (filters,) = page.findChildren(HistoryFilters)
    filters.changed.emit(HistoryFilter(Period.YEAR))
    assert announced == ["The diary cannot be read now."]
