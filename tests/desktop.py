"""A desktop of its own for the real program, with a screen and a bus, and a screen reader in front of it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from app_machine import PATIENCE, REPOSITORY, Machine

SYSTEM_PYTHON = "/usr/bin/python3"
"""The only one that has the way to AT-SPI."""

_HAS_CLIENT = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing_tools() -> list[str]:
    """The packages of Debian that are missing for all this."""
    missing = [
        package
        for program, package in (("Xvfb", "xvfb"), ("dbus-daemon", "dbus"), ("xdotool", "xdotool"))
        if shutil.which(program) is None
    ]
    if subprocess.call(["/usr/bin/env", "-i", SYSTEM_PYTHON, "-c", _HAS_CLIENT], stderr=subprocess.DEVNULL):
        missing += ["at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]
    return missing


class Reader:
    """The test's end of the line to the screen reader."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str, *details: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, "with": details}) + "\n")
        self._process.stdin.flush()
        return self.answer()

    def answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the screen reader ended"
        told = json.loads(line)
        if "error" in told:
            pytest.fail(f"{told['error']} among {told['there']}")
        return told["answer"]

    def press(self, *names: str) -> None:
        for name in names:
            self.ask("press", name)

    def wait_for(self, name: str) -> None:
        """Wait until something of this name is on the screen, and can be pressed if it is a button."""
        self.ask("wait_for", [name])

    def wait_to_hear(self, part: str) -> str:
        """The announcement that holds this; waits for it."""
        return str(self.ask("wait_to_hear", part))

    def controls(self) -> list[dict[str, Any]]:
        """All that has a name or can have the focus."""
        return list(self.ask("controls"))

    def focused(self) -> str:
        """The name of what has the focus."""
        return str(self.ask("focused"))

    def focused_after(self, before: str) -> str:
        """The name of what has the focus, once it has left what it was on."""
        return str(self.ask("focused_after", before))

    def announced(self) -> list[str]:
        return [each["text"] for each in self.ask("heard") if each["kind"] == "announcement"]

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


class Desktop:
    """The program on a screen of its own, from one start to the next."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        runtime = machine.root / "runtime"
        runtime.mkdir(mode=0o700)
        machine.environ["XDG_RUNTIME_DIR"] = str(runtime)
        self._services = [
            _started("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", env=None),
            _started(
                "dbus-daemon",
                *("--session", "--nofork", "--print-address"),
                env=machine.environ | {"PATH": os.defpath},
            ),
        ]
        display, bus = (service.stdout.readline().strip() for service in self._services)
        machine.environ |= {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
        }
        self._readers: list[Reader] = []
        self._programs: list[subprocess.Popen[str]] = []

    def open(self, *arguments: str) -> Reader:
        """Start the program, and a screen reader that has found it."""
        reader = Reader(
            subprocess.Popen(
                [SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader_client.py"))],
                env=self.machine.environ | {"PATH": os.defpath},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        self._readers.append(reader)
        assert reader.answer() == "ready", "before the program, as on a desktop: two that come at once miss each other"
        program = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", "kneeguide", *arguments],
            env=self.machine.environ,
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._programs.append(program)
        reader.ask("find", "kneeguide")
        self.bring_to_front("KneeGuide")
        return reader

    def bring_to_front(self, title: str) -> None:
        """Give the keyboard to a window, as a window manager does when one opens."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def press_keys(self, *keys: str) -> None:
        """Press keys of the keyboard, one after the other, by their names in X."""
        self._xdotool("key", *keys)

    def _xdotool(self, *command: str) -> None:
        environ = self.machine.environ | {"PATH": os.defpath}
        subprocess.run(["xdotool", *command], env=environ, check=True, stdout=subprocess.DEVNULL)

    def ended(self) -> tuple[int, str]:
        """The status with which the last program ended, and what it said on the error stream."""
        _, errors = self._programs[-1].communicate(timeout=PATIENCE)
        return self._programs[-1].returncode, errors

    def close(self) -> None:
        for reader in self._readers:
            reader.close()
        for program in self._programs:
            program.kill()
            program.communicate()
        for service in reversed(self._services):
            service.terminate()
            service.communicate()


def _started(*command: str, env: dict[str, str] | None) -> Any:
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
