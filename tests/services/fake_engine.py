"""A stand-in for Qt's text-to-speech. Python loads it at the start of the child, when it lies on PYTHONPATH as
``sitecustomize``: it takes the place of the module that may not be there. FAKE_ENGINE says how it behaves."""

import os
import signal
import sys
import threading
from enum import Enum
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

MANNER = os.environ.get("FAKE_ENGINE", "")


class State(Enum):
    Ready = 0
    Speaking = 1
    Error = 3


class Voice:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


VOICES = {
    QLocale("de_DE"): [Voice("Deutsch")],
    QLocale("en_US"): [Voice("English (America)"), Voice("English (America)+Robosoft")],
    QLocale("en_GB"): [Voice("English (Great Britain)"), Voice("English (Scotland)")],
}


class QTextToSpeech(QObject):
    State = State
    stateChanged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        if MANNER == "raises":
            raise RuntimeError("no speech today")
        if MANNER == "hangs":
            threading.Event().wait()
        if MANNER == "dies-at-start":
            os.kill(os.getpid(), signal.SIGSEGV)
        self._state = State.Error if MANNER == "error" else State.Ready
        self._locale = QLocale("de_DE")
        self._voice, self._rate, self._volume = Voice(""), 0.0, 1.0

    def engine(self) -> str:
        return "mock" if MANNER == "mock" else "fake"

    def state(self) -> State:
        return self._state

    def availableLocales(self) -> list[QLocale]:
        return [QLocale("de_DE")] if MANNER == "german" else list(VOICES)

    def setLocale(self, locale: QLocale) -> None:
        self._locale = locale

    def availableVoices(self) -> list[Voice]:
        return VOICES[self._locale]

    def voice(self) -> Voice:
        return self._voice

    def setVoice(self, voice: Voice) -> None:
        self._voice = voice

    def setRate(self, rate: float) -> None:
        self._rate = rate

    def setVolume(self, volume: float) -> None:
        self._volume = volume

    def say(self, text: str) -> None:
        with Path(os.environ["FAKE_LOG"]).open("a", encoding="utf-8") as log:
            log.write(f"{text}|{self._voice.name()}|{self._rate}|{self._volume}\n")
        if MANNER == "mute":
            return
        self._become(State.Speaking)
        if MANNER == "dies":
            os.kill(os.getpid(), signal.SIGSEGV)
        if MANNER == "errs":
            self._become(State.Error)
        if text.startswith("Short"):
            QTimer.singleShot(0, lambda: self._become(State.Ready))
        if MANNER == "quick":
            QTimer.singleShot(300, lambda: self._become(State.Ready))

    def stop(self) -> None:
        with Path(os.environ["FAKE_LOG"]).open("a", encoding="utf-8") as log:
            log.write("stop\n")
        if MANNER != "unstoppable":
            # Later, as engines do it.
            QTimer.singleShot(0, lambda: self._become(State.Ready))

    def _become(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.stateChanged.emit(state)


if MANNER == "absent":
    sys.modules["PySide6.QtTextToSpeech"] = None  # type: ignore[assignment]
elif MANNER:
    module = ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = QTextToSpeech  # type: ignore[attr-defined]
    sys.modules["PySide6.QtTextToSpeech"] = module
