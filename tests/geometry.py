"""What is wrong with the places of things in a window, by measuring: words that are cut off or lie over each other,
widgets that cover each other, stand out of the window, or are too small to press.
"""

from collections.abc import Iterator
from itertools import combinations

from painted_words import painted_words
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from kneeguide.ui.widgets.caption import Caption
from kneeguide.ui.widgets.cue_line import CueLine
from kneeguide.ui.widgets.next_step import NextStep

TARGET = 44
"""The least height of what is pressed, in pixels."""

LEAST_VIEW = 80
"""What scrolls must show at least so many pixels at once: two lines of large letters."""

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractSlider)
_NEARLY = 1.5
"""Letters are placed to fractions of a pixel."""


def geometry_faults(window: QWidget, shortened: str = "") -> list[str]:
    """All of what is below, in words. ``shortened``: a title so long that a list need not show all of it."""
    return [
        *words_cut_off(window, shortened),
        *words_over_words(window),
        *covered(window),
        *out_of_the_window(window),
        *too_small(window),
    ]


def words_cut_off(window: QWidget, shortened: str = "") -> Iterator[str]:
    """Words that do not fit the widget that paints them, or that it shortened. What is typed into a line scrolls."""
    for widget in _visible(window):
        if isinstance(widget, QLineEdit) and widget.text():
            continue
        room, scrolls = _room_for_words(widget)
        for words in painted_words(widget):
            beyond = words.place.left() < room.left() - _NEARLY or words.place.right() > room.right() + _NEARLY
            cut = words.place.top() < room.top() - _NEARLY or words.place.bottom() > room.bottom() + _NEARLY
            if beyond or (cut and not scrolls):
                yield f"{_named(widget)} cuts off {words.text!r}: {_numbers(words.place)} in {_numbers(room)}"
            elif words.text.endswith("…") and not _is_meant(words.text, widget, shortened):
                yield f"{_named(widget)} shortens {words.text!r}"


def words_over_words(window: QWidget) -> Iterator[str]:
    """Words of one widget that lie over each other."""
    for widget in _visible(window):
        for one, other in combinations(painted_words(widget), 2):
            shared = one.ink & other.ink
            if shared.width() > _NEARLY and shared.height() > _NEARLY:
                yield f"{_named(widget)} paints {one.text!r} over {other.text!r}"


def covered(window: QWidget) -> Iterator[str]:
    """Widgets beside each other that share pixels."""
    for parent in _visible(window):
        beside = [each for each in _children(parent) if not each.isWindow()]
        for one, other in combinations(beside, 2):
            shared = one.geometry() & other.geometry()
            if not shared.isEmpty() and not _lies_on_purpose(one, other):
                yield f"{_named(one)} and {_named(other)} share {shared.width()}x{shared.height()} px"


def out_of_the_window(window: QWidget) -> Iterator[str]:
    """Widgets that stand out of what holds them, save upwards and downwards in what scrolls."""
    for widget in _visible(window):
        parent = widget.parentWidget()
        if widget is window or parent is None or isinstance(parent, QScrollBar):
            continue
        place, room = widget.geometry(), parent.rect()
        beyond = place.left() < 0 or place.right() > room.right()
        scroll = parent.parentWidget()
        if isinstance(scroll, QScrollArea) and parent is scroll.viewport():
            if beyond and scroll.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                yield f"{_named(widget)} is {place.width()} px wide in {room.width()}, which do not scroll sideways"
            if min(room.height(), place.height()) < min(LEAST_VIEW, place.height()):
                yield f"{_named(widget)} is seen through {room.height()} px"
        elif beyond or place.top() < 0 or place.bottom() > room.bottom():
            yield f"{_named(widget)} at {_numbers(place)} stands out of {_named(parent)}, {_numbers(room)}"


def too_small(window: QWidget) -> Iterator[str]:
    """What can be pressed and is not high enough."""
    for widget in _visible(window):
        if isinstance(widget, QAbstractItemView):
            for row in range(widget.model().rowCount() if widget.model() else 0):
                height = widget.visualRect(widget.model().index(row, 0)).height()
                if 0 < height < TARGET:
                    yield f"row {row} of {_named(widget)} is {height} px high"
        is_inside = isinstance(widget.parentWidget(), QComboBox | QLineEdit | QAbstractSpinBox | QAbstractItemView)
        is_bar = isinstance(widget, QScrollBar)
        if isinstance(widget, _CONTROLS) and not is_inside and not is_bar and widget.height() < TARGET:
            yield f"{_named(widget)} is {widget.height()} px high"


def _visible(window: QWidget) -> list[QWidget]:
    return [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]


def _children(parent: QWidget) -> list[QWidget]:
    return [each for each in parent.children() if isinstance(each, QWidget) and each.isVisible()]


def _room_for_words(widget: QWidget) -> tuple[QRectF, bool]:
    """Where a widget may paint words, and whether it can be scrolled up and down to them."""
    parent = widget.parentWidget()
    scrolls = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    room = widget.rect()
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
        room = QRect(room.left(), 0, room.width(), widget.height())
    return QRectF(room), scrolls


def _is_meant(text: str, widget: QWidget, shortened: str) -> bool:
    """Whether dots at the end are the writer's, or stand for the rest of a title that may be shortened."""
    return text in (widget.property("text") or "") or text.removesuffix("…") in shortened


def _lies_on_purpose(one: QWidget, other: QWidget) -> bool:
    """What is said lies over how it is done or what comes next for as long as it is said: there is room for one."""
    return {type(one), type(other)} in ({CueLine, Caption}, {NextStep, Caption})


def _named(widget: QWidget) -> str:
    words = widget.accessibleName() or widget.property("text") or widget.objectName()
    kind = type(widget).__name__
    return f"{kind} {words!r}" if words else f"{kind} of {type(widget.parentWidget()).__name__}"


def _numbers(place: QRect | QRectF) -> str:
    return f"{place.left():.0f},{place.top():.0f} {place.width():.0f}x{place.height():.0f}"
