"""Measures what it costs to let a figure move: the part of one processor, in percent, that this process takes.

.venv/bin/python packaging/bench_figure.py [SECONDS]       needs Xvfb; the last line printed is one JSON object

A view of 600 x 600 pixels, in a window and on a virtual screen of its own, is told what the player tells it: for ten
seconds, ten times each, to get ready; then for SECONDS (12 if not said) the time, thirty times each; then nothing, as
in a pause, while the window stays. Of several figures, the dearest counts.
"""

import json
import os
import sys
import time

from bench_start import virtual_screen
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kneeguide.core.pace import stroke_phase
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.routine import Side, Stroke, Tempo
from kneeguide.paths import assets_dir
from kneeguide.ui.session_runner import FRAME_MS, TICK_MS
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.illustration import Illustration

SIDE = 600
GET_READY = 10.0
"""Seconds, as it is set at first."""
EACH_WAY = Tempo(Stroke.EACH_WAY, 3.0)
FIGURES = {
    "roller-front-thigh": EACH_WAY,  # the whole body moves
    "stick-calf": EACH_WAY,  # both arms
    "palm-glides-front-thigh": Tempo(Stroke.STROKE, 3.0, 2.0),  # there and back by different ways
    "ball-wall-buttock": Tempo(Stroke.CIRCLE, 3.0),
}


def main(seconds: float) -> int:
    """Measure, print the figures for people, and last of all for programs."""
    with virtual_screen() as display:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        application = QApplication(sys.argv[:1])
        measured = {name: measure(name, tempo, seconds) for name, tempo in FIGURES.items()}
        application.processEvents()
    print(f"{SIDE} x {SIDE} on Xvfb, moving for {seconds:g} s; percent of one processor\n")
    print(f"{'':<26}{'getting ready':>15}{'moving':>10}{'paused':>10}")
    for name, (ready, moving, paused) in measured.items():
        print(f"{name:<26}{ready:>15.1f}{moving:>10.1f}{paused:>10.2f}")
    _, moving, paused = (max(figures) for figures in zip(*measured.values(), strict=True))
    print()
    print(json.dumps({"cpu_percent": round(moving, 2), "cpu_percent_paused": round(paused, 2)}))
    return 0


def measure(name: str, tempo: Tempo, seconds: float) -> tuple[float, float, float]:
    """What one figure costs before it moves, while it does, and while it is paused."""
    poses = PoseShelf(assets_dir() / "figures")
    view = Illustration(poses, LIGHT)
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    view.resize(SIDE, SIDE)
    view.show_figure(poses[name], Side.RIGHT)
    view.show()
    spend(0.5)
    ticks = QTimer(view)
    ticks.setTimerType(Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(view.make_ahead)
    ticks.start(TICK_MS)
    ready = spend(GET_READY)
    ticks.timeout.disconnect()
    began = time.monotonic()
    ticks.timeout.connect(lambda: view.set_stroke(stroke_phase(tempo, time.monotonic() - began)))
    ticks.start(FRAME_MS)
    moving = spend(seconds)
    ticks.stop()
    paused = spend(GET_READY / 2)
    view.close()
    return ready, moving, paused


def spend(seconds: float) -> float:
    """Let the window live for a while, and return how much of one processor it took, in percent."""
    loop = QEventLoop()
    end = QTimer()
    end.setTimerType(Qt.TimerType.PreciseTimer)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(round(seconds * 1000))
    wall, used = time.monotonic(), time.process_time()
    loop.exec()
    return 100 * (time.process_time() - used) / (time.monotonic() - wall)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 12.0))
