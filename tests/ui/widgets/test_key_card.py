"""The list of keys names each key of the player."""

import pytest
from on_screen import on_screen
from page_checks import faults
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.widgets.key_card import KeyCard
from kneeguide.ui.widgets.player_keys import KEYS


def test_every_key_has_a_meaning(qtbot: QtBot) -> None:
    card = KeyCard()
    on_screen(qtbot, card)
    title, *lines = texts(card)
    assert title == "Keys"
    assert dict(zip(lines[::2], lines[1::2], strict=True)) == {
        "Space, P, B or .": "pause, go on",
        "→ or Page Down": "next step",
        "← or Page Up": "step before",
        "R": "begin this step again",
        "+": "ten seconds more",
        "J or [": "quicker passes",
        "L or ]": "slower passes",
        "W": "wait for me, or do not",
        "F or F11": "floor view; Esc leaves it",
        "M": "sound off, sound on",
        "S, Stop, or hold Esc": "something is wrong",
        "↑ ↓": "scroll the words",
        "?": "show or hide this list",
        "Media keys": "as their signs say",
    }


def test_no_key_is_left_out(qtbot: QtBot) -> None:
    card = KeyCard()
    on_screen(qtbot, card)
    signs = {"PageUp": "Page Up", "PageDown": "Page Down", "Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}
    signs |= {"Plus": "+", "Period": ".", "BracketLeft": "[", "BracketRight": "]", "Question": "?"}
    named = " ".join(texts(card))
    for key in (key for keys in KEYS.values() for key in keys):
        name = key.name.removeprefix("Key_")
        if name != "Equal":  # the plus without its shift
            assert ("Media keys" if name.startswith("Media") else signs.get(name, name)) in named, key


@pytest.mark.parametrize("height", [800, 1080, 2160])
def test_the_list_is_read_from_the_floor(qtbot: QtBot, height: int) -> None:
    card = KeyCard()
    card.scale_to(height)
    on_screen(qtbot, card, height, height)
    assert min(each.font().pixelSize() for each in card.findChildren(QLabel)) >= height // 36
    assert not faults(card)
