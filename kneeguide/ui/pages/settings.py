"""What the user can set, in their own words; each change counts at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kneeguide.core.questions import HEALTH_GOOD_FOR
from kneeguide.core.routine import Legs, Side
from kneeguide.core.settings import LONGEST_NUMBER, Settings, Skin, Theme
from kneeguide.ui import wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.setting_row import SettingRow
from kneeguide.ui.widgets.sound_card import SoundCard
from kneeguide.ui.widgets.tick_line import TickLine
from kneeguide.ui.widgets.voice_card import VoiceCard

_TEXT_SIZES = (100, 125, 150, 175, 200)
"""Percent of the usual size of letters; any other that was set in the file is offered too."""
_GET_READY = (5, 10, 15, 20, 30, 45, 60)
"""Seconds to get ready that are offered; any other that was set in the file is offered too."""
_CHANGE_OVER = (0, 5, 10, 20, 30)
_SLOWER = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0)
"""Seconds that a change-over, or a pass, takes longer than its routine says: the choices, with any from the file."""


class SettingsPage(PageFrame):
    """The settings in cards. ``changed`` carries the whole new Settings, ``tone_requested`` a Tone to be tried.

    ``voice``: the card that is to be told of voices.
    """

    changed = Signal(object)
    tone_requested = Signal(object)
    folder_requested = Signal()
    reload_requested = Signal()
    health_requested = Signal()
    data_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self._notices = Box("care")
        self._notice_text = Text(TextRole.BODY)
        self._notices.column.addWidget(self._notice_text)
        self._theme = _choice(self.tr("Colours"), {theme: self._theme_name(theme) for theme in Theme})
        self._letters = _choice(self.tr("Text size"), {size: self._percent(size) for size in _TEXT_SIZES})
        self._skin = _choice(self.tr("Skin of the drawn person"), {skin: self._skin_name(skin) for skin in Skin})
        self._still = TickLine(self.tr("Keep pictures still"))
        self._sound = SoundCard()
        self._awake = TickLine(self.tr("Keep the screen on while a session runs"))
        self._legs = _choice(self.tr("Legs to massage"), {legs: wording.legs(legs) for legs in Legs})
        self._first = _choice(self.tr("Leg to begin with"), {side: wording.side(side) for side in Side})
        self._get_ready = _choice(
            self.tr("Time to get ready"), {str(seconds): self._seconds(seconds) for seconds in _GET_READY}
        )
        self._change_over = _choice(
            self.tr("Time to change over"), {seconds: self._longer(seconds) for seconds in _CHANGE_OVER}
        )
        self._slower = _choice(self.tr("Pace"), {seconds: self._pace(seconds) for seconds in _SLOWER})
        self._waits = TickLine(self.tr("Wait for me before each step, until I press a key"))
        self._floor = TickLine(self.tr("Begin in the floor view, on the whole screen"))
        self.voice = VoiceCard()
        self._number = QLineEdit()
        self._folder = Text(TextRole.QUIET)
        self._open_folder = Button(self.tr("Open the folder"))
        self._health = Text(TextRole.BODY)
        self._prepare()
        self._arrange()

    def show_settings(
        self, settings: Settings, folder: str, health_answered: datetime | None, notices: tuple[str, ...]
    ) -> None:
        """Show what is set. ``folder``: the user's own routines, empty if there is none."""
        self._settings = settings
        self.show_heading(self.tr("Settings"), self.tr("Every change works at once."))
        self._notice_text.setText("\n".join(notices))
        self._notices.setVisible(bool(notices))
        for choice, number, label in (
            (self._letters, settings.text_size, self._percent(settings.text_size)),
            (self._get_ready, settings.get_ready, self._seconds(settings.get_ready)),
            (self._change_over, settings.change_over, self._longer(settings.change_over)),
            (self._slower, float(settings.slower), self._pace(settings.slower)),
        ):
            if choice.findData(str(number)) < 0:
                choice.addItem(label, str(number))
        for control, value in (
            (self._theme, settings.theme),
            (self._letters, settings.text_size),
            (self._skin, settings.skin),
            (self._legs, settings.legs),
            (self._first, settings.first_leg),
            (self._get_ready, settings.get_ready),
            (self._change_over, settings.change_over),
            (self._slower, float(settings.slower)),
        ):
            control.setCurrentIndex(control.findData(str(value)))
        for box, on in (
            (self._awake, settings.keep_awake),
            (self._still, settings.reduced_motion),
            (self._waits, settings.waits),
            (self._floor, settings.floor_view),
        ):
            box.tick(on)
        self._sound.show_settings(settings)
        self.voice.show_settings(settings)
        self._number.setText(settings.emergency_number)
        self._open_folder.setEnabled(bool(folder))
        self._folder.setText(folder or self.tr("There is no folder for routines of your own on this computer."))
        self._health.setText(
            self.tr("Answered on {day}. Your answers hold for {number} days, until {end}.").format(
                day=_day_here(health_answered),
                number=HEALTH_GOOD_FOR.days,
                end=_day_here(health_answered + HEALTH_GOOD_FOR),
            )
            if health_answered
            else self.tr("Not answered yet.")
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel for scrolling the page: it must not change what lies under the pointer."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _change(self, **values: object) -> None:
        settings = replace(self._settings, **values)  # type: ignore[arg-type]  # each caller names one field
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _prepare(self) -> None:
        self._number.setMaxLength(LONGEST_NUMBER)
        self._number.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9 ]*")))
        self._number.setAccessibleName(self.tr("Emergency number"))
        self._number.setPlaceholderText(self.tr("such as 112"))
        session = (self._legs, self._first, self._get_ready, self._change_over, self._slower)
        for control in (self._theme, self._letters, self._skin, *session):
            control.installEventFilter(self)
        self._theme.activated.connect(lambda: self._change(theme=Theme(self._theme.currentData())))
        self._letters.activated.connect(lambda: self._change(text_size=int(self._letters.currentData())))
        self._skin.activated.connect(lambda: self._change(skin=Skin(self._skin.currentData())))
        self.voice.changed.connect(lambda field, value: self._change(**{field: value}))
        self._still.clicked.connect(lambda on: self._change(reduced_motion=on))
        self._legs.activated.connect(lambda: self._change(legs=Legs(self._legs.currentData())))
        self._first.activated.connect(lambda: self._change(first_leg=Side(self._first.currentData())))
        self._sound.changed.connect(lambda name, value: self._change(**{name: value}))
        self._sound.tried.connect(self.tone_requested)
        self._awake.clicked.connect(lambda on: self._change(keep_awake=on))
        self._get_ready.activated.connect(lambda: self._change(get_ready=int(self._get_ready.currentData())))
        self._change_over.activated.connect(lambda: self._change(change_over=int(self._change_over.currentData())))
        self._slower.activated.connect(lambda: self._change(slower=float(self._slower.currentData())))
        self._waits.clicked.connect(lambda on: self._change(waits=on))
        self._floor.clicked.connect(lambda on: self._change(floor_view=on))
        self._number.editingFinished.connect(lambda: self._change(emergency_number=self._number.text()))

    def _arrange(self) -> None:
        self._open_folder.clicked.connect(self.folder_requested)
        again = Button(self.tr("Read it again"))
        again.clicked.connect(self.reload_requested)
        health = Button(self.tr("My health answers"))
        health.clicked.connect(self.health_requested)
        data = Button(self.tr("My data"))
        data.clicked.connect(self.data_requested)
        cards = {
            self.tr("Session"): _card(
                self.tr("Session"),
                SettingRow(self.tr("Legs to massage"), self._legs),
                SettingRow(self.tr("Leg to begin with"), self._first),
                SettingRow(self.tr("Time to get ready"), self._get_ready),
                SettingRow(self.tr("Time to change over"), self._change_over),
                SettingRow(self.tr("Pace"), self._slower),
                self._waits,
                self._floor,
                self._awake,
            ),
            self.tr("Sound"): self._sound,
            self.tr("Voice"): self.voice,
            self.tr("Safety"): _card(
                self.tr("Safety"),
                SettingRow(self.tr("Emergency number where you live"), self._number),
                SettingRow(self.tr("Health questions"), health),
                self._health,
            ),
            self.tr("Look"): _card(
                self.tr("Look"),
                SettingRow(self.tr("Colours"), self._theme),
                SettingRow(self.tr("Text size"), self._letters),
                SettingRow(self.tr("Skin of the drawn person"), self._skin),
                self._still,
                Text(TextRole.QUIET, self.tr("Instead of moving, a picture shows where a stroke begins and ends.")),
            ),
            self.tr("Own routines"): _card(
                self.tr("Your own routines"),
                SettingRow(self.tr("Folder"), self._open_folder),
                SettingRow(self.tr("After you changed a file in it"), again),
                self._folder,
            ),
            self.tr("Your data"): _card(
                self.tr("Your data"),
                SettingRow(self.tr("Where it is, its copies, and how to delete it"), data),
                Text(TextRole.QUIET, self.tr("All of it stays on this computer.")),
            ),
        }
        self.body.addWidget(self._notices)
        links = QWidget()
        row = FlowLayout(links)
        for name, card in cards.items():
            link = Button(name, "link")
            link.setAccessibleName(self.tr("Go to {section}").format(section=name))
            link.clicked.connect(lambda _=False, card=card: self._go_to(card))
            row.addWidget(link)
        self.body.addWidget(links)
        for card in cards.values():
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _go_to(self, card: Box) -> None:
        """Bring a section to the top, as far as there is enough below it, and give it the keyboard."""
        self.scroll_area.verticalScrollBar().setValue(card.y() - 3 * STEP)
        first = next(each for each in card.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _percent(self, size: int) -> str:
        return self.tr("Usual") if size == 100 else self.tr("{number} %").format(number=size)

    def _seconds(self, seconds: int) -> str:
        return self.tr("{number} seconds").format(number=seconds)

    def _longer(self, seconds: int) -> str:
        if not seconds:
            return self.tr("As the routine says")
        return self.tr("{number} seconds longer").format(number=seconds)

    def _pace(self, slower: float) -> str:
        if not slower:
            return self.tr("As the routine says")
        sentence = self.tr("{number} s slower a pass") if slower > 0 else self.tr("{number} s quicker a pass")
        return sentence.format(number=wording.number(abs(slower)))

    def _theme_name(self, theme: Theme) -> str:
        return {
            Theme.SYSTEM: self.tr("As on this computer"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
            Theme.HIGH_CONTRAST: self.tr("High contrast"),
        }[theme]

    def _skin_name(self, skin: Skin) -> str:
        return {
            Skin.LIGHT: self.tr("Light"),
            Skin.MEDIUM: self.tr("Medium"),
            Skin.BROWN: self.tr("Brown"),
            Skin.DARK: self.tr("Dark"),
            Skin.NEUTRAL: self.tr("Neutral grey"),
        }[skin]


def _day_here(moment: datetime) -> str:
    """The day on which it was, or will be, where the user is: what is kept is kept in UTC."""
    return wording.day(moment.astimezone().date())


def _choice(name: str, choices: Mapping[Any, str]) -> QComboBox:
    """A box of choices, each kept under its value as text."""
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in choices.items():
        box.addItem(label, str(value))
    return box


def _card(title: str, *parts: QWidget) -> Box:
    card = Box("card")
    card.column.addWidget(Text(TextRole.HEADING, title))
    for part in parts:
        card.column.addWidget(part)
    return card
