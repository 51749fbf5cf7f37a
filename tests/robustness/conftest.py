"""What the tests of robustness share: a computer of its own, and tools that not every computer has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_machine import Machine
from desktop import Desktop, missing_tools


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    for start in machine.started:
        if start.process.poll() is None:
            start.process.kill()
            start.process.communicate()


@pytest.fixture(scope="session")
def strace() -> str:
    """The program that ends another at one of its system calls."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed: it ends the program at each of its writes (apt-get install strace)")
    return found


@pytest.fixture(scope="session")
def faketime() -> Path:
    """The library that moves the clocks of a program that is started with it."""
    found = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
    if found is None:
        pytest.skip("libfaketime is not installed: it moves the clocks of the program (apt-get install faketime)")
    return found


@pytest.fixture
def desktop(machine: Machine) -> Iterator[Desktop]:
    """A screen and a bus for the real program, and a screen reader."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"no screen reader can be had here: it takes {' '.join(missing)} (apt-get install)")
    desktop = Desktop(machine)
    yield desktop
    desktop.close()
