"""A list says of each value what it was told to say, and gives the value itself."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.list_rows import VALUE, ListRows

ROLE = Qt.ItemDataRole


def test_each_row_gives_its_value_its_name_and_what_else_is_said_of_it(qtbot: QtBot) -> None:
    rows: ListRows[int] = ListRows(lambda number: f"No. {number}", lambda number: "odd" if number % 2 else None)
    rows.replace((3, 4))
    assert rows.rowCount() == 2
    assert [rows.index(row).data(VALUE) for row in range(2)] == [3, 4]
    for role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
        assert [rows.index(row).data(role) for row in range(2)] == ["No. 3", "No. 4"]
    assert [rows.index(row).data(ROLE.AccessibleDescriptionRole) for row in range(2)] == ["odd", None]
    assert rows.index(0).data(ROLE.DecorationRole) is None


def test_other_values_take_the_place_of_all_and_no_row_lies_in_another(qtbot: QtBot) -> None:
    rows: ListRows[str] = ListRows(str)
    rows.replace(("a", "b"))
    with qtbot.waitSignal(rows.modelReset):
        rows.replace(("c",))
    assert [rows.index(row).data() for row in range(rows.rowCount())] == ["c"]
    assert rows.rowCount(rows.index(0)) == 0
    assert rows.data(rows.index(5)) is None
