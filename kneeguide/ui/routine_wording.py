"""What is said of a routine in a few words, wherever it is offered: what it needs, and what it is for.

The first page of the program says it, so nothing that weighs anything is loaded here.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kneeguide.core.routine import Condition, Routine
from kneeguide.ui import wording

translate = QCoreApplication.translate

MOST_TAGS = 2
"""How many tags stand on a card: as many as have room in one line."""


def listed(names: Iterable[str]) -> str:
    """Names in a row, as in the middle of a sentence after the first ("Chair, massage stick")."""
    first, *others = dict.fromkeys(names)
    return translate("routine", ", ").join([first, *map(_in_a_sentence, others)])


def within_sentence(names: Iterable[str]) -> str:
    """The same where something stands before them ("front of thigh, calf")."""
    return translate("routine", ", ").join(map(_in_a_sentence, dict.fromkeys(names)))


def needed(routine: Routine) -> str:
    """Where one has to be and what one has to have; empty where a user's own routine does not say."""
    names = [wording.position(each) for each in routine.positions] + [wording.tool(each) for each in routine.tools]
    return listed(names) if names else ""


def facts(routine: Routine, seconds: int) -> str:
    """How long it takes, ``seconds`` in all, and what it needs, in a line."""
    told = [wording.minutes(seconds), needed(routine)]
    return translate("routine", " · ").join(filter(None, told))


def conditions(routine: Routine) -> list[str]:
    """Whom it is for, each a tag."""
    if len(routine.conditions) == len(Condition):
        return [translate("routine", "Any knee pain")]
    return [wording.condition(condition) for condition in routine.conditions]


def tags(routine: Routine) -> list[str]:
    """Whom it is for, then what it works on: no more than have room, the last saying how many more there are."""
    chosen = conditions(routine)[:MOST_TAGS]
    areas = [wording.area(area) for area in routine.areas]
    room = MOST_TAGS - len(chosen)
    shown, more = areas[:room], len(areas) - room
    if shown and more > 0:
        shown[-1] = translate("routine", "{area} +{count}").format(area=shown[-1], count=more)
    return chosen + shown


def _in_a_sentence(name: str) -> str:
    """Without its capital, unless it is one of several ("IT band")."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
