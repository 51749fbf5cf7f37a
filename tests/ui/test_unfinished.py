"""A session that was left open is shown at the next start, and what the user chooses is done with it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from fakes import START, FakeClock, planned
from pytestqt.qtbot import QtBot
from ui_fakes import button

from kneeguide.core.at_a_glance import session_left_open
from kneeguide.core.database import Database, open_database
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.unfinished import UnfinishedPage
from kneeguide.ui.unfinished import Unfinished

RECORD = opened("one", planned(), 3, START.wall)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "history.db", None, START.wall).database
    yield database
    database.close()


@pytest.fixture
def unfinished(window: MainWindow, database: Database) -> Unfinished:
    store = HistoryStore(database)
    return Unfinished(window, FakeClock(), partial(session_left_open, database), lambda: store, window)


def test_without_one_nothing_is_shown(unfinished: Unfinished, database: Database) -> None:
    HistoryStore(database).save(replace(RECORD, outcome=Outcome.COMPLETED, ended=START.wall))
    assert not unfinished.is_there
    assert not unfinished.show(lambda _id: True)


@pytest.mark.parametrize(
    ("presses", "kept", "deleted"),
    [(("Keep what I did",), Outcome.INTERRUPTED, 0), (("Discard", "Discard it"), None, 1)],
)
def test_it_is_kept_as_far_as_it_got_or_given_up(
    qtbot: QtBot,
    window: MainWindow,
    unfinished: Unfinished,
    database: Database,
    presses: tuple[str, ...],
    kept: Outcome | None,
    deleted: int,
) -> None:
    store = HistoryStore(database)
    store.open(RECORD)
    assert unfinished.show(lambda _id: True)
    assert isinstance(window.page, UnfinishedPage)
    with qtbot.waitSignal(unfinished.settled):
        for name in presses:
            button(window.page, name).click()
    assert not unfinished.is_there
    assert [record.outcome for record in store.records()] == ([kept] if kept else [])
    assert len(store.deleted()) == deleted


def test_going_on_hands_the_record_on(
    qtbot: QtBot, window: MainWindow, unfinished: Unfinished, database: Database
) -> None:
    HistoryStore(database).open(RECORD)
    unfinished.show(lambda _id: True)
    with qtbot.waitSignal(unfinished.resumed, check_params_cb=lambda record: record.id == "one"):
        button(window.page, "Go on with it").click()


def test_what_was_stopped_for_a_cause_is_ended_and_not_shown(unfinished: Unfinished, database: Database) -> None:
    store = HistoryStore(database)
    store.save(replace(RECORD, stop_reason="chest-pain"))
    assert not unfinished.show(lambda _id: True)
    (record,) = store.records()
    assert (record.outcome, record.stop_reason) == (Outcome.STOPPED, "chest-pain")
