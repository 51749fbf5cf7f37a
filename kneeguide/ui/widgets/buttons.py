"""Buttons by what they are for. Their text is shown as it is written, ampersands included."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from kneeguide.ui.widgets.icons import Icon, button_icon, button_icon_size, clear_pixmap
from kneeguide.ui.widgets.key_focus import hide_focus, is_pointed, shows_focus
from kneeguide.ui.widgets.look import set_look

_INSIDE = 5, 5, -5, -5
_CORNER = 8
_BESIDE_LINK = 9
_PILLS = frozenset({"chip", "yes", "no"})
"""Of the line that shows the focus: its distance from the edges, how round it is, and what ends in half circles; and
what the style sheet leaves free beside a link, for its ring."""


class Button(QPushButton):
    """A push button of one kind.

    ``primary`` is the one next step of a page, ``plain`` any other, ``stop`` ends something, ``link`` is quiet,
    ``chip``, ``nav`` and ``scale`` stay down when chosen, ``yes`` and ``no`` answer a question. ``icon``: stands before
    the words.
    """

    def __init__(
        self, text: str, kind: str = "plain", parent: QWidget | None = None, *, icon: Icon | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = icon
        self._drawn: object = None
        self.setProperty("kind", kind)
        self.setCheckable(kind in ("chip", "nav", "scale", "yes", "no"))  # before a screen reader hears of it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_label(text)
        if icon is not None:
            self.setIconSize(button_icon_size())
            self.setIcon(QIcon(clear_pixmap(button_icon_size())))

    @property
    def picture(self) -> Icon | None:
        """What stands before the words."""
        return self._picture

    def changeEvent(self, event: QEvent) -> None:
        """Make room for an icon of another size."""
        if self._picture is not None and event.type() is QEvent.Type.StyleChange:
            self.setIconSize(button_icon_size())
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon and the focus as they are now.

        The icon takes the colours that the words have by now, which change often before anything is seen. Where the
        ground is strong, a light line inside the frame shows the focus: the frame alone is hard to see.
        """
        if self._picture is not None:
            self._draw_icon()
        super().paintEvent(event)
        is_filled = self.isChecked() or self.property("kind") == "primary"
        if shows_focus(self) and is_filled and self.property("kind") != "nav":
            line = QRectF(self.rect()).adjusted(*_INSIDE)
            half = line.height() / 2
            round_off = half if self.property("kind") in _PILLS else min(_CORNER, half)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 2))
            painter.drawRoundedRect(line, round_off, round_off)
            painter.end()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self.hasFocus() and is_pointed(self):
            hide_focus(option)
        if self.property("kind") == "link" and not shows_focus(self):
            option.rect = option.rect.translated(self._overhang(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does, once for each time it is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click: its second half may fall on a button of the page that the first opened."""
        event.accept()

    def set_kind(self, kind: str) -> None:
        """Become more or less prominent: ``primary``, ``plain``, ``stop`` or ``link``."""
        set_look(self, "kind", kind)

    def set_label(self, text: str) -> None:
        """Show this text and give it to screen readers."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def _overhang(self) -> int:
        """How far words that have no frame are moved, to stand flush with the edge of the column that they end at."""
        around = self.parentWidget()
        if around is None:
            return 0
        layout, place, column = around.layout(), self.geometry(), around.contentsRect()
        if layout is not None:
            column = column.marginsRemoved(layout.contentsMargins())
        at_left, at_right = place.left() <= column.left(), place.right() >= column.right()
        if at_left and at_right:
            at_left = not self.isRightToLeft()
        return -_BESIDE_LINK if at_left else _BESIDE_LINK if at_right else 0

    def _draw_icon(self) -> None:
        assert self._picture is not None
        palette, words = self.palette(), QPalette.ColorRole.ButtonText
        ink = palette.color(QPalette.ColorRole.Link if self.isChecked() else words)
        looks = (ink, self.iconSize(), self.isRightToLeft())
        if looks == self._drawn:
            return
        self._drawn = looks
        picture = button_icon(self._picture, ink, mirrored=self.isRightToLeft())
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)  # or Qt would grey what has the colour of greyed words already
        self.setIcon(icon)
