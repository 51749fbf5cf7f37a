"""Measures how long History takes to open with a hundred and with a hundred thousand sessions, and what it holds up.

.venv/bin/python packaging/bench_history.py [ROUNDS]      needs Xvfb; the last line printed is one JSON object

Two diaries are made, of one session a day and of ten a day over 27 years, each session with a dozen steps. Then the
real window opens History with each in turn, every time in a program of its own: first the sessions, then the charts.

``open_ratio``: the time until both views can be used with the many, over the time with the few; the median of pairs.
A view can be used when it has been painted and whatever stands in the window is filled. ``longest_block_ms``: the
longest time in which the window could not have answered, from the first click until every chart is filled and again
while the period and the routine are changed on the way. A short timer looks out for it. ``longest_block_cpu_ms``: the
most time of the processor that the window used within one such block; on a computer with other work, the rest of a
block is waiting for that.
"""

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench_start import virtual_screen

from kneeguide.core.database import open_database
from kneeguide.core.settings import Settings, save_settings
from kneeguide.paths import user_folders

FEW, MANY = 100, 100_000
STEPS = 12
MUSCLES = ("quads", "vastus-lateralis", "hamstrings", "calf", "glutes", "tfl")
CONDITIONS = ("osteoarthritis", "patellofemoral", "it-band")
ROUTINES = 8
LOOK_OUT_MS = 5


def main(rounds: int) -> int:
    """Measure, print the figures for people, and last of all for programs."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as display:
        homes = {count: Path(folder) / str(count) for count in (FEW, MANY)}
        for count, home in homes.items():
            make_diary(home, count)
        pairs = []
        for number in range(rounds + 1):
            order = (FEW, MANY) if number % 2 else (MANY, FEW)
            found = {count: opened(homes[count], display) for count in order}
            pairs.append((found[FEW], found[MANY]))
    pairs = pairs[1:]
    print(f"{rounds} rounds, after one to warm up; median of {FEW} sessions, of {MANY}, and of the ratios\n")
    for what in ("sessions", "charts", "usable", "filled"):
        few, many = ([pair[side][what] for pair in pairs] for side in (0, 1))
        ratio = statistics.median(b / a for a, b in zip(few, many, strict=True))
        print(f"{what:<10} {statistics.median(few):>8.3f} s {statistics.median(many):>8.3f} s {ratio:>8.2f}")
    blocks, of_ours = ([max(few[which], many[which]) for few, many in pairs] for which in ("block", "block_cpu"))
    ratio = statistics.median(many["usable"] / few["usable"] for few, many in pairs)
    print(f"\nlongest block of each round, ms: {', '.join(f'{block * 1000:.0f}' for block in blocks)}")
    print(f"of the processor's time, ms:     {', '.join(f'{block * 1000:.0f}' for block in of_ours)}\n")
    found = {"longest_block_ms": blocks, "longest_block_cpu_ms": of_ours}
    print(json.dumps({"open_ratio": round(ratio, 3)} | {name: round(1000 * max(of), 1) for name, of in found.items()}))
    return 0


def make_diary(home: Path, count: int) -> None:
    """A user's folder with so many sessions, the last of them today."""
    folders = user_folders({"KNEEGUIDE_HOME": str(home)})
    assert folders is not None
    now = datetime.now(UTC)
    folders.settings_file.parent.mkdir(parents=True, exist_ok=True)
    save_settings(folders.settings_file, Settings(adult_confirmed=now, window=(20, 20, 1200, 800)))
    open_database(folders.database, None, now).database.close()
    apart = timedelta(days=1) if count <= FEW else timedelta(hours=2.4)
    dice = random.Random(count)
    with closing(sqlite3.connect(folders.database)) as connection, connection:
        for number in range(1, count + 1):
            put_session(connection, number, now - apart * (count - number), dice)


def put_session(connection: sqlite3.Connection, number: int, started: datetime, dice: random.Random) -> None:
    """One session, straight into the tables: through the diary it would take minutes for all of them."""
    before = dice.choice((None, 2, 3, 4, 5, 6))
    after = None if before is None else before + dice.choice((-2, -1, -1, 0, 0, 1))
    stored = int(started.timestamp() * 1_000_000)
    connection.execute(
        "INSERT INTO session (number, id, routine_id, title, version, started, started_offset, day, ended,"
        " ended_offset, outcome, stop_reason, before, after, note)"
        " VALUES (?, ?, ?, ?, 1, ?, 0, ?, ?, 0, 'completed', '', ?, ?, '')",
        (
            number,
            f"session-{number}",
            f"routine-{number % ROUTINES}",
            f"Routine {number % ROUTINES}",
            stored,
            started.date().isoformat(),
            stored + 600_000_000,
            before,
            after,
        ),
    )
    connection.execute("INSERT INTO session_condition VALUES (?, ?)", (number, CONDITIONS[number % 3]))
    connection.executemany(
        "INSERT INTO planned_stage (session, position, key, kind, technique, title, muscle, side, set_number, seconds,"
        " pressure) VALUES (?, ?, ?, 'work', 'glides', 'Glides', ?, ?, 1, 60.0, 3)",
        ((number, n, str(n), MUSCLES[n // 2], ("left", "right")[n % 2]) for n in range(STEPS)),
    )
    connection.executemany(
        "INSERT INTO stage_done (session, position, key, planned, seconds, outcome)"
        " VALUES (?, ?, ?, 60.0, 60.0, 'done')",
        ((number, n, str(n)) for n in range(STEPS)),
    )


def opened(home: Path, display: str) -> dict[str, float]:
    """Open History in a program of its own, and tell what it measured, in seconds."""
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "KNEEGUIDE_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ran = subprocess.run([sys.executable, __file__, "open"], env=environment, stdout=subprocess.PIPE, check=False)
    if ran.returncode:
        sys.exit("The program did not open History, so there is nothing to compare.")
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def open_history() -> int:
    """Look back as a user would, in the real window, and print what that took."""
    from kneeguide.quick_start import loading_for_good

    with loading_for_good():  # as the command loads the window
        from history_visitor import visit

    print(json.dumps(visit(LOOK_OUT_MS, time.perf_counter, time.thread_time)))
    return 0


if __name__ == "__main__":
    sys.exit(open_history() if sys.argv[1:] == ["open"] else main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
