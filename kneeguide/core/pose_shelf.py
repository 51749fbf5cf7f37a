"""Poses, read when the first of them is wanted: no figure is worth keeping the first window waiting."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kneeguide.core.problem import Problem

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose


class PoseShelf(Mapping[str, "Pose"]):
    """The poses of a folder by technique; a pose that cannot be used is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, technique: str) -> "Pose":
        return self._read[0][technique]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read[0])

    def __len__(self) -> int:
        return len(self._read[0])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""
        return tuple(self._read[1])

    @cached_property
    def _read(self) -> "tuple[dict[str, Pose], list[Problem]]":
        from kneeguide.core.pose import load_poses

        return load_poses(self._folder)
