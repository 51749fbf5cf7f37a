"""The voice is chosen here and tried here; where there is none the card says what to do."""

import sys
from typing import Any

import pytest
from on_screen import on_screen
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.speech import SpeechRate
from kneeguide.ui.widgets.voice_card import VoiceCard

VOICES = ("English (Great Britain)", "English (Scotland)", "English (America)")


@pytest.fixture
def card(qtbot: QtBot) -> VoiceCard:
    card = VoiceCard()
    on_screen(qtbot, card)
    card.show_settings(Settings())
    card.show_voices(VOICES)
    return card


@pytest.fixture
def told(card: VoiceCard) -> list[tuple[str, Any]]:
    changes: list[tuple[str, Any]] = []
    card.changed.connect(lambda name, value: changes.append((name, value)))
    return changes


def voice_box(card: VoiceCard) -> QComboBox:
    (box,) = shown(card, QComboBox)
    return box


def test_it_shows_what_is_set_and_tells_nothing_of_it(card: VoiceCard, told: list[tuple[str, Any]]) -> None:
    card.show_settings(
        Settings(voice=False, voice_name="English (Scotland)", voice_rate=SpeechRate.SLOW, voice_level=Loudness.MEDIUM)
    )
    (speaks,) = shown(card, QCheckBox)
    assert not speaks.isChecked()
    assert voice_box(card).currentText() == "English (Scotland)"
    assert button(card, "How fast it speaks Slowly").isChecked()
    assert button(card, "How loud the voice is Medium").isChecked()
    assert told == []


def test_each_change_is_told_by_the_name_of_its_setting(
    qtbot: QtBot, card: VoiceCard, told: list[tuple[str, Any]]
) -> None:
    (speaks,) = shown(card, QCheckBox)
    speaks.click()
    qtbot.keyClick(voice_box(card), Qt.Key.Key_Down)
    button(card, "How fast it speaks Quickly").click()
    button(card, "How loud the voice is Soft").click()
    assert told == [
        ("voice", False),
        ("voice_name", "English (Scotland)"),
        ("voice_rate", SpeechRate.FAST),
        ("voice_level", Loudness.SOFT),
    ]


def test_it_can_be_tried(qtbot: QtBot, card: VoiceCard) -> None:
    with qtbot.waitSignal(card.tried):
        button(card, "Try the voice").click()


def test_a_voice_that_is_not_there_today_gives_way_to_the_usual_one_and_stays_chosen(
    card: VoiceCard, told: list[tuple[str, Any]]
) -> None:
    card.show_settings(Settings(voice_name="English (Scotland)"))
    card.show_voices(VOICES[:1])
    assert voice_box(card).currentText() == VOICES[0]
    card.show_voices(VOICES)
    assert voice_box(card).currentText() == "English (Scotland)"
    assert told == []


def test_until_a_voice_is_found_only_the_switch_can_be_used(card: VoiceCard) -> None:
    card.show_settings(Settings(voice=True))
    card.show_voices(())
    assert "Looking for a voice on this computer…" in texts(card)
    assert {each.accessibleName() for each in shown(card, QAbstractButton) if each.isEnabled()} == {
        "A voice says what comes next and how it is done"
    }
    card.show_voices(VOICES)
    assert "Looking for a voice on this computer…" not in texts(card)
    assert all(each.isEnabled() for each in shown(card, QAbstractButton))


def test_a_voice_that_failed_is_told(card: VoiceCard) -> None:
    card.show_voices((), "The voice broke.")
    assert "The voice broke." in texts(card)


@pytest.mark.parametrize(("platform", "names_packages"), [("linux", True), ("darwin", False), ("win32", False)])
def test_where_there_is_none_it_says_what_to_type_and_on_linux_what_that_installs(
    card: VoiceCard, monkeypatch: pytest.MonkeyPatch, platform: str, names_packages: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    card.show_voices((), "No voice.", missing=True)
    said = "\n".join(texts(card))
    assert "This computer has no voice for KneeGuide yet." in said
    assert "python3 packaging/bootstrap.py run --voice" in said
    assert ("speech-dispatcher, speech-dispatcher-espeak-ng and libspeechd2" in said) == names_packages


def test_the_wheel_over_the_voices_changes_nothing(card: VoiceCard, told: list[tuple[str, Any]]) -> None:
    box = voice_box(card)
    at = QPointF(5, 5)
    down = QWheelEvent(
        at,
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, down)
    assert (box.currentText(), told) == (VOICES[0], [])


def test_while_no_voice_is_wanted_it_says_how_to_have_one_looked_for(card: VoiceCard) -> None:
    card.show_settings(Settings(voice=False))
    card.show_voices(())
    assert "Tick this to look for a voice on this computer." in texts(card)


def test_a_long_name_of_a_voice_makes_nothing_wider_and_can_be_read_whole_in_the_list(card: VoiceCard) -> None:
    card.show_voices(("Short",))
    needed = card.minimumSizeHint().width()
    card.show_voices(("A voice of a very long name " * 4, "Short"))
    assert card.minimumSizeHint().width() == needed
    (box,) = card.findChildren(QComboBox)
    assert box.view().minimumWidth() > box.fontMetrics().horizontalAdvance(box.itemText(0))
