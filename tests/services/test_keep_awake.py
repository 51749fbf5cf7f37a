"""The screen kept on: with real wakepy and no desktop to ask, and with a stand-in that notes what it was asked."""

import itertools
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace, TracebackType

import pytest

from kneeguide.services.keep_awake import KeepAwake, NullKeepAwake, WakepyKeepAwake, may_turn_off

Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def awake() -> Iterator[WakepyKeepAwake]:
    awake = WakepyKeepAwake()
    yield awake
    awake.close()


class Desktop:
    """Stands in for wakepy: notes each entering and leaving and in which thread, and can be slow or raise."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.threads: set[str] = set()
        self.answers = threading.Event()
        self.answers.set()
        self.active = True
        self.refuses: Exception | None = None
        self.refuses_release: Exception | None = None

    def presenting(self, on_fail: str) -> "Desktop":
        assert on_fail == "pass"
        return self

    def __enter__(self) -> "Desktop":
        self.threads.add(threading.current_thread().name)
        self.notes.append("asked")
        self.answers.wait()
        if self.refuses:
            raise self.refuses
        self.notes.append("held")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.threads.add(threading.current_thread().name)
        self.notes.append("released")
        if self.refuses_release:
            raise self.refuses_release


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    desktop = Desktop()
    monkeypatch.setitem(sys.modules, "wakepy", SimpleNamespace(keep=desktop))
    yield desktop
    desktop.answers.set()


def test_both_kinds_can_stand_for_it(desktop: Desktop) -> None:
    kinds: list[KeepAwake] = [NullKeepAwake(), WakepyKeepAwake()]
    for kind in kinds:
        kind.release()
        kind.hold()
        kind.release()
        kind.close()
        assert kind.problem is None


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_desktop_to_ask_one_sentence_says_so(
    awake: WakepyKeepAwake, until: Until, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake.hold()
    until(lambda: awake.problem)
    awake.release()
    assert awake.problem == may_turn_off()


def test_real_wakepy_is_entered_and_left_in_its_own_thread(
    awake: WakepyKeepAwake, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    import wakepy

    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    awake.hold()
    until(wakepy.global_modes)
    (mode,) = wakepy.global_modes()
    until(lambda: mode.active)
    assert awake.problem is None
    awake.release()
    until(lambda: not wakepy.global_modes())


def test_a_damaged_wakepy_is_a_sentence_too(
    awake: WakepyKeepAwake, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    awake.hold()
    until(lambda: awake.problem)
    assert awake.problem == may_turn_off()


def test_hold_and_release_in_turn(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    for _ in range(2):
        awake.hold()
        until(lambda: desktop.notes[-1:] == ["held"])
        awake.release()
        until(lambda: desktop.notes[-1:] == ["released"])
    assert desktop.notes == ["asked", "held", "released"] * 2
    assert desktop.threads == {"keep-awake"}


def test_asking_twice_is_asking_once(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    awake.hold()
    awake.hold()
    until(lambda: "held" in desktop.notes)
    awake.hold()
    awake.release()
    awake.release()
    awake.close()
    assert desktop.notes == ["asked", "held", "released"]


def test_a_release_while_the_desktop_is_still_thinking_is_not_lost(
    awake: WakepyKeepAwake, desktop: Desktop, until: Until
) -> None:
    desktop.answers.clear()
    awake.hold()
    until(lambda: "asked" in desktop.notes)
    awake.release()
    desktop.answers.set()
    until(lambda: desktop.notes == ["asked", "held", "released"])


def test_the_last_of_many_quick_calls_counts(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    desktop.answers.clear()
    for _ in range(20):
        awake.hold()
        awake.release()
    awake.hold()
    desktop.answers.set()
    until(lambda: desktop.notes[-1:] == ["held"])
    for _ in range(20):
        awake.release()
        awake.hold()
    awake.release()
    until(lambda: desktop.notes[-1:] == ["released"])


def test_neither_call_waits_for_a_slow_desktop(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    desktop.answers.clear()
    began = time.perf_counter()
    awake.hold()
    until(lambda: "asked" in desktop.notes)
    awake.release()
    awake.hold()
    assert time.perf_counter() - began < 0.1


def test_a_refusal_is_told_and_the_next_hold_tries_again(
    awake: WakepyKeepAwake, desktop: Desktop, until: Until
) -> None:
    desktop.refuses = RuntimeError("no such service")
    awake.hold()
    until(lambda: awake.problem)
    assert awake.problem == may_turn_off()
    awake.hold()
    assert desktop.notes == ["asked"]
    desktop.refuses = None
    turns = itertools.cycle([awake.release, awake.hold])
    until(lambda: next(turns)() or "held" in desktop.notes)
    until(lambda: awake.problem is None)


def test_trouble_while_releasing_stops_nothing(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    desktop.refuses_release = RuntimeError("the service has gone")
    awake.hold()
    until(lambda: "held" in desktop.notes)
    awake.release()
    until(lambda: "released" in desktop.notes)
    awake.hold()
    until(lambda: desktop.notes[-1:] == ["held"])


def test_closing_releases_and_is_final(awake: WakepyKeepAwake, desktop: Desktop, until: Until) -> None:
    awake.hold()
    until(lambda: "held" in desktop.notes)
    awake.close()
    assert desktop.notes == ["asked", "held", "released"]
    awake.hold()
    awake.close()
    assert desktop.notes == ["asked", "held", "released"]


def test_closing_one_that_never_held_is_final_too(awake: WakepyKeepAwake, desktop: Desktop) -> None:
    awake.close()
    awake.hold()
    awake.close()
    assert desktop.notes == []


def test_closing_does_not_wait_for_a_desktop_that_never_answers(
    awake: WakepyKeepAwake, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        awake.hold()
        connection, _ = bus.accept()
        began = time.perf_counter()
        awake.close()
        assert time.perf_counter() - began < 2
        connection.close()
    until(lambda: awake.problem)
