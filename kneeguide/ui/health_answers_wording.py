"""What the user is told about what is kept of their health, how long it holds, and what deleting it does."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.questions import HEALTH_GOOD_FOR, Confirmation, HealthReason
from kneeguide.ui import safety_wording, wording

translate = QCoreApplication.translate


def title() -> str:
    """The name of the page."""
    return translate("safety", "My health answers")


def lead() -> str:
    """What the page shows."""
    return translate(
        "safety", "What you told us, what it changes, and how long it holds. All of it is on this computer."
    )


def when_answered(summary: HealthSummary) -> str:
    """When the list was filled in."""
    if summary.answered is None:
        return translate("safety", "There are no health answers of yours.")
    return translate("safety", "You answered on {when}.").format(when=wording.day(summary.answered.date()))


def how_long(summary: HealthSummary) -> str:
    """Until when the answers hold, or why they no longer do."""
    if summary.asked_again is None and summary.good_until is not None:
        return translate(
            "safety", "Your answers hold for {number} days, until {when}. Then we ask everything again."
        ).format(number=HEALTH_GOOD_FOR.days, when=wording.day(summary.good_until.date()))
    return {
        HealthReason.AFTER_STOP: translate(
            "safety", "You then stopped because something was wrong, so we ask everything again before a session."
        ),
        HealthReason.AFTER_NEXT_DAY: translate(
            "safety", "Your last session was too much for the next day, so we ask everything again before a session."
        ),
        HealthReason.EXPIRED: translate(
            "safety", "They no longer hold, so we ask everything again before the next session."
        ),
    }.get(summary.asked_again or HealthReason.FIRST, translate("safety", "We ask before the next session."))


def closed_title() -> str:
    """Above what stands in the way of every session."""
    return translate("safety", "Closed for now")


def yes_title() -> str:
    """Above what was answered with yes."""
    return translate("safety", "What you said yes to")


def no_yes() -> str:
    """In place of it, where all was answered with no."""
    return translate("safety", "You said no to every question, so nothing is left out.")


def no_title() -> str:
    """Above what was answered with no."""
    return translate("safety", "What you said no to")


def once_open(effect: str) -> str:
    """What a yes will change, while it still closes every session."""
    return translate("safety", "Once that is settled: {changes}").format(changes=effect)


def statements_title() -> str:
    """Above the statements that the user made."""
    return translate("safety", "What you have told us since")


def statement(made: Confirmation) -> str:
    """A statement with its day."""
    return translate("safety", "{day}: {statement}").format(
        day=wording.day(made.at.date()), statement=safety_wording.statement(made.question)
    )


def before_deleting() -> str:
    """What deleting does, said before it is done."""
    return translate(
        "safety",
        "If you delete your answers, they and what you told us since are gone, and we ask everything again."
        " What is closed for now stays closed. Your diary stays as it is, and backups made before this still hold your"
        " answers.",
    )


def deleted() -> str:
    """That it is done."""
    return translate("safety", "Your health answers are deleted.")
