"""What was read is kept for the next start: used only while nothing has changed, and never trusted further."""

import os
import pickle
from pathlib import Path

import pytest

from kneeguide.core.kept_library import open_library
from kneeguide.core.library_reader import load_library

SHIPPED = Path(__file__).parents[2] / "routines"
OWN = """
format: 1
id: my-ankle
title: Ankle pumps
phases:
  - title: Pumps
    cue: Pull the toes up, then point them.
    seconds: 30
"""


@pytest.fixture
def user(tmp_path: Path) -> Path:
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "my-ankle.yaml").write_text(OWN, encoding="utf-8")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "routines.kept"


def titles(user: Path | None, kept: Path | None) -> list[str]:
    return [routine.title for routine in open_library(SHIPPED, user, kept, "1").routines]


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("the files were read")

    monkeypatch.setattr("kneeguide.core.library_reader.load_library", read)


def test_the_second_start_has_the_same_library_without_reading(
    user: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (user / "broken.yaml").write_text("format: [", encoding="utf-8")
    first = open_library(SHIPPED, user, kept, "1")
    forbid_reading(monkeypatch)
    again = open_library(SHIPPED, user, kept, "1")
    assert again == first == load_library_unpatched(user)
    assert again.problems


def load_library_unpatched(user: Path) -> object:
    return load_library(SHIPPED, user)


def test_a_changed_file_is_read_again(user: Path, kept: Path) -> None:
    assert "Ankle pumps" in titles(user, kept)
    (user / "my-ankle.yaml").write_text(OWN.replace("Ankle pumps", "Ankle jumps"), encoding="utf-8")
    os.utime(user / "my-ankle.yaml", ns=(1, 1))
    assert "Ankle jumps" in titles(user, kept)


def test_a_new_and_a_removed_file_are_noticed(user: Path, kept: Path) -> None:
    before = titles(user, kept)
    (user / "second.yaml").write_text(OWN.replace("my-ankle", "second").replace("Ankle", "Other"), encoding="utf-8")
    assert titles(user, kept) == [*before, "Other pumps"]
    (user / "second.yaml").unlink()
    assert titles(user, kept) == before


def test_a_picture_that_arrives_in_a_folder_is_noticed(user: Path, kept: Path) -> None:
    (user / "my-ankle.yaml").write_text(OWN + "    picture: pictures/ankle.png\n", encoding="utf-8")
    assert open_library(SHIPPED, user, kept, "1").problems
    (user / "pictures").mkdir()
    (user / "pictures" / "ankle.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(32))
    assert not open_library(SHIPPED, user, kept, "1").problems


def test_another_version_reads_anew(user: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles(user, kept)
    forbid_reading(monkeypatch)
    with pytest.raises(AssertionError, match="files were read"):
        open_library(SHIPPED, user, kept, "2")


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, ("harm-done",))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a pickle",
        pickle.dumps(("trace", "library")),
        pickle.dumps(Harm()),
        b"ckneeguide.core.routine\nRoutine.__class__\n.",
        b"cbuiltins\neval\n(S'1'\ntR.",
    ],
)
def test_whatever_lies_in_its_place_is_passed_over(
    content: bytes, user: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept.write_bytes(content)
    assert "Ankle pumps" in titles(user, kept)
    assert not (tmp_path / "harm-done").exists()
    assert kept.read_bytes() != content


def test_a_place_that_cannot_be_written_costs_nothing_but_time(user: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "Ankle pumps" in titles(user, tmp_path / "file" / "routines.kept")
    assert "Ankle pumps" in titles(user, None)


def test_keeping_is_not_possible_while_a_folder_cannot_be_looked_at(
    user: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("kneeguide.core.kept_copy.os.walk", refuse)
    titles(user, kept)
    assert not kept.exists()
