"""What there is to read is kept for the next time, and read anew when anything it rests on has changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kneeguide import paths
from kneeguide.core.kept_learn import open_learn
from kneeguide.core.learn import Learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.routine import Source

SHARED = paths.routines_dir() / "shared"
FIGURES = PoseShelf(paths.assets_dir() / "figures")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pages that come with KneeGuide."""
    return Path(shutil.copytree(paths.assets_dir() / "learn", tmp_path / "learn"))


def sources() -> Mapping[str, Source]:
    return load_library(paths.routines_dir(), None).sources


def not_wanted() -> Mapping[str, Source]:
    raise AssertionError("the files were read")


def test_the_second_time_they_are_the_same_without_reading(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "learn.kept"
    first = open_learn(folder, sources, FIGURES, [SHARED], kept, "1")
    assert open_learn(folder, not_wanted, FIGURES, [SHARED], kept, "1") == first
    assert len(first.topics) == 13
    assert first.problems == ()


def test_a_changed_page_a_changed_source_and_a_new_version_are_read_anew(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "learn.kept"
    shared = Path(shutil.copytree(SHARED, tmp_path / "shared"))

    def titles() -> list[str]:
        return [topic.title for topic in open_learn(folder, sources, FIGURES, [shared], kept, "1").topics]

    assert "Staying safe" in titles()
    page = folder / "safety.yaml"
    page.write_text(page.read_text(encoding="utf-8").replace("Staying safe", "Keeping safe"), encoding="utf-8")
    assert "Keeping safe" in titles()
    with pytest.raises(AssertionError, match="were read"):
        open_learn(folder, not_wanted, FIGURES, [shared], kept, "2")
    (shared / "sources.yaml").write_text("format: 1\nsources: []\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="were read"):
        open_learn(folder, not_wanted, FIGURES, [shared], kept, "1")


def test_with_nowhere_to_keep_them_they_are_read(folder: Path) -> None:
    assert isinstance(open_learn(folder, sources, FIGURES, [SHARED], None, "1"), Learn)
