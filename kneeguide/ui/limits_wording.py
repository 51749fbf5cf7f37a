"""What an answer changes in a session, worded from the limits themselves, so that the two cannot differ."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kneeguide.core.limits import (
    ALL_POSITIONS,
    ALL_TOOLS,
    CAUTIONS,
    EASY_ON_HANDS,
    HANDS_ONLY,
    LIMIT_OF,
    PRESSURE_CAP,
    Limit,
)
from kneeguide.core.questions import WOUNDS, Question
from kneeguide.core.routine import Position
from kneeguide.ui import safety_wording, wording

translate = QCoreApplication.translate


def effect(question: Question) -> str:
    """What a yes to this changes in every session, in short sentences; empty if it changes none."""
    sentences = _sentences(LIMIT_OF[question]) if question in LIMIT_OF else []
    if question in WOUNDS:
        sentences.append(translate("safety", "The part with the broken skin is left out."))
    if question in CAUTIONS:
        sentences.append(safety_wording.caution(question))
    return " ".join(sentences)


def changes_heading() -> str:
    """Above what the answers change today."""
    return translate("safety", "What your answers change today")


def steps(titles: Iterable[str]) -> str:
    """The steps that are left out for one reason."""
    return translate("safety", "; ").join(titles)


def pressure_stays(cap: int) -> str:
    """That no step asks for more pressure than this, 0 to 10."""
    return translate("safety", "Pressure stays at {number} of 10 or less.").format(number=cap)


def half_time() -> str:
    """That today is half a session."""
    return translate("safety", "Half the time today, with a lighter touch.")


def _sentences(limit: Limit) -> list[str]:
    said = []
    if limit.sore_day_only:
        said.append(translate("safety", "Only the sore-day routine."))
    if limit.half_dose:
        said.append(half_time())
    if limit.tools != ALL_TOOLS:
        said.append(_tools(limit))
    if not limit.tapping:
        said.append(translate("safety", "No tapping."))
    if limit.positions == {Position.CHAIR}:
        said.append(translate("safety", "Only what is done on a chair."))
    elif limit.positions != ALL_POSITIONS:
        said.append(translate("safety", "Nothing on the floor."))
    if not limit.face_down:
        said.append(translate("safety", "Nothing lying on your front."))
    said += [
        translate("safety", "Left out: {muscle}.").format(muscle=wording.muscle(muscle))
        for muscle in sorted(limit.excluded)
    ]
    if limit.pressure_cap < PRESSURE_CAP:
        said.append(pressure_stays(limit.pressure_cap))
    return said


def _tools(limit: Limit) -> str:
    if limit.tools == HANDS_ONLY:
        return translate("safety", "Hands only.")
    if limit.tools == EASY_ON_HANDS:
        return translate("safety", "Stick or ball only.")
    return translate("safety", "No foam roller.")
