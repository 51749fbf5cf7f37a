"""Somebody in front of the real program, in its own process: acts on real widgets, and waits on what it sees.

A scenario is a generator function. It is handed a User, acts, and yields what it wants to see next; the program runs
meanwhile. Whatever is not seen in time ends the process with status 3 and says what was on the screen instead.
"""

import gc
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QMessageBox, QWidget

from kneeguide import app, cli
from kneeguide.core.cue_queue import CueQueue
from kneeguide.ui.session_runner import SessionRunner

PATIENCE = 30.0
"""Seconds to wait for anything."""

Condition = Callable[[], object]
Scenario = Callable[["User"], Iterator[Condition]]


class User:
    """Eyes and hands. ``programs``: every life of the window so far, the present one last."""

    def __init__(self) -> None:
        self.programs: list[Any] = []

    @property
    def window(self) -> Any:
        return self.programs[-1].window

    @property
    def page(self) -> str:
        return type(self.window.page).__name__

    def on(self, page: str) -> Condition:
        """The page of this class is in front."""
        return lambda: self.window.isVisible() and self.page == page

    def buttons(self, kind: str = "") -> list[QAbstractButton]:
        """What can be pressed on the page; ``kind``: only buttons of this kind."""
        found = self.window.findChildren(QAbstractButton)
        return [each for each in found if each.isVisible() and each.isEnabled() and kind in ("", each.property("kind"))]

    def press(self, name: str, kind: str = "") -> None:
        """Press the first button of this name, or of this kind if the name is empty."""
        found = [each for each in self.buttons(kind) if name in ("", each.accessibleName())]
        assert found, f"no button {name!r} of kind {kind!r} among {[each.accessibleName() for each in self.buttons()]}"
        found[0].click()

    def press_later(self, name: str, kind: str = "") -> None:
        """Press from the event loop, for what opens a box that waits."""
        QTimer.singleShot(0, lambda: self.press(name, kind))

    def can_press(self, name: str) -> Condition:
        return lambda: name in [each.accessibleName() for each in self.buttons()]

    def say_no(self) -> None:
        """No to every question in front."""
        for button in self.buttons("no"):
            button.click()

    def texts(self, within: QWidget | None = None) -> list[str]:
        """What can be read."""
        return [
            each.text() for each in (within or self.window).findChildren(QLabel) if each.isVisible() and each.text()
        ]

    def banner(self) -> str:
        """The line above every page, empty if there is none."""
        return " ".join(
            text
            for box in self.window.findChildren(QFrame)
            if box.isVisible() and box.accessibleName() == "Notice"
            for text in self.texts(box)
        )

    def boxes(self) -> list[QMessageBox]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]

    def timers(self) -> list[bool]:
        """Whether it ticks, of every session there ever was and is not gone."""
        runners = [each for each in gc.get_objects() if isinstance(each, SessionRunner)]
        return [timer.isActive() for runner in runners for timer in runner.findChildren(QTimer)]

    def break_page(self) -> None:
        """From now on whoever is shown how the session stands fails."""

        def fail(_: object) -> None:
            raise RuntimeError("broken in every tick")

        (runner,) = [each for each in gc.get_objects() if isinstance(each, SessionRunner)]
        runner.changed.connect(fail)

    def break_tones(self) -> None:
        """From now on every tick of the runner itself fails."""

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("broken in every tick")

        CueQueue.look = fail

    def to_player(self) -> Iterator[Condition]:
        """From wherever the program opens to a running session of the routine it was asked for."""
        while self.page != "PlayerPage":
            before = self.window.page
            match self.page:
                case "WelcomePage":
                    next(box for box in self.buttons() if "18 or older" in box.accessibleName()).click()
                    self.press("Continue")
                case "EmergencyPage":
                    self.press("I have none of these")
                case "HealthQuestionsPage":
                    self.say_no()
                    while self.can_press("Continue")():
                        self.press("Continue")
                        self.say_no()
                    self.press("Done")
                case "LibraryPage":
                    self.programs[-1].flow.open_routine("oa-hands-short")
                case "RoutineDetailPage":
                    self.press("", "primary")
                case "SafetyChecklistPage":
                    self.say_no()
                    self.press("Continue")
                case "PainBeforePage":
                    self.press("2")
                    self.press("", "primary")
                case other:
                    raise AssertionError(f"no way on from {other}")
            yield lambda before=before: self.window.page is not before
        yield self.can_press("Pause")

    def tell(self, **facts: object) -> None:
        """To the test that watches, as one line."""
        print(json.dumps(facts), flush=True)


class _Driver:
    def __init__(self, scenario: Scenario) -> None:
        self._user = User()
        self._steps = scenario(self._user)
        self._seen: Condition = lambda: True
        self._until = time.monotonic() + PATIENCE
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def watch(self, program: Any) -> Any:
        self._user.programs.append(program)
        self._timer.start(10)
        return program

    def _look(self) -> None:
        if self._steps.gi_running:  # type: ignore[attr-defined]
            return
        try:
            if self._seen():
                self._seen = next(self._steps)
                self._until = time.monotonic() + PATIENCE
            elif time.monotonic() > self._until:
                raise AssertionError(f"waited in vain on {self._user.page}: {self._user.texts()}")
        except StopIteration:
            self._timer.stop()
        except BaseException:  # noqa: BLE001 - whatever it is, the test that watches must hear of it
            traceback.print_exc()
            os._exit(3)


def run(scenario: Scenario, *arguments: str) -> None:
    """Run the program as its command does, with this user in front of it, and end with its status."""
    build = app.build
    driver: list[_Driver] = []

    def watched_build(*parts: Any) -> Any:
        program = build(*parts)
        if not driver:
            driver.append(_Driver(scenario))
        return driver[0].watch(program)

    app.build = watched_build
    sys.exit(cli.main(list(arguments)))
