"""What one may want to know of a step beside how it is done is folded away."""

from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import names, shown, texts

from kneeguide.ui.widgets.more_about_step import MoreAboutStep

TOLD = "How it should feel: warm.\nSources: Somebody 2022."


def test_what_is_beside_the_step_opens_and_shuts_in_place(qtbot: QtBot) -> None:
    more = MoreAboutStep("Palm glides", TOLD.split("\n"))
    on_screen(qtbot, more)
    (turn,) = shown(more, QAbstractButton)
    assert names([turn]) == ["More about it: Palm glides"]
    assert TOLD not in texts(more)
    turn.click()
    assert names([turn]) == ["Less about it: Palm glides"]
    assert turn.accessibleDescription() == TOLD
    assert TOLD in texts(more)
    turn.click()
    assert TOLD not in texts(more)
