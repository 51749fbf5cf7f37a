"""Changes which rules of the style sheet a widget falls under. Qt looks that up only once, unless it is told."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, rule: str, value: str) -> None:
    """Give a widget the look ``value`` of a ``rule`` of the style sheet: ``box``, ``kind`` or ``tone``."""
    if widget.property(rule) == value:
        return
    widget.setProperty(rule, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
