"""What is heard while a session runs: which tones, how loud, and each to be tried at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.cues import Tone
from kneeguide.core.settings import Loudness, Settings
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.setting_row import SettingRow
from kneeguide.ui.widgets.tick_line import TickLine


class SoundCard(Box):
    """The settings of tones and pace. ``changed`` carries a setting's name and new value, ``tried`` a Tone to hear."""

    changed = Signal(str, object)
    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._tones = TickLine(self.tr("Tones at the start, half-way and end of a step"))
        self._pace = TickLine(self.tr("A soft tick at the pace of the strokes"))
        loudness = self.tr("How loud the tones are")
        self._loudness = ChoiceRow(
            loudness,
            {
                Loudness.SOFT: self.tr("Soft"),
                Loudness.MEDIUM: self.tr("Medium"),
                Loudness.LOUD: self.tr("Loud"),
            },
        )
        self.column.addWidget(Text(TextRole.HEADING, self.tr("Sound")))
        self._add(self._tones, self.tr("Try a tone"), Tone.STEP_START)
        self._add(self._pace, self.tr("Try the tick"), Tone.PACE)
        self.column.addWidget(Text(TextRole.QUIET, self.tr("In a hold, two soft notes mark a slow breath instead.")))
        self.column.addWidget(SettingRow(loudness, self._loudness))
        self._tones.clicked.connect(lambda on: self.changed.emit("sound", on))
        self._pace.clicked.connect(lambda on: self.changed.emit("pace_sound", on))
        self._loudness.chosen.connect(lambda level: self.changed.emit("tone_level", level))

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling anybody."""
        self._tones.tick(settings.sound)
        self._pace.tick(settings.pace_sound)
        self._loudness.choose(settings.tone_level)

    def _add(self, line: TickLine, trial: str, tone: Tone) -> None:
        """A switch with a button beside it that lets its tone be heard."""
        button = Button(trial)
        button.clicked.connect(lambda: self.tried.emit(tone))
        self.column.addWidget(SettingRow(line, button))
