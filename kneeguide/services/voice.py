"""Words that are said, for eyes that are shut or two metres from the screen.

Words are a help, never a need: each is shown too, so whatever goes wrong here ends as one plain sentence in
``problem`` and silence, while tones go on. Qt's speech engines block for a second while they start, for ever if the
desktop's speech server is stuck, and may crash; so one runs in a process of its own, in ``voice_child``. Nothing here
raises into the app or makes the window wait.
"""

import json
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal, SignalInstance

START_SECONDS = 15.0
"""An engine takes 1 to 2 s to start. One that has not by then is stuck."""

BEGIN_SECONDS = 3.0
"""A text begins within 0.03 s, or 0.1 s where another must be cut off first."""

LONGEST_TEXT_SECONDS = 20.0
"""What is said lasts under 10 s: an engine still at it after this does not reach the speakers."""

GOODBYE_MS = 1000
"""How long leaving waits for the process that is being ended, in milliseconds."""

SPEAK = "--speak-for-parent"
"""What asks the program itself to be the process that speaks, where no Python can be called; not for users."""


@dataclass(frozen=True)
class Manner:
    """How to speak. ``voice``: its name, empty for the usual one. ``rate``: -1 to 1. ``volume``: 0 to 1."""

    voice: str = ""
    rate: float = 0.0
    volume: float = 1.0


class Voice(Protocol):
    """Whatever can say a text, or cannot and says so."""

    manner: Manner
    """How the next text is said."""

    problem: str | None
    """One plain sentence when nothing can be said, else None. Known only a while after ``prepare``."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when ``problem``, ``voices`` or ``is_speaking`` may have changed."""
        ...

    @property
    def is_missing(self) -> bool:
        """Whether there is nothing on this computer that could speak."""
        ...

    @property
    def voices(self) -> tuple[str, ...]:
        """Names of the voices there are, the usual one first; empty until they have been found."""
        ...

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being said: from the moment it was asked for until its end, or until it failed."""
        ...

    def prepare(self) -> None:
        """Look for voices now, out of the way, so that the first text is in time. After a failure, try again."""
        ...

    def say(self, text: str) -> None:
        """Say this in place of what is being said. Returns at once."""
        ...

    def stop(self) -> None:
        """Silence now."""
        ...

    def close(self) -> None:
        """Silence, and let go of the engine until the next ``prepare``."""
        ...


class SilentVoice(QObject):
    """Says nothing, and has no problem with that."""

    changed = Signal()
    problem: str | None = None
    is_missing = False
    is_speaking = False
    voices: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.manner = Manner()

    def prepare(self) -> None:
        """Nothing to look for."""

    def say(self, text: str) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing is being said."""

    def close(self) -> None:
        """Nothing was held."""


class ChildVoice(QObject):
    """The voice of the desktop through Qt's text-to-speech in a process of its own."""

    changed = Signal()
    _overdue = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.manner = Manner()
        self.problem: str | None = None
        self.is_missing = False
        self.voices: tuple[str, ...] = ()
        self._child: QProcess | None = None
        self._deadline: threading.Timer | None = None
        self._number = 0
        self._is_speaking = False
        self._overdue.connect(self._give_up_if_overdue)

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being said: from the moment it was asked for until its end, or until it failed."""
        return self._is_speaking

    def prepare(self) -> None:
        """Look for voices now, out of the way, so that the first text is in time. After a failure, try again."""
        if self._child is not None:
            return
        self.problem, self.is_missing = None, False
        child = QProcess(self)
        child.setProgram(sys.executable)
        child.setArguments(_child_arguments())
        child.setStandardErrorFile(QProcess.nullDevice())
        child.readyReadStandardOutput.connect(self._listen)
        child.errorOccurred.connect(self._fail)
        child.finished.connect(self._fail)
        self._child = child
        self._expect_within(START_SECONDS)
        child.start()

    def say(self, text: str) -> None:
        """Say this in place of what is being said. Returns at once; without a voice nothing happens."""
        if self.voices:
            self._number += 1
            manner = self.manner
            self._tell(say=text, number=self._number, voice=manner.voice, rate=manner.rate, volume=manner.volume)
            self._expect_within(BEGIN_SECONDS)
            self._set_speaking(True)

    def stop(self) -> None:
        """Silence now."""
        if self._is_speaking:
            self._tell(stop=True)
            self._expect_nothing()
            self._set_speaking(False)

    def close(self) -> None:
        """Silence, and let go of the engine until the next ``prepare``."""
        self.stop()
        self._let_go()

    def _tell(self, **command: object) -> None:
        assert self._child is not None
        self._child.write(json.dumps(command).encode() + b"\n")

    def _listen(self) -> None:
        while self._child is not None and self._child.canReadLine():
            self._hear(json.loads(self._child.readLine().toStdString()))

    def _hear(self, news: dict[str, Any]) -> None:
        match news["is"]:
            case "ready":
                self._expect_nothing()
                self.voices = tuple(news["voices"])
                self.changed.emit()
            case "began" if news["number"] == self._number and self._is_speaking:
                self._expect_within(LONGEST_TEXT_SECONDS)
            case "ended" if news["number"] == self._number and self._is_speaking:
                self._expect_nothing()
                self._set_speaking(False)
            case "missing":
                self.is_missing = True
                self._fail()
            case "failed":
                self.is_missing = not self.voices
                self._fail()

    def _fail(self, *_why: object) -> None:
        """Say once that there is no voice; whatever was being said has come to its end."""
        self.problem = no_voice() if self.is_missing else failed()
        self._let_go()
        self._is_speaking = False
        self.changed.emit()

    def _let_go(self) -> None:
        self._expect_nothing()
        self.voices = ()
        child, self._child = self._child, None
        if child is not None:
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(GOODBYE_MS)
            child.deleteLater()

    def _set_speaking(self, speaking: bool) -> None:
        if speaking != self._is_speaking:
            self._is_speaking = speaking
            self.changed.emit()

    def _expect_within(self, seconds: float) -> None:
        """Give the engine up unless it is heard of within so many seconds."""
        self._expect_nothing()
        deadline = threading.Timer(seconds, lambda: self._overdue.emit(deadline))
        deadline.daemon = True
        self._deadline = deadline
        deadline.start()

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline.join()
            self._deadline = None

    def _give_up_if_overdue(self, deadline: threading.Timer) -> None:
        if deadline is self._deadline:
            self._fail()


def no_voice() -> str:
    """The sentence for a computer that has no voice."""
    return QCoreApplication.translate(
        "voice",
        "KneeGuide does not speak: this computer has no voice for it. Tones go on. Settings says how to get one.",
    )


def failed() -> str:
    """The sentence for a voice that was there."""
    return QCoreApplication.translate(
        "voice",
        "The voice stopped working, so KneeGuide does not speak. Tones go on. To try again, start KneeGuide again.",
    )


def _child_arguments() -> list[str]:
    """How to start the process that speaks: in a frozen program there is no Python to run a file with."""
    if getattr(sys, "frozen", False):
        return [SPEAK]
    # As a file, not as a module: this needs no folder on the import path, and loads nothing else of KneeGuide.
    return ["-P", str(Path(__file__).with_name("voice_child.py"))]
