"""What is announced reaches Qt as it was written, and says whether it may wait."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.announcement import announce


@pytest.mark.parametrize("at_once", [True, False])
def test_a_sentence_is_handed_to_qt_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        told.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    about = QWidget()
    qtbot.addWidget(about)
    announce(about, "Paused. Nothing is lost.", at_once=at_once)
    politeness = QAccessible.AnnouncementPoliteness
    assert told == [("Paused. Nothing is lost.", politeness.Assertive if at_once else politeness.Polite)]
