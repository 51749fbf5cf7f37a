"""The letters on paper, and how text is broken into lines of them.

Lengths on paper are in dots, 1200 to the inch: so fine that letters measure the same on a screen, a printer and in a
file, and a page has the same lines on all of them.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from kneeguide.ui.paper.document import Style

DOTS_PER_INCH = 1200
_LETTERS: Mapping[Style, tuple[float, QFont.Weight]] = MappingProxyType(
    {
        Style.TITLE: (18.0, QFont.Weight.Bold),
        Style.HEADING: (11.0, QFont.Weight.DemiBold),
        Style.STRONG: (9.5, QFont.Weight.DemiBold),
        Style.BODY: (9.5, QFont.Weight.Normal),
        Style.STEP: (11.0, QFont.Weight.Normal),
        Style.SMALL: (8.0, QFont.Weight.Normal),
    }
)
"""Points and weight of each style."""
_JOINED = ("liga", "clig", "dlig")
_UNSEEN = "\u200c\u200d\u00a0"
"""What holds letters of some scripts together or apart, and words in one line, and is not seen itself."""
_GAPS = re.compile(" +")


def millimetres(length: float) -> float:
    """A length in dots."""
    return length * DOTS_PER_INCH / 25.4


def font(style: Style, smaller: float = 1.0) -> QFont:
    """The system's family in the size and weight of a style, or smaller by a factor."""
    return _font(QApplication.font().family(), style, smaller)


@cache
def _font(family: str, style: Style, smaller: float) -> QFont:
    points, weight = _LETTERS[style]
    font = QFont(family)
    font.setPixelSize(round(points * smaller * DOTS_PER_INCH / 72))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for joined in _JOINED:  # "fi" as one sign would not be found again in the file
        font.setFeature(QFont.Tag(joined), 0)
    return font


def clean(text: str) -> str:
    """On one line, without what has no shape: a note can hold whatever a keyboard or a paste can bring."""
    shown = "".join(letter if letter.isprintable() or letter in _UNSEEN else " " for letter in text)
    return _GAPS.sub(" ", shown).strip(" ")


@lru_cache(maxsize=512)  # the same notes are laid out several times, until as many fit as can
def broken(text: str, letters: QFont, width: float, most: int | None = None) -> tuple[str, ...]:
    """The text in lines no wider than ``width`` dots, ``most`` of them; what is left out shows as an ellipsis."""
    text = clean(text)
    units = text.encode("utf-16-le")  # Qt counts in these
    layout = QTextLayout(text, letters)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = 2 * line.textStart(), 2 * line.textLength()
        if most is not None and len(lines) == most - 1 and start + length < len(units):
            rest = units[start : start + 2 * length].decode("utf-16-le", "ignore")
            lines.append(QFontMetricsF(letters).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[start : start + length].decode("utf-16-le", "ignore").strip())
    layout.endLayout()
    return tuple(lines)
