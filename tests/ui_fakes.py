"""Stand-ins for what the window meets outside of it: loudspeaker, screen saver, and a clock that a hand moves."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from fakes import FakeClock
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneeguide import paths
from kneeguide.core.cues import Tone
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.services.voice import Manner
from kneeguide.ui.session_runner import SessionRunner

W = TypeVar("W", bound=QWidget)

POSES = PoseShelf(paths.assets_dir() / "figures")
TONES = {tone: Path(f"{tone.value}.wav") for tone in Tone}


class FakeSound:
    """Writes down what would be heard: tones by name, and ``silence`` where sound is cut off."""

    def __init__(self) -> None:
        self.problem: str | None = None
        self.heard: list[str] = []
        self.files: list[Path] = []
        self.due: float | None = None
        self.is_closed = False

    def prepare(self) -> None:
        """Nothing to look for."""

    def play(self, tone: Path, due: float | None = None) -> None:
        self.heard.append(tone.stem)
        self.files.append(tone)
        self.due = due

    def stop(self) -> None:
        self.heard.append("silence")

    def close(self) -> None:
        self.is_closed = True


class FakeVoice(QObject):
    """Writes down what would be said, and goes on saying it until it is told to end."""

    changed = Signal()

    def __init__(self, *voices: str) -> None:
        super().__init__()
        self.manner = Manner()
        self.problem: str | None = None
        self.is_missing = False
        self.voices = voices or ("A voice",)
        self.is_speaking = False
        self.said: list[str] = []
        self.preparations = 0
        self.is_closed = False

    def prepare(self) -> None:
        self.preparations += 1

    def say(self, text: str) -> None:
        if self.voices:
            self.said.append(text)
            self._speak(True)

    def stop(self) -> None:
        self._speak(False)

    def close(self) -> None:
        self.is_closed = True

    def end(self) -> None:
        """Come to the end of what is being said."""
        self._speak(False)

    def fail(self, problem: str, *, missing: bool = False) -> None:
        """Find no voice, or lose it."""
        self.problem, self.is_missing, self.voices = problem, missing, ()
        self.is_speaking = False
        self.changed.emit()

    def _speak(self, speaking: bool) -> None:
        if speaking != self.is_speaking:
            self.is_speaking = speaking
            self.changed.emit()


class FakeKeepAwake:
    """Knows whether the screen is kept on."""

    def __init__(self) -> None:
        self.problem: str | None = None
        self.held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False

    def close(self) -> None:
        self.held = False


class FakeReminders:
    """Writes down what would be shown, and looks when it is told to."""

    def __init__(self) -> None:
        self.problem: str | None = None
        self.shown: list[str] = []
        self.look: Callable[[], None] = lambda: None
        self.is_closed = False

    def begin(self, look: Callable[[], None]) -> None:
        self.look = look

    def show(self, title: str, text: str) -> None:
        self.shown.append(f"{title}. {text}")

    def close(self) -> None:
        self.is_closed = True


class Ticker(NamedTuple):
    """The one timer of a runner, made to tick by hand."""

    runner: SessionRunner
    clock: FakeClock

    @property
    def timer(self) -> QTimer:
        (timer,) = self.runner.findChildren(QTimer)
        return timer

    @property
    def is_ticking(self) -> bool:
        return self.timer.isActive()

    def pass_seconds(self, seconds: float, step: float = 1.0) -> None:
        """Let time pass with a tick every ``step`` seconds, while the timer runs."""
        for _ in range(round(seconds / step)):
            self.clock.move(step)
            if self.is_ticking:
                self.timer.timeout.emit()


def button(within: QWidget, name: str) -> QAbstractButton:
    """The one visible button of this name, as a screen reader tells it."""
    found = [each for each in shown(within, QAbstractButton) if each.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} buttons {name!r} among {names(shown(within, QAbstractButton))}"
    return found[0]


def shown(within: QWidget, kind: type[W]) -> list[W]:
    """The visible widgets of a kind."""
    return [each for each in within.findChildren(kind) if each.isVisible()]


def names(widgets: Iterable[QWidget]) -> list[str]:
    return [each.accessibleName() for each in widgets]


def texts(within: QWidget) -> list[str]:
    """What can be read, line by line."""
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in shown(within, QLabel) if label.text()]
