"""The list of sessions: what a row says, what stays chosen, and that it is quick with many."""

from dataclasses import replace

import pytest
from fakes import later, planned
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.ui.theme import DARK, LIGHT, apply
from kneeguide.ui.widgets.session_list import SessionList

PLAN = planned()


def record(number: int, **changes: object) -> Record:
    made = replace(opened(f"r{number}", PLAN, 4, later(days=-number).wall), outcome=Outcome.COMPLETED, after=3)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def sessions(qtbot: QtBot) -> SessionList:
    sessions = SessionList(LIGHT)
    sessions.resize(460, 500)
    qtbot.addWidget(sessions)
    return sessions


def spoken(sessions: SessionList, row: int) -> str:
    return str(sessions.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_row_says_what_when_how_long_and_how_the_knee_was(sessions: SessionList) -> None:
    sessions.show_records((record(0), record(1, outcome=Outcome.STOPPED, after=None)))
    assert spoken(sessions, 0) == "Five-minute seated ease, Mon 2 Mar 2026, 18:00, 0 min, Completed, Pain 4 → 3"
    assert spoken(sessions, 1).endswith("Stopped at 0:00 of 3:25, Pain 4 → not answered")


def test_the_newest_is_chosen_first_and_told(sessions: SessionList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sessions.chosen) as told:
        sessions.show_records((record(0), record(1)))
    assert told.args == [record(0)]
    assert sessions.record == record(0)


def test_the_choice_stays_on_its_session_when_others_come_or_go(sessions: SessionList) -> None:
    sessions.show_records(tuple(record(number) for number in range(5)))
    sessions.setCurrentIndex(sessions.model().index(3, 0))
    sessions.show_records(tuple(record(number) for number in (1, 2, 3, 4, 5, 6)))
    assert sessions.record == record(3)


def test_when_the_chosen_one_goes_the_one_in_its_place_is_chosen(sessions: SessionList, qtbot: QtBot) -> None:
    sessions.show_records(tuple(record(number) for number in range(3)))
    sessions.setCurrentIndex(sessions.model().index(2, 0))
    with qtbot.waitSignal(sessions.chosen) as told:
        sessions.show_records((record(0), record(1)))
    assert told.args == [record(1)]
    sessions.show_records(())
    assert sessions.record is None


def test_delete_asks_to_delete_and_arrows_move(sessions: SessionList, qtbot: QtBot) -> None:
    sessions.show_records((record(0), record(1)))
    qtbot.keyClick(sessions, Qt.Key.Key_Down)
    assert sessions.record == record(1)
    with qtbot.waitSignal(sessions.delete_requested):
        qtbot.keyClick(sessions, Qt.Key.Key_Delete)


def test_pain_gets_a_line_of_its_own_where_there_is_little_room(sessions: SessionList) -> None:
    sessions.show_records((record(0),))
    heights = []
    for width in (460, 200):
        sessions.resize(width, 500)
        sessions.grab()
        heights.append(sessions.sizeHintForRow(0))
    assert heights[1] > heights[0]


LONG = "Chair and wall session for the front of the knee"


def painted_words(sessions: SessionList, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    draw = QPainter.drawText
    monkeypatch.setattr(QPainter, "drawText", lambda *args: (words.append(args[-1]), draw(*args)))
    sessions.grab()
    return words


def test_a_long_title_goes_on_in_a_second_line(sessions: SessionList, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions.resize(300, 500)
    sessions.show_records((record(0, title=LONG), record(1)))
    words = painted_words(sessions, monkeypatch)
    assert " ".join(words[:2]) == LONG
    assert sessions.sizeHintForRow(0) > sessions.sizeHintForRow(1)


def test_only_a_title_that_two_lines_do_not_hold_is_cut(sessions: SessionList, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions.resize(300, 500)
    sessions.show_records((record(0, title=f"{LONG}, and {LONG}"),))
    assert painted_words(sessions, monkeypatch)[1].endswith("…")


def test_little_room_is_more_for_large_letters(dressed: QApplication, sessions: SessionList) -> None:
    sessions.resize(300, 500)
    sessions.show_records((record(0),))
    sessions.grab()
    usual = sessions.sizeHintForRow(0)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    sessions.grab()
    assert sessions.sizeHintForRow(0) > 2 * usual


def test_rows_are_painted_in_the_colours_of_the_theme(sessions: SessionList) -> None:
    sessions.show_records((record(0), record(1)))

    def has(colour: str) -> bool:
        image = sessions.grab().toImage()
        wanted = QColor(colour).rgb()
        return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(90))

    assert has(LIGHT.lead_tint)
    sessions.set_colours(DARK)
    assert has(DARK.lead_tint)
    assert not has(LIGHT.lead_tint)


def test_a_thousand_sessions_are_painted_no_more_than_the_window_shows(
    sessions: SessionList, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = []
    delegate = sessions.itemDelegate()
    paint = type(delegate).paint
    monkeypatch.setattr(
        type(delegate),
        "paint",
        lambda *args: (painted.append(args[3].row()), paint(*args)),  # type: ignore[func-returns-value]
    )
    sessions.show_records(tuple(record(number) for number in range(1000)))
    sessions.grab()
    assert 0 < len(set(painted)) < 20
