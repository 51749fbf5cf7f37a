"""The user's data as a whole: looked at beside the window, copied, put back on a wish, and deleted for good."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock, planned
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.core.backups import backup_now
from kneeguide.core.database import open_database
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.storage import Database
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pages.delete_everything import DeleteEverythingPage
from kneeguide.ui.pages.your_data import YourDataPage
from kneeguide.ui.safe_keeping import SafeKeeping

NOW = START.wall
FIRST = replace(opened("first", planned(), 3, NOW), outcome=Outcome.STOPPED)


@dataclass
class Stand:
    keeping: SafeKeeping
    window: MainWindow
    folder: Path
    database: Database
    wishes: list[object] = field(default_factory=list)

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def mark(self) -> Path:
        return self.folder / "delete-everything"

    def said(self) -> str:
        return "\n".join(texts(self.window.page))


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow) -> Iterator[Stand]:
    database = open_database(tmp_path / "history.sqlite3", None, NOW).database
    keeping = SafeKeeping(window, FakeClock(), database, tmp_path / "backups", tmp_path / "delete-everything", window)
    stand = Stand(keeping, window, tmp_path, database)
    keeping.put_back_requested.connect(stand.wishes.append)
    keeping.erased.connect(lambda: stand.wishes.append("erased"))
    keeping.left.connect(lambda: stand.wishes.append("left"))
    keeping.folder_requested.connect(lambda: stand.wishes.append("folder"))
    yield stand
    keeping.give_up()
    database.close()


def looked(stand: Stand) -> bool:
    return button(stand.window.page, "Make a copy now").isEnabled()


def test_the_page_lists_what_is_kept_and_its_copies(qtbot: QtBot, stand: Stand) -> None:
    HistoryStore(stand.database).save(FIRST)
    backup_now(stand.database, stand.backups, NOW - timedelta(days=1))
    HistoryStore(stand.database).save(replace(FIRST, id="second"))
    stand.keeping.show()
    assert isinstance(stand.window.page, YourDataPage)
    assert button(stand.window, "Settings").isChecked()
    assert str(stand.folder) in stand.said()
    qtbot.waitUntil(lambda: looked(stand))
    assert "1 session, on Mon 2 Mar 2026" in stand.said()
    button(stand.window.page, "What would change with the copy of Sun 1 Mar 2026?").click()
    assert "1 session that is not in this copy would go" in stand.said()
    button(stand.window.page, "Put this copy back").click()
    assert stand.wishes == [stand.backups / "history-2026-03-01.db"]


def test_a_copy_is_made_at_once_and_listed(qtbot: QtBot, stand: Stand) -> None:
    stand.keeping.show()
    qtbot.waitUntil(lambda: looked(stand))
    assert "There is no copy yet." in stand.said()
    button(stand.window.page, "Make a copy now").click()
    qtbot.waitUntil(lambda: looked(stand))
    assert [copy.name for copy in stand.backups.iterdir()] == ["history-2026-03-02.db"]
    assert "A copy of today is made." in texts(stand.window)
    assert "Copy of the day" in stand.said()


def test_a_copy_that_cannot_be_made_is_told(qtbot: QtBot, stand: Stand) -> None:
    stand.keeping.show()
    qtbot.waitUntil(lambda: looked(stand))
    stand.backups.touch()
    button(stand.window.page, "Make a copy now").click()
    qtbot.waitUntil(lambda: "cannot be read or written" in stand.said())


def test_a_history_in_memory_has_no_copies_to_put_back(tmp_path: Path, window: MainWindow) -> None:
    """Nor one that is another program's, or a newer KneeGuide's: that file is not to be touched."""
    database = open_database(None, None, NOW).database
    keeping = SafeKeeping(window, FakeClock(), database, tmp_path / "backups", tmp_path / "mark", window)
    keeping.show()
    assert "History is not being saved, so copies are neither made nor put back." in texts(window.page)
    assert button(window.page, "Delete everything").isEnabled()
    nowhere = SafeKeeping(window, FakeClock(), database, None, None, window)
    nowhere.show()
    assert not button(window.page, "Delete everything").isEnabled()
    database.close()


@pytest.mark.parametrize(("name", "wish"), [("Open the folder", "folder"), ("Back to settings", "left")])
def test_wishes_are_handed_on(stand: Stand, name: str, wish: str) -> None:
    stand.keeping.show()
    button(stand.window.page, name).click()
    assert stand.wishes == [wish]


@pytest.mark.parametrize("own_routines", [False, True])
def test_deleting_everything_is_asked_twice_and_then_marked(stand: Stand, own_routines: bool) -> None:
    (stand.folder / "routines").mkdir()
    (stand.folder / "routines" / "mine.yaml").touch()
    stand.keeping.show()
    button(stand.window.page, "Delete everything").click()
    assert isinstance(stand.window.page, DeleteEverythingPage)
    if own_routines:
        button(stand.window.page, "Delete the routines of my own too").click()
    button(stand.window.page, "Go on to delete").click()
    button(stand.window.page, "I understand that it cannot be undone.").click()
    assert not stand.mark.exists()
    button(stand.window.page, "Delete everything now").click()
    assert stand.wishes == ["erased"]
    assert bool(stand.mark.read_text(encoding="utf-8")) is own_routines


def test_everything_can_be_kept(stand: Stand) -> None:
    stand.keeping.show()
    button(stand.window.page, "Delete everything").click()
    button(stand.window.page, "Keep everything").click()
    assert isinstance(stand.window.page, YourDataPage)
    assert not stand.mark.exists()


def test_where_nothing_can_be_written_nothing_is_deleted_and_it_is_said(stand: Stand) -> None:
    stand.mark.mkdir()
    stand.keeping.show()
    button(stand.window.page, "Delete everything").click()
    button(stand.window.page, "Go on to delete").click()
    button(stand.window.page, "I understand that it cannot be undone.").click()
    button(stand.window.page, "Delete everything now").click()
    assert stand.wishes == []
    assert "Nothing was deleted" in stand.said()
    assert (stand.folder / "history.sqlite3").exists()


def test_going_elsewhere_lets_go_of_what_is_under_way(qtbot: QtBot, stand: Stand) -> None:
    stand.keeping.show()
    stand.window.place_requested.emit(Place.LEARN)
    assert stand.keeping._job is None
    stand.keeping.show()
    qtbot.waitUntil(lambda: looked(stand))
