"""What is said when the knee is asked about the day after a session."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.history import Record
from kneeguide.core.pain_rule import Rule, next_day_rule
from kneeguide.ui import pain_rule_wording

translate = QCoreApplication.translate


def question() -> str:
    """Asked first."""
    return translate("next-day", "How is your knee today?")


def why() -> str:
    """Why it is asked."""
    return translate(
        "next-day", "You had a massage yesterday. How the knee feels now tells if that was the right amount."
    )


def marks() -> str:
    """Asked next."""
    return translate("next-day", "Is there a bruise or new swelling where you massaged?")


def marks_then() -> str:
    """The same, of a day that is past."""
    return translate("next-day", "Was there a bruise or new swelling the next day?")


def if_marks() -> str:
    """What to do then."""
    return translate("next-day", "If it grows, is hot, or hurts more, get medical advice today.")


def before(record: Record) -> str:
    """What to compare with."""
    if record.before is None:
        return translate("next-day", "There is no number from before that session.")
    return translate("next-day", "Before that session it was {number} of 10.").format(number=record.before)


def advice(record: Record) -> str:
    """What its rule says of the next days, or which answer is missing; empty as long as there is none."""
    rule = next_day_rule(record)
    return _still_to_say(record) if rule is None else pain_rule_wording.then(rule)


def first_and_then(record: Record) -> tuple[str, tuple[str, ...]]:
    """The same taken apart: the one thing for now, and what comes after it, if anything does."""
    if next_day_rule(record) is Rule.NEXT_DAY_RED:
        now, *then = pain_rule_wording.after_a_bad_day()
        return now, tuple(then)
    return advice(record), ()


def how_to_answer() -> str:
    """Which two keys answer both, and that nothing is asked for."""
    return translate("next-day", "You can leave out either answer. Keys work too: a number, then Y or N.")


def _still_to_say(record: Record) -> str:
    if record.next_day is not None and record.next_day_marks is None:
        return translate("next-day", "Now the second question: only both answers together say that all is calm.")
    if record.next_day is None and record.next_day_marks is False:
        return translate("next-day", "Now the number: only both answers together say that all is calm.")
    return ""
