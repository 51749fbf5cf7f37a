"""What is said of health while a routine is chosen: whether it is right today, whom it is for, and what to do first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.choosing import Told, Unnamed
from kneeguide.core.outlook import Outlook
from kneeguide.core.routine import Condition
from kneeguide.ui import limits_wording, pain_wording, safety_wording, wording

translate = QCoreApplication.translate


def verdict(outlook: Outlook) -> str:
    """Whether the health answers bear on a routine, in a line. It never says that nothing stands in the way."""
    if outlook.ruled_out:
        return translate("choosing", "Not this one today")
    if not outlook.is_known:
        return translate("choosing", "Is it right for you today? The safety check comes first, and tells you.")
    if outlook.left_out or outlook.pressure_cap is not None:
        return translate("choosing", "Your health answers change it like this")
    return translate("choosing", "Your health answers change nothing here")


def changes(outlook: Outlook) -> list[str]:
    """What will be otherwise than the routine says, a sentence or two each."""
    lines = []
    if outlook.left_out:
        reasons = dict.fromkeys(safety_wording.left_out(question) for question in outlook.left_out)
        lines.append(" ".join([steps_left_out(len(outlook.left_out), len(outlook.steps)), *reasons]))
    if outlook.pressure_cap is not None:
        lines.append(limits_wording.pressure_stays(outlook.pressure_cap))
    if outlook.first_week:
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


def used_for(conditions: Iterable[Condition]) -> str:
    """Who often uses a routine. What helps them more is to be said with it."""
    named = translate("choosing", "; ").join(wording.condition_plain(condition) for condition in conditions)
    return translate("choosing", "Often used by people who were told they have: {conditions}.").format(conditions=named)


def offered_first(told: Sequence[Told]) -> list[str]:
    """To whom it is offered before all others."""
    lines = [
        translate("choosing", "We offer it first for: {condition}.").format(condition=wording.condition(condition))
        for condition in told
        if isinstance(condition, Condition)
    ]
    if Unnamed.NOT_TOLD in told:
        lines.append(translate("choosing", "We also offer it while nobody has said what the pain is."))
    return lines


def what_to_wear() -> str:
    """On every routine."""
    return translate("choosing", "Bare skin or thin clothing. Lotion only for your hands.")


def nobody_looked() -> str:
    """Of a routine that does not say how sure research is."""
    return translate("choosing", "Nobody has looked into it")


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
