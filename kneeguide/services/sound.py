"""Tones, for eyes that are shut or two metres from the screen.

Tones are a help, never a need: each has a visible twin, so whatever goes wrong here ends as one plain sentence in
``problem`` and silence. Nothing here raises into the app, and nothing here makes the window wait.
"""

import logging
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from playsound3.playsound3 import Sound as Playing

LATEST_START_SECONDS = 0.15
"""A tone later than this would mark the wrong moment: it is dropped."""

LOOK_AGAIN_SECONDS = 0.3
"""How often a sounding player is looked at: one that cannot reach the speakers has given up by the first look."""

LONGEST_TONE_SECONDS = 5.0
"""The tones last under 1.5 s: a player still busy after this is stuck."""

ANSWER_SECONDS = 2.0
"""How long an installed player may take to say its version."""

KNOWN_PLAYERS = (
    ("gst-play-1.0", "--version"),
    ("ffplay", "-version"),
    ("aplay", "--version"),
    ("mpg123", "--version"),
)
"""What playsound3 runs, without any time limit, while it is being imported."""

QUICKEST = ("gstreamer", "alsa")
"""What is preferred where it is installed, by its name in playsound3.

From the call until something was heard, with both cores busy, it took 41 ms (61 at most) and 23 ms (35); ffplay, which
playsound3 would take before alsa, took 183 ms (297). Gstreamer comes first all the same: it finds the speakers that the
desktop uses, where alsa may find them taken.
"""


class Sound(Protocol):
    """Whatever can sound a tone, or cannot and says so."""

    problem: str | None
    """One plain sentence when nothing can be heard, else None. Known only once a player was looked for."""

    def prepare(self) -> None:
        """Look for a player now, out of the way, so that the first tone is in time."""
        ...

    def play(self, tone: Path, due: float | None = None) -> None:
        """Sound this file in place of whatever is sounding. Returns at once.

        ``due``: when it should begin, in seconds of the steady clock; now if not said.
        """
        ...

    def stop(self) -> None:
        """Silence now."""
        ...

    def close(self) -> None:
        """Silence for good: the player and its thread are gone afterwards."""
        ...


class SilentSound:
    """Plays nothing, and has no problem with that."""

    problem: str | None = None

    def prepare(self) -> None:
        """Nothing to look for."""

    def play(self, tone: Path, due: float | None = None) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing sounds."""

    def close(self) -> None:
        """Nothing to end."""


class _Wish(NamedTuple):
    """The newest thing asked for: a tone, or silence (None), and when it should begin."""

    tone: Path | None
    due: float


class PlayerSound:
    """Tones through playsound3, which starts a player program for each.

    One thread looks for the player, starts it and clears up after it, because a player dies with the thread that
    started it. Only the newest wish is kept for it, so two tones never sound together and none is played late. A player
    is told to end by whoever wants it to: the thread might get its turn only when the window has been painted.
    """

    def __init__(
        self, seconds: Callable[[], float], began: Callable[[Path, float], None] = lambda _tone, _late: None
    ) -> None:
        """``seconds``: a steady clock. ``began``: told, in the thread that plays, each tone whose player runs, and how
        many seconds after its time that was; one that was dropped it is never told."""
        self.problem: str | None = None
        self._seconds = seconds
        self._began = began
        self._changed = threading.Condition()
        self._wish: _Wish | None = None
        self._closed = False
        self._worker: threading.Thread | None = None
        self._player: subprocess.Popen[bytes] | None = None
        self._was_cut_off = False
        self._questioned: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Look for a player now, out of the way, so that the first tone is in time."""
        if self._worker is None and not self._closed:
            self._worker = threading.Thread(target=self._work, name="sound", daemon=True)
            self._worker.start()

    def play(self, tone: Path, due: float | None = None) -> None:
        """Sound this file in place of whatever is sounding, or not at all if that is more than 150 ms late."""
        self.prepare()
        self._ask_for(tone, due)

    def stop(self) -> None:
        """Silence now, and forget a tone that has not begun."""
        self._ask_for(None)

    def close(self) -> None:
        """Silence for good: the player and its thread are gone afterwards."""
        with self._changed:
            self._closed = True
            if self._questioned is not None:
                self._questioned.kill()
            self._changed.notify()
        if self._worker is not None:
            self._worker.join(ANSWER_SECONDS)

    def _ask_for(self, tone: Path | None, due: float | None = None) -> None:
        with self._changed:
            self._wish = _Wish(tone, self._seconds() if due is None else due)
            self._cut_off()
            self._changed.notify()

    def _cut_off(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            self._was_cut_off = True
            with suppress(OSError):  # it has ended by itself
                player.terminate()

    def _work(self) -> None:
        playsound = self._find_player()
        if playsound is None:
            return
        sounding: Playing | None = None
        began = 0.0
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._wish is not None or self._closed,
                    timeout=None if sounding is None else LOOK_AGAIN_SECONDS,
                )
                wish, self._wish, closed = self._wish, None, self._closed
            if sounding is not None and not self._goes_on(sounding, began, replaced=closed or wish is not None):
                sounding = None
            if closed:
                return
            if wish is not None and wish.tone is not None:
                began = self._seconds()
                if began - wish.due <= LATEST_START_SECONDS:
                    sounding = self._start(playsound, wish.tone, wish.due)

    def _goes_on(self, sounding: "Playing", began: float, *, replaced: bool) -> bool:
        """Whether the tone still sounds. One that came to an end says in ``problem`` whether it could be heard."""
        try:
            exit_code = sounding.subprocess.poll()
            if self._was_cut_off:
                _end(sounding)
                return False
            if exit_code is None:
                stuck = self._seconds() - began > LONGEST_TONE_SECONDS
                if not (stuck or replaced):
                    return True
                _end(sounding)
                if not stuck:
                    return False
        except Exception:  # noqa: BLE001 - a foreign player may fail in any way; the next tone may be heard again
            exit_code = None
        self.problem = None if exit_code == 0 else not_heard()
        return False

    def _start(self, playsound: Callable[..., "Playing"], tone: Path, due: float) -> "Playing | None":
        if not tone.is_file():
            self.problem = no_file(tone.stem)
            return None
        try:
            # As a Path, never as text: playsound3 downloads text that looks like a web address.
            sounding = playsound(tone, block=False)
            late = self._seconds() - due
            if late > LATEST_START_SECONDS:
                # Starting it took that long. It has not been heard yet.
                _end(sounding)
                return None
        except Exception:  # noqa: BLE001 - a foreign player may fail in any way; the session goes on without it
            self.problem = not_heard()
            return None
        with self._changed:
            self._was_cut_off = False
            self._player = sounding.subprocess if isinstance(sounding.subprocess, subprocess.Popen) else None
        self._began(tone, late)
        return sounding

    def _find_player(self) -> Callable[..., "Playing"] | None:
        """playsound3's play function, or None with the reason in ``problem``."""
        try:
            for command in KNOWN_PLAYERS:
                self._wait_for_answer(command)
                if self._closed:
                    return None
            # It would print its own warning when it finds no player; that is said in ``problem``.
            logging.getLogger("playsound3").setLevel(logging.ERROR)
            import playsound3
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            self.problem = broken_player(error.cmd[0])
        except Exception as error:  # noqa: BLE001 - whatever its import runs into, the app starts without sound
            program = getattr(error, "filename", None)
            known = program in [name for name, _ in KNOWN_PLAYERS]
            self.problem = broken_player(str(program)) if known else not_loaded()
        else:
            if playsound3.prefer_backends(*QUICKEST) is not None:
                return playsound3.playsound
            self.problem = no_player()
        return None

    def _wait_for_answer(self, command: tuple[str, str]) -> None:
        """Asks a player for its version, as the import is about to, but within a time limit."""
        try:
            questioned = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except FileNotFoundError:
            return
        with self._changed:
            self._questioned = questioned
            if self._closed:
                questioned.kill()
        try:
            questioned.wait(ANSWER_SECONDS)
        finally:
            questioned.kill()
            questioned.wait()


def no_player() -> str:
    """The sentence for a computer without any player."""
    return QCoreApplication.translate(
        "sound",
        "No sound can be played because no sound player was found: install ffmpeg, for example, and start KneeGuide"
        " again.",
    )


def broken_player(player: str) -> str:
    """The sentence for a player that is there and does not answer."""
    return QCoreApplication.translate(
        "sound",
        "No sound can be played because {player} does not work on this computer: repair or remove it, then start"
        " KneeGuide again.",
    ).format(player=player)


def not_loaded() -> str:
    """The sentence where what looks for players does not load."""
    return QCoreApplication.translate(
        "sound", "No sound can be played because the part that plays sounds did not load: install KneeGuide again."
    )


def no_file(tone: str) -> str:
    """The sentence for a tone without its file."""
    return QCoreApplication.translate(
        "sound", "The tone {tone} cannot be played because its file is missing: install KneeGuide again."
    ).format(tone=tone)


def not_heard() -> str:
    """The sentence for a tone that the player could not play."""
    return QCoreApplication.translate(
        "sound", "The last tone could not be played: check that speakers or headphones are connected and switched on."
    )


def _end(sounding: "Playing") -> None:
    """Ends a player and waits until it is gone, so that the next tone does not sound over it."""
    sounding.stop()
    process = sounding.subprocess
    if isinstance(process, subprocess.Popen):
        try:
            process.wait(LATEST_START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
