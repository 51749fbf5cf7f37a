"""What every test shares: a clock set by hand, and a test run that tolerates no warning of any kind.

Python's warnings fail a test through ``filterwarnings`` and Qt's through pytest-qt, both set in pyproject.toml. Log
records are watched here. All of it also works where neither PySide6 nor pytest-qt is installed.
"""

import logging
from collections.abc import Iterator

import pytest
from fakes import FakeClock
from hypothesis import settings

settings.register_profile("kneeguide", deadline=None)  # how fast something is, benchmarks tell
settings.register_profile("few", deadline=None, max_examples=3)
settings.load_profile("kneeguide")

QT_SETTINGS = ("qt_api", "qt_log_level_fail")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if not pluginmanager.has_plugin("pytest-qt"):
        for setting in QT_SETTINGS:
            parser.addini(setting, "known to pytest-qt, which is not here")


class WarningLog(logging.Handler):
    """Keeps what is logged as a warning or worse, until a test takes it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def take(self) -> list[str]:
        """What was logged since the last look, as "LEVEL logger: message"; it then counts as expected."""
        taken, self._kept = self._kept, []
        return taken


@pytest.fixture(autouse=True)
def warning_log() -> Iterator[WarningLog]:
    """Fails the test if it leaves a log record of a warning or worse that it did not take."""
    log = WarningLog()
    root = logging.getLogger()
    root.addHandler(log)
    yield log
    root.removeHandler(log)
    unexpected = log.take()
    if unexpected:
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until it is told to move."""
    return FakeClock()
