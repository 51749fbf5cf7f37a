"""The grounds that things lie on, and the frame that every page shares."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.ui import theme
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.look import set_look
from kneeguide.ui.widgets.scroller import Scroller
from kneeguide.ui.widgets.wrapping_row import WrappingRow

STEP = theme.STEP
"""All distances are multiples of this many pixels."""


class Box(QFrame):
    """A ground (``card``, ``stop``, ``care``, ``lead``, ``stage`` or ``bar``) with things below each other."""

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        self.column.setSpacing(2 * STEP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_kind(self, kind: str) -> None:
        """Lie on another ground."""
        set_look(self, "box", kind)


class Scrolled(QWidget):
    """What scrolls. Its height follows from its width alone, or wrapped text would leave a gap at the end."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class PageFrame(QWidget):
    """A page: a title with a line below it and a body, which scroll, and a bar at the foot that is always in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kicker = Text(TextRole.QUIET)
        self.title = Text(TextRole.TITLE)
        self.lead = Text(TextRole.QUIET)
        self.kicker.hide()
        self.beside_title = QHBoxLayout()
        self.beside_title.setSpacing(2 * STEP)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addLayout(self.beside_title)
        self.beside_lead = QHBoxLayout()
        below = QHBoxLayout()
        below.addWidget(self.lead, 1)
        below.addLayout(self.beside_lead)

        content = Scrolled()
        content.setProperty("box", "scrolled")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * STEP)
        column = QVBoxLayout(content)
        column.setContentsMargins(9 * STEP, 7 * STEP, 9 * STEP, 6 * STEP)
        column.setSpacing(STEP)
        column.addWidget(self.kicker)
        column.addLayout(top)
        column.addLayout(below)
        column.addSpacing(3 * STEP)
        column.addLayout(self.body, 1)
        self.scroll_area = Scroller()
        self.scroll_area.setWidget(content)
        self.scroll_area.keep_margin(column, 9 * STEP)

        bar = QFrame()
        bar.setProperty("box", "bar")
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(9 * STEP, 3 * STEP, 9 * STEP, 3 * STEP)
        self.foot = WrappingRow()
        inside.addLayout(self.foot)
        self.bar = bar
        bar.hide()

        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.scroll_area, 1)
        self._whole.addWidget(bar)

    def show_heading(self, title: str, lead: str = "", kicker: str = "") -> None:
        """Set the words at the top; empty lines take no room."""
        self.title.setText(title)
        self.setAccessibleName(title)  # where a page has the focus itself, and before what in it has it
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.kicker.setText(kicker)
        self.kicker.setVisible(bool(kicker))

    @property
    def spoken(self) -> str:
        """What screen readers say when the page comes to the front."""
        return in_one_breath((self.title.text(), self.lead.text()))

    def scroll_to_top(self) -> None:
        """Show the beginning of the body.

        What had the keyboard when the page was last in front is forgotten, or Qt would give it back and scroll there.
        """
        last = self.focusWidget()
        if last is not None and not self.isVisible():
            last.clearFocus()
        self.scroll_area.verticalScrollBar().setValue(0)

    def put_in_place_of(self, old: QWidget, new: QWidget) -> None:
        """Exchange one thing in the body for another; Tab comes to it before the foot."""
        self.body.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        self._put_foot_last()

    def show_whole(self, widget: QWidget) -> None:
        """Bring something in the body into view."""
        self.scroll_area.show_whole(widget)

    def _put_foot_last(self) -> None:
        """Tab goes in the order in which things came, and the foot came before what is new in the body."""
        is_hidden = self.bar.isHidden()
        self.bar.setParent(None)
        self._whole.addWidget(self.bar)
        self.bar.setHidden(is_hidden)
