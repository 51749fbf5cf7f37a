"""Sentences that a screen reader says of its own accord, without the focus having to move there."""

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, sentence: str, *, at_once: bool = True) -> None:
    """Have a sentence said once: ``at_once``, or when whatever is being said has come to its end."""
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(about, sentence)
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)


def in_one_breath(parts: Iterable[str]) -> str:
    """Titles and sentences as one text, with a stop after each."""
    return " ".join(part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part)
