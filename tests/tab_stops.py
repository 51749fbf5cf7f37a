"""Where the Tab key stops, and whether it goes as one reads."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

MANY = 400
"""More stops than any page has: whoever gets so far goes round a trap."""


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab stops, once round the whole window."""
    stops: list[QWidget] = []
    for _ in range(MANY):
        QTest.keyClick(window.focusWidget() or window, key)
        here = window.focusWidget()
        assert here is not None, "the focus got lost"
        if here in stops:
            assert here is stops[0], f"Tab is caught between {named(here)} and {named(stops[-1])}"
            return stops
        stops.append(here)
    raise AssertionError("Tab never comes round")


def named(widget: QWidget) -> str:
    """A widget, for people who read a failed test."""
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def from_the_first(window: QWidget, stops: list[QWidget]) -> list[QWidget]:
    """The same round, begun where somebody begins who comes into the window."""
    first = window.nextInFocusChain()
    while first not in stops:
        first = first.nextInFocusChain()
    place = stops.index(first)
    return [*stops[place:], *stops[:place]]


def out_of_order(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Where the round does not go as one reads.

    What holds two stops in a row shows where each of its parts is. The next part lies farther along the line or lower
    down, or begins a column beside, and then nothing of the column that was left is still to come. What is left is not
    come back to.
    """
    found = []
    for place, (here, there) in enumerate(pairwise(stops)):
        holder = _holder(here, there)
        said = f"{named(here)} is followed by {named(there)}"
        left, entered = _part(holder, here), _part(holder, there)
        later = [_part(holder, stop) for stop in stops[place + 1 :] if holder.isAncestorOf(stop)]
        if left in later and left is not entered:
            found.append(f"{said}, and what holds the first is come back to")
            continue
        one, other = _seen(left, holder), _seen(entered, holder)
        if other.top() > one.bottom():
            continue  # lower down
        if _along(other, holder) < _along(one, holder):
            found.append(f"{said}, which one has read by then")
        elif other.bottom() < one.top():
            rest = [_seen(part, holder) for part in later]
            if any(_along(each, holder) < _along(other, holder) and each.top() <= one.bottom() for each in rest):
                found.append(f"{said}, before the column is at its end")
            elif _shares_a_column(one, other):
                found.append(f"{said}, which is higher up")
    return found


def _holder(one: QWidget, other: QWidget) -> QWidget:
    holder = one.parentWidget()
    while holder is not None and not holder.isAncestorOf(other):
        holder = holder.parentWidget()
    assert holder is not None
    return holder


def _part(holder: QWidget, stop: QWidget) -> QWidget:
    part = stop
    while part.parentWidget() is not holder:
        part = part.parentWidget()
    return part


def _seen(part: QWidget, holder: QWidget) -> QRect:
    return QRect(part.mapTo(holder, QPoint()), part.size())


def _along(place: QRect, holder: QWidget) -> int:
    """How far along a line, read in the direction of what holds it, a place begins."""
    return -place.right() if holder.isRightToLeft() else place.left()


def _shares_a_column(one: QRect, other: QRect) -> bool:
    return one.left() <= other.right() and other.left() <= one.right()
