"""What the tests of the desktop's services share: waiting for other processes, and no thread left behind."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

DEADLINE_SECONDS = 20.0


@pytest.fixture
def until() -> Callable[[Callable[[], object]], None]:
    """Waits for something another process or thread is about to do, and fails if it does not."""

    def wait(condition: Callable[[], object]) -> None:
        condition_changed = threading.Condition()
        deadline = time.monotonic() + DEADLINE_SECONDS
        with condition_changed:
            while not condition():
                assert time.monotonic() < deadline, "waited in vain"
                condition_changed.wait(0.005)

    return wait


@pytest.fixture
def is_gone() -> Callable[[int], bool]:
    """Whether a process has ended, even if nobody has taken note of its exit code yet."""

    def look(pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"
        except (FileNotFoundError, ProcessLookupError):
            return True

    return look


@pytest.fixture(autouse=True)
def _no_thread_is_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before
