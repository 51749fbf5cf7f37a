"""What is exported can be imported, twice without doubles; a file with anything wrong changes nothing."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from diaries import CALM, NOW, RED, URGENT, besides, diaries, diary_of, document, element, go_on
from fakes import health
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from kneeguide.core.clock import Moment
from kneeguide.core.diary import NOTHING_BESIDE, Beside
from kneeguide.core.diary_file import schema_text
from kneeguide.core.diary_store import DiaryStore
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, rest_after
from kneeguide.core.history_export import as_csv, as_json, write_pieces
from kneeguide.core.history_import import Preview, bring_in, check
from kneeguide.core.history_merge import interrupted, is_same, merged
from kneeguide.core.questions import Lock, Question

in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
"""Each example writes its file anew."""


def json_file(path: Path, sessions: list[Record], beside: Beside = NOTHING_BESIDE) -> Path:
    write_pieces(path, as_json(sessions, beside), len(sessions), go_on)
    return path


def csv_file(path: Path, sessions: list[Record]) -> Path:
    write_pieces(path, as_csv(sessions), len(sessions), go_on, for_excel=True)
    return path


def exported(store: DiaryStore, path: Path, kind: str) -> Path:
    sessions = list(store.sessions())
    return json_file(path, sessions, store.beside()) if kind == "json" else csv_file(path, sessions)


def imported(path: Path, store: DiaryStore) -> Preview:
    preview = check(path, store, NOW, go_on)
    assert preview.problems == ()
    brought = bring_in(path, store, preview, NOW, go_on)
    assert brought.preview == preview
    return preview


def same(ones: list[Record], others: list[Record]) -> bool:
    ones, others = (sorted(each, key=lambda record: record.id) for each in (ones, others))
    return len(ones) == len(others) and all(map(is_same, ones, others))


def rows_of(table: Path) -> list[list[str]]:
    """All rows; the order of sessions that began in the same instant is that in which they came."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        return sorted(csv.reader(file))


def one_open(sessions: list[Record]) -> list[Record]:
    """As the tables can hold them: at most one open session."""
    return [record if number == 0 else interrupted(record) for number, record in enumerate(sessions)]


# -- round trips --------------------------------------------------------------------------------------------------


@in_one_folder
@given(diaries, besides)
def test_json_gives_back_the_whole_diary(tmp_path: Path, sessions: list[Record], beside: Beside) -> None:
    here = diary_of(one_open(sessions), beside)
    file = exported(here, tmp_path / "diary", "json")
    there = diary_of([])
    preview = imported(file, there)
    assert preview.new == len(sessions)
    assert same([interrupted(record) for record in here.sessions()], list(there.sessions()))
    assert there.beside() == here.beside() == beside
    Draft202012Validator(json.loads(schema_text())).validate(json.loads(file.read_text(encoding="utf-8")))
    again = exported(there, tmp_path / "again", "json")
    assert exported(there, tmp_path / "more", "json").read_bytes() == again.read_bytes()


@in_one_folder
@given(diaries)
def test_csv_gives_back_all_that_its_columns_hold(tmp_path: Path, sessions: list[Record]) -> None:
    sessions = [interrupted(record) for record in sessions]
    file = exported(diary_of(sessions), tmp_path / "diary", "csv")
    there = diary_of([])
    imported(file, there)
    again = exported(there, tmp_path / "again", "csv")
    assert rows_of(again) == rows_of(file)


@pytest.mark.parametrize("kind", ["json", "csv"])
@in_one_folder
@given(diaries, besides)
def test_bringing_in_what_is_here_changes_nothing(
    tmp_path: Path, kind: str, sessions: list[Record], beside: Beside
) -> None:
    here = diary_of(one_open(sessions), beside)
    file = exported(here, tmp_path / "diary", kind)
    before = list(here.sessions())
    preview = imported(file, here)
    assert (preview.new, preview.known, preview.updated, preview.changes) == (0, len(sessions), 0, False)
    assert same(list(here.sessions()), before)
    assert here.beside() == beside


@in_one_folder
@given(diaries, diaries, besides, besides)
def test_two_diaries_join_to_the_same_either_way_and_without_doubles(
    tmp_path: Path, ones: list[Record], others: list[Record], one_beside: Beside, other_beside: Beside
) -> None:
    ones, others = ([interrupted(record) for record in each] for each in (ones, others))
    one, other = diary_of(ones, one_beside), diary_of(others, other_beside)
    from_one, from_other = exported(one, tmp_path / "one", "json"), exported(other, tmp_path / "other", "json")
    imported(from_other, one)
    imported(from_one, other)
    assert same(list(one.sessions()), list(other.sessions()))
    assert {record.id for record in one.sessions()} == {record.id for record in (*ones, *others)}
    assert one.beside() == other.beside()
    again = imported(from_other, one)
    assert not again.changes


# -- what is counted ----------------------------------------------------------------------------------------------


def test_the_preview_says_what_is_new_here_already_and_updated(tmp_path: Path) -> None:
    here = diary_of([CALM, RED])
    file = json_file(tmp_path / "f.json", [replace(CALM, note="Better."), RED, URGENT])
    preview = imported(file, here)
    assert (preview.new, preview.known, preview.updated, preview.deleted) == (1, 1, 1, 0)
    assert {record.id: record.note for record in here.sessions()} == {"calm": "Better.", "red": "", "urgent": ""}


def test_what_was_deleted_stays_deleted(tmp_path: Path) -> None:
    here = diary_of([CALM])
    here.history.delete("calm", NOW)
    preview = imported(json_file(tmp_path / "f.json", [CALM]), here)
    assert (preview.known, preview.deleted) == (1, 1)
    assert list(here.sessions()) == []


def test_a_session_open_elsewhere_comes_as_interrupted_and_ours_stays_open(tmp_path: Path) -> None:
    mine, theirs = (replace(CALM, id=id, outcome=Outcome.OPEN, ended=None) for id in ("mine", "theirs"))
    here = diary_of([mine])
    imported(json_file(tmp_path / "f.json", [theirs, mine]), here)
    assert {record.id: record.outcome for record in here.sessions()} == {
        "mine": Outcome.OPEN,
        "theirs": Outcome.INTERRUPTED,
    }


# -- the gate -----------------------------------------------------------------------------------------------------


def locks_in(store: DiaryStore) -> tuple[Lock, ...]:
    return HealthStore(store._database).locks()


def test_a_rest_that_holds_outlasts_a_calm_session_of_another_computer(tmp_path: Path) -> None:
    here = diary_of([RED])
    file = json_file(tmp_path / "f.json", [CALM])
    brought = bring_in(file, here, check(file, here, NOW, go_on), NOW, go_on)
    assert rest_after(here.history.last_record()) == ()
    assert brought.locks == locks_in(here) == rest_after(RED)


def test_a_session_brought_in_calls_for_its_rest_though_it_was_not_the_last(tmp_path: Path) -> None:
    here = diary_of([CALM])
    imported(json_file(tmp_path / "f.json", [RED]), here)
    assert locks_in(here) == rest_after(RED)


def test_a_rest_that_is_over_is_not_kept(tmp_path: Path) -> None:
    here = diary_of([])
    long_ago = replace(RED, started=RED.started - timedelta(days=9), ended=NOW - timedelta(days=9))
    imported(json_file(tmp_path / "f.json", [long_ago]), here)
    assert locks_in(here) == ()


def test_a_longer_lock_is_not_shortened(tmp_path: Path) -> None:
    here = diary_of([])
    for_good = Lock(Question.TODAY_AFTER_LAST, NOW, None)
    with here.change() as change:
        change.keep_locks([for_good])
    imported(json_file(tmp_path / "f.json", [RED]), here)
    assert locks_in(here) == (for_good,)


@pytest.mark.parametrize(
    ("here", "comes", "answered", "asks"),
    [
        ([], [URGENT], 10, True),
        ([URGENT], [CALM], 10, True),
        ([CALM], [URGENT], 10, True),
        ([URGENT], [CALM], 1, False),
        ([CALM], [RED], 10, False),
    ],
)
def test_after_an_urgent_stop_the_answers_from_before_it_hold_no_longer(
    tmp_path: Path, here: list[Record], comes: list[Record], answered: int, asks: bool
) -> None:
    store = diary_of(here)
    HealthStore(store._database).save_answers(health(at=Moment(0.0, NOW - timedelta(hours=answered))))
    file = json_file(tmp_path / "f.json", comes)
    brought = bring_in(file, store, check(file, store, NOW, go_on), NOW, go_on)
    assert brought.asks_anew is asks
    assert (store.answers is None) is asks


# -- a file with something wrong changes nothing ------------------------------------------------------------------


def test_days_of_too_much_pain_count_on_the_other_computer_too(tmp_path: Path) -> None:
    told, here = NOW.date(), NOW.date() - timedelta(days=1)
    there, ours = diary_of([]), diary_of([])
    there.history.refuse_for_pain(told)
    ours.history.refuse_for_pain(here)
    file = json_file(tmp_path / "f", [], there.beside())
    preview = check(file, ours, NOW, go_on)
    assert preview.changes
    bring_in(file, ours, preview, NOW, go_on)
    assert ours.history.refused_for_pain(here) == (here, told)
    assert not check(file, ours, NOW, go_on).changes


def test_a_file_of_before_days_of_too_much_pain_were_kept_is_read(tmp_path: Path) -> None:
    file = json_file(tmp_path / "f", [CALM])
    written = json.loads(file.read_text(encoding="utf-8"))
    del written["high_pain_days"]
    file.write_text(json.dumps(written), encoding="utf-8")
    assert check(file, diary_of([]), NOW, go_on).new == 1


def test_many_problems_are_counted_and_the_first_are_kept(tmp_path: Path) -> None:
    file = document(tmp_path / "f", *(element(id=f"{number}", version="x") for number in range(1500)))
    preview = check(file, diary_of([]), NOW, go_on)
    assert (preview.problem_count, len(preview.problems)) == (1500, 1000)


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_what_is_wrong_in_the_last_session_keeps_out_the_first(tmp_path: Path, kind: str) -> None:
    here = diary_of([CALM])
    sessions = [replace(CALM, id=f"{number}") for number in range(450)]
    write = json_file if kind == "json" else csv_file
    good = write(tmp_path / "f", sessions)
    preview = check(good, here, NOW, go_on)
    good.write_bytes(good.read_bytes().replace(b"completed", b"over", -1).replace(b"over", b"completed", 449))
    with pytest.raises(KneeGuideError, match="has changed since it was looked at"):
        bring_in(good, here, preview, NOW, go_on)
    assert [record.id for record in here.sessions()] == ["calm"]


class GivenUpError(Exception):
    pass


@pytest.mark.parametrize("steps", [0, 1, 5])
def test_giving_up_leaves_no_row_and_no_file(tmp_path: Path, steps: int) -> None:
    def give_up_after() -> Callable[[float], None]:
        left = steps

        def watch(_: float) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise GivenUpError

        return watch

    here = diary_of([CALM])
    sessions = [replace(CALM, id=f"{number}") for number in range(450)]
    file = json_file(tmp_path / "f", sessions)
    preview = check(file, here, NOW, go_on)
    with pytest.raises(GivenUpError):
        check(file, here, NOW, give_up_after())
    with pytest.raises(GivenUpError):
        bring_in(file, here, preview, NOW, give_up_after())
    assert [record.id for record in here.sessions()] == ["calm"]
    before = file.read_bytes()
    with pytest.raises(GivenUpError):
        write_pieces(file, as_json(sessions), 450, give_up_after())
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    file = json_file(tmp_path / "f", [replace(CALM, id=f"{number}") for number in range(450)])
    told: list[float] = []
    check(file, diary_of([]), NOW, told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1


def test_a_merged_session_reads_back(tmp_path: Path) -> None:
    joined = merged(CALM, replace(CALM, note="Better."))
    imported(json_file(tmp_path / "f.json", [joined]), there := diary_of([]))
    assert is_same(next(there.sessions()), joined)
