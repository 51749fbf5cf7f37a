"""Figures are read when the first is wanted, once, and a bad one costs only itself."""

import shutil
from pathlib import Path

import pytest

from kneeguide import paths
from kneeguide.core.pose_shelf import PoseShelf

SHIPPED = paths.assets_dir() / "figures"


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """Two of the shipped figures, in a folder of our own."""
    shutil.copytree(SHIPPED / "postures", tmp_path / "postures")
    for name in ("palm-glides-calf", "rest-and-check-in"):
        shutil.copy(SHIPPED / f"{name}.yaml", tmp_path)
    return tmp_path


def test_every_shipped_figure_is_there_under_the_name_of_its_file() -> None:
    shelf = PoseShelf(SHIPPED)
    names = sorted(file.stem for file in SHIPPED.glob("*.yaml"))
    assert sorted(shelf) == names
    assert len(shelf) == len(names)
    assert all(shelf[name].id == name for name in names)
    assert shelf.problems == ()


def test_nothing_is_read_before_the_first_figure_is_wanted(figures: Path) -> None:
    shelf = PoseShelf(figures)
    (figures / "rest-and-check-in.yaml").unlink()
    assert list(shelf) == ["palm-glides-calf"]


def test_what_was_read_once_is_not_read_again(figures: Path) -> None:
    shelf = PoseShelf(figures)
    first = shelf["palm-glides-calf"]
    shutil.rmtree(figures)
    assert shelf["palm-glides-calf"] is first


def test_a_figure_that_cannot_be_used_is_left_out_and_named(figures: Path) -> None:
    (figures / "rest-and-check-in.yaml").write_text("format: 1\nposture: hammock\n", encoding="utf-8")
    shelf = PoseShelf(figures)
    assert list(shelf) == ["palm-glides-calf"]
    assert shelf.get("rest-and-check-in") is None
    assert {problem.file for problem in shelf.problems} == {"rest-and-check-in.yaml"}


def test_without_the_folder_there_are_no_figures_and_no_crash(tmp_path: Path) -> None:
    shelf = PoseShelf(tmp_path / "gone")
    assert dict(shelf) == {}
    assert len(shelf.problems) == 1
    with pytest.raises(KeyError):
        shelf["palm-glides-calf"]
