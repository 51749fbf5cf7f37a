"""Each setting can be changed by itself, is told at once, and nothing is told that the user did not change."""

from dataclasses import replace
from typing import Any

import pytest
from fakes import START
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults, in_view
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.core.cues import Tone
from kneeguide.core.routine import Legs, Side
from kneeguide.core.settings import Loudness, Settings, Skin, Theme
from kneeguide.ui.pages.settings import SettingsPage

SETTINGS = Settings(emergency_number="112", adult_confirmed=START.wall)


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage()
    on_screen(qtbot, page)
    page.show_settings(SETTINGS, "/home/me/routines", START.wall, ())
    return page


def told(page: SettingsPage) -> list[Settings]:
    changes: list[Settings] = []
    page.changed.connect(changes.append)
    return changes


def choice(page: SettingsPage, name: str) -> QComboBox:
    (box,) = (box for box in shown(page, QComboBox) if box.accessibleName() == name)
    return box


@pytest.mark.parametrize(
    ("name", "label", "change"),
    [
        ("Colours", "Dark", {"theme": Theme.DARK}),
        ("Colours", "High contrast", {"theme": Theme.HIGH_CONTRAST}),
        ("Text size", "150 %", {"text_size": 150}),
        ("Skin of the drawn person", "Dark", {"skin": Skin.DARK}),
        ("Skin of the drawn person", "Neutral grey", {"skin": Skin.NEUTRAL}),
        ("Legs to massage", "Left leg", {"legs": Legs.LEFT}),
        ("Leg to begin with", "Right leg", {"first_leg": Side.RIGHT}),
        ("Time to get ready", "30 seconds", {"get_ready": 30}),
        ("Time to change over", "10 seconds longer", {"change_over": 10}),
        ("Pace", "0.5 s slower a pass", {"slower": 0.5}),
    ],
)
def test_a_choice_is_told_with_all_else_as_it_was(
    page: SettingsPage, qtbot: QtBot, name: str, label: str, change: dict[str, Any]
) -> None:
    changes = told(page)
    box = choice(page, name)
    while box.currentText() != label:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert changes[-1] == replace(SETTINGS, **change)


@pytest.mark.parametrize(
    ("start", "field"),
    [
        ("Tones", "sound"),
        ("A soft tick", "pace_sound"),
        ("Keep the screen on", "keep_awake"),
        ("Keep pictures still", "reduced_motion"),
        ("Wait for me", "waits"),
        ("Begin in the floor", "floor_view"),
    ],
)
def test_a_switch_is_told(page: SettingsPage, qtbot: QtBot, start: str, field: str) -> None:
    changes = told(page)
    (box,) = (box for box in shown(page, QCheckBox) if box.accessibleName().startswith(start))
    was = getattr(SETTINGS, field)
    for on in (not was, was):
        qtbot.keyClick(box, Qt.Key.Key_Space)
        assert changes[-1] == replace(SETTINGS, **{field: on})


def test_how_loud_the_tones_are_is_told(page: SettingsPage) -> None:
    changes = told(page)
    button(page, "How loud the tones are Loud").click()
    assert changes == [replace(SETTINGS, tone_level=Loudness.LOUD)]


@pytest.mark.parametrize(("name", "tone"), [("Try a tone", Tone.STEP_START), ("Try the tick", Tone.PACE)])
def test_what_is_heard_can_be_tried(page: SettingsPage, name: str, tone: Tone) -> None:
    tried: list[Tone] = []
    page.tone_requested.connect(tried.append)
    button(page, name).click()
    assert tried == [tone]


def test_the_emergency_number_takes_digits_and_is_told_when_it_is_whole(page: SettingsPage, qtbot: QtBot) -> None:
    changes = told(page)
    (number,) = shown(page, QLineEdit)
    number.selectAll()
    qtbot.keyClicks(number, "9a9-9")
    assert changes == []
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert changes == [replace(SETTINGS, emergency_number="999")]


def test_showing_settings_tells_nothing(page: SettingsPage) -> None:
    changes = told(page)
    settings = Settings(theme=Theme.DARK, skin=Skin.BROWN, reduced_motion=True, get_ready=12, sound=False)
    page.show_settings(settings, "", None, ("A value was odd.",))
    assert changes == []
    assert choice(page, "Skin of the drawn person").currentText() == "Brown"
    assert choice(page, "Time to get ready").currentText() == "12 seconds"
    assert {"A value was odd.", "Not answered yet."} <= set(texts(page))
    assert not button(page, "Open the folder").isEnabled()


def test_the_wheel_over_a_choice_changes_nothing(page: SettingsPage) -> None:
    changes = told(page)
    for box in shown(page, QComboBox):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(box.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
    assert changes == []


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Open the folder", "folder_requested"),
        ("Read it again", "reload_requested"),
        ("My health answers", "health_requested"),
    ],
)
def test_the_buttons_are_wishes(page: SettingsPage, qtbot: QtBot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, name).click()


def test_it_says_when_the_health_questions_were_answered(page: SettingsPage) -> None:
    assert "Answered on Mon 2 Mar 2026. Your answers hold for 30 days, until Wed 1 Apr 2026." in texts(page)
    assert "/home/me/routines" in texts(page)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_all_choices_have_the_same_edges(
    dressed: QApplication, page: SettingsPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    at_size(page, *size)
    controls = [*shown(page, QComboBox), *shown(page, QLineEdit), button(page, "Try a tone"), button(page, "My data")]
    qtbot.waitUntil(lambda: len({(each.mapTo(page, QPoint()).x(), each.width()) for each in controls}) == 1)


@pytest.mark.parametrize(("section", "first"), [("Sound", "Tones at"), ("Look", "Colours"), ("Your data", "My data")])
def test_a_section_can_be_gone_to(
    dressed: QApplication, page: SettingsPage, qtbot: QtBot, section: str, first: str
) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    at_size(page, *PAGE_SIZES[1])
    button(page, f"Go to {section}").click()
    (control,) = (each for each in shown(page, QWidget) if each.hasFocus())
    assert control.accessibleName().startswith(first)
    assert in_view(page, control)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: SettingsPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.show_settings(SETTINGS, "/home/me/" + "folder/" * 12, START.wall, ("The setting theme was odd. " * 5,))
    at_size(page, *size)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert all(box.accessibleName() for box in shown(page, QComboBox))
