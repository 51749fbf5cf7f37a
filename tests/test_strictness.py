"""A test run tolerates no warning: each guard is seen to fail a test that deserves it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = Path(__file__).parent
PROJECT = TESTS.parent


@pytest.fixture
def strict(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project elsewhere with the very settings and fixtures of this one."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    folder = pytester.mkdir("tests")
    for name in ("conftest.py", "fakes.py"):
        shutil.copy(TESTS / name, folder / name)
    shutil.copy(PROJECT / "pyproject.toml", pytester.path)
    return pytester


def outcomes(project: pytest.Pytester, source: str, *options: str) -> dict[str, int]:
    (project.path / "tests" / "test_it.py").write_text(source, encoding="utf-8")
    return project.runpytest_subprocess("-p", "no:cacheprovider", *options, "tests").parseoutcomes()


def test_a_clean_test_passes(strict: pytest.Pytester) -> None:
    source = """
import logging

def test_it(clock):
    logging.getLogger("kneeguide").info("all is well")
    assert clock.move(1.0).steady == 1001.0
"""
    assert outcomes(strict, source) == {"passed": 1}


@pytest.mark.parametrize(
    "fault",
    [
        "import warnings; warnings.warn('careless')",
        "import warnings; warnings.warn('old', DeprecationWarning)",
        "open(__file__)",
        "import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()",
        "from PySide6.QtCore import qWarning; qWarning('Qt is not pleased')",
        "from PySide6.QtCore import QObject; QObject().killTimer(7)",
    ],
    ids=["warning", "deprecation", "file-left-open", "thread-died", "qt-warning", "qt-complains-itself"],
)
def test_a_warning_of_python_or_qt_fails_the_test(strict: pytest.Pytester, fault: str) -> None:
    assert outcomes(strict, f"def test_it():\n    {fault}\n") == {"failed": 1}


@pytest.mark.parametrize("level", ["warning", "error", "critical"])
def test_an_unexpected_log_record_fails_the_test(strict: pytest.Pytester, level: str) -> None:
    source = f"import logging\ndef test_it():\n    logging.getLogger('kneeguide.x').{level}('disk is full')\n"
    assert outcomes(strict, source) == {"passed": 1, "errors": 1}


def test_a_log_record_from_a_fixture_counts_too(strict: pytest.Pytester) -> None:
    source = """
import logging, pytest

@pytest.fixture
def disk():
    yield
    logging.getLogger("kneeguide.x").warning("disk is full")

def test_it(disk):
    pass
"""
    assert outcomes(strict, source) == {"passed": 1, "errors": 1}


def test_a_log_record_that_the_test_looks_at_is_expected(strict: pytest.Pytester) -> None:
    source = """
import logging

def test_it(warning_log):
    logging.getLogger("kneeguide.x").warning("%s is full", "disk")
    assert warning_log.take() == ["WARNING kneeguide.x: disk is full"]
"""
    assert outcomes(strict, source) == {"passed": 1}


def test_looking_once_does_not_excuse_what_comes_after(strict: pytest.Pytester) -> None:
    source = """
import logging

def test_it(warning_log):
    warning_log.take()
    logging.getLogger("kneeguide.x").warning("disk is full")
"""
    assert outcomes(strict, source) == {"passed": 1, "errors": 1}


def test_the_guards_that_need_no_qt_stand_without_pytest_qt(strict: pytest.Pytester) -> None:
    source = """
import logging, warnings

def test_logs():
    logging.getLogger("kneeguide.x").warning("disk is full")

def test_warns():
    warnings.warn("careless")
"""
    assert outcomes(strict, source, "-p", "no:pytest-qt") == {"passed": 1, "errors": 1, "failed": 1}


def without_qt(project: Path, blocked: Path) -> subprocess.CompletedProcess[str]:
    """Load the tests of the core where neither PySide6 nor pytest-qt can be imported."""
    for missing in ("PySide6", "pytestqt"):
        (blocked / f"{missing}.py").write_text(f"raise ImportError('{missing} is not installed')\n", encoding="utf-8")
    options = ["--collect-only", "-q", "-p", "no:pytest-qt", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "tests/core"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(blocked), str(PROJECT)])},
        capture_output=True,
        text=True,
    )


def test_the_tests_of_the_core_load_where_neither_qt_nor_pytest_qt_is_installed(tmp_path: Path) -> None:
    loaded = without_qt(PROJECT, tmp_path)
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr


def test_a_test_of_the_core_that_needs_qt_does_not_load_there(strict: pytest.Pytester, tmp_path: Path) -> None:
    core = strict.path / "tests" / "core"
    core.mkdir()
    (core / "test_it.py").write_text("from PySide6 import QtCore\n\ndef test_it():\n    pass\n", encoding="utf-8")
    loaded = without_qt(strict.path, tmp_path)
    assert loaded.returncode != 0
    assert "PySide6 is not installed" in loaded.stdout
