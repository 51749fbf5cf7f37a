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
    (detail,) = shown(view, SessionDetail)
    qtbot.waitUntil(lambda: (detail.mapTo(view, QPoint()).x() > 0) is beside)
    assert (detail.mapTo(view, QPoint()).y() == 0) is beside
