"""What stands on every page of Learn in the same words, whoever wrote the page."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kneeguide.core.learn import Topic
from kneeguide.ui import wording

translate = QCoreApplication.translate


def how_sure(topic: Topic) -> str:
    """How sure research is of what a page says, as a heading."""
    return translate("learn", "How sure research is: {certainty}").format(
        certainty=wording.certainty(topic.certainty).lower()
    )


def exercise_title() -> str:
    """What every page says of exercise."""
    return translate("learn", "Exercise is the main treatment")


def exercise() -> str:
    """The same, in a sentence or two."""
    return translate(
        "learn",
        "For sore knees as a whole, strength and movement have stronger support. Massage is a helper beside them.",
    )


def with_numbers(words: str, numbers: Iterable[int]) -> str:
    """What is said, with the numbers of the sources that it rests on behind it, in the line that it ends in."""
    named = ",\u00a0".join(map(str, sorted(numbers)))
    return translate("learn", "{words}\u00a0[{numbers}]").format(words=words, numbers=named) if named else words


def what_numbers_mean() -> str:
    """How to read the list of sources, and what is not from there."""
    return translate(
        "learn",
        "The numbers on this page lead to this list. Advice is our own judgement, with a number or without.",
    )


def not_verified() -> str:
    """Said once of all sources that we know from others."""
    return translate(
        "learn", "Where it says \u201cnot verified\u201d, others told us of it: we have not read it ourselves yet."
    )


def not_reviewed() -> str:
    """Who has not looked at a page."""
    return translate("learn", "No clinician has reviewed this page yet.")
