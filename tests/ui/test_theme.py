"""Every text can be read and every outline seen, in each theme; and the style sheet knows no colour of its own."""

import math
import re
from dataclasses import fields
from itertools import combinations

import pytest
from page_checks import at_size
from PySide6.QtCore import QFile
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.settings import Skin, Theme
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, TextRole, apply, colours_for, font_for
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Tag, Text

THEMES = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}
SHEET = paths.assets_dir() / "theme.qss"

TEXTS = [
    *[("ink", ground) for ground in ("paper", "card", "stage", "stop_tint", "care_tint", "lead_tint", "off", "tag")],
    *[("quiet", ground) for ground in ("paper", "card", "stage", "lead_tint", "care_tint", "stop_tint")],
    *[("stop", ground) for ground in ("card", "stop_tint", "paper")],
    *[("care", ground) for ground in ("card", "care_tint", "paper")],
    *[("lead", ground) for ground in ("card", "paper")],
    ("on_lead", "lead"),
    ("on_lead_tint", "lead_tint"),
    ("on_stop", "stop"),
    ("card", "care"),
    ("paper", "ink"),
    *[("on_off", ground) for ground in ("paper", "card")],
]
"""Which letters stand on which ground."""

GRAPHICS = [
    *[("control", ground) for ground in ("paper", "card", "stage")],
    ("lead", "off"),  # what has filled up
    *[("lead", ground) for ground in ("paper", "card", "stage", "lead_tint")],
    *[("ink", ground) for ground in ("paper", "card", "stage", "lead_tint", "care_tint", "stop_tint")],  # the focus
    *[("stop", ground) for ground in ("card", "paper", "stop_tint")],
    *[("care", ground) for ground in ("card", "paper", "care_tint")],
]
"""Which outlines, rings of focus and signs lie on which ground."""


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as in WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def of(colours: Colours, role: str) -> str:
    return str(getattr(colours, role))


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01), "just not enough for text"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    colours = THEMES[name]
    enough = 7.0 if colours is HIGH_CONTRAST else 4.5
    assert contrast(of(colours, text), of(colours, ground)) >= enough


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("graphic", "ground"), GRAPHICS)
def test_outlines_and_focus_can_be_seen(name: str, graphic: str, ground: str) -> None:
    colours = THEMES[name]
    assert contrast(of(colours, graphic), of(colours, ground)) >= 3.0


def shade(colour: str) -> tuple[float, float, float]:
    """A colour as eyes see it: lightness, green to red, blue to yellow (CIE 1976 L*a*b*, daylight D65)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    sums = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in rows]
    x, y, z = (
        share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
        for share in (total / white for total, white in zip(sums, (0.95047, 1.0, 1.08883), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str) -> float:
    """How different two colours look; about 2 can just be told when they lie side by side."""
    return math.dist(shade(one), shade(other))


def test_how_different_colours_look_is_measured_as_it_should() -> None:
    assert apart("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)
    assert apart("#FF8A6B", "#F2867E") < 15, "a muscle and a warning that looked alike in the dark"


@pytest.mark.parametrize("name", THEMES)
def test_a_muscle_a_warning_and_a_caution_look_different(name: str) -> None:
    colours = THEMES[name]
    for one, other in combinations((colours.muscle, colours.stop, colours.care, colours.lead), 2):
        assert apart(one, other) >= 22, (one, other)


@pytest.mark.parametrize("name", THEMES)
def test_tags_can_be_told_from_the_card_that_they_are_on(name: str) -> None:
    colours = THEMES[name]
    assert max(apart(colours.tag, colours.card), apart(colours.tag_edge, colours.card)) >= 5


def test_what_is_chosen_or_noted_is_framed_where_its_ground_hardly_shows() -> None:
    assert contrast(HIGH_CONTRAST.lead_edge, HIGH_CONTRAST.card) >= 3
    assert contrast(HIGH_CONTRAST.lead_edge, HIGH_CONTRAST.lead_tint) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_lines_under_a_chart_are_quieter_than_what_it_shows(name: str) -> None:
    colours = THEMES[name]
    for data in (colours.lead, colours.ink, colours.care):
        assert contrast(colours.grid, colours.card) < contrast(data, colours.card) / 2


def test_what_cannot_be_pressed_is_no_filled_button() -> None:
    greyed = [(selector, declared) for selector, declared in rules() if ":disabled" in selector]
    assert greyed
    for selector, declared in greyed:
        assert declared["background"] == "transparent", selector
        assert "dashed" in declared["border"], selector


def rules() -> list[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule of the style sheet."""
    source = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", source):
        pairs = (line.partition(":") for line in body.split(";") if ":" in line)
        found.append((selector.strip(), {name.strip(): value.strip() for name, _, value in pairs}))
    return found


@pytest.mark.parametrize("name", THEMES)
def test_every_rule_that_sets_letters_and_ground_can_be_read(name: str) -> None:
    colours = THEMES[name]
    enough = 7.0 if colours is HIGH_CONTRAST else 4.5
    looked_at = 0
    for selector, declared in rules():
        text, ground = declared.get("color", ""), declared.get("background", "")
        if text.startswith("$") and ground.startswith("$"):
            looked_at += 1
            assert contrast(of(colours, text[1:]), of(colours, ground[1:])) >= enough, selector
    assert looked_at > 10


def test_whatever_can_be_focused_shows_it_with_a_ring_of_at_least_three_pixels() -> None:
    focused = [(selector, declared) for selector, declared in rules() if ":focus" in selector]
    kinds = " ".join(selector for selector, _ in focused)
    for widget in ("QPushButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QCheckBox::indicator"):
        assert f"{widget}:focus" in kinds
    for selector, declared in focused:
        border = declared.get("border", "")
        assert re.match(r"[34]px solid \$", border) or not border, selector


@pytest.mark.parametrize("kind", ["chip", "yes", "no", "scale"])
def test_a_choice_is_as_bold_before_it_is_chosen_as_after(kind: str) -> None:
    """Bolder letters are wider than the room that was measured for them."""
    named = [declared for selector, declared in rules() if f'[kind="{kind}"]' in selector]
    assert len({declared["font-weight"] for declared in named if "font-weight" in declared}) == 1


def test_the_style_sheet_names_roles_only() -> None:
    source = SHEET.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\b(white|black|red|grey|gray)\b", source)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_fills_in_and_its_pictures_are_there(qapp: QApplication, name: str) -> None:
    before = qapp.font(), qapp.palette()
    apply(qapp, THEMES[name], paths.assets_dir())
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    assert "$" not in sheet
    assert all(QFile.exists(file) for file in re.findall(r"url\(([^)]*)\)", sheet))


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_follows_and_can_be_read(qapp: QApplication, name: str) -> None:
    colours, before = THEMES[name], (qapp.font(), qapp.palette())
    apply(qapp, colours, paths.assets_dir())
    palette = qapp.palette()
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    assert palette.color(role.Window) == QColor(colours.paper)
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Window),
    ]
    for state in (group.Active, group.Inactive, group.Disabled):
        for text, ground in pairs:
            got = contrast(palette.color(state, text).name(), palette.color(state, ground).name())
            assert got >= 4.5, (state, text, ground)


@pytest.mark.parametrize(
    ("theme", "system_is_dark", "colours"),
    [
        (Theme.SYSTEM, False, LIGHT),
        (Theme.SYSTEM, True, DARK),
        (Theme.LIGHT, True, LIGHT),
        (Theme.DARK, False, DARK),
        (Theme.HIGH_CONTRAST, False, HIGH_CONTRAST),
        (Theme.HIGH_CONTRAST, True, HIGH_CONTRAST),
    ],
)
def test_the_system_decides_only_where_it_is_left_to_it(theme: Theme, system_is_dark: bool, colours: Colours) -> None:
    assert colours_for(theme, system_is_dark) == colours


@pytest.mark.parametrize("role", TextRole)
def test_no_text_is_smaller_than_13_pixels(qapp: QApplication, role: TextRole) -> None:
    assert font_for(role).pixelSize() >= 13


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_written_in_full(name: str) -> None:
    for field in fields(Colours):
        assert field.type is not str or re.fullmatch(r"#[0-9A-F]{6}", of(THEMES[name], field.name)), field.name


@pytest.mark.parametrize("name", THEMES)
def test_a_figure_stands_on_the_stage_of_its_theme(name: str) -> None:
    colours = THEMES[name]
    assert figure_colours(colours.theme, colours.skin)[FigureRole.STAGE] == colours.stage


def test_the_skin_goes_with_every_theme() -> None:
    for theme in Theme:
        assert colours_for(theme, True, Skin.DARK).skin is Skin.DARK


@pytest.mark.parametrize(
    ("size", "pixels"),
    [(100, (13, 15, 18, 28)), (125, (16, 19, 22, 31)), (150, (19, 22, 25, 34)), (200, (26, 30, 34, 40))],
)
def test_letters_grow_as_the_user_chooses_and_keep_their_order(
    dressed: QApplication, size: int, pixels: tuple[int, ...]
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), size)
    roles = (TextRole.SMALL, TextRole.BODY, TextRole.HEADING, TextRole.TITLE)
    assert tuple(font_for(role).pixelSize() for role in roles) == pixels
    apply(dressed, LIGHT, paths.assets_dir())
    assert font_for(TextRole.BODY).pixelSize() == 15


def test_words_that_are_shown_already_grow_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label, tag, button = Text(TextRole.SMALL, "Seated"), Tag("Chair"), Button("Start")
    column = QVBoxLayout(page)
    for widget in (label, tag, button):
        column.addWidget(widget)
    at_size(page, 600, 400)
    small = [widget.sizeHint().height() for widget in (label, tag)]
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    assert [widget.font().pixelSize() for widget in (label, tag, button)] == [26, 26, 30]
    assert all(widget.sizeHint().height() > before for widget, before in zip((label, tag), small, strict=True))
    apply(dressed, LIGHT, paths.assets_dir(), 100)
    assert [widget.sizeHint().height() for widget in (label, tag)] == small
