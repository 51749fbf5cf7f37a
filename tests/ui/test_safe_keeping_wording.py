"""What is said of files and copies can be understood without knowing what a file is."""

from datetime import date
from pathlib import Path

import pytest

from kneeguide.core.erasing import Kind, Stored
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy
from kneeguide.ui import safe_keeping_wording as wording

FIRST, LAST = date(2026, 3, 2), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("files", "size", "said"),
    [
        (1, 812, "1 file, less than 1 kB"),
        (1, 180_224, "1 file, 176 kB"),
        (9, 1_700_000, "9 files, 1.6 MB"),
        (11, 5_000_000_000, "11 files, 4.7 GB"),
    ],
)
def test_how_much_is_kept(files: int, size: int, said: str) -> None:
    assert wording.amounts([Stored(Kind.SETTINGS, files, size)]) == [f"Settings: {said}"]


def test_of_what_there_is_none_nothing_is_said_and_all_of_it_is_summed_up() -> None:
    kept = [Stored(Kind.DIARY, 1, 2048), Stored(Kind.LOG, 0, 0), Stored(Kind.COPIES, 2, 4096)]
    assert wording.amounts(kept) == [
        "Diary, plans and health answers: 1 file, 2 kB",
        "Copies of the diary: 2 files, 4 kB",
    ]
    assert wording.together(kept) == "All files in it together: 6 kB."


def test_each_kind_has_words_of_its_own() -> None:
    assert len({wording.kind(kind) for kind in Kind}) == len(Kind)


def copy(contents: Contents | None, kind: CopyKind = CopyKind.DAY) -> SafeCopy:
    return SafeCopy(Path("copy"), LAST, kind, 1000, contents)


def test_each_kind_of_copy_has_words_of_its_own() -> None:
    assert len({wording.copy_kind(copy(None, kind)) for kind in CopyKind}) == len(CopyKind)


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (None, "Damaged, or made by a newer KneeGuide. It cannot be put back."),
        (Contents(0, None, None, 3, 0), "No sessions"),
        (Contents(1, FIRST, FIRST, 0, 0), "1 session, on Mon 2 Mar 2026"),
        (Contents(45, FIRST, LAST, 0, 0), "45 sessions, from Mon 2 Mar 2026 to Fri 20 Nov 2026"),
    ],
)
def test_what_a_copy_holds(contents: Contents | None, said: str) -> None:
    assert wording.copy_contents(copy(contents)) == said


@pytest.mark.parametrize(
    ("would_go", "would_come", "said"),
    [
        (0, 0, "It holds the same sessions as your diary does now."),
        (12, 0, "12 sessions that are not in this copy would go from your diary."),
        (1, 0, "1 session that is not in this copy would go from your diary."),
        (0, 1, "1 session that is not in your diary now would come back."),
        (
            2,
            3,
            "2 sessions that are not in this copy would go from your diary."
            " 3 sessions that are not in your diary now would come back.",
        ),
    ],
)
def test_what_would_change(would_go: int, would_come: int, said: str) -> None:
    told = wording.what_would_change(Contents(5, FIRST, LAST, would_go, would_come))
    assert told.startswith(said + " Notes, plans")
    assert "Health answers and waiting times stay as they are now." in told
    assert told.endswith("Your present diary is kept in a file beside it.")
