"""What stands on every page of Learn in the same words, whoever wrote the page."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.learn import Basis, Statement, Topic
from kneeguide.ui import source_wording, wording

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


def basis(statement: Statement) -> str:
    """What a statement stands on, in one line."""
    named = source_wording.short_with_certainty(statement.sources)
    if statement.basis is Basis.RESEARCH:
        return named
    if named:
        return translate("learn", "Our judgement, drawing on {sources}").format(sources=named)
    return translate("learn", "Our judgement")
