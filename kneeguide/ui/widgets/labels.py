"""The only place where labels are made.

A bare QLabel guesses whether its text is rich, and would load a picture named in a routine's title. These are always
plain.
"""

from functools import cache

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.look import set_look

_LEADING = 1.45
"""From one line to the next, as a share of the size of the letters: closer ones are hard to follow."""

_LED = frozenset({TextRole.LARGE, TextRole.BODY, TextRole.STRONG, TextRole.QUIET, TextRole.SMALL})
"""What is read in several lines. Headings hold together better as they are."""


class Text(QLabel):
    """Plain text in the letters of its role; long text wraps, with room between its lines.

    A label of Qt's has no say in how far its lines are apart. So where there are several, they are painted here; what
    can be copied, and what has the size of its letters from its page, is left to Qt.
    """

    def __init__(self, role: TextRole, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._pixels: int | None = None
        self._can_be_copied = False
        self._dress()
        self.setProperty("textRole", role.value)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_role(self, role: TextRole) -> None:
        """Speak louder or softer, in the same colour."""
        self._role = role
        self._dress()

    def set_letters(self, pixels: int) -> None:
        """Keep to this size, for a page that gives its words the sizes that it has room for."""
        self._pixels = pixels
        self._dress()

    def height_at(self, pixels: int, width: int) -> int:
        """How high the text would be in letters of this size, broken into lines of this width, in pixels."""
        return _height_at(self.text(), font_for(self._role, pixels), width)

    def balance(self, width: int) -> None:
        """Break centred lines so that in this width no word stands alone; there are no more lines for that."""
        height = _height_at(self.text(), self.font(), width)
        least, most = width // 2, width
        while least < most:
            middle = (least + most) // 2
            if _height_at(self.text(), self.font(), middle) > height:
                least = middle + 1
            else:
                most = middle
        aside = (width - most) // 2
        if aside != self.contentsMargins().left():
            self.setContentsMargins(aside, 0, aside, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        """Let the words be copied: Qt keeps those in a document of its own."""
        super().setTextInteractionFlags(flags)
        self._can_be_copied = True
        self._dress()

    def sizeHint(self) -> QSize:
        return self._led(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._led(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        height = super().heightForWidth(width)
        return height + self._between(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint several lines with room between them, and one as Qt does."""
        room = self.contentsRect()
        lines = self._broken(room.width()) if self._gap and room.height() >= 2 * self._line else None
        if lines is None or lines.lineCount() < 2:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        spare = room.height() - lines.lineCount() * (self._line + self._gap) + self._gap
        above = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else spare // 2
        lines.draw(painter, QPointF(room.left(), room.top() + above))
        painter.end()

    def set_tone(self, tone: str) -> None:
        """Colour the text by what it means: ``stop``, ``care``, ``plain``, or nothing."""
        set_look(self, "tone", tone)

    def _dress(self) -> None:
        font = font_for(self._role, self._pixels)
        self.setFont(font)
        self._line = _line_height(self._role, font.pixelSize(), font.family())
        is_led = self._role in _LED and self._pixels is None and not self._can_be_copied
        self._gap = max(0, round(font.pixelSize() * _LEADING) - self._line) if is_led else 0
        self._laid: tuple[str, int, QTextLayout] | None = None

    def _between(self, height: int) -> int:
        """The room between the lines of words that Qt would make so high, in pixels."""
        return max(0, round(height / self._line) - 1) * self._gap if self._gap else 0

    def _led(self, size: QSize) -> QSize:
        return QSize(size.width(), size.height() + self._between(size.height()))

    def _broken(self, width: int) -> QTextLayout:
        """The words in lines of this width, broken where Qt would break them."""
        if self._laid is None or self._laid[:2] != (self.text(), width):
            lines = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
            option = QTextOption(self.alignment())
            option.setWrapMode(QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.ManualWrap)
            lines.setTextOption(option)
            lines.beginLayout()
            while (line := lines.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, (lines.lineCount() - 1) * (self._line + self._gap)))
            lines.endLayout()
            if _reads_from_right(lines):
                option.setAlignment(_turned(self.alignment()))  # as Qt does, by how the words are written
                lines.setTextOption(option)
            self._laid = self.text(), width, lines
        return self._laid[2]


class Tag(QLabel):
    """A word or two on a tinted ground: ``lead``, ``plain`` or ``side``."""

    def __init__(self, text: str = "", kind: str = "plain", role: TextRole = TextRole.SMALL) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._pixels: int | None = None
        self.setFont(font_for(role))
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_letters(self, pixels: int) -> None:
        """Keep to this size, for a page that gives its words the sizes that it has room for."""
        self._pixels = pixels
        self.setFont(font_for(self._role, pixels))

    def lines_at(self, pixels: int, width: int) -> int:
        """How high the words would be in letters of this size, broken into lines of this width, in pixels."""
        return _height_at(self.text(), font_for(self._role, pixels), width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(font_for(self._role, self._pixels))
        super().changeEvent(event)


def _height_at(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(1, width), 100_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() if text else 0


@cache
def _line_height(role: TextRole, pixels: int, _family: str) -> int:
    """Of one line as Qt sets it. Asked for by every label, and answered slowly."""
    return QFontMetrics(font_for(role, pixels)).lineSpacing()


def _turned(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """What begins at the right in words that are read from there."""
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    return align ^ (left | right) if align & (left | right) and not align & Qt.AlignmentFlag.AlignAbsolute else align


def _reads_from_right(lines: QTextLayout) -> bool:
    first = lines.lineAt(0)
    return first.isValid() and _across(first, 0) > _across(first, first.textLength())


def _across(line: QTextLine, letter: int) -> float:
    place: tuple[float, int] = line.cursorToX(letter)  # type: ignore[assignment]  # as it is, but not as it is declared
    return place[0]
