"""Which routines to offer, and in what order: what comes first for a condition, what fits a set of choices, and by
which technique each is told from the others.

What is offered first asks the least of a sore knee: seated before standing, standing before the floor, short before
long. Nobody is sorted into a condition: the user says what they were told.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kneeguide.core.routine import AREA_OF, Area, Condition, Origin, Position, Routine, Technique, Tool

if TYPE_CHECKING:
    from kneeguide.core.questions import Question


class Unnamed(StrEnum):
    """What can stand in the place of a condition: any of them, or that nobody has told the user yet."""

    ANY = "any"
    NOT_TOLD = "not-told"


Told = Condition | Unnamed
"""What the user says they were told."""

FIRST_OFFERS: Mapping[Told, tuple[str, ...]] = MappingProxyType(
    {
        # By hand from a chair, as the one small trial of self-massage for this was (Atkins and Eichler 2013); then
        # the stick, which spares the hands, and the long session. The floor only for those who get there easily.
        Condition.OSTEOARTHRITIS: ("oa-hands-short", "oa-hands-standard", "oa-stick-standard", "oa-hands-full"),
        # No floor first, where a sore kneecap might be knelt or lain on; then the floor, short before long.
        Condition.PATELLOFEMORAL: ("pf-nofloor-standard", "pf-roller-short", "pf-roller-standard", "pf-roller-full"),
        # At the wall the feet decide how hard the ball presses, and it works on the hip, never on the band.
        Condition.IT_BAND: ("itb-wall-short", "itb-nofloor-standard", "itb-roller-standard", "itb-roller-full"),
        # Without a name for the pain nothing that is meant for one: short, seated and light.
        Unnamed.NOT_TOLD: ("desk-break-short", "flare-gentle-short"),
        Unnamed.ANY: (),
    }
)
"""Ids of shipped routines in the order of offering: the first choice, then the alternatives to it."""


class Length(StrEnum):
    """How long a routine is, in three bands that meet half-way between 5, 10 to 12, and 20 minutes."""

    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"


STANDARD_FROM, FULL_FROM = 450, 930
"""Seconds from which a routine is standard or full: those that read "8 min" and "16 min" when rounded."""

Option = Area | Tool | Position | Length
"""One thing to choose by, among several of its kind."""


@dataclass(frozen=True)
class Choices:
    """What the user chose to see. Nothing chosen of a kind means that anything goes.

    ``areas``: any of them is worked on. ``tools``: what is at hand, beside the hands themselves. ``positions``: where
    the user can be. ``words``: all of them are found in what is said of the routine.
    """

    told: Told = Unnamed.ANY
    areas: frozenset[Area] = frozenset()
    tools: frozenset[Tool] = frozenset()
    positions: frozenset[Position] = frozenset()
    lengths: frozenset[Length] = frozenset()
    words: str = ""
    only_favourites: bool = False
    only_done_lately: bool = False

    def adding(self, option: Option) -> "Choices":
        """The same with one more choice."""
        kind = _KINDS[type(option)]
        return replace(self, **{kind: getattr(self, kind) | {option}})


_KINDS: Mapping[type[Option], str] = {Area: "areas", Tool: "tools", Position: "positions", Length: "lengths"}


@dataclass(frozen=True)
class Offer:
    """A routine as it can be picked today.

    ``lately``: its place among those done lately, 0 for the last, None if it was not. ``ruled_out``: the health answer
    that leaves nothing of it.
    """

    routine: Routine
    favourite: bool = False
    lately: int | None = None
    ruled_out: "Question | None" = None


def length_of(routine: Routine) -> Length:
    """The band of a routine's whole length."""
    if routine.total_seconds < STANDARD_FROM:
        return Length.SHORT
    return Length.STANDARD if routine.total_seconds < FULL_FROM else Length.FULL


def choose(
    offers: Iterable[Offer], choices: Choices, text_of: Callable[[Routine], str] = lambda routine: routine.title
) -> tuple[Offer, ...]:
    """What fits these choices, in the order of offering; what is ruled out today comes last.

    ``text_of``: everything a search looks through.
    """
    fitting = [offer for offer in offers if _fits(offer, choices, text_of)]
    return tuple(sorted(fitting, key=lambda offer: (offer.ruled_out is not None, *_rank(offer, choices))))


def first_choice(offers: Iterable[Offer], told: Told) -> str | None:
    """The id of the one routine to begin with after being told this, None where there is no such one.

    If health answers rule it out, the next in the order of offering takes its place.
    """
    if isinstance(told, Unnamed):
        return None
    possible = {offer.routine.id for offer in offers if _place(offer.routine, told) is not None and not offer.ruled_out}
    return next((id for id in FIRST_OFFERS[told] if id in possible), None)


def offered_first_for(routine: Routine) -> tuple[Told, ...]:
    """What one may have been told to be offered this routine first; without a name for the pain, any will do."""
    if routine.origin is not Origin.SHIPPED:
        return ()
    first = {told: ids if told is Unnamed.NOT_TOLD else ids[:1] for told, ids in FIRST_OFFERS.items()}
    return tuple(told for told, ids in first.items() if routine.id in ids)


def instead_of(routine: Routine, offers: Iterable[Offer]) -> tuple[Routine, ...]:
    """What suits today instead of a routine, the nearest to it first: for the same condition, then for any knee."""
    possible = [offer for offer in offers if offer.ruled_out is None and offer.routine.id != routine.id]
    alike: tuple[Told, ...] = routine.conditions if _is_for_some(routine) else (Unnamed.NOT_TOLD,)
    nearest = [offer.routine for told in alike for offer in choose(possible, Choices(told=told))]
    others = sorted((offer.routine for offer in possible), key=_is_for_some)
    return tuple({each.id: each for each in (*nearest, *others)}.values())


def typical_techniques(routines: Iterable[Routine]) -> dict[str, Technique]:
    """By which technique to picture each routine, by its id, so that it looks unlike those before it.

    The longest massage of a part of the leg with a tool that pictures none before it, else the longest massage that
    pictures none, else the longest.
    """
    pictured: dict[str, Technique] = {}
    looks: set[tuple[Area | None, Tool | None]] = set()
    for routine in routines:
        pressing = [phase for phase in routine.phases if phase.technique.presses] or routine.phases
        longest_first = [phase.technique for phase in sorted(pressing, key=lambda phase: -phase.total_seconds)]
        new = [each for each in longest_first if each not in pictured.values()]
        unlike = [each for each in new if _look(each) not in looks]
        chosen = pictured[routine.id] = next(iter([*unlike, *new, *longest_first]))
        looks.add(_look(chosen))
    return pictured


def _look(technique: Technique) -> tuple[Area | None, Tool | None]:
    """What is seen of a technique at a glance."""
    return (AREA_OF[technique.muscle] if technique.muscle else None), technique.tool


def _is_for_some(routine: Routine) -> bool:
    """Whether it was made for some conditions, and so is not for everybody."""
    return 0 < len(routine.conditions) < len(Condition)


def _fits(offer: Offer, choices: Choices, text_of: Callable[[Routine], str]) -> bool:
    routine = offer.routine
    return (
        _is_for(routine, choices.told)
        and (not choices.only_favourites or offer.favourite)
        and (not choices.only_done_lately or offer.lately is not None)
        and (not choices.areas or not choices.areas.isdisjoint(routine.areas))
        and _is_enough(choices.positions, set(routine.positions))
        and _is_enough(choices.tools, set(routine.tools) - {Tool.HANDS} or set(routine.tools))
        and (not choices.lengths or length_of(routine) in choices.lengths)
        and _says(choices.words, routine, text_of)
    )


def _is_for(routine: Routine, told: Told) -> bool:
    match told:
        case Unnamed.ANY:
            return True
        case Unnamed.NOT_TOLD:
            own = routine.origin is Origin.USER and not routine.conditions
            return own or _place(routine, told) is not None
        case _:
            return told in routine.conditions


def _is_enough(chosen: frozenset[Position] | frozenset[Tool], needed: set[Position] | set[Tool]) -> bool:
    """Whether a routine that needs these can be done with what was chosen; nothing chosen means anything goes."""
    return not chosen or (bool(needed) and needed <= chosen)


def _says(words: str, routine: Routine, text_of: Callable[[Routine], str]) -> bool:
    wanted = words.casefold().split()
    if not wanted:
        return True
    text = text_of(routine).casefold()
    return all(word in text for word in wanted)


def _rank(offer: Offer, choices: Choices) -> tuple[int, ...]:
    """Where an offer stands: done lately by how lately, else as offered for what was told, else as in the library."""
    if choices.only_done_lately and offer.lately is not None:
        return (offer.lately,)
    if choices.told is Unnamed.ANY:
        return ()
    routine = offer.routine
    place = _place(routine, choices.told)
    if place is not None:
        return (0, place)
    return (1, Position.FLOOR in routine.positions, len(routine.conditions))


def _place(routine: Routine, told: Told) -> int | None:
    """A shipped routine's place in the order of offering; nobody's own file can claim one."""
    ids = FIRST_OFFERS[told]
    return ids.index(routine.id) if routine.origin is Origin.SHIPPED and routine.id in ids else None
