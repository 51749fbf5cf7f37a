"""The table behind a chart: all figures, by rows, for keys and screen readers."""

from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.chart_table import ChartTable


def cells(table: ChartTable) -> list[list[object]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_rows_columns_and_their_names(qtbot: QtBot) -> None:
    table = ChartTable("Minutes")
    on_screen(qtbot, table, 500, 300)
    table.show_rows(("When", "Time"), [1, 2], lambda number: (f"week {number}", f"{number} min"))
    assert cells(table) == [["week 1", "1 min"], ["week 2", "2 min"]]
    header = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert header == ["When", "Time"]
    assert table.accessibleName() == "Minutes"
    assert table.model().headerData(0, Qt.Orientation.Vertical) is None
    table.show_rows(("When",), [], lambda _: ())
    assert cells(table) == []


def test_only_what_is_seen_is_put_into_words(qtbot: QtBot) -> None:
    asked: set[int] = set()

    def words(number: int) -> tuple[str]:
        asked.add(number)
        return (str(number),)

    table = ChartTable("Days")
    on_screen(qtbot, table, 500, 300)
    table.show_rows(("Day",), range(100_000), words)
    table.grab()
    assert 0 < len(asked) < 100


def test_arrows_walk_and_tab_leaves(qtbot: QtBot) -> None:
    both = QWidget()
    column = QVBoxLayout(both)
    table, after = ChartTable("Days"), QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    on_screen(qtbot, both, 500, 400)
    table.show_rows(("Day", "What"), [1, 2, 3], lambda number: (str(number), "x"))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert both.window().focusWidget() is after


def test_long_words_in_the_second_column_are_not_cut(qtbot: QtBot) -> None:
    table = ChartTable("Days")
    on_screen(qtbot, table, 660, 300)
    words = "one session, knee more sore the next day"
    table.show_rows(("Day", "What was"), [1], lambda _: ("Mon 16 Feb 2026", words))
    for column, text in enumerate(("Mon 16 Feb 2026", words)):
        assert table.fontMetrics().horizontalAdvance(text) < table.columnWidth(column)
    table.show_rows(("When", "Before", "After", "Next day"), [1], lambda _: ("Week of 23 Feb 2026", "3", "4", "5"))
    assert table.fontMetrics().horizontalAdvance("Week of 23 Feb 2026") < table.columnWidth(0)
