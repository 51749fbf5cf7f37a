"""Somebody in front of the window, with a mouse, a camera and a clock that can hurry."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from kneeguide.core.clock import Clock, Moment, SystemClock
from kneeguide.program import Program
from kneeguide.ui.widgets.routine_card import RoutineCard

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds to wait for anything on the screen before the tour gives up."""

LONGEST_STRIDE = 3.0
"""Seconds that a hurrying clock moves at once, however busy the computer is: a session takes more for a sleep."""


class HurryingClock:
    """The computer's clock, which can be told to run faster from now on."""

    def __init__(self, system: Clock | None = None) -> None:
        self._system = system or SystemClock()
        self._shown = self._read = self._system.now()
        self._pace = 1.0

    def now(self) -> Moment:
        """The hurried time, on both clocks alike."""
        read = self._system.now()
        passed = (read.steady - self._read.steady) * self._pace
        if self._pace > 1:
            passed = min(passed, LONGEST_STRIDE)
        self._shown = Moment(self._shown.steady + passed, self._shown.wall + timedelta(seconds=passed))
        self._read = read
        return self._shown

    def run(self, pace: float) -> None:
        """From now on a second of the computer's is so many of ours."""
        self.now()
        self._pace = pace


class Tourist:
    """Somebody in front of the window, with a mouse and a camera."""

    def __init__(self, program: Program, out: Path, label: str) -> None:
        self._program = program
        self._out = out
        self.label = label
        self.pictures: list[Path] = []

    @property
    def page(self) -> QWidget:
        """What is in front."""
        return self._program.window.page

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        self.settle()
        file = self._out / f"{self.label}-{len(self.pictures) + 1:02}-{name}.png"
        self.pictures.append(file)
        self._program.window.grab().save(str(file))
        print(f"  {file.name}")

    def press(self, label: str, *, within: str = "") -> None:
        """Click the button that says this; ``within``: only among buttons of this kind."""
        button = self._wait_for(lambda: self._button(label, within), f"a button “{label}”")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, *, yes_to: int | None = None) -> None:
        """Answer every question on the page with no, but for the one at this place in the list."""
        for place, (yes, no) in enumerate(zip(self._of_kind("yes"), self._of_kind("no"), strict=True)):
            QTest.mouseClick(yes if place == yes_to else no, Qt.MouseButton.LeftButton)
        self.settle()

    def tick(self) -> None:
        """Tick the box on the page."""
        for box in self.page.findChildren(QCheckBox):
            QTest.keyClick(box, Qt.Key.Key_Space)
        self.settle()

    def wait_for_stage(self, title: str, *, gone: bool = False) -> None:
        """Wait until the player shows a stage of this name, or no longer does."""
        stage = f"the stage “{title}”"
        self._wait_for(lambda: gone is not any(t.text() == title for t in self.page.findChildren(QLabel)), stage)

    def wait_for_page(self, kind: str) -> None:
        """Wait until the page of this class is in front."""
        self._wait_for(lambda: type(self.page).__name__ == kind, f"the {kind}, not the {type(self.page).__name__},")
        self.settle()

    def settle(self) -> None:
        """Let the window show what has happened."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def pick(self, routine_id: str) -> None:
        """Click the card of a routine."""
        card = self._wait_for(lambda: self._card(routine_id).isVisible() and self._card(routine_id), "the card")
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        self.settle()

    def _card(self, routine_id: str) -> RoutineCard:
        return next(card for card in self.page.findChildren(RoutineCard) if card.routine.id == routine_id)

    def _of_kind(self, kind: str) -> list[QAbstractButton]:
        buttons = self.page.findChildren(QAbstractButton)
        return [button for button in buttons if button.property("kind") == kind and button.isVisibleTo(self.page)]

    def _button(self, label: str, within: str) -> QAbstractButton | None:
        return next(
            (
                button
                for button in self._program.window.findChildren(QAbstractButton)
                if button.isVisible()
                and button.isEnabled()
                and label in (button.accessibleName(), button.text().replace("&&", "&"))
                and within in ("", button.property("kind"))
            ),
            None,
        )

    def _wait_for(self, look: Callable[[], T | None], what: str) -> T:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = look()
            if found:
                return found
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        raise SystemExit(f"The tour waited for {what} and gave up.")
