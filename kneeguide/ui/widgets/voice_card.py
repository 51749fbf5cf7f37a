"""Whether, and how, KneeGuide speaks; where it cannot, what to install."""

import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.speech import SpeechRate
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text

LINUX_PACKAGES = "speech-dispatcher speech-dispatcher-espeak-ng"
"""What gives a voice on Debian and Ubuntu; packaging/system_packages.py installs the same."""

TO_TYPE = "python3 packaging/bootstrap.py run --voice"


class VoiceCard(Box):
    """``chosen`` carries the name of a field of Settings and its new value; ``try_requested`` asks for a sample."""

    chosen = Signal(str, object)
    try_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._name = ""
        self._speaks = QCheckBox(self.tr("A voice says what comes next and how it is done"))
        self._speaks.setAccessibleName(self._speaks.text())
        self._voice = self._choice(self.tr("Voice"), {})
        self._rate = self._choice(self.tr("How fast it speaks"), {each: self._rate_name(each) for each in SpeechRate})
        self._level = self._choice(self.tr("How loud it speaks"), {each: self._level_name(each) for each in Loudness})
        self._try = Button(self.tr("Try the voice"))
        self._state = Text(TextRole.QUIET)
        self._arrange()
        self._speaks.clicked.connect(lambda on: self.chosen.emit("voice", on))
        self._voice.activated.connect(self._choose_voice)
        self._rate.activated.connect(lambda: self.chosen.emit("voice_rate", SpeechRate(self._rate.currentData())))
        self._level.activated.connect(lambda: self.chosen.emit("voice_level", Loudness(self._level.currentData())))
        self._try.clicked.connect(self.try_requested)
        self.show_voices(())

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._name = settings.voice_name
        self._speaks.setChecked(settings.voice)
        self._rate.setCurrentIndex(self._rate.findData(str(settings.voice_rate)))
        self._level.setCurrentIndex(self._level.findData(str(settings.voice_level)))
        self._select_voice()

    def show_voices(self, voices: Sequence[str], problem: str = "", *, missing: bool = False) -> None:
        """Show the voices that there are; with none, ``problem`` says why, or else they are still being looked for.

        ``missing``: nothing on this computer can speak, so the card says what to install.
        """
        if [self._voice.itemData(place) for place in range(self._voice.count())] != list(voices):
            self._voice.clear()
            for voice in voices:
                self._voice.addItem(voice, voice)
            self._select_voice()
        for control in (self._voice, self._rate, self._level, self._try):
            control.setEnabled(bool(voices))
        self._state.setVisible(not voices)
        if missing:
            self._state.setText(self._what_to_install())
        else:
            self._state.setText(problem or self.tr("Looking for a voice…"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel for scrolling the page: it must not change what lies under the pointer."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _choose_voice(self) -> None:
        self._name = self._voice.currentData()
        self.chosen.emit("voice_name", self._name)

    def _select_voice(self) -> None:
        """Point at the chosen voice, or at the usual one, which comes first, where that is not there."""
        if self._voice.count():
            self._voice.setCurrentIndex(max(0, self._voice.findData(self._name)))

    def _what_to_install(self) -> str:
        said = [
            self.tr("This computer has no voice for KneeGuide yet."),
            self.tr("To get one, close KneeGuide and type in its folder: {command}").format(command=TO_TYPE),
        ]
        if sys.platform == "linux":
            said.append(self.tr("On Debian and Ubuntu that adds the packages {names}.").format(names=LINUX_PACKAGES))
        return " ".join(said)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._speaks, 1)
        first.addWidget(self._try)
        self.column.addWidget(Text(TextRole.HEADING, self.tr("Voice")))
        self.column.addLayout(first)
        for box in (self._voice, self._rate, self._level):
            row = QHBoxLayout()
            row.setSpacing(4 * STEP)
            row.addWidget(Text(TextRole.BODY, box.accessibleName()), 1)
            box.setMinimumWidth(56 * STEP)
            row.addWidget(box)
            self.column.addLayout(row)
        self.column.addWidget(self._state)

    def _choice(self, name: str, choices: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.installEventFilter(self)
        for value, label in choices.items():
            box.addItem(label, str(value))
        return box

    def _rate_name(self, rate: SpeechRate) -> str:
        return {
            SpeechRate.SLOW: self.tr("Slowly"),
            SpeechRate.USUAL: self.tr("As usual"),
            SpeechRate.FAST: self.tr("Quickly"),
        }[rate]

    def _level_name(self, level: Loudness) -> str:
        return {
            Loudness.SOFT: self.tr("Softly"),
            Loudness.MEDIUM: self.tr("Medium"),
            Loudness.LOUD: self.tr("Loudly"),
        }[level]
