"""What the printed sheet of a routine says beside the routine's own words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.routine import Phase, Routine, Sides, Source
from kneeguide.core.trouble import StopReason
from kneeguide.ui import choosing_wording, emergency_wording, keep_off_wording, source_wording, trouble_wording, wording

translate = QCoreApplication.translate

_SIGNS = tuple(reason for reason in StopReason if reason not in (StopReason.NO_TIME, StopReason.NOTHING_DONE))

_NO_BREAK = "\u00a0"
"""A space at which no line ends, so that a number stays with what it counts."""


def check_first() -> str:
    """That paper asks nobody how they are."""
    return translate(
        "sheet", "Paper cannot ask how you are. Do the safety check in KneeGuide first, on each day that you use this."
    )


def stop_title() -> str:
    """Above when to stop."""
    return translate("sheet", "When to stop")


def when_to_stop() -> str:
    """The signs to stop for, as a session knows them."""
    signs = "; ".join(trouble_wording.stop_reason(reason) for reason in _SIGNS)
    return translate("sheet", "Stop, and take all pressure off, at any of these signs. {signs}.").format(signs=signs)


def in_an_emergency() -> str:
    """Whom to call."""
    return emergency_wording.in_an_emergency("")


def foot() -> str:
    """What KneeGuide is, on every page."""
    return translate("sheet", "KneeGuide. {disclaimer}").format(disclaimer=wording.disclaimer())


def at_a_glance(routine: Routine) -> str:
    """How long it takes, where it is done and what with."""
    places = [wording.position(position) for position in routine.positions]
    tools = [wording.tool(tool) for tool in routine.tools]
    return " · ".join([wording.minutes(routine.total_seconds), *places, *tools])


def step_title(number: int, phase: Phase) -> str:
    """A step with its number."""
    return translate("sheet", "{number}. {title}").format(number=number, title=phase.technique.title)


def dose(phase: Phase) -> str:
    """How long, on which legs, how often, how firmly and how fast."""
    time = translate("sheet", "{seconds} s").format(seconds=phase.seconds)
    if phase.sides is Sides.BOTH:
        time = translate("sheet", "{time} on each leg").format(time=time)
    parts = [time]
    if phase.sets > 1:
        parts.append(translate("sheet", "{number} sets").format(number=phase.sets))
    if phase.pressure:
        parts.append(translate("sheet", "pressure {number} of 10").format(number=phase.pressure))
    parts.append(wording.tempo(phase.technique.tempo))
    return " · ".join(part.replace(" ", _NO_BREAK) for part in parts)


def avoid(what: str) -> str:
    """What to keep from in a step."""
    return translate("sheet", "Avoid: {what}").format(what=what)


def keep_off() -> str:
    """All places to keep off."""
    return f"{keep_off_wording.lead()} {'; '.join(keep_off_wording.keep_off(area) for area in KeepOff)}."


def sources_title() -> str:
    """Above the sources."""
    return translate("sheet", "Where it comes from")


def sources(routine: Routine, sources: Sequence[Source]) -> str:
    """How sure research is, and the sources by their short names."""
    how_sure = choosing_wording.how_sure(routine.certainty)
    named = translate("sheet", "Sources: {names}.").format(names=source_wording.short_list(sources))
    return f"{how_sure} {named}" if sources else how_sure
