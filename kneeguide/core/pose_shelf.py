"""Poses, read when the first of them is wanted: no figure is worth keeping the first window waiting."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kneeguide.core.kept_copy import kept_copy

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.core.problem import Problem


class PoseShelf(Mapping[str, "Pose"]):
    """The poses of a folder by technique; a pose that cannot be used is as if it were not there."""

    def __init__(self, folder: Path, kept: Path | None = None, version: str = "") -> None:
        """``kept``: the file in which they are kept between starts, None for nowhere. ``version``: of KneeGuide."""
        self._folder = folder
        self._kept = kept
        self._version = version

    def __getitem__(self, technique: str) -> "Pose":
        return self._found[0][technique]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found[0])

    def __len__(self) -> int:
        return len(self._found[0])

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """What is wrong with the files."""
        return self._found[1]

    @cached_property
    def _found(self) -> "tuple[dict[str, Pose], tuple[Problem, ...]]":
        modules = {"kneeguide.core.pose", "kneeguide.core.posture", "kneeguide.core.problem", "kneeguide.core.routine"}
        return kept_copy(self._kept, self._version, [self._folder], modules, tuple, self._read)

    def _read(self) -> "tuple[dict[str, Pose], tuple[Problem, ...]]":
        # Not above: what checks the files would be loaded at every start, needed or not.
        from kneeguide.core.pose_reader import load_poses

        poses, problems = load_poses(self._folder)
        return poses, tuple(problems)
