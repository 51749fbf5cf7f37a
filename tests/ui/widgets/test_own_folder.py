"""The folder of one's own routines can be opened, and read again."""

from page_checks import button
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.own_folder import OwnFolder


def test_both_ways_can_be_pressed(qtbot: QtBot) -> None:
    made = OwnFolder()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened):
        button(made, "Open my routines folder").click()
    with qtbot.waitSignal(made.read_again):
        button(made, "Read the folder again").click()
    assert [each.accessibleName() for each in made.stops] == ["Open my routines folder", "Read the folder again"]
