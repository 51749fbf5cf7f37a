"""Everything that KneeGuide keeps goes when it is told to, nothing else does, and half of it never counts as all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kneeguide.core import erasing
from kneeguide.core.erasing import Erased, Kind, begin_erasing, go_on_erasing, ours, stored

OURS = {
    "history.sqlite3": Kind.DIARY,
    "history.sqlite3-journal": Kind.DIARY,
    "history.sqlite3-damaged": Kind.DIARY,
    ".history.sqlite3-a1_b2.part": Kind.DIARY,
    ".history.sqlite3-a1_b2.part-journal": Kind.DIARY,
    "history-set-aside-2026-03-02T180000.sqlite3": Kind.ASIDE,
    "history-set-aside-2026-03-02T180000-2.sqlite3-journal": Kind.ASIDE,
    "backups/history-2026-03-02.db": Kind.COPIES,
    "backups/history-2026-03-02-before-version-3.db": Kind.COPIES,
    "backups/.history-2026-03-02.db-a1_b2.part": Kind.COPIES,
    "settings.json": Kind.SETTINGS,
    "settings-unreadable.json": Kind.SETTINGS,
    "settings-unreadable-2.json": Kind.SETTINGS,
    "settings-former.json": Kind.SETTINGS,
    ".settings.json-a1_b2.part": Kind.SETTINGS,
    "kneeguide.log": Kind.LOG,
    "kneeguide.old.log": Kind.LOG,
    "kneeguide-former.log": Kind.LOG,
    "routines.kept": Kind.QUICK_START,
    "figures.kept": Kind.QUICK_START,
    "learn.kept": Kind.QUICK_START,
    ".learn.kept-a1_b2.part": Kind.QUICK_START,
    ".delete-everything-a1_b2.part": Kind.QUICK_START,
}
ROUTINES = {"routines/mine.yaml", "routines/pictures/ankle.png"}
STRANGERS = {
    "thesis.odt",
    "history.sqlite3.bak",
    "my-settings.json",
    "settings-of-my-camera.json",
    "backups/photos.zip",
    "window.lock",
    "notes/history.sqlite3",
}


def fill(folder: Path, names: set[str]) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "kneeguide"
    fill(folder, {*OURS, *ROUTINES, *STRANGERS})
    return folder


@pytest.fixture
def mark(folder: Path) -> Path:
    return folder / "delete-everything"


def test_each_file_of_ours_is_known_by_its_name(folder: Path) -> None:
    found = {file.relative_to(folder).as_posix(): kind for kind, file in ours(folder)}
    assert found == {**OURS, "routines": Kind.ROUTINES}


def test_how_much_is_kept_is_told_for_each_kind(folder: Path) -> None:
    told = {each.kind: (each.files, each.size) for each in stored(folder)}
    assert set(told) == set(Kind)
    for kind in Kind:
        names = ROUTINES if kind is Kind.ROUTINES else {name for name, its in OURS.items() if its is kind}
        assert told[kind] == (len(names), sum(map(len, names)))


def test_where_nothing_is_nothing_is_kept(tmp_path: Path) -> None:
    assert {each.files for each in stored(tmp_path / "missing")} == {0}


def test_all_of_ours_goes_and_nothing_else(folder: Path, mark: Path) -> None:
    begin_erasing(mark, own_routines=False)
    assert files(folder) == {*OURS, *ROUTINES, *STRANGERS, mark.name}
    assert go_on_erasing(mark) == Erased()
    assert files(folder) == {*ROUTINES, *STRANGERS}


def test_own_routines_go_too_if_the_user_says_so(folder: Path, mark: Path) -> None:
    begin_erasing(mark, own_routines=True)
    assert go_on_erasing(mark) == Erased()
    assert files(folder) == STRANGERS
    assert not (folder / "routines").exists()


def test_a_folder_of_copies_that_is_empty_then_goes_too(tmp_path: Path) -> None:
    fill(tmp_path, {"backups/history-2026-03-02.db"})
    begin_erasing(tmp_path / "mark", own_routines=False)
    go_on_erasing(tmp_path / "mark")
    assert list(tmp_path.iterdir()) == []


def test_what_earlier_versions_kept_elsewhere_goes_too(folder: Path, mark: Path, tmp_path: Path) -> None:
    former = tmp_path / "config"
    fill(former, {"settings.json", "theirs.json"})
    begin_erasing(mark, own_routines=False)
    go_on_erasing(mark, former, tmp_path / "missing")
    assert files(former) == {"theirs.json"}


@pytest.mark.parametrize("name", ["backups", "routines"])
def test_a_folder_that_is_linked_to_is_not_followed(tmp_path: Path, name: str) -> None:
    folder, elsewhere = tmp_path / "kneeguide", tmp_path / "elsewhere"
    fill(elsewhere, {"history-2026-03-02.db", "mine.yaml"})
    folder.mkdir()
    (folder / name).symlink_to(elsewhere, target_is_directory=True)
    begin_erasing(folder / "mark", own_routines=True)
    assert go_on_erasing(folder / "mark") == Erased(left=(elsewhere,))
    assert files(elsewhere) == {"history-2026-03-02.db", "mine.yaml"}
    assert list(folder.iterdir()) == []


def test_a_link_among_own_routines_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "kneeguide", tmp_path / "elsewhere"
    fill(elsewhere, {"theirs.yaml"})
    fill(folder, {"routines/mine.yaml"})
    (folder / "routines" / "more").symlink_to(elsewhere, target_is_directory=True)
    begin_erasing(folder / "mark", own_routines=True)
    assert go_on_erasing(folder / "mark") == Erased()
    assert files(elsewhere) == {"theirs.yaml"}
    assert list(folder.iterdir()) == []


def test_a_diary_that_is_linked_to_is_left_and_named(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "kneeguide", tmp_path / "elsewhere"
    fill(elsewhere, {"diary"})
    folder.mkdir()
    (folder / "history.sqlite3").symlink_to(elsewhere / "diary")
    (folder / "settings.json").symlink_to(elsewhere / "missing")
    begin_erasing(folder / "mark", own_routines=True)
    assert go_on_erasing(folder / "mark") == Erased(left=(elsewhere / "diary",))
    assert files(elsewhere) == {"diary"}


def test_a_database_of_another_program_is_left_and_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as connection:
        connection.execute("PRAGMA application_id = 1234")
        connection.execute("CREATE TABLE theirs (value)")
    begin_erasing(tmp_path / "mark", own_routines=True)
    assert go_on_erasing(tmp_path / "mark") == Erased(left=(tmp_path / "history.sqlite3",))
    assert files(tmp_path) == {"history.sqlite3"}


def test_a_folder_in_the_place_of_a_file_is_left_and_named(tmp_path: Path) -> None:
    fill(tmp_path, {"settings.json/what.txt"})
    begin_erasing(tmp_path / "mark", own_routines=True)
    assert go_on_erasing(tmp_path / "mark") == Erased(left=(tmp_path / "settings.json",))


def test_what_cannot_be_deleted_is_named_and_tried_again(
    folder: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_erasing(mark, own_routines=False)
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.name == "history.sqlite3":
            raise OSError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refuse)
        assert go_on_erasing(mark) == Erased(failed=(folder / "history.sqlite3",))
    assert files(folder) == {"history.sqlite3", mark.name, *ROUTINES, *STRANGERS}
    assert go_on_erasing(mark) == Erased()
    assert files(folder) == {*ROUTINES, *STRANGERS}


def test_what_is_about_health_goes_first(folder: Path, mark: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[Path] = []
    monkeypatch.setattr(erasing, "_take_away", lambda _, file: gone.append(file) or [])
    begin_erasing(mark, own_routines=False)
    go_on_erasing(mark)
    kinds = [OURS[file.relative_to(folder).as_posix()] for file in gone]
    assert kinds == sorted(kinds, key=list(Kind).index)
    assert kinds[0] is Kind.DIARY


def test_where_the_mark_cannot_be_put_nothing_is_deleted(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(NotADirectoryError):
        begin_erasing(folder / "thesis.odt" / "mark", own_routines=True)
    assert files(folder) == before


def test_the_mark_goes_last(folder: Path, mark: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_erasing(mark, own_routines=True)
    gone: list[str] = []
    unlink = os.unlink

    def watch(path: object, **more: object) -> None:
        gone.append(Path(os.fspath(path)).name)  # type: ignore[call-overload]
        unlink(path, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "unlink", watch)
    go_on_erasing(mark)
    assert gone[-1] == mark.name
