"""Times leg by leg: in the column of their leg, each heard with what it is of, and no table where there is nothing."""

import pytest
from fakes import later, planned
from on_screen import on_screen
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.core.history import StageDone, StageOutcome, opened
from kneeguide.core.routine import Side
from kneeguide.ui.outcome_wording import LegTimes
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.leg_table import LegTable, muscles

ROWS = (
    LegTimes("Palm glides", {Side.LEFT: ("0:40", "Palm glides, left leg: 0:40"), Side.RIGHT: ("not done", "Not done")}),
    LegTimes("Knee bends", {None: ("0:30", "Knee bends: 0:30")}),
)


@pytest.fixture
def table(qtbot: QtBot, dressed: QApplication) -> LegTable:
    table = LegTable("Steps")
    on_screen(qtbot, table, 400, 300)
    return table


def label(table: LegTable, text: str) -> Text:
    (found,) = (each for each in table.findChildren(Text) if each.text() == text and each.isVisibleTo(table))
    return found


def ends(table: LegTable, text: str) -> int:
    found = label(table, text)
    return found.mapTo(table, QPoint(found.width(), 0)).x()


def test_a_time_stands_at_the_end_of_the_column_of_its_leg(table: LegTable, qtbot: QtBot) -> None:
    table.show_rows(ROWS)
    qtbot.waitUntil(lambda: "0:40" in texts(table))
    qtbot.waitUntil(lambda: ends(table, "0:40") == ends(table, "Left") > 0)
    assert ends(table, "not done") == ends(table, "Right") == ends(table, "0:30") == table.width()


def test_a_time_is_heard_with_what_it_is_of(table: LegTable, qtbot: QtBot) -> None:
    table.show_rows(ROWS)
    qtbot.waitUntil(lambda: "0:40" in texts(table))
    assert label(table, "0:40").accessibleName() == "Palm glides, left leg: 0:40"


def test_what_is_of_no_leg_needs_no_names_of_legs(table: LegTable, qtbot: QtBot) -> None:
    table.show_rows(ROWS[1:])
    qtbot.waitUntil(lambda: texts(table) == ["Steps", "Knee bends", "0:30"])


def test_without_rows_there_is_no_table(table: LegTable) -> None:
    table.show_rows(())
    assert not table.isVisible()


def test_muscles_have_a_row_each_with_both_legs_in_it() -> None:
    record = opened("one", planned(), 4, later().wall)
    for key, seconds in (("1-left-1", 40.0), ("1-right-1", 12.0)):
        record = record.with_stage(StageDone(key, 40, seconds, StageOutcome.DONE))
    (row,) = muscles(record)
    assert row.what == "Front of thigh"
    assert {side: time for side, (time, _) in row.times.items()} == {Side.LEFT: "0:40", Side.RIGHT: "0:12"}
