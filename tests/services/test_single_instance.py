"""A second start, with real processes: the first one is told, killed, frozen, or not yet listening."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from kneeguide.services import single_instance
from kneeguide.services.single_instance import Claim, Kind, claim, maybe_open_already

Until = Callable[[Callable[[], object]], None]

APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from kneeguide.services.single_instance import Kind, claim

folder, routine, painted = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])

def say(line):
    print(line, flush=True)

say("asking")
claimed = claim(folder, routine, lambda wanted: say("raised:" + wanted))
say(claimed.kind.name)
if claimed.kind is Kind.FIRST:
    app = QCoreApplication([])
    paint = QTimer(interval=10)

    def listen_once_painted():
        if painted.exists():
            paint.stop()
            claimed.listen()
            say("listening")

    paint.timeout.connect(listen_once_painted)
    paint.start()
    app.exec()
"""


class Start:
    """One start of the app: a process, and what it printed."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.log = log

    def said(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "user's files é"


@pytest.fixture
def painted(tmp_path: Path) -> Path:
    """Once this file exists, the first window has been painted."""
    painted = tmp_path / "painted"
    painted.touch()
    return painted


@pytest.fixture
def start(folder: Path, tmp_path: Path, painted: Path) -> Iterator[Callable[..., Start]]:
    started: list[Start] = []

    def run(routine: str = "", where: Path = folder) -> Start:
        log = tmp_path / f"start-{len(started)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-c", APP, str(where), routine, str(painted)],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        started.append(Start(process, log))
        return started[-1]

    yield run
    for one in started:
        one.process.kill()
        one.process.wait()


@pytest.fixture
def claims() -> Iterator[Callable[[Path], Claim]]:
    made: list[Claim] = []

    def make(folder: Path) -> Claim:
        made.append(claim(folder, "", lambda routine: None))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize("routine", ["", "oa-hands-short", "ein-übung"])
def test_a_second_start_raises_the_first_and_leaves(start: Callable[..., Start], until: Until, routine: str) -> None:
    first = start()
    until(lambda: "listening" in first.said())
    second = start(routine)
    assert second.process.wait() == 0
    assert second.said() == ["asking", "SECOND"]
    until(lambda: f"raised:{routine}" in first.said())
    assert first.said() == ["asking", "FIRST", "listening", f"raised:{routine}"]


def test_a_second_start_waits_for_a_first_that_is_not_painted_yet(
    start: Callable[..., Start], until: Until, painted: Path
) -> None:
    painted.unlink()
    first = start()
    until(lambda: "FIRST" in first.said())
    second = start("oa-hands-short")
    until(lambda: "asking" in second.said())
    painted.touch()
    assert second.process.wait() == 0
    assert second.said() == ["asking", "SECOND"]
    assert "raised:oa-hands-short" in first.said()


def test_of_several_starts_at_the_same_time_one_is_the_first(start: Callable[..., Start], until: Until) -> None:
    together = [start() for _ in range(4)]
    until(lambda: all(len(one.said()) >= 2 for one in together))
    assert sorted(one.said()[1] for one in together) == ["FIRST", "SECOND", "SECOND", "SECOND"]


def test_after_a_kill_the_next_start_is_the_first_and_can_be_raised(start: Callable[..., Start], until: Until) -> None:
    killed = start()
    until(lambda: "listening" in killed.said())
    killed.process.send_signal(signal.SIGKILL)
    killed.process.wait()
    next_one = start()
    until(lambda: "listening" in next_one.said())
    assert next_one.said() == ["asking", "FIRST", "listening"]
    assert start().process.wait() == 0
    until(lambda: "raised:" in next_one.said())


def test_windows_on_different_folders_know_nothing_of_each_other(
    start: Callable[..., Start], until: Until, tmp_path: Path
) -> None:
    here = start()
    there = start(where=tmp_path / "elsewhere")
    until(lambda: "listening" in here.said() and "listening" in there.said())
    assert start("for-there", tmp_path / "elsewhere").process.wait() == 0
    assert start("for-here").process.wait() == 0
    until(lambda: "raised:for-there" in there.said() and "raised:for-here" in here.said())
    assert here.said() == ["asking", "FIRST", "listening", "raised:for-here"]


def test_a_frozen_first_window_does_not_lock_the_user_out(
    start: Callable[..., Start],
    until: Until,
    claims: Callable[[Path], Claim],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_MILLISECONDS", 100)
    first = start()
    until(lambda: "listening" in first.said())
    first.process.send_signal(signal.SIGSTOP)
    second = claims(folder)
    assert (second.kind, second.problem) == (Kind.UNGUARDED, maybe_open_already())


def test_a_first_window_that_never_listens_does_not_lock_the_user_out(
    start: Callable[..., Start],
    until: Until,
    claims: Callable[[Path], Claim],
    folder: Path,
    painted: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "TRY_MILLISECONDS", 10)
    painted.unlink()
    first = start()
    until(lambda: "FIRST" in first.said())
    second = claims(folder)
    assert (second.kind, second.problem) == (Kind.UNGUARDED, maybe_open_already())
    second.listen()


def test_a_folder_that_cannot_be_made_is_used_without_the_guard(
    claims: Callable[[Path], Claim], tmp_path: Path
) -> None:
    (tmp_path / "a file").touch()
    unguarded = claims(tmp_path / "a file" / "folder")
    assert (unguarded.kind, unguarded.problem) == (Kind.UNGUARDED, None)
    unguarded.listen()


def test_a_folder_that_cannot_be_written_is_used_without_the_guard(
    claims: Callable[[Path], Claim],
) -> None:
    unguarded = claims(Path("/proc/self"))  # nobody can make a file there, not even root
    assert (unguarded.kind, unguarded.problem) == (Kind.UNGUARDED, None)


def test_a_folder_in_place_of_the_lock_is_done_without(
    claims: Callable[[Path], Claim], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "TRY_MILLISECONDS", 10)
    (folder / "window.lock").mkdir(parents=True)
    assert claims(folder).kind is Kind.UNGUARDED


def test_a_lock_held_by_another_computer_is_left_alone(claims: Callable[[Path], Claim], folder: Path) -> None:
    folder.mkdir()
    lock = folder / "window.lock"
    lock.write_text("1\nkneeguide\nanother-computer\n\n\n", encoding="utf-8")
    before = lock.read_bytes()
    unguarded = claims(folder)
    assert (unguarded.kind, unguarded.problem) == (Kind.UNGUARDED, maybe_open_already())
    unguarded.close()
    assert lock.read_bytes() == before


@pytest.mark.parametrize("left", [b"", b"\x00" * 40, b"not a number\n"])
def test_a_half_written_lock_is_cleared_away(
    claims: Callable[[Path], Claim], folder: Path, monkeypatch: pytest.MonkeyPatch, left: bytes
) -> None:
    monkeypatch.setattr(single_instance, "TRY_MILLISECONDS", 10)
    folder.mkdir()
    (folder / "window.lock").write_bytes(left)
    assert claims(folder).kind is Kind.FIRST


def test_closing_lets_the_next_start_be_the_first(claims: Callable[[Path], Claim], folder: Path) -> None:
    first = claims(folder)
    assert first.kind is Kind.FIRST
    first.close()
    assert claims(folder).kind is Kind.FIRST


def test_a_caller_that_is_not_us_is_cut_off_and_the_next_one_heard(
    start: Callable[..., Start], until: Until, folder: Path
) -> None:
    first = start()
    until(lambda: "listening" in first.said())
    stranger = QLocalSocket()
    stranger.connectToServer(single_instance._server_name(folder))
    assert stranger.waitForConnected(5_000)
    stranger.write(b"x" * 5_000)
    assert stranger.waitForDisconnected(5_000)
    assert start("oa-hands-short").process.wait() == 0
    until(lambda: "raised:oa-hands-short" in first.said())
    assert first.said() == ["asking", "FIRST", "listening", "raised:oa-hands-short"]
