"""The grounds that things lie on, and the frame that every page shares."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.ui import theme
from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.look import set_look
from kneeguide.ui.widgets.scroller import Scroller
from kneeguide.ui.widgets.wrapping_row import WrappingRow

STEP = theme.STEP
"""All distances are multiples of this many pixels."""

WIDEST = 240 * STEP
"""Pixels that a page is wide at most, at the usual size of letters: words and what belongs to them stay together."""

_MARGIN, _ABOVE = 9 * STEP, 7 * STEP
TITLE_LINE = 46
"""Pixels beside and above what is on a page, and the height of the line of its title: that of a button, which may
stand in it, so that titles stand equally high on all pages."""


def side_margin(width: int, widest: int) -> int:
    """How many pixels of this ``width`` are free on each side of a column in its middle."""
    return max(_MARGIN, (width - round(widest * letter_scale())) // 2)


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
    """A page: a title with a line below it and a body, which scroll, and a bar at the foot that is always in view.

    All of them stand in one column in the middle. ``WIDEST``: pixels that it is wide at the usual size of letters, or
    None, if there is use for all the width.
    """

    WIDEST: int | None = WIDEST

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(TextRole.TITLE)
        self.lead = Text(TextRole.QUIET)
        self.beside_title = QHBoxLayout()
        self.beside_title.setSpacing(2 * STEP)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.title, 1)
        top.addStrut(TITLE_LINE)
        top.addLayout(self.beside_title)

        content = Scrolled()
        content.setProperty("box", "scrolled")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * STEP)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(_MARGIN, _ABOVE, _MARGIN, 6 * STEP)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addWidget(self.lead)
        self._column.addSpacing(4 * STEP)
        self._column.addLayout(self.body, 1)
        self.scroll_area = Scroller()
        self.scroll_area.setWidget(content)

        bar = QFrame()
        bar.setProperty("box", "bar")
        self._in_bar = QVBoxLayout(bar)
        self.foot = WrappingRow()
        self._in_bar.addLayout(self.foot)
        self.bar = bar
        bar.hide()

        self._on_top: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.scroll_area, 1)
        self._whole.addWidget(bar)
        self._fit_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit_column()

    def changeEvent(self, event: QEvent) -> None:
        """Wider letters want a wider column."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit_column()
        super().changeEvent(event)

    def show_heading(self, title: str, lead: str = "", subject: str = "") -> None:
        """Set the words at the top; an empty line takes no room. ``subject``: what the page is about, before the lead.

        Nothing stands above the title, so that titles stand equally high on all pages.
        """
        self.title.setText(title)
        self.setAccessibleName(title)  # where a page has the focus itself, and before what in it has it
        lines = [said for said in (subject, lead) if said]
        self.lead.setText(" · ".join(lines))
        self.lead.setVisible(bool(lines))

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

    def keep_on_top(self, widget: QWidget) -> None:
        """Put something above all that scrolls, where it is always in view."""
        self._on_top = widget
        self._whole.insertWidget(0, widget)
        self._fit_column()

    def stand_in_the_middle(self) -> None:
        """Leave as much room above the title as below the body, where there is room to spare."""
        self._column.setStretchFactor(self.body, 0)
        self._column.insertStretch(0, 1)
        self._column.addStretch(1)

    def show_whole(self, widget: QWidget) -> None:
        """Bring something in the body into view, though it may have come up only now."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # or it would have no place yet
        self.scroll_area.show_whole(widget)

    def _fit_column(self) -> None:
        margin = _MARGIN if self.WIDEST is None else side_margin(self.width(), self.WIDEST)
        self.scroll_area.keep_margin(self._column, margin, margin)
        self._in_bar.setContentsMargins(margin, 3 * STEP, margin, 3 * STEP)
        if self._on_top is not None:
            self._on_top.setContentsMargins(margin, 3 * STEP, margin, 2 * STEP)

    def _put_foot_last(self) -> None:
        """Tab goes in the order in which things came, and the foot came before what is new in the body."""
        is_hidden = self.bar.isHidden()
        self.bar.setParent(None)
        self._whole.addWidget(self.bar)
        self.bar.setHidden(is_hidden)
