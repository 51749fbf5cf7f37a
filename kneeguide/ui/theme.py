"""What colours and letters are for, once per theme.

Pages and widgets name a role, never a colour. The palette carries most of it; one small style sheet carries the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kneeguide.core.settings import Skin, Theme

STEP = 4
"""All distances are multiples of this many pixels."""

LINE, FOCUS_LINE = 1, 3
"""Pixels of the lines that divide and frame, and of the frame that shows the focus, as in the style sheet."""


@dataclass(frozen=True)
class Colours:
    """One colour for each job, as ``#rrggbb``, and whose skin the drawn person has.

    ``ink`` on ``paper`` and ``card``, ``on_lead`` on ``lead``, ``on_stop`` on ``stop`` are pairs that text uses;
    ``quiet`` is secondary text; ``control`` outlines what can be pressed, and what fills up on ``off``; ``line`` only
    divides, ``grid`` lies under charts; ``lead_edge`` and ``tag_edge`` frame what is chosen or noted, and tags, where
    their ground alone hardly shows.
    """

    paper: str
    card: str
    ink: str
    quiet: str
    line: str
    control: str
    lead: str
    on_lead: str
    lead_tint: str
    on_lead_tint: str
    lead_edge: str
    tag: str
    tag_edge: str
    grid: str
    muscle: str
    care: str
    care_tint: str
    stop: str
    on_stop: str
    stop_tint: str
    stage: str
    off: str
    on_off: str
    theme: Theme
    skin: Skin = Skin.MEDIUM


LIGHT = Colours(
    paper="#F5F7F8",
    card="#FFFFFF",
    ink="#16242E",
    quiet="#566973",
    line="#E1E7EA",
    control="#7A8C95",
    lead="#0F766E",
    on_lead="#FFFFFF",
    lead_tint="#DFF1EE",
    on_lead_tint="#0B5952",
    lead_edge="#DFF1EE",
    tag="#E8F1F3",
    tag_edge="#E8F1F3",
    grid="#E1E7EA",
    muscle="#FF7A59",
    care="#92400E",
    care_tint="#FDF1DF",
    stop="#B3261E",
    on_stop="#FFFFFF",
    stop_tint="#FDEBEA",
    stage="#E8F1F3",
    off="#D5DDE1",
    on_off="#4E5F68",
    theme=Theme.LIGHT,
)

DARK = Colours(
    paper="#10181D",
    card="#19242B",
    ink="#EAF0F2",
    quiet="#A5B5BD",
    line="#2B3A43",
    control="#71858F",
    lead="#2DB5A6",
    on_lead="#06211E",
    lead_tint="#173B39",
    on_lead_tint="#8FE3D8",
    lead_edge="#173B39",
    tag="#2E3F49",
    tag_edge="#2E3F49",
    grid="#2B3A43",
    muscle="#FF9060",
    care="#F5B455",
    care_tint="#3A2C14",
    stop="#FF6675",
    on_stop="#33090A",
    stop_tint="#3D1C1B",
    stage="#1B2A33",
    off="#33434C",
    on_off="#A9B8BF",
    theme=Theme.DARK,
)

HIGH_CONTRAST = Colours(
    paper="#000000",
    card="#000000",
    ink="#FFFFFF",
    quiet="#FFFFFF",
    line="#FFFFFF",
    control="#FFFFFF",
    lead="#5CE1D2",
    on_lead="#000000",
    lead_tint="#00302C",
    on_lead_tint="#FFFFFF",
    lead_edge="#5CE1D2",
    tag="#000000",
    tag_edge="#FFFFFF",
    grid="#5A5A5A",
    muscle="#FF8A4A",
    care="#FFD166",
    care_tint="#000000",
    stop="#FF8595",
    on_stop="#000000",
    stop_tint="#000000",
    stage="#000000",
    off="#2A2A2A",
    on_off="#ABABAB",
    theme=Theme.HIGH_CONTRAST,
)


class TextRole(StrEnum):
    """What a piece of text is for; its size and weight follow."""

    TITLE = "title"
    HEADING = "heading"
    LARGE = "large"
    BODY = "body"
    STRONG = "strong"
    QUIET = "quiet"
    SMALL = "small"
    STEP = "step"


_LETTERS: Mapping[TextRole, tuple[int, int, QFont.Weight]] = MappingProxyType(
    {
        TextRole.TITLE: (28, 40, QFont.Weight.Bold),
        TextRole.HEADING: (18, 34, QFont.Weight.DemiBold),
        TextRole.LARGE: (18, 34, QFont.Weight.Normal),
        TextRole.BODY: (15, 30, QFont.Weight.Normal),
        TextRole.STRONG: (15, 30, QFont.Weight.DemiBold),
        TextRole.QUIET: (15, 30, QFont.Weight.Normal),
        TextRole.SMALL: (13, 26, QFont.Weight.Normal),
        TextRole.STEP: (28, 40, QFont.Weight.Bold),
    }
)
"""Pixels of each role at the usual size of letters and at twice that size, and its weight.

What is large already grows less: it can be read, and the room is wanted for what is small.
"""

USUAL_LETTERS, SMALL_LETTERS = _LETTERS[TextRole.BODY][0], _LETTERS[TextRole.SMALL][0]
"""Pixels at the usual size of letters, as none in a page are smaller."""

_ROOM_TO_GROW = 300
"""Height of a page, in pixels, that letters need for each time that they are their usual size."""

_LEAST_GROWTH = 0.4
"""How much the smallest letters of such a page grow, as a share of what the user chooses."""


def colours_for(theme: Theme, system_is_dark: bool, skin: Skin = Skin.MEDIUM) -> Colours:
    """The colours of a theme; the system's own wish counts where the user left it to the system."""
    by_day_or_night = DARK if system_is_dark else LIGHT
    colours = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}.get(theme, by_day_or_night)
    return replace(colours, skin=skin)


def letter_scale() -> float:
    """How many times the usual size of letters the user has chosen, 1.0 to 2.0; the application's font carries it."""
    return max(1.0, QApplication.font().pixelSize() / USUAL_LETTERS)


def letter_growth(page: int) -> float:
    """The same for a page that gives its words the sizes that it has room for. ``page``: the height in pixels that it
    goes by; in a very small one letters cannot grow as the user would have them."""
    return min(letter_scale(), max(1.0, page / _ROOM_TO_GROW))


def least_letters(page: int) -> int:
    """The smallest letters, in pixels, of such a page: they too grow with the user's choice, if less than the rest."""
    return round(USUAL_LETTERS * (1 + _LEAST_GROWTH * (letter_growth(page) - 1)))


def font_for(role: TextRole, pixels: int | None = None) -> QFont:
    """The system's family in the weight of a role; as large as the user has chosen, or so many ``pixels``."""
    usual, doubled, weight = _LETTERS[role]
    font = QFont(QApplication.font())
    font.setPixelSize(pixels or round(usual + (doubled - usual) * (letter_scale() - 1)))
    font.setWeight(weight)
    return font


def apply(application: QApplication, colours: Colours, assets: Path, text_size: int = 100) -> None:
    """Dress the whole application: base letters, palette, then the style sheet with the colours filled in.

    ``text_size``: percent of the usual size. What lives already takes it at once.
    """
    font = QFont(application.font())
    font.setPixelSize(round(USUAL_LETTERS * text_size / 100))
    if font != application.font():
        application.setFont(font)
    application.setPalette(_palette(colours))
    QDir.setSearchPaths("icons", [str(assets / "icons")])
    values = {field.name: getattr(colours, field.name) for field in fields(colours)}
    sheet = Template((assets / "theme.qss").read_text(encoding="utf-8"))
    tick = "tick.svg" if colours.on_lead == LIGHT.on_lead else "tick-dark.svg"
    values["heading"] = str(font_for(TextRole.HEADING).pixelSize())
    application.setStyleSheet(sheet.substitute(values, tick=tick))


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.paper,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.paper,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Highlight: colours.lead,
        QPalette.ColorRole.HighlightedText: colours.on_lead,
        QPalette.ColorRole.ToolTipBase: colours.ink,
        QPalette.ColorRole.ToolTipText: colours.paper,
        QPalette.ColorRole.Link: colours.lead,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Accent: colours.lead,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
