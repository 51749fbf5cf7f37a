"""All routines that there are to choose from, and what is wrong with the files of those that are missing."""

from dataclasses import dataclass
from pathlib import Path

from kneeguide.core.kept_copy import kept_copy
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Routine, Source, Technique


@dataclass(frozen=True)
class Library:
    """What was found.

    ``routines``: those shipped, then the user's. ``problems``: in files that could not be used, or not wholly.
    ``warnings``: of a user's routine by its id; each has a sentence to be shown wherever that routine is offered.
    """

    routines: tuple[Routine, ...]
    techniques: dict[str, Technique]
    sources: dict[str, Source]
    problems: tuple[Problem, ...]
    warnings: dict[str, tuple[Problem, ...]]


def open_library(shipped: Path, user: Path | None, kept: Path | None, version: str) -> Library:
    """The library in these folders, as it was last read if nothing has changed since. Never raises for what they hold.

    ``kept``: the file in which it is kept between starts, None for nowhere. ``version``: of KneeGuide.
    """

    def read() -> Library:
        # Not above: what checks the files would be loaded at every start, needed or not.
        from kneeguide.core.library_reader import load_library

        return load_library(shipped, user)

    folders = [shipped, *([user] if user else [])]
    modules = {"kneeguide.core.library", "kneeguide.core.problem", "kneeguide.core.routine"}
    return kept_copy(kept, version, folders, modules, Library, read)
