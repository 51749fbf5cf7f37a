"""What the pages of the safety gate say around the questions: why they are asked, and what their answers mean today."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from kneeguide.core.questions import HealthReason
from kneeguide.core.refusal import Action

translate = QCoreApplication.translate


def health_title() -> str:
    """Above the full list of questions."""
    return translate("safety", "Is massage right for you now?")


def health_lead(why: HealthReason) -> str:
    """Why the full list is asked."""
    return {
        HealthReason.FIRST: translate(
            "safety", "About five minutes, once a month. Keys Y and N answer. Your answers stay on this computer."
        ),
        HealthReason.EXPIRED: translate(
            "safety", "Your last answers are more than 30 days old. Has anything changed since?"
        ),
        HealthReason.REVIEW: translate(
            "safety", "Answer as things are now. These answers take the place of the last ones."
        ),
        HealthReason.WORSE: translate(
            "safety", "The pain is new or much worse than usual, so please go through the whole list again."
        ),
        HealthReason.AFTER_STOP: translate(
            "safety", "You stopped last time because something was wrong, so please go through the whole list again."
        ),
        HealthReason.AFTER_NEXT_DAY: translate(
            "safety", "Your last session was too much for the next day, so please go through the whole list again."
        ),
    }[why]


def health_part(number: int, total: int, title: str) -> str:
    """Which part of the full list is in front, and what it is about."""
    return translate("safety", "Part {number} of {total}: {title}").format(number=number, total=total, title=title)


def health_answered() -> str:
    """What the line that fills up stands for."""
    return translate("safety", "Health questions answered")


def checklist_title() -> str:
    """Above today's questions."""
    return translate("safety", "Before you start, a few quick checks")


def checklist_lead() -> str:
    """How today's questions are answered."""
    return translate("safety", "Answer for today. The keys Y and N work too. A yes is explained at once.")


def if_own_question_is_answered_yes() -> str:
    """What a yes to a routine's own question means."""
    return translate("safety", "Not today. This routine is not for you while the answer is yes. Let the leg rest.")


def when_injured() -> str:
    """Asked after a yes to a fresh injury."""
    return translate("safety", "When did it happen?")


def when_injected() -> str:
    """Asked after a yes to an injection."""
    return translate("safety", "When was the injection?")


def where_broken() -> str:
    """Asked after a yes to broken skin."""
    return translate("safety", "Where is the broken skin?")


def refusal_title(actions: Collection[Action]) -> str:
    """The heading of a refusal that calls for these actions."""
    if Action.CALL_EMERGENCY in actions:
        return translate("safety", "Get help now")
    if _only_asks(actions):
        return translate("safety", "First, a few questions")
    if _only_this_routine(actions):
        return translate("safety", "Not this one today")
    return translate("safety", "Not today")


def refusal_lead(actions: Collection[Action]) -> str:
    """What a refusal that calls for these actions means; empty where its heading says it all."""
    if Action.CALL_EMERGENCY in actions:
        return translate("safety", "Massage can wait. These answers mean that you should call for help.")
    if _only_asks(actions):
        return ""
    if _only_this_routine(actions):
        return translate("safety", "Your answers mean that this routine does not suit you today. Here is what does.")
    if {*actions} <= {Action.WAIT}:  # often from numbers of another day, with nothing asked today
        return translate(
            "safety", "What you told means that today is not a day for massage. Here is what to do instead."
        )
    return translate("safety", "These answers mean that today is not a day for massage. Here is what to do instead.")


def about(question: str) -> str:
    """Which answer a refusal comes from."""
    return translate("safety", "This is about: {question}").format(question=question)


def statements_title() -> str:
    """Above the statements that open what is closed."""
    return translate("safety", "Has this been seen to?")


def statements_lead() -> str:
    """What becomes of a statement."""
    return translate("safety", "Tick only what is true. We keep it with today's date, on this computer.")


def _only_asks(actions: Collection[Action]) -> bool:
    return {*actions} <= {Action.ANSWER_HEALTH, Action.ANSWER}


def _only_this_routine(actions: Collection[Action]) -> bool:
    return {*actions} <= {Action.OTHER_ROUTINE, Action.SORE_DAY_ONLY}
