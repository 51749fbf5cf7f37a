"""The list of keys names each key of the player."""

from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.widgets.key_card import KeyCard


def test_every_key_has_a_meaning(qtbot: QtBot) -> None:
    card = KeyCard()
    on_screen(qtbot, card)
    title, *lines = texts(card)
    assert title == "Keys"
    assert dict(zip(lines[::2], lines[1::2], strict=True)) == {
        "Space, P or B": "pause, go on",
        "→ or Page Down": "next step",
        "← or Page Up": "step before",
        "R": "begin this step again",
        "+": "ten seconds more",
        "M": "sound off, sound on",
        "S, or hold Esc": "something is wrong",
        "↑ ↓": "scroll the words",
        "?": "show or hide this list",
    }
