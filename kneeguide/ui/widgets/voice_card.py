"""Whether, and how, KneeGuide speaks; where it cannot, what to install."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.speech import SpeechRate
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.setting_row import SettingRow
from kneeguide.ui.widgets.tick_line import TickLine

LINUX_PACKAGES = "speech-dispatcher, speech-dispatcher-espeak-ng and libspeechd2"
"""What gives a voice on Debian and Ubuntu; packaging/system_packages.py installs the same."""

_SHORTEST_NAME = 12
"""In letters: room for so many of a voice's name at least, so that a long one makes no page wider."""

TO_TYPE = "python3 packaging/bootstrap.py run --voice"


class VoiceCard(Box):
    """The settings of the voice. ``changed`` carries a setting's name and new value, ``tried`` asks for a sample."""

    changed = Signal(str, object)
    tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._name = ""
        self._speaks = TickLine(self.tr("A voice says what comes next and how it is done"))
        self._try = Button(self.tr("Try the voice"))
        voice, rate, loudness = self.tr("Voice"), self.tr("How fast it speaks"), self.tr("How loud the voice is")
        self._voice = QComboBox()
        self._voice.setAccessibleName(voice)
        self._voice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._voice.setMinimumContentsLength(_SHORTEST_NAME)
        self._voice.installEventFilter(self)
        self._rate = ChoiceRow(
            rate,
            {
                SpeechRate.SLOW: self.tr("Slowly"),
                SpeechRate.USUAL: self.tr("As usual"),
                SpeechRate.FAST: self.tr("Quickly"),
            },
        )
        self._loudness = ChoiceRow(
            loudness,
            {
                Loudness.SOFT: self.tr("Soft"),
                Loudness.MEDIUM: self.tr("Medium"),
                Loudness.LOUD: self.tr("Loud"),
            },
        )
        self._state = Text(TextRole.QUIET)
        self.column.addWidget(Text(TextRole.HEADING, self.tr("Voice")))
        self.column.addWidget(SettingRow(self._speaks, self._try))
        self.column.addWidget(self._state)
        self._choices = [
            SettingRow(voice, self._voice, whole=True),
            SettingRow(rate, self._rate),
            SettingRow(loudness, self._loudness),
        ]
        for choice in self._choices:
            self.column.addWidget(choice)
        self._speaks.clicked.connect(lambda on: self.changed.emit("voice", on))
        self._voice.activated.connect(self._choose_voice)
        self._rate.chosen.connect(lambda rate: self.changed.emit("voice_rate", rate))
        self._loudness.chosen.connect(lambda level: self.changed.emit("voice_level", level))
        self._try.clicked.connect(self.tried)
        self.show_voices(())

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling anybody."""
        self._name = settings.voice_name
        self._speaks.tick(settings.voice)
        self._rate.choose(settings.voice_rate)
        self._loudness.choose(settings.voice_level)
        self._point_at_voice()

    def show_voices(self, voices: Sequence[str], problem: str = "", *, missing: bool = False) -> None:
        """Show the voices that there are; with none, ``problem`` says why, or else they are still being looked for.

        Nothing is looked for until a voice is wanted.
        ``missing``: nothing on this computer can speak, so the card says what to install.
        """
        if [self._voice.itemText(place) for place in range(self._voice.count())] != list(voices):
            self._voice.clear()
            self._voice.addItems(list(voices))
            letters = self._voice.fontMetrics()
            longest = max(map(letters.horizontalAdvance, voices), default=0)
            self._voice.view().setMinimumWidth(longest + 12 * STEP)
            self._point_at_voice()
        self._try.setEnabled(bool(voices))
        for choice in self._choices:
            choice.setVisible(bool(voices))
        self._state.setVisible(not voices)
        looking = self.tr("Looking for a voice on this computer…")
        to_do = looking if self._speaks.ticked else self.tr("Tick this to look for a voice on this computer.")
        self._state.setText(self._what_to_install() if missing else problem or to_do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel for scrolling the page: it must not change what lies under the pointer."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _choose_voice(self) -> None:
        self._name = self._voice.currentText()
        self.changed.emit("voice_name", self._name)

    def _point_at_voice(self) -> None:
        """Point at the chosen voice, or at the usual one, which comes first, where that is not there."""
        if self._voice.count():
            self._voice.setCurrentIndex(max(0, self._voice.findText(self._name)))

    def _what_to_install(self) -> str:
        said = [
            self.tr("This computer has no voice for KneeGuide yet."),
            self.tr("To get one, close KneeGuide and type in its folder: {command}").format(command=TO_TYPE),
        ]
        if sys.platform == "linux":
            said.append(self.tr("On Debian and Ubuntu this adds the packages {names}.").format(names=LINUX_PACKAGES))
        return "\n".join(said)
