"""The rules about knee pain, numbered, each with what it asks for. No score, nothing learned, no surprise.

The page of Learn "The pain rules" lists them under the same numbers. Clinics' versions were made for exercise, where
some pain can be worth it (Thomee 1997; Silbernagel et al. 2007); massage has no such trade-off, so ours are stricter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from types import MappingProxyType

from kneeguide.core.history import Record
from kneeguide.core.pain import AfterLight, BeforeLight, Rating, before_light, next_day_light


class Rule(IntEnum):
    """Each rule, by the number under which it is shown. Numbers are for good: a new rule gets a new one."""

    BEFORE_GREEN = 1
    BEFORE_AMBER = 2
    BEFORE_RED = 3
    FIRST_WEEK = 4
    DURING = 5
    AFTER_GREEN = 6
    AFTER_AMBER = 7
    AFTER_RED = 8
    NEXT_DAY_GREEN = 9
    NEXT_DAY_AMBER = 10
    NEXT_DAY_RED = 11
    NOT_TOLD = 12
    STEP = 13
    TREND = 14
    TWO_RED_DAYS = 15
    CLIMBING = 16
    HIGH_PAIN = 17
    NO_CHANGE = 18
    NEW_SIGNS = 19


class Kind(Enum):
    """What a rule asks for."""

    GO_AHEAD = auto()
    GENTLER = auto()
    NOT_TODAY = auto()
    HOLD = auto()
    SHORTEN = auto()
    REST = auto()
    STEP = auto()
    TELL = auto()
    SEE_SOMEONE = auto()


KIND_OF: Mapping[Rule, Kind] = MappingProxyType(
    {
        Rule.BEFORE_GREEN: Kind.GO_AHEAD,
        Rule.BEFORE_AMBER: Kind.GENTLER,
        Rule.BEFORE_RED: Kind.NOT_TODAY,
        Rule.FIRST_WEEK: Kind.GENTLER,
        Rule.DURING: Kind.GENTLER,
        Rule.AFTER_GREEN: Kind.HOLD,
        Rule.AFTER_AMBER: Kind.SHORTEN,
        Rule.AFTER_RED: Kind.REST,
        Rule.NEXT_DAY_GREEN: Kind.HOLD,
        Rule.NEXT_DAY_AMBER: Kind.HOLD,
        Rule.NEXT_DAY_RED: Kind.REST,
        Rule.NOT_TOLD: Kind.HOLD,
        Rule.STEP: Kind.STEP,
        Rule.TREND: Kind.TELL,
        Rule.TWO_RED_DAYS: Kind.SEE_SOMEONE,
        Rule.CLIMBING: Kind.SEE_SOMEONE,
        Rule.HIGH_PAIN: Kind.SEE_SOMEONE,
        Rule.NO_CHANGE: Kind.SEE_SOMEONE,
        Rule.NEW_SIGNS: Kind.SEE_SOMEONE,
    }
)


@dataclass(frozen=True)
class Facts:
    """What an advice rests on. ``was``, ``became``: knee pain, 0 to 10. ``marks``: a bruise or new swelling was told.

    ``count``: of sessions or days.
    """

    was: float | None = None
    became: float | None = None
    marks: bool = False
    count: int = 0


@dataclass(frozen=True)
class Advice:
    """What one rule says now."""

    rule: Rule
    facts: Facts = Facts()

    @property
    def kind(self) -> Kind:
        """What it asks for."""
        return KIND_OF[self.rule]


def before_rule(now: Rating) -> Rule | None:
    """The rule for the knee pain before a session, None where it was not told."""
    return {
        BeforeLight.NOT_ANSWERED: None,
        BeforeLight.GREEN: Rule.BEFORE_GREEN,
        BeforeLight.AMBER: Rule.BEFORE_AMBER,
        BeforeLight.RED: Rule.BEFORE_RED,
    }[before_light(now)]


def next_day_rule(record: Record) -> Rule | None:
    """The rule for how the knee was the day after a session, None where too little was told."""
    return {
        AfterLight.NOT_ANSWERED: None,
        AfterLight.GREEN: Rule.NEXT_DAY_GREEN,
        AfterLight.AMBER: Rule.NEXT_DAY_AMBER,
        AfterLight.RED: Rule.NEXT_DAY_RED,
    }[light_of_next_day(record)]


def light_of_next_day(record: Record) -> AfterLight:
    """How the knee was the day after a session."""
    return next_day_light(record.before, record.next_day, record.next_day_marks)
