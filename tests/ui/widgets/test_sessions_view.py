"""The chosen session is seen in full, beside the list where both have room, and wishes are about that one."""

from dataclasses import replace

import pytest
from fakes import later, planned
from on_screen import on_screen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide import paths
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.session_detail import SessionDetail
from kneeguide.ui.widgets.session_list import SessionList
from kneeguide.ui.widgets.sessions_view import SessionsView


def record(number: int) -> Record:
    made = opened(f"r{number}", planned(), 4, later(days=-number).wall)
    return replace(made, outcome=Outcome.COMPLETED, after=3, note=f"Note {number}.")


MANY = tuple(record(number) for number in range(5))


@pytest.fixture
def view(qtbot: QtBot, dressed: QApplication) -> SessionsView:
    view = SessionsView(LIGHT)
    on_screen(qtbot, view, 900, 600)
    return view


def list_of(view: SessionsView) -> SessionList:
    (sessions,) = shown(view, SessionList)
    return sessions


def test_the_newest_is_chosen_and_arrows_lead_to_the_others(view: SessionsView, qtbot: QtBot) -> None:
    assert view.is_empty
    assert view.chosen is None
    view.show_records(MANY, len(MANY))
    assert not view.is_empty
    assert view.chosen == MANY[0]
    qtbot.waitUntil(lambda: "Note 0." in texts(view))
    view.lead_to_list()
    qtbot.keyClick(list_of(view), Qt.Key.Key_Down)
    assert view.chosen == MANY[1]
    qtbot.waitUntil(lambda: "Note 1." in texts(view))


def test_wishes_are_about_the_chosen_session(view: SessionsView, qtbot: QtBot) -> None:
    view.show_records(MANY, len(MANY))
    qtbot.keyClick(list_of(view), Qt.Key.Key_Down)
    with qtbot.waitSignal(view.edit_requested) as wish:
        button(view, "Change pain or note").click()
    assert wish.args == ["r1"]
    with qtbot.waitSignal(view.delete_requested) as wish:
        qtbot.keyClick(list_of(view), Qt.Key.Key_Delete)
    assert wish.args == ["r1"]


def test_where_nothing_is_chosen_nothing_is_wished(view: SessionsView, qtbot: QtBot) -> None:
    view.show_records((), 0)
    with qtbot.assertNotEmitted(view.delete_requested):
        qtbot.keyClick(list_of(view), Qt.Key.Key_Delete)


@pytest.mark.parametrize(("found", "more"), [(5, set()), (12, {"Show more (5 of 12)"})])
def test_more_can_be_asked_for_where_there_are_more(
    view: SessionsView, qtbot: QtBot, found: int, more: set[str]
) -> None:
    view.show_records(MANY, found)
    assert {name for name in names(shown(view, Button)) if name.startswith("Show more")} == more
    for name in more:
        with qtbot.waitSignal(view.more_requested):
            button(view, name).click()


@pytest.mark.parametrize(("width", "percent", "beside"), [(900, 100, True), (560, 100, False), (900, 200, False)])
def test_the_chosen_session_stands_beside_the_list_where_both_have_room(
    dressed: QApplication, view: SessionsView, qtbot: QtBot, width: int, percent: int, beside: bool
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), percent)
    view.show_records(MANY, len(MANY))
    QApplication.processEvents()  # only then the words have their new size
    view.resize(width, 620)
    qtbot.waitUntil(lambda: bool(shown(view, SessionDetail)) is beside)
    assert shown(view, SessionList)
    if beside:
        (detail,) = shown(view, SessionDetail)
        qtbot.waitUntil(lambda: detail.mapTo(view, QPoint()).x() > 0)
        assert detail.mapTo(view, QPoint()).y() == 0


@pytest.mark.parametrize("by", ["click", "Enter", "Space"])
def test_where_there_is_room_for_one_a_session_opens_in_place_of_the_list(
    view: SessionsView, qtbot: QtBot, by: str
) -> None:
    view.show_records(MANY, len(MANY))
    view.resize(500, 600)
    qtbot.waitUntil(lambda: not shown(view, SessionDetail))
    sessions = list_of(view)
    with qtbot.waitSignal(view.opened):
        if by == "click":
            place = sessions.visualRect(sessions.model().index(2, 0)).center()
            qtbot.mouseClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=place)
        else:
            qtbot.keyClick(sessions, {"Enter": Qt.Key.Key_Return, "Space": Qt.Key.Key_Space}[by])
    assert view.is_open
    assert not shown(view, SessionList)
    qtbot.waitUntil(lambda: f"Note {2 if by == 'click' else 0}." in texts(view))


@pytest.mark.parametrize("by", ["button", "Esc", "room"])
def test_from_an_open_session_there_is_a_way_back_to_the_list(view: SessionsView, qtbot: QtBot, by: str) -> None:
    view.show_records(MANY, len(MANY))
    view.resize(500, 600)
    qtbot.keyClick(list_of(view), Qt.Key.Key_Return)
    with qtbot.waitSignal(view.closed):
        if by == "room":
            view.resize(900, 600)
        elif by == "Esc":
            qtbot.keyClick(button(view, "Back to sessions"), Qt.Key.Key_Escape)
        else:
            button(view, "Back to sessions").click()
    assert not view.is_open
    assert shown(view, SessionList)


def test_where_both_have_room_nothing_opens(view: SessionsView, qtbot: QtBot) -> None:
    view.show_records(MANY, len(MANY))
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(list_of(view), Qt.Key.Key_Return)


def test_a_short_list_is_as_high_as_its_sessions_and_a_long_one_as_the_room(view: SessionsView, qtbot: QtBot) -> None:
    view.show_records(MANY[:1], 1)
    qtbot.waitUntil(lambda: 0 < list_of(view).height() < 120)
    view.show_records(tuple(record(number) for number in range(30)), 30)
    qtbot.waitUntil(lambda: list_of(view).height() == view.height())
    (detail,) = shown(view, SessionDetail)
    assert detail.height() == view.height()
