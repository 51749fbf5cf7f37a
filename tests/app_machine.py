"""A computer of its own for the real program: started in a process, with somebody in front of it."""

import json
import shutil
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fakes import health, later

from kneeguide.core.database import open_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.settings import Settings, save_settings
from kneeguide.paths import UserFolders, user_folders

REPOSITORY = Path(__file__).parents[1]
PATIENCE = 40


class Start:
    """One start of the program, with somebody in front of it who follows a scenario."""

    def __init__(self, scenario: str, *arguments: str, cwd: Path, environ: dict[str, str]) -> None:
        script = (
            "import app_driver, sys\n"
            "def scenario(user):\n"
            + textwrap.indent(textwrap.dedent(scenario), "    ")
            + "\n    yield lambda: True\n"
            + "app_driver.run(scenario, *sys.argv[1:])\n"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            env=environ,
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def told(self) -> dict[str, Any]:
        """The next thing that the scenario tells; waits for it."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            pytest.fail(f"the program ended: {self.process.communicate(timeout=PATIENCE)[1]}")
        told: dict[str, Any] = json.loads(line)
        return told

    def end(self) -> tuple[int, str]:
        """Exit status and what was said on the error stream."""
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


class Machine:
    """A computer of our own: a home, no sound player, no desktop services, a screen that is not there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "knee guide é"
        (root / "bin").mkdir()
        (root / "user").mkdir()
        self.checkout = REPOSITORY
        self.environ = {
            "PATH": str(root / "bin"),
            "HOME": str(root / "user"),
            "KNEEGUIDE_HOME": str(self.home),
            "PYTHONPATH": str(REPOSITORY / "tests"),
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
            "TMPDIR": "/tmp",
            "XDG_RUNTIME_DIR": str(root / "user"),
            "XDG_DATA_HOME": str(root / "user" / "data"),
            "XDG_CONFIG_HOME": str(root / "user" / "config"),
            "XDG_STATE_HOME": str(root / "user" / "state"),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        self.started: list[Start] = []

    @property
    def folders(self) -> UserFolders:
        folders = user_folders({"KNEEGUIDE_HOME": self.environ["KNEEGUIDE_HOME"]})
        assert folders is not None
        return folders

    def start(self, scenario: str, *arguments: str) -> Start:
        self.started.append(Start(scenario, *arguments, cwd=self.checkout, environ=self.environ))
        return self.started[-1]

    def live(self, scenario: str, *arguments: str, quiet: bool = True) -> dict[str, Any]:
        """A whole life of the program that is told to leave at its end. Returns the last thing the scenario told.

        ``quiet``: nothing at all may be said on the error stream; else sentences may, where there is no log to write.
        """
        start = self.start(scenario, *arguments)
        out, errors = start.process.communicate(timeout=PATIENCE)
        assert start.process.returncode == 0, out + errors
        assert (errors == "") if quiet else ("Traceback" not in errors), errors
        lines = out.splitlines()
        told: dict[str, Any] = json.loads(lines[-1]) if lines else {}
        return told

    def use_a_copy_of_the_program(self) -> Path:
        """Run a copy, from which a test may take parts away. Returns where it is."""
        self.checkout = self.root / "checkout"
        for folder in ("kneeguide", "assets", "routines"):
            shutil.copytree(REPOSITORY / folder, self.checkout / folder, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(REPOSITORY / "pyproject.toml", self.checkout)
        return self.checkout

    def answer_health(self) -> None:
        """As if the user had been through the welcome and the health questions before."""
        now = datetime.now(UTC)
        save_settings(self.folders.settings_file, Settings(adult_confirmed=now))
        with closing(open_database(self.folders.database, None, now).database) as database:
            HealthStore(database).save_answers(health(at=later(seconds=(now - later().wall).total_seconds() - 60)))

    def records(self) -> tuple[Record, ...]:
        with closing(open_database(self.folders.database, None, datetime.now(UTC)).database) as database:
            return HistoryStore(database).records()

    def log(self) -> str:
        return self.folders.log_file.read_text(encoding="utf-8") if self.folders.log_file.exists() else ""
