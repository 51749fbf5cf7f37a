"""Keeps the screen on while a session runs, so that nobody has to touch the computer with oily hands.

A desktop may refuse, or take seconds to answer, or have no such service. None of that can stop the timer: it ends as
one plain sentence in ``problem``, and nothing here raises into the app or makes the window wait.
"""

import threading
from typing import Protocol

from PySide6.QtCore import QCoreApplication

CLOSE_SECONDS = 0.5
"""How long leaving waits for the desktop, which lets the screen go by itself once the program has ended."""


class KeepAwake(Protocol):
    """Whatever can keep the screen on, or cannot and says so."""

    problem: str | None
    """One plain sentence when the screen may turn off all the same, else None. Known a moment after ``hold``."""

    def hold(self) -> None:
        """Keep the screen on from now. Returns at once; a second call changes nothing."""
        ...

    def release(self) -> None:
        """Let the screen turn off again. Returns at once; a second call changes nothing."""
        ...

    def close(self) -> None:
        """Release for good."""
        ...


class NullKeepAwake:
    """Leaves the screen alone, and has no problem with that."""

    problem: str | None = None

    def hold(self) -> None:
        """The screen is left alone."""

    def release(self) -> None:
        """Nothing was held."""

    def close(self) -> None:
        """Nothing was held."""


class WakepyKeepAwake:
    """The screen kept on through wakepy.

    One thread enters and leaves wakepy's mode. It follows the last thing wanted, not each call, so that hold and
    release in quick succession end the way the last one said.
    """

    def __init__(self) -> None:
        self.problem: str | None = None
        self._changed = threading.Condition()
        self._wanted = False
        self._closed = False
        self._worker: threading.Thread | None = None

    def hold(self) -> None:
        """Keep the screen on from now. Returns at once; a second call changes nothing."""
        self._want(True)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="keep-awake", daemon=True)
            self._worker.start()

    def release(self) -> None:
        """Let the screen turn off again. Returns at once; a second call changes nothing."""
        self._want(False)

    def close(self) -> None:
        """Release for good. Waits half a second at the most."""
        self._closed = True
        self._want(False)
        if self._worker is not None:
            self._worker.join(CLOSE_SECONDS)

    def _want(self, wanted: bool) -> None:
        with self._changed:
            self._wanted = wanted
            self._changed.notify()

    def _work(self) -> None:
        while self._wait_until_wanted():
            try:
                # Here, not above: the import takes a while and may meet a desktop that lacks what it needs.
                from wakepy import keep

                with keep.presenting(on_fail="pass") as mode:
                    self.problem = None if mode.active else may_turn_off()
                    self._wait_until_unwanted()
            except Exception:  # noqa: BLE001 - whatever the desktop does, the session goes on
                self.problem = may_turn_off()
                self._wait_until_unwanted()

    def _wait_until_wanted(self) -> bool:
        """True when the screen is to be kept on, False when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._closed)
            return not self._closed

    def _wait_until_unwanted(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._wanted)


def may_turn_off() -> str:
    """The sentence for a desktop that does not keep the screen on."""
    return QCoreApplication.translate(
        "keep-awake",
        "The screen may turn off during a session: to keep it on, set that in your computer's power settings.",
    )
