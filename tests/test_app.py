"""The real program in a process of its own: whatever the computer does to it, it starts, runs on, and loses nothing."""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from app_machine import Machine
from fakes import planned

from kneeguide.core.backups import backup_if_due
from kneeguide.core.database import open_database
from kneeguide.core.erasing import begin_erasing
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.settings import Settings, load_settings, save_settings

ROUTINE = "oa-hands-short"

LEAVE = "user.window.close()"
TO_PLAYER = "yield from user.to_player()"
NOT_SAVED = "History is not being saved"


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    for start in machine.started:
        if start.process.poll() is None:
            start.process.kill()
            start.process.communicate()


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


# The plain case


def test_the_first_start_welcomes_and_leaves_in_good_order(machine: Machine) -> None:
    told = machine.live(
        f"""
        yield user.on("WelcomePage")
        user.tell(banner=user.banner())
        {LEAVE}
        """
    )
    assert told == {"banner": ""}
    assert machine.folders.database.is_file()
    assert machine.folders.settings_file.is_file()
    assert machine.folders.routines.is_dir()
    assert machine.records() == ()
    assert machine.log() == ""


def test_a_session_stopped_by_hand_is_in_the_diary(machine: Machine) -> None:
    machine.live(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        from kneeguide.core.trouble import StopReason
        user.window.page.stop_requested.emit(StopReason.NO_TIME)
        yield user.on("SummaryPage")
        {LEAVE}
        """,
        ROUTINE,
    )
    (record,) = machine.records()
    assert (record.outcome, record.stop_reason, record.before) == (Outcome.STOPPED, "no-time", 2)
    assert len(list(machine.folders.backups.iterdir())) == 1


def test_leaving_in_mid_session_asks_first(machine: Machine) -> None:
    told = machine.live(
        f"""
        {TO_PLAYER}
        user.press_later("Leave this session")
        yield user.boxes
        stay = next(b for b in user.boxes()[0].buttons() if b.text() == "Stay")
        stay.click()
        yield lambda: not user.boxes()
        user.tell(page=user.page, can_go_on=user.can_press("Go on")())
        user.press_later("Leave this session")
        yield user.boxes
        next(b for b in user.boxes()[0].buttons() if b.text() == "Leave").click()
        """,
        ROUTINE,
    )
    assert told == {"page": "PlayerPage", "can_go_on": True}
    assert [record.outcome for record in machine.records()] == [Outcome.OPEN]


# Ended from outside


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("box", [False, True], ids=["playing", "asking"])
def test_told_to_end_in_mid_session_it_leaves_at_once_and_the_session_is_kept(
    machine: Machine, which: signal.Signals, box: bool
) -> None:
    ask = 'user.press_later("Leave this session")\n        yield user.boxes' if box else ""
    start = machine.start(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        {ask}
        user.tell(playing=True)
        yield lambda: False
        """,
        ROUTINE,
    )
    start.told()
    asked = time.monotonic()
    start.process.send_signal(which)
    assert start.end() == (0, "")
    assert time.monotonic() - asked < 1.0
    (record,) = machine.records()
    assert (record.outcome, len(record.stages)) == (Outcome.OPEN, 1)


def test_killed_in_mid_session_it_is_offered_at_the_next_start_and_never_counts_as_completed(machine: Machine) -> None:
    start = machine.start(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        user.tell(playing=True)
        yield lambda: False
        """,
        ROUTINE,
    )
    start.told()
    start.process.kill()
    start.process.communicate()
    told = machine.live(
        f"""
        yield user.on("UnfinishedPage")
        user.tell(banner=user.banner(), buttons=[b.accessibleName() for b in user.buttons()])
        next(b for b in user.buttons() if b.accessibleName().startswith("Keep")).click()
        yield user.on("LibraryPage")
        {LEAVE}
        """
    )
    assert told["banner"] == ""
    (record,) = machine.records()
    assert record.outcome is Outcome.INTERRUPTED
    assert len(record.stages) == 1


def test_a_session_that_was_broken_off_can_be_gone_on_with_in_the_same_record(machine: Machine) -> None:
    playing = f"{TO_PLAYER}\nuser.press('Skip')\nuser.tell(playing=True)\nyield lambda: False"
    first = machine.start(playing, ROUTINE)
    first.told()
    first.process.kill()
    first.process.communicate()
    (before,) = machine.records()
    machine.live(
        f"""
        yield user.on("UnfinishedPage")
        user.press("", "primary")
        yield user.on("SafetyChecklistPage")
        {TO_PLAYER}
        user.press("Skip")
        user.programs[-1].flow.shut()
        """
    )
    (after,) = machine.records()
    assert after.id == before.id
    assert len(after.stages) == 2


def test_another_routine_is_never_written_into_the_record_of_the_one_broken_off(machine: Machine) -> None:
    playing = f"{TO_PLAYER}\nuser.press('Skip')\nuser.tell(playing=True)\nyield lambda: False"
    first = machine.start(playing, ROUTINE)
    first.told()
    first.process.kill()
    first.process.communicate()
    machine.live(
        f"""
        yield user.on("UnfinishedPage")
        user.programs[-1].flow.open_routine("flare-gentle-short")
        yield user.on("RoutineDetailPage")
        {TO_PLAYER}
        user.programs[-1].flow.shut()
        """
    )
    newest, older = machine.records()
    assert (newest.routine_id, newest.outcome) == ("flare-gentle-short", Outcome.OPEN)
    assert (older.routine_id, older.outcome) == (ROUTINE, Outcome.INTERRUPTED)


# Trouble with storage


def below_a_file(machine: Machine) -> None:
    (machine.root / "file").write_text("not a folder", encoding="utf-8")
    machine.environ["KNEEGUIDE_HOME"] = str(machine.root / "file" / "knee")


def no_home(machine: Machine) -> None:
    del machine.environ["KNEEGUIDE_HOME"]
    machine.environ["HOME"] = ""


def newer(machine: Machine) -> None:
    machine.answer_health()
    with closing(sqlite3.connect(machine.folders.database)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(machine: Machine) -> None:
    machine.home.mkdir()
    with closing(sqlite3.connect(machine.folders.database)) as connection:
        connection.execute("PRAGMA application_id = 1234")
        connection.execute("CREATE TABLE theirs (value)")


@pytest.mark.parametrize("fault", [below_a_file, no_home, newer, foreign])
def test_without_a_place_to_save_it_starts_and_a_session_runs_on_and_says_so(machine: Machine, fault: Any) -> None:
    fault(machine)
    database = machine.root / "knee guide é" / "history.sqlite3"
    before = fingerprint(database) if database.exists() else ""
    told = machine.live(
        f"""
        yield lambda: user.window.isVisible()
        banner = user.banner()
        {TO_PLAYER}
        user.press("Skip")
        yield user.can_press("Pause")
        notices = [text for text in user.texts(user.window.page) if text.startswith("{NOT_SAVED}")]
        for _ in range(40):
            if user.page == "PlayerPage":
                user.press("Skip")
        yield user.on("SummaryPage")
        user.tell(banner=banner, notices=notices, copy=user.can_press("Save a copy")())
        {LEAVE}
        """,
        ROUTINE,
        quiet=False,
    )
    assert told["banner"].startswith(NOT_SAVED)
    assert len(told["notices"]) == 1, "and on the player, where the banner may have been closed"
    assert told["copy"]
    if before:
        assert fingerprint(database) == before
        assert sorted(file.name for file in database.parent.glob("history*")) == ["history.sqlite3"]


def test_with_home_unset_the_account_s_own_folders_are_used(machine: Machine) -> None:
    del machine.environ["KNEEGUIDE_HOME"], machine.environ["HOME"]
    told = machine.live(f"yield user.on('WelcomePage')\nuser.tell(banner=user.banner())\n{LEAVE}")
    assert told == {"banner": ""}
    assert (machine.root / "user" / "data" / "kneeguide" / "history.sqlite3").is_file()


GOOD = opened("good", planned(), 5, datetime(2026, 3, 1, 18, tzinfo=UTC))


def damaged(machine: Machine, *, backup: bool) -> bytes:
    """A diary that held a session, and then was damaged. Returns what is left of it."""
    machine.answer_health()
    now = datetime.now(UTC)
    with closing(open_database(machine.folders.database, None, now).database) as database:
        HistoryStore(database).save(GOOD)
        HistoryStore(database).close(GOOD.id, Outcome.COMPLETED, "", now)
        if backup:
            backup_if_due(database, machine.folders.backups, datetime(2026, 3, 2, tzinfo=UTC))
    rubbish = b"<!doctype html>" + bytes(4096)
    machine.folders.database.write_bytes(rubbish)
    return rubbish


def set_aside(machine: Machine) -> list[bytes]:
    return [file.read_bytes() for file in machine.home.glob("history-set-aside-*") if file.suffix == ".sqlite3"]


def test_a_damaged_diary_is_kept_and_said_and_a_new_one_begun(machine: Machine) -> None:
    rubbish = damaged(machine, backup=False)
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        user.tell(banner=user.banner(), offers=[b.text() for b in user.buttons() if b.text().startswith("Put")])
        {LEAVE}
        """
    )
    assert told["banner"].startswith("The history file was damaged")
    assert told["offers"] == []
    assert set_aside(machine) == [rubbish]
    assert machine.records() == ()


ASK_TO_PUT_BACK = """
        user.press_later(next(b.accessibleName() for b in user.buttons() if b.accessibleName().startswith("Put back")))
        yield lambda: user.boxes()
"""


def answer_the_box(word: str) -> str:
    """The lines of a scenario that press a button of the box in front."""
    return f"next(b for b in user.boxes()[0].buttons() if b.text() == {word!r}).click()"


def test_a_good_backup_can_be_put_back_once_the_user_says_so(machine: Machine) -> None:
    rubbish = damaged(machine, backup=True)
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        {ASK_TO_PUT_BACK}
        {answer_the_box("Put back")}
        yield lambda: len(user.programs) == 2
        yield user.on("LibraryPage")
        user.press("History")
        yield user.on("HistoryPage")
        from PySide6.QtWidgets import QApplication
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        first = any(text.startswith("Your first session") for text in user.texts())
        user.tell(banner=user.banner(), sessions=first, windows=len(windows))
        {LEAVE}
        """
    )
    assert told == {"banner": "", "sessions": True, "windows": 1}
    assert [(record.id, record.outcome) for record in machine.records()] == [("good", Outcome.COMPLETED)]
    assert rubbish in set_aside(machine)
    assert [line for line in machine.log().splitlines() if "propagateSizeHints" not in line] == []  # of the box


def test_a_backup_is_not_put_back_unless_the_user_says_so(machine: Machine) -> None:
    damaged(machine, backup=True)
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        {ASK_TO_PUT_BACK}
        {answer_the_box("Not now")}
        yield lambda: not user.boxes()
        user.tell(programs=len(user.programs))
        {LEAVE}
        """
    )
    assert told == {"programs": 1}
    assert machine.records() == ()


def test_a_backup_cannot_be_put_back_under_a_running_session(machine: Machine) -> None:
    damaged(machine, backup=True)
    told = machine.live(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        names = [b.accessibleName() for b in user.buttons()]
        user.tell(banner=bool(user.banner()), offered=any(name.startswith("Put back") for name in names))
        for _ in range(40):
            if user.page == "PlayerPage":
                user.press("Skip")
        yield user.on("SummaryPage")
        {LEAVE}
        """,
        ROUTINE,
    )
    assert told == {"banner": True, "offered": False}


def test_a_lock_made_since_outlives_the_putting_back_of_a_backup(machine: Machine) -> None:
    damaged(machine, backup=True)
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        from kneeguide.core.questions import Lock, Question
        now = user.programs[-1].flow._clock.now().wall
        user.programs[-1].health().lock([Lock(Question.TODAY_LEG_CHANGE, now, None)])
        {ASK_TO_PUT_BACK}
        {answer_the_box("Put back")}
        yield lambda: len(user.programs) == 2
        yield user.on("LibraryPage")
        user.tell(locks=[lock.question.value for lock in user.programs[-1].health().locks])
        {LEAVE}
        """
    )
    assert told == {"locks": ["today-leg-change"]}


# The user's data as a whole


TO_MY_DATA = """
        user.press("Settings")
        yield user.on("SettingsPage")
        user.press("My data")
        yield user.can_press("Make a copy now")
"""


def with_two_sessions(machine: Machine) -> None:
    """One that is in the copy of yesterday, and one since."""
    machine.answer_health()
    now = datetime.now(UTC)
    with closing(open_database(machine.folders.database, None, now).database) as database:
        HistoryStore(database).save(replace(GOOD, outcome=Outcome.COMPLETED))
        backup_if_due(database, machine.folders.backups, now - timedelta(days=1))
        HistoryStore(database).save(replace(GOOD, id="since", outcome=Outcome.COMPLETED))


def test_a_copy_can_be_looked_into_and_put_back_from_the_settings(machine: Machine) -> None:
    with_two_sessions(machine)
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        from kneeguide.core.questions import Lock, Question
        now = user.programs[-1].flow._clock.now().wall
        user.programs[-1].health().lock([Lock(Question.TODAY_LEG_CHANGE, now, None)])
        {TO_MY_DATA}
        user.press(next(b.accessibleName() for b in user.buttons() if b.accessibleName().startswith("What would")))
        change = next(text for text in user.texts() if "would go from your diary" in text)
        user.press_later("Put this copy back")
        yield lambda: user.boxes()
        {answer_the_box("Put back")}
        yield lambda: len(user.programs) == 2
        yield user.on("LibraryPage")
        locks = [lock.question.value for lock in user.programs[-1].health().locks]
        answered = user.programs[-1].health().answers is not None
        said = any(text.endswith(".db is put back.") for text in user.texts())
        user.tell(change=change.split(".")[0], locks=locks, answered=answered, said=said)
        {LEAVE}
        """
    )
    assert told == {
        "change": "1 session that is not in this copy would go from your diary",
        "locks": ["today-leg-change"],
        "answered": True,
        "said": True,
    }
    assert [record.id for record in machine.records()] == ["good"]
    (aside,) = machine.home.glob("history-set-aside-*.sqlite3")
    with closing(open_database(aside, None, datetime.now(UTC)).database) as database:
        assert {record.id for record in HistoryStore(database).records()} == {"good", "since"}


def test_a_start_the_day_after_a_crash_makes_the_copy_that_was_missed(machine: Machine) -> None:
    with_two_sessions(machine)
    (yesterdays,) = machine.folders.backups.iterdir()
    day_before = yesterdays.with_name("history-2026-03-01.db")
    yesterdays.rename(day_before)
    for file, days in ((day_before, 3), (machine.folders.database, 2)):
        then = (datetime.now(UTC) - timedelta(days=days)).timestamp()
        os.utime(file, (then, then))
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        from pathlib import Path
        copies = Path({str(machine.folders.backups)!r})
        yield lambda: len(list(copies.glob("history-*.db"))) == 2
        user.tell(copied=True)
        {LEAVE}
        """
    )
    assert told == {"copied": True}


@pytest.mark.parametrize("own_routines", [False, True])
def test_everything_can_be_deleted_and_then_it_starts_as_new(machine: Machine, own_routines: bool) -> None:
    with_two_sessions(machine)
    machine.folders.routines.mkdir()
    (machine.folders.routines / "mine.yaml").write_text("not yet", encoding="utf-8")
    (machine.home / "thesis.odt").touch()
    (machine.home / "history-set-aside-2026-03-01T180000.sqlite3").touch()
    tick = 'user.press("Delete the routines of my own too")' if own_routines else ""
    told = machine.live(
        f"""
        yield user.on("LibraryPage")
        from kneeguide.core.questions import Lock, Question
        now = user.programs[-1].flow._clock.now().wall
        user.programs[-1].health().lock([Lock(Question.TODAY_LEG_CHANGE, now, None)])
        {TO_MY_DATA}
        user.press("Delete everything")
        yield user.on("DeleteEverythingPage")
        {tick}
        user.press("Go on to delete")
        user.press("I understand that it cannot be undone.")
        user.press("Delete everything now")
        yield lambda: len(user.programs) == 2
        yield user.on("WelcomePage")
        new = user.programs[-1]
        from pathlib import Path
        left = sorted(path.name for path in Path({str(machine.home)!r}).iterdir())
        user.tell(banner=user.banner(), locks=len(new.health().locks), answers=new.health().answers, left=left)
        user.window.close()
        """
    )
    assert told == {
        "banner": "Everything is deleted.",
        "locks": 0,
        "answers": None,
        "left": ["figures.kept", "history.sqlite3", "routines", "thesis.odt", "window.lock"],  # drawn for the welcome
    }
    assert machine.records() == ()
    assert (machine.folders.routines / "mine.yaml").exists() is not own_routines
    assert machine.log() == ""


def test_a_deletion_that_broke_off_is_gone_on_with_at_the_next_start(machine: Machine) -> None:
    with_two_sessions(machine)
    begin_erasing(machine.folders.erase_mark, own_routines=False)
    machine.folders.settings_file.unlink()
    told = machine.live(f"yield user.on('WelcomePage')\nuser.tell(banner=user.banner())\n{LEAVE}")
    assert told == {"banner": "Everything is deleted."}
    assert machine.records() == ()


def test_what_cannot_be_deleted_is_not_worked_with_either(machine: Machine) -> None:
    """Half of what there was must never look like all of it."""
    with_two_sessions(machine)
    begin_erasing(machine.folders.erase_mark, own_routines=False)
    machine.folders.erase_mark.unlink()
    machine.folders.erase_mark.mkdir()  # a mark that cannot be taken away
    told = machine.live(f"yield user.on('WelcomePage')\nuser.tell(banner=user.banner())\n{LEAVE}")
    assert "nothing is being saved" in told["banner"]
    assert not machine.folders.database.exists()


# One folder


def test_settings_and_log_of_earlier_versions_move_into_the_one_folder(machine: Machine) -> None:
    home = machine.environ.pop("KNEEGUIDE_HOME")
    user = machine.root / "user"
    former = user / "config" / "kneeguide" / "settings.json"
    save_settings(former, Settings(adult_confirmed=datetime.now(UTC), get_ready=33))
    (user / "state" / "kneeguide").mkdir(parents=True)
    (user / "state" / "kneeguide" / "routines.kept").touch()
    machine.live(f"yield user.on('LibraryPage')\n{LEAVE}")
    settings, notices = load_settings(user / "data" / "kneeguide" / "settings.json")
    assert (settings.get_ready, notices) == (33, ())
    assert not former.parent.exists()
    assert not (user / "state" / "kneeguide").exists()
    assert not Path(home).exists()


# Parts that are missing


def test_missing_sounds_figures_and_pictures_cost_only_themselves(machine: Machine) -> None:
    checkout = machine.use_a_copy_of_the_program()
    shutil.rmtree(checkout / "assets" / "sounds")
    (checkout / "assets" / "figures" / "palm-glides-front-thigh.yaml").unlink()
    told = machine.live(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        from kneeguide.ui.widgets.illustration import Illustration
        pictures = [p.accessibleName() for p in user.window.page.findChildren(Illustration) if p.isVisible()]
        user.tell(page=user.page, running=any(user.timers()), pictures=pictures)
        user.programs[-1].flow.shut()
        """,
        ROUTINE,
    )
    assert told == {"page": "PlayerPage", "running": True, "pictures": ["Palm glides, front of the thigh"]}
    assert machine.log() == ""


def test_a_users_picture_that_is_no_picture_costs_only_itself(machine: Machine) -> None:
    machine.answer_health()
    machine.folders.routines.mkdir(parents=True)
    (machine.folders.routines / "mine.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (machine.folders.routines / "mine.yaml").write_text(
        "format: 1\nid: mine\ntitle: My own\nphases: [{title: Ankle pumps, cue: Up and down., picture: mine.png,"
        " seconds: 30}]\n",
        encoding="utf-8",
    )
    told = machine.live(
        f"""
        yield user.on("RoutineDetailPage")
        {TO_PLAYER}
        from kneeguide.ui.widgets.illustration import Illustration
        pictures = [p.accessibleName() for p in user.window.page.findChildren(Illustration) if p.isVisible()]
        user.tell(page=user.page, pictures=pictures)
        user.programs[-1].flow.shut()
        """,
        "mine",
        quiet=False,  # what reads PNG has its own say
    )
    why = "The picture is damaged, or too large to be shown."
    assert told == {"page": "PlayerPage", "pictures": [f"Ankle pumps. {why}"]}
    assert machine.log() == ""


def test_a_users_drawing_that_is_refused_is_named_with_why_wherever_it_should_be(machine: Machine) -> None:
    machine.answer_health()
    machine.folders.routines.mkdir(parents=True)
    (machine.folders.routines / "mine.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>', encoding="utf-8"
    )
    (machine.folders.routines / "mine.yaml").write_text(
        "format: 1\nid: mine\ntitle: My own\nphases: [{title: Ankle pumps, cue: Up and down., picture: mine.svg,"
        " seconds: 30}]\n",
        encoding="utf-8",
    )
    told = machine.live(
        f"""
        from kneeguide.ui.widgets.illustration import Illustration
        def pictures():
            return [p.accessibleName() for p in user.window.page.findChildren(Illustration) if p.accessibleName()]
        yield user.on("RoutineDetailPage")
        yield pictures
        detail = pictures()
        user.press("Back to routines")
        yield user.on("LibraryPage")
        user.press("Show why")
        problems = [text for text in user.texts() if "mine.yaml" in text]
        user.programs[-1].flow.open_routine("mine")
        {TO_PLAYER}
        user.tell(detail=detail, player=pictures(), problems=problems)
        user.programs[-1].flow.shut()
        """,
        "mine",
    )
    said = "must hold nothing but a drawing: no image, film or web page"
    assert set(told["detail"]) == set(told["player"]) == {f"Ankle pumps. The picture {said}."}
    assert any(said in problem for problem in told["problems"])
    assert machine.log() == ""


def test_another_skin_is_seen_at_once_and_kept(machine: Machine) -> None:
    machine.answer_health()
    told = machine.live(
        """
        from dataclasses import replace
        from kneeguide.core.settings import Skin
        from kneeguide.ui.widgets.illustration import Illustration
        def cards():
            return [p for p in user.window.page.findChildren(Illustration) if p.isVisible() and p.accessibleName()]
        yield user.on("LibraryPage")
        yield cards
        before = [card.grab().toImage() for card in cards()]
        flow = user.programs[-1].flow
        flow._change_settings(replace(flow.settings, skin=Skin.DARK))
        after = [card.grab().toImage() for card in cards()]
        user.tell(changed=[one != other for one, other in zip(before, after)])
        flow.shut()
        """,
    )
    assert told["changed"]
    assert all(told["changed"])
    assert json.loads(machine.folders.settings_file.read_text(encoding="utf-8"))["skin"] == "dark"


# Two starts


def test_a_second_start_raises_the_first_and_ends_with_0(machine: Machine) -> None:
    machine.answer_health()
    first = machine.start(
        f"""
        yield user.on("LibraryPage")
        user.tell(ready=True)
        yield user.on("RoutineDetailPage")
        user.tell(title=user.window.page.title.text())
        {LEAVE}
        """
    )
    first.told()
    second = machine.start("user.tell(opened=True)", "flare-gentle-short")
    assert second.end() == (0, "")
    assert first.told() == {"title": "Sore-day light touch"}
    assert first.end() == (0, "")


def test_a_second_start_does_not_disturb_a_session(machine: Machine) -> None:
    first = machine.start(
        f"""
        {TO_PLAYER}
        raised = []
        user.window.activateWindow = lambda: raised.append(True)
        user.tell(ready=True)
        yield lambda: raised
        user.tell(page=user.page, running=user.can_press("Pause")())
        user.programs[-1].flow.shut()
        """,
        ROUTINE,
    )
    first.told()
    assert machine.start("user.tell(opened=True)", "flare-gentle-short").end() == (0, "")
    assert first.told() == {"page": "PlayerPage", "running": True}
    assert first.end() == (0, "")


def test_after_a_kill_the_next_start_is_the_first_again(machine: Machine) -> None:
    first = machine.start("yield user.on('WelcomePage')\nuser.tell(ready=True)\nyield lambda: False")
    first.told()
    first.process.kill()
    first.process.communicate()
    told = machine.live(f"yield user.on('WelcomePage')\nuser.tell(banner=user.banner())\n{LEAVE}")
    assert told == {"banner": ""}


# Faults of our own


@pytest.mark.parametrize("fault", ["break_tones", "break_page"])
def test_a_fault_in_every_tick_is_said_once_and_logged_and_the_session_kept(machine: Machine, fault: str) -> None:
    told = machine.live(
        f"""
        {TO_PLAYER}
        user.press("Skip")
        user.{fault}()
        yield user.boxes
        box = user.boxes()[0]
        said = [box.text(), "broken in every tick" in box.detailedText()]
        for _ in range(50):
            yield lambda: True
        boxes, ticking = len(user.boxes()), any(user.timers())
        box.accept()
        yield lambda: not user.boxes()
        for _ in range(50):
            yield lambda: True
        user.tell(said=said, boxes=boxes, ticking=ticking, boxes_later=len(user.boxes()), page=user.page)
        user.press_later("Leave this session")
        yield user.boxes
        next(b for b in user.boxes()[0].buttons() if b.text() == "Leave").click()
        """,
        ROUTINE,
    )
    assert told == {
        "said": ["Something in KneeGuide went wrong", True],
        "boxes": 1,
        "ticking": False,
        "boxes_later": 0,
        "page": "PlayerPage",
    }
    assert "unexpected fault" in machine.log()
    assert "RuntimeError: broken in every tick" in machine.log()
    (record,) = machine.records()
    assert (record.outcome, len(record.stages)) == (Outcome.OPEN, 1)


# No screen


def test_without_a_screen_it_says_so_in_one_line(machine: Machine) -> None:
    del machine.environ["QT_QPA_PLATFORM"]
    start = machine.start("yield lambda: True")
    status, errors = start.end()
    assert status == 2
    assert errors.count("\n") == 1
    assert errors.startswith("kneeguide: KneeGuide needs a screen")
