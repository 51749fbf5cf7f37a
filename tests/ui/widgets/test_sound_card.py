"""What is heard is set here and tried here; only what the user changes is told."""

from typing import Any

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown

from kneeguide.core.cues import Tone
from kneeguide.core.settings import Loudness, Settings
from kneeguide.ui.widgets.sound_card import SoundCard


@pytest.fixture
def card(qtbot: QtBot) -> SoundCard:
    card = SoundCard()
    on_screen(qtbot, card)
    card.show_settings(Settings())
    return card


@pytest.fixture
def told(card: SoundCard) -> list[tuple[str, Any]]:
    changes: list[tuple[str, Any]] = []
    card.changed.connect(lambda name, value: changes.append((name, value)))
    return changes


def test_it_shows_what_is_set_and_tells_nothing_of_it(card: SoundCard, told: list[tuple[str, Any]]) -> None:
    card.show_settings(Settings(sound=False, pace_sound=True, tone_level=Loudness.SOFT))
    assert [box.isChecked() for box in shown(card, QCheckBox)] == [False, True]
    assert button(card, "How loud the tones are Soft").isChecked()
    assert told == []


def test_each_change_is_told_by_the_name_of_its_setting(
    qtbot: QtBot, card: SoundCard, told: list[tuple[str, Any]]
) -> None:
    for box in shown(card, QCheckBox):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    button(card, "How loud the tones are Loud").click()
    assert told == [("sound", False), ("pace_sound", True), ("tone_level", Loudness.LOUD)]


def test_a_tone_and_the_tick_can_be_tried_whatever_is_switched_on(card: SoundCard) -> None:
    tried: list[Tone] = []
    card.tried.connect(tried.append)
    card.show_settings(Settings(sound=False))
    button(card, "Try a tone").click()
    button(card, "Try the tick").click()
    assert tried == [Tone.STEP_START, Tone.PACE]
