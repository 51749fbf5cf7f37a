"""Measures how exactly a session plays in real time, and what it costs: the part of one processor, in percent.

.venv/bin/python packaging/bench_play.py [--seconds N] [--load]     needs Xvfb; the last line printed is a JSON object

A session of N seconds (120 if not said) is played in the real window, 1200 x 800 on a virtual screen of its own, with
tones and pace. ``--load`` keeps two more programs busy meanwhile. A cue is measured by when its player runs: in the
place of a real one stands a program that only lives a while. How long a real one takes from there to the speakers is
its own affair (see QUICKEST in services/sound.py). Afterwards the window is measured while the session is paused, while
it is hidden, and while pictures are kept still. Last of all keys are pressed while a tone sounds and while something is
being said, to see how long either is still heard.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench_figure import spend
from bench_start import WINDOW, virtual_screen
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneeguide.core.clock import Moment, SystemClock
from kneeguide.core.cue_queue import Dropped
from kneeguide.core.cues import Tone
from kneeguide.core.database import open_database
from kneeguide.core.dose import Preferences
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.library_reader import load_library
from kneeguide.core.plan import Plan, plan
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.questions import HEALTH, TODAY, Answer, Answers
from kneeguide.core.routine import Phase, Routine, Sides, Technique
from kneeguide.core.safety import Clearance, assess
from kneeguide.core.session_events import Completed, Event
from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import StageKind
from kneeguide.paths import assets_dir, routines_dir
from kneeguide.services.keep_awake import NullKeepAwake
from kneeguide.services.sound import PlayerSound
from kneeguide.services.voice import ChildVoice, SilentVoice, Voice
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.play import Play
from kneeguide.ui.session_runner import SessionRunner
from kneeguide.ui.theme import LIGHT, apply

LEAST_SECONDS, USUAL_SECONDS = 60, 600
AFTER_SECONDS = 10.0
"""For how long the window is measured in each state after the session."""
GET_READY, WORK, GAP = 5, 40, 10
TECHNIQUES = ("roller-front-thigh", "stick-calf", "palm-glides-front-thigh", "ball-wall-buttock")
"""The dearest figures to move: the whole body, both arms, there and back by different ways, and a circle."""
PLAYER = '#!/bin/sh\n[ "$1" = --version ] || { echo $$ > "$PLAYING"; exec /bin/sleep 0.5; }\n'
SILENCING = (Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_Right)
"""Something is wrong, pause, skip."""
BUSY = "while True: pass"


class CountedSound(PlayerSound):
    """Sound that counts what it is asked for and notes how late each tone began."""

    def __init__(self) -> None:
        super().__init__(time.monotonic, lambda _tone, late: self.late.append(late))
        self.late: list[float] = []
        self.asked = 0

    def play(self, tone: Path, due: float | None = None) -> None:
        """Sound this file, or not if that would be too late."""
        self.asked += 1
        super().play(tone, due)


class Stand:
    """The window and a player of sessions, with everything that is noted down about them."""

    def __init__(self, folder: Path, voice: Voice) -> None:
        clock = SystemClock()
        self.sound = CountedSound()
        self.sound.prepare()
        self._database = open_database(folder / "diary.db", None, clock.now().wall).database
        self.window = MainWindow(LIGHT)
        self.window.setGeometry(*WINDOW)
        self.window.show()
        sounds = assets_dir() / "sounds"
        tones = {level: {tone: sounds / level / f"{tone}.wav" for tone in Tone} for level in Loudness}
        poses = PoseShelf(assets_dir() / "figures")
        history = HistoryStore(self._database)
        self.play = Play(self.window, clock, history, self.sound, tones, voice, NullKeepAwake(), poses)

    def begin(self, made: Plan, **settings: bool) -> SessionRunner:
        """Start a session, and return what runs it."""
        self.play.begin(made, 0, Settings(**{"pace_sound": True} | settings), None)
        return self.play.findChildren(SessionRunner)[-1]

    def reach_work(self, made: Plan, **settings: bool) -> SessionRunner:
        """Start a session, and let it run until its figure moves."""
        runner = self.begin(made, **settings)
        spend(made.stages[0].seconds + 3.0)
        return runner

    def close(self) -> None:
        """Leave the session as it is, and let go of everything."""
        self.play.abandon()
        self.window.close()
        self.sound.close()
        self._database.close()


class Notes:
    """What a session costs while its figure moves, how often that is shown, and when it ended."""

    def __init__(self, runner: SessionRunner, loop: QEventLoop) -> None:
        self.used = self.moved = 0.0
        self.frames = 0
        self.began: float | None = None
        self.ended: float | None = None
        self._tick = 0.0
        self._advance = runner.session.advance
        self._loop = loop
        self._last: tuple[float, float] | None = None
        runner.session.advance = self._ticked
        runner.changed.connect(self._shown)
        runner.happened.connect(self._happened)

    def _shown(self, snapshot: Snapshot) -> None:
        here = time.monotonic(), time.process_time()
        if self.began is None:
            self.began = self._tick - snapshot.total_elapsed
        works = snapshot.stage.kind is StageKind.WORK and snapshot.state is State.RUNNING
        if works and self._last is not None:
            self.moved += here[0] - self._last[0]
            self.used += here[1] - self._last[1]
            self.frames += 1
        self._last = here if works else None

    def _ticked(self, now: Moment) -> list[Event]:
        """Note what the steady clock said at the beginning of a tick, before anything is done about it."""
        self._tick = now.steady
        return self._advance(now)

    def _happened(self, event: Event) -> None:
        if isinstance(event, Completed):
            self.ended = self._tick
            self._loop.quit()


def main() -> int:
    """Measure, print the figures for people, and last of all for programs."""
    parser = argparse.ArgumentParser(description="Measure how exactly a session plays, and what it costs.")
    parser.add_argument("--seconds", type=int, default=120, help=f"length of the session, at least {LEAST_SECONDS}")
    parser.add_argument("--load", action="store_true", help="keep two more programs busy meanwhile")
    wanted = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(virtual_screen())
        (folder / "gst-play-1.0").write_text(PLAYER, encoding="utf-8")
        (folder / "gst-play-1.0").chmod(0o755)
        os.environ |= {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PATH": str(folder),
            "PLAYING": str(folder / "playing"),
        }
        application = QApplication(sys.argv[:1])
        apply(application, LIGHT, assets_dir())
        stand = Stand(folder, SilentVoice())
        stack.callback(stand.close)
        spend(2.0)
        if wanted.load:
            stack.enter_context(two_busy_programs())
        figures = played(stand, plan_of(max(LEAST_SECONDS, wanted.seconds)))
        figures |= at_rest(stand)
        figures |= silenced(folder)
    for name, figure in figures.items():
        print(f"{name:<28}{figure:>10}")
    print(json.dumps(figures))
    return 0


def played(stand: Stand, made: Plan) -> dict[str, float]:
    """Play it from start to end, and tell how exact that was and what it cost while the figure moved."""
    loop = QEventLoop()
    runner = stand.begin(made)
    notes = Notes(runner, loop)
    loop.exec()
    dropped = dict(runner.dropped)
    assert notes.began is not None
    assert notes.ended is not None
    spend(1.0)
    return {
        "end_error_ms": round(1000 * (notes.ended - notes.began - made.total_seconds), 1),
        "worst_cue_ms": round(1000 * max(stand.sound.late), 1),
        "cues": len(stand.sound.late),
        "dropped": dropped.get(Dropped.TOO_LATE, 0) + stand.sound.asked - len(stand.sound.late),
        "gave_way": dropped.get(Dropped.GAVE_WAY, 0),
        "frames_per_second": round(notes.frames / notes.moved, 1),
        "cpu_percent": round(100 * notes.used / notes.moved, 2),
    }


def at_rest(stand: Stand) -> dict[str, float]:
    """What the window costs while nothing moves that could be seen."""
    made = plan_of(USUAL_SECONDS)
    runner = stand.reach_work(made)
    runner.pause()
    paused = spend(AFTER_SECONDS)
    runner.resume()
    stand.window.hide()
    spend(1.0)
    hidden = spend(AFTER_SECONDS)
    stand.window.show()
    stand.play.abandon()
    stand.reach_work(made, reduced_motion=True)
    still = spend(AFTER_SECONDS)
    stand.play.abandon()
    return {
        "cpu_percent_paused": round(paused, 2),
        "cpu_percent_hidden": round(hidden, 2),
        "cpu_percent_reduced_motion": round(still, 2),
    }


def silenced(folder: Path) -> dict[str, float]:
    """The longest time from a key that stops or leaves a step to the end of what is heard, tone or words."""
    with talking(folder) as voice:
        stand = Stand(folder, voice)
        times = [seconds_to_silence(stand, key, words=words) for key in SILENCING for words in (False, True)]
        stand.close()
    return {"silence_ms": round(1000 * max(times), 1)}


def seconds_to_silence(stand: Stand, key: Qt.Key, *, words: bool) -> float:
    """Begin a session, and press a key while a tone sounds or something is being said."""
    playing, said = Path(os.environ["PLAYING"]), Path(os.environ["FAKE_LOG"])
    for heard in (playing, said):
        heard.unlink(missing_ok=True)
    stand.begin(plan_of(LEAST_SECONDS), voice=words, sound=not words, pace_sound=not words)
    run_until(lambda: has_lines(said if words else playing))
    pid = 0 if words else int(playing.read_text(encoding="utf-8"))
    pressed = time.monotonic()
    QTest.keyClick(stand.window.page, key)
    run_until(lambda: "stop" in said.read_text(encoding="utf-8") if words else has_ended(pid))
    taken = time.monotonic() - pressed
    stand.play.abandon()
    return taken


def has_lines(file: Path) -> bool:
    """Whether something has been written there, to its end."""
    return file.exists() and file.read_text(encoding="utf-8").endswith("\n")


def has_ended(pid: int) -> bool:
    """Whether a process does nothing any more, even if nobody has taken note of that yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


def run_until(condition: Callable[[], bool]) -> None:
    """Let the program run until something has happened outside of it."""
    deadline = time.monotonic() + 20.0
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.001)


@contextmanager
def talking(folder: Path) -> Iterator[ChildVoice]:
    """The voice in its own process, over an engine that goes on until it is stopped and notes both down."""
    shutil.copy(Path(__file__).parents[1] / "tests" / "services" / "fake_engine.py", folder / "sitecustomize.py")
    os.environ |= {"PYTHONPATH": str(folder), "FAKE_ENGINE": "good", "FAKE_LOG": str(folder / "said")}
    voice = ChildVoice()
    voice.prepare()
    run_until(lambda: bool(voice.voices))
    try:
        yield voice
    finally:
        voice.close()


def plan_of(seconds: int) -> Plan:
    """A session of exactly so many seconds for somebody in good health: work on both legs, one figure after another."""
    known = load_library(routines_dir(), None).techniques
    left = seconds - GET_READY
    phases: list[Phase] = []
    while left >= 2 * (WORK + GAP):
        phases.append(_phase(known[TECHNIQUES[len(phases) % len(TECHNIQUES)]], WORK, Sides.BOTH, GAP))
        left -= 2 * (WORK + GAP)
    if left:
        phases.append(_phase(known[TECHNIQUES[0]], left, Sides.ONCE, 0))
    routine = Routine("bench", "A session to be measured", tuple(phases))
    now = SystemClock().now()
    cleared = assess(
        routine,
        health=Answers(dict.fromkeys(HEALTH, Answer.NO), now.wall),
        today=Answers(dict.fromkeys(TODAY, Answer.NO), now.wall),
        now=now,
    )
    assert isinstance(cleared, Clearance), cleared
    made = plan(cleared, Preferences(get_ready=GET_READY), before=0, now=now)
    assert isinstance(made, Plan), made
    assert made.total_seconds == seconds
    return made


def _phase(technique: Technique, seconds: int, sides: Sides, gap: int) -> Phase:
    return Phase(technique, seconds, sides, 1, gap, technique.pressure[0])


@contextmanager
def two_busy_programs() -> Iterator[None]:
    """Both processors of a small computer have something else to do."""
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(2)]
    try:
        yield
    finally:
        for program in busy:
            program.kill()
            program.wait()


if __name__ == "__main__":
    sys.exit(main())
