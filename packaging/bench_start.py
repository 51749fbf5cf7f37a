"""Measures how long KneeGuide takes to a painted and usable library, and how much memory, against an empty window.

.venv/bin/python packaging/bench_start.py [ROUNDS]        needs Xvfb; the last line printed is one JSON object

The two programs start in turn, on one virtual screen of their own, so that whatever else the computer does falls on
both alike. Both run under the same few lines, which print the time when the window has been painted and Qt has nothing
left to do, and the peak of memory one second later, when sound has been looked for too.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from kneeguide.core.settings import Settings, save_settings
from kneeguide.paths import user_folders

WINDOW = (20, 20, 1200, 800)
"""Left, top, width and height of both windows."""

RUNNER = """
import sys, time
from PySide6 import QtCore, QtWidgets

class FirstPaint(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, ready)
        return False

def ready():
    print(time.monotonic(), flush=True)
    QtCore.QTimer.singleShot(1000, leave)

def leave():
    with open("/proc/self/status") as status:
        print(next(line for line in status if line.startswith("VmHWM")).split()[1], flush=True)
    QtWidgets.QApplication.exit(0)

def exec_and_tell(*_):
    (window,) = [widget for widget in QtWidgets.QApplication.topLevelWidgets() if widget.isVisible()]
    watch = FirstPaint(window)
    window.installEventFilter(watch)
    return enter_loop()

enter_loop = QtWidgets.QApplication.exec
QtWidgets.QApplication.exec = exec_and_tell
"""

EMPTY = f"""
application = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow()
window.setGeometry{WINDOW}
window.show()
application.exec()
"""

KNEEGUIDE = """
sys.argv = ["kneeguide"]
from kneeguide.cli import main
main()
"""


@dataclass(frozen=True)
class Start:
    """One start of a program: seconds until painted and usable, and the peak of memory in MiB."""

    seconds: float
    mebibytes: float


def main(rounds: int) -> int:
    """Measure, print the figures for people, and last of all for programs."""
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        folders = user_folders({"KNEEGUIDE_HOME": home})
        assert folders is not None
        save_settings(folders.settings_file, Settings(adult_confirmed=datetime.now(UTC), window=WINDOW))
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "KNEEGUIDE_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        pairs = [measured_pair(number, environment) for number in range(rounds + 1)][1:]

    print(f"{rounds} rounds, after one to warm up; a window of {WINDOW[2]} x {WINDOW[3]} on Xvfb\n")
    print("                     empty window        KneeGuide     KneeGuide / empty, median of pairs")
    time_ratio = tell("painted, seconds", [(empty.seconds, ours.seconds) for empty, ours in pairs], digits=3)
    memory_ratio = tell("peak memory, MiB", [(empty.mebibytes, ours.mebibytes) for empty, ours in pairs], digits=1)
    print()
    print(json.dumps({"time_ratio": round(time_ratio, 3), "memory_ratio": round(memory_ratio, 3)}))
    return 0


@contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen of our own, on a number that is free; its name for DISPLAY."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.communicate()


def measured_pair(number: int, environment: dict[str, str]) -> tuple[Start, Start]:
    """Start both programs, each first in every other round: the empty window, and KneeGuide."""
    if number % 2:
        empty, ours = started(EMPTY, environment), started(KNEEGUIDE, environment)
    else:
        ours, empty = started(KNEEGUIDE, environment), started(EMPTY, environment)
    return empty, ours


def started(program: str, environment: dict[str, str]) -> Start:
    """Start a program, wait until it has left, and tell what it printed."""
    began = time.monotonic()
    ran = subprocess.run([sys.executable, "-c", RUNNER + program], env=environment, stdout=subprocess.PIPE, check=False)
    if ran.returncode:
        sys.exit("One of the two programs did not start, so there is nothing to compare.")
    painted, kibibytes = ran.stdout.split()
    return Start(float(painted) - began, int(kibibytes) / 1024)


def tell(what: str, pairs: list[tuple[float, float]], digits: int) -> float:
    """Print one row of figures and return the median of the ratios."""
    empty, ours = (statistics.median(values) for values in zip(*pairs, strict=True))
    ratios = sorted(one / other for other, one in pairs)
    ratio = statistics.median(ratios)
    print(
        f"{what:<20} {empty:>12.{digits}f} {ours:>16.{digits}f} {ratio:>16.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )
    return ratio


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
