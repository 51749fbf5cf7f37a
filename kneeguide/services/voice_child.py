"""Says aloud what its parent writes to it. An engine that crashes or hangs takes nothing but this process along.

Qt's speech engines load whatever the desktop has, block for more than a second while they start, and for ever if a
speech server behind them is stuck. One JSON object a line comes in (``say`` or ``stop``), one a line goes out
(``is``). It runs as a script, or in a frozen program by its command line, and knows nothing of the rest of KneeGuide.
"""

import json
import os
import sys
import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal


class Speaker(QObject):
    """Obeys one command after the other. A new text waits until the old one is silent, so none is lost between them."""

    commanded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._engine: Any = None
        self._states: Any = None
        self._wanted: dict[str, Any] | None = None
        self._saying: int | None = None
        self._voices: dict[str, Any] = {}
        self.commanded.connect(self._obey)

    def start(self) -> None:
        """Start the engine, which may take its time. Raises whatever loading it runs into."""
        # Here, not above: it is an extra that most computers lack.
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._states = QTextToSpeech.State
        self._engine = QTextToSpeech()
        self._engine.stateChanged.connect(self._follow)
        self._follow(self._engine.state())

    def _obey(self, command: dict[str, Any]) -> None:
        self._wanted = command if "say" in command else None
        if self._engine.state() == self._states.Ready:
            self._say_wanted()
        else:
            self._engine.stop()

    def _follow(self, state: Any) -> None:
        """Tell the parent what the engine does, and go on with what waits."""
        if state == self._states.Ready:
            if self._saying is not None:
                tell("ended", number=self._saying)
                self._saying = None
            if not self._voices:
                self._look_for_voices()
            self._say_wanted()
        elif state == self._states.Speaking and self._saying is not None:
            tell("began", number=self._saying)
        elif state == self._states.Error:
            tell("failed")

    def _look_for_voices(self) -> None:
        """Find the voices that can read what KneeGuide says, which is English; British ones first."""
        # Qt's stand-in for tests, which says nothing, is listed like any other.
        locales = [] if self._engine.engine() == "mock" else self._engine.availableLocales()
        english = [locale for locale in locales if locale.language() == QLocale.Language.English]
        for locale in sorted(english, key=lambda locale: locale.territory() != QLocale.Country.UnitedKingdom):
            self._engine.setLocale(locale)
            for voice in self._engine.availableVoices():
                # espeak lists each voice a hundred times more, in disguises: "English (America)+Robosoft".
                if "+" not in voice.name():
                    self._voices.setdefault(voice.name(), voice)
        if self._voices:
            tell("ready", voices=list(self._voices))
        else:
            tell("failed")

    def _say_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not self._voices:
            return
        voice = self._voices.get(wanted["voice"]) or next(iter(self._voices.values()))
        if self._engine.voice() != voice:
            self._engine.setVoice(voice)
        self._engine.setRate(wanted["rate"])
        self._engine.setVolume(wanted["volume"])
        self._saying = wanted["number"]
        self._engine.say(wanted["say"])


def tell(what: str, **more: object) -> None:
    """Let the parent know. One that has gone needs to know nothing."""
    try:
        print(json.dumps({"is": what, **more}), flush=True)  # noqa: T201 - its parent listens
    except OSError:
        os._exit(0)


def listen(speaker: Speaker) -> None:
    """Hand on each command. When the parent is gone, so is this, even if the engine hangs."""
    for line in sys.stdin:
        speaker.commanded.emit(json.loads(line))
    os._exit(0)


def main() -> None:
    """Run until the parent closes the pipe."""
    # On macOS speech needs the system's own event loop; elsewhere this means nothing.
    os.environ["QT_EVENT_DISPATCHER_CORE_FOUNDATION"] = "1"
    application = QCoreApplication([])
    speaker = Speaker()
    threading.Thread(target=listen, args=[speaker], daemon=True).start()
    try:
        speaker.start()
    except Exception:  # noqa: BLE001 - whatever loading it runs into, there is no voice
        tell("missing")
        os._exit(1)
    application.exec()


if __name__ == "__main__":
    main()
