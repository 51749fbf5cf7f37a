"""The log keeps warnings and faults, Qt's too, stays small, and is never in the way."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import WarningLog
from PySide6.QtCore import qInstallMessageHandler, qWarning

from kneeguide.log_file import LARGEST_LOG, log_to


@pytest.fixture(autouse=True)
def undone() -> Iterator[None]:
    """The handlers as they were."""
    root = logging.getLogger()
    before, raises = list(root.handlers), logging.raiseExceptions
    yield
    qInstallMessageHandler(None)
    logging.raiseExceptions = raises
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()


def test_warnings_of_ours_and_of_qt_are_kept(tmp_path: Path, warning_log: WarningLog) -> None:
    file = tmp_path / "state" / "kneeguide.log"
    log_to(file)
    logging.getLogger("kneeguide").warning("something odd")
    qWarning("something odd in Qt")
    assert len(warning_log.take()) == 2
    kept = file.read_text(encoding="utf-8")
    assert "WARNING kneeguide: something odd" in kept
    assert "WARNING qt: something odd in Qt" in kept


def test_a_large_log_makes_way(tmp_path: Path, warning_log: WarningLog) -> None:
    file = tmp_path / "kneeguide.log"
    file.write_text("x" * (LARGEST_LOG + 1), encoding="utf-8")
    log_to(file)
    logging.getLogger("kneeguide").warning("new")
    assert warning_log.take()
    assert file.stat().st_size < 200
    assert (tmp_path / "kneeguide.old.log").stat().st_size > LARGEST_LOG


@pytest.mark.parametrize("place", [None, "below-a-file"])
def test_without_a_place_for_it_nothing_is_kept_and_nothing_fails(
    tmp_path: Path, warning_log: WarningLog, place: str | None
) -> None:
    (tmp_path / "below-a-file").touch()
    log_to(tmp_path / place / "kneeguide.log" if place else None)
    logging.getLogger("kneeguide").warning("lost")
    assert warning_log.take()
    assert [path.name for path in tmp_path.iterdir()] == ["below-a-file"]
