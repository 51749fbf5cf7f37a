"""What is said of health while a routine is chosen: whether it is right today, whom it is for, and what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.choosing import Told, Unnamed
from kneeguide.core.outlook import Outlook
from kneeguide.core.refusal import Action, Reason
from kneeguide.core.routine import Certainty, Condition
from kneeguide.ui import limits_wording, pain_wording, refusal_wording, safety_wording, time_wording, wording

translate = QCoreApplication.translate


def verdict(outlook: Outlook) -> str:
    """What is otherwise today, in a line, what matters most before all else.

    It never says that nothing stands in the way.
    """
    if outlook.ruled_out:
        return translate("choosing", "Not this one today")
    if not outlook.is_known:
        return translate("choosing", "Is it right for you today? The safety check comes first, and tells you.")
    if outlook.left_out:
        return steps_left_out(len(outlook.left_out), len(outlook.steps))
    if outlook.pressure_cap is not None:
        return limits_wording.pressure_stays(outlook.pressure_cap)
    if outlook.first_week:
        return translate("choosing", "A quarter shorter and a little lighter, as it is your first week")
    return translate("choosing", "Nothing in it is changed for you today")


def rest(reason: Reason) -> str:
    """That today is for no routine at all: how long one rests, or what to do first."""
    if reason.action is Action.WAIT and reason.until is not None:
        return translate("choosing", "Rest until {when}").format(when=time_wording.day_and_hour(reason.until))
    return refusal_wording.action_title(reason)


def changes(outlook: Outlook) -> list[str]:
    """What else will be otherwise than the routine says, and why, a sentence or two each."""
    lines = list(dict.fromkeys(safety_wording.left_out(question) for question in outlook.left_out))
    is_capped = outlook.pressure_cap is not None
    if outlook.pressure_cap is not None and outlook.left_out:
        lines.append(limits_wording.pressure_stays(outlook.pressure_cap))
    if outlook.first_week and (outlook.left_out or is_capped or not outlook.is_known):
        lines.append(pain_wording.first_week())
    return [*lines, *(safety_wording.caution(question) for question in outlook.cautions)]


def steps_left_out(count: int, all_steps: int) -> str:
    """How much of a routine is left out; why is said after it."""
    return translate("choosing", "Steps left out today: {count} of {all}.").format(count=count, all=all_steps)


def why_not(outlook: Outlook) -> list[str]:
    """Why nothing of a routine is left, and the way to change that."""
    reasons = dict.fromkeys(safety_wording.left_out(question) for question in outlook.ruled_out)
    return [*reasons, translate("choosing", "Has something changed? The safety check lets you answer again.")]


def instead() -> str:
    """Above other routines."""
    return translate("choosing", "This suits you today:")


def for_whom(conditions: Sequence[Condition]) -> str:
    """Whom a routine is for, in a sentence. What helps them more is to be said with it."""
    if len(conditions) == len(Condition):
        return translate("choosing", "For any sore knee.")
    named = translate("choosing", ", or ").join(_sore_knee(condition) for condition in conditions)
    return translate("choosing", "For {conditions}.").format(conditions=named)


def _sore_knee(condition: Condition) -> str:
    return {
        Condition.OSTEOARTHRITIS: translate("choosing", "a stiff, aching knee (osteoarthritis)"),
        Condition.PATELLOFEMORAL: translate("choosing", "a knee that is sore at the front (patellofemoral pain)"),
        Condition.IT_BAND: translate("choosing", "a knee that is sore on the outside (IT band)"),
    }[condition]


def offered_first(told: Sequence[Told]) -> list[str]:
    """That it is offered before all others, and to whom where no condition says it."""
    lines = []
    if any(isinstance(each, Condition) for each in told):
        lines.append(translate("choosing", "It is a good one to begin with."))
    if Unnamed.NOT_TOLD in told:
        lines.append(translate("choosing", "It is also right while nobody has said what the pain is."))
    return lines


def how_sure(certainty: Certainty | None) -> str:
    """How sure research is of a routine, in a line."""
    if certainty is None:
        return nobody_looked()
    how = wording.certainty(certainty)
    return translate("choosing", "How sure research is: {how}.").format(how=how[:1].lower() + how[1:])


def what_to_wear() -> str:
    """On every routine."""
    return translate("choosing", "Bare skin or thin clothing. Lotion only for your hands.")


def nobody_looked() -> str:
    """Of a routine that does not say how sure research is."""
    return translate("choosing", "Research has not looked into this one.")


def not_reviewed() -> str:
    """On every routine."""
    return translate("choosing", "No clinician has reviewed these routines yet.")


def first_step_title() -> str:
    """What to do while nobody has said what the knee pain is."""
    return translate("choosing", "First, get a name for your knee pain")


def first_step() -> str:
    """The same in full: whom to see, and what to say."""
    return translate(
        "choosing",
        "Show it to a doctor or a physiotherapist. Tell them where it hurts, since when, what makes it better or"
        " worse, and whether the knee swells, locks or gives way. Until then, keep to something short and light.",
    )
