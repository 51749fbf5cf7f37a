"""The core and its tests need no Qt: they pass where neither PySide6 nor pytest-qt can be imported."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

NO_QT = """
import sys

class NotInstalled:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pytestqt"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NotInstalled())

def pytest_collection_modifyitems(items):
    items[:] = {item.nodeid.partition("[")[0]: item for item in items}.values()
"""
"""What hides Qt from pytest, and lets one case of each test stand for all of its cases."""


def run_without_qt(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in an interpreter that finds no Qt, as if it were not installed."""
    (folder / "no_qt.py").write_text(NO_QT, encoding="utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:pytest-qt",
            "-p",
            "no_qt",
            "-p",
            "no:cacheprovider",
            *arguments,
        ],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tests_of_the_core_pass_without_qt(tmp_path: Path) -> None:
    # All cases run with Qt at hand too, and no module of the core imports it anywhere: this looks for tests that need
    # it. A few of their drawn examples are enough for that, and no lives that end in a crash.
    ran = run_without_qt(tmp_path, "tests/core", "--hypothesis-profile", "few", "--ignore-glob", "*crash*")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_test_that_needs_qt_is_noticed(tmp_path: Path) -> None:
    needs_qt = tmp_path / "test_needs_qt.py"
    needs_qt.write_text("def test_it():\n    from PySide6 import QtCore\n", encoding="utf-8")
    ran = run_without_qt(tmp_path, str(needs_qt))
    assert ran.returncode == 1
    assert "No module named 'PySide6'" in ran.stdout
