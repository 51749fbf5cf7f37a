"""The rules are asked about what the diary has, and a diary that cannot be read offers nothing and stops nobody."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import SEATED, START, FakeClock, planned

from kneeguide.core.amount import LastDose
from kneeguide.core.database import Database, open_database
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.ui.pacing import Pacing

NOW = START.wall
YESTERDAY = replace(opened("one", planned(), 3, NOW - timedelta(days=1)), outcome=Outcome.COMPLETED, after=4, ended=NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "history.db", None, NOW).database
    yield made
    made.close()


@pytest.fixture
def pacing(database: Database) -> Pacing:
    return Pacing(HistoryStore(database), FakeClock())


def rules(advice: tuple[Advice, ...]) -> list[Rule]:
    return [each.rule for each in advice]


def test_what_the_diary_has_is_what_the_rules_see(database: Database, pacing: Pacing) -> None:
    assert pacing.advice() == ()
    HistoryStore(database).save(YESTERDAY)
    assert pacing.advice() == (Advice(Rule.AFTER_AMBER, Facts(3, 4)),)


def test_of_a_session_that_has_just_ended_this_run_knows_best(database: Database, pacing: Pacing) -> None:
    HistoryStore(database).save(YESTERDAY)
    assert rules(pacing.advice(replace(YESTERDAY, after=3))) == [Rule.AFTER_GREEN]


def test_three_days_given_up_for_pain_are_noticed(database: Database) -> None:
    clock = FakeClock()
    pacing = Pacing(HistoryStore(database), clock)
    HistoryStore(database).save(YESTERDAY)
    for _ in range(2):
        pacing.refuse_today()
        pacing.refuse_today()
        clock.move(timedelta(days=1).total_seconds())
    assert Rule.HIGH_PAIN not in rules(pacing.advice())
    pacing.refuse_today()
    assert Rule.HIGH_PAIN in rules(pacing.advice())
    clock.move(timedelta(days=5).total_seconds())
    assert Rule.HIGH_PAIN not in rules(pacing.advice())


def test_a_diary_that_cannot_be_reached_offers_nothing_and_stops_nobody(tmp_path: Path, database: Database) -> None:
    store = HistoryStore(database)
    store.save(YESTERDAY)
    pacing = Pacing(store, FakeClock())
    other = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    pacing.refuse_today()
    assert pacing.advice() == ()
    assert pacing.last_doses(SEATED) == ()
    assert rules(pacing.advice(YESTERDAY)) == [Rule.AFTER_AMBER]
    other.close()
    assert store.refused_for_pain(NOW.date()) == ()


def test_the_last_doses_come_from_the_diary(database: Database, pacing: Pacing) -> None:
    HistoryStore(database).save(replace(YESTERDAY, after=3))
    assert pacing.last_doses(SEATED)[0] == LastDose(1, 40, 2)
    assert pacing.last_doses(replace(SEATED, id="another")) == ()
