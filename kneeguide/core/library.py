"""All routines that there are to choose from, and what is wrong with the files of those that are missing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kneeguide.core.routine import Routine, Source, Technique

if TYPE_CHECKING:
    from kneeguide.core.problem import Problem


@dataclass(frozen=True)
class Library:
    """What was found.

    ``routines``: those shipped, then the user's. ``problems``: in files that could not be used, or not wholly.
    ``warnings``: of a user's routine by its id; each has a sentence to be shown wherever that routine is offered.
    """

    routines: tuple[Routine, ...]
    techniques: dict[str, Technique]
    sources: dict[str, Source]
    problems: "tuple[Problem, ...]"
    warnings: "dict[str, tuple[Problem, ...]]"
