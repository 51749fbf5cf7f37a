"""The questions that stand before every session, and what kind of answer each of them is.

They live in code, so that no edited or imported routine can weaken the gate. Their sentences are in the ui, under the
same names. The stop list follows the agreement of experts on foam rolling (Bartsch et al. 2021,
doi 10.3390/jcm10225360), moved to the cautious side because nobody stands beside our users; the clot signs follow the
items of the Wells rule that a lay person can answer, and no score is made of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from kneeguide.core.routine import Area


class Question(StrEnum):
    """One yes-or-no question about the user's health."""

    EMERGENCY_BREATHING = "emergency-breathing"
    EMERGENCY_COLD_LEG = "emergency-cold-leg"
    EMERGENCY_SADDLE = "emergency-saddle"
    EMERGENCY_SHAPE = "emergency-shape"
    EMERGENCY_TIGHT = "emergency-tight"

    STOP_DVT_SWELLING = "stop-dvt-swelling"
    STOP_DVT_PAIN = "stop-dvt-pain"
    STOP_DVT_SKIN = "stop-dvt-skin"
    STOP_DVT_KNOWN = "stop-dvt-known"
    STOP_INFECTION = "stop-infection"
    STOP_OSTEOMYELITIS = "stop-osteomyelitis"
    STOP_ACUTE_INJURY = "stop-acute-injury"
    STOP_FRACTURE = "stop-fracture"
    STOP_KNEE_RED_FLAGS = "stop-knee-red-flags"
    STOP_WOUND = "stop-wound"
    STOP_MYOSITIS = "stop-myositis"
    STOP_SURGERY = "stop-surgery"
    STOP_UNEXPLAINED = "stop-unexplained"

    CLOT_BED_REST = "clot-bed-rest"
    CLOT_WEAK_LEG = "clot-weak-leg"
    CLOT_SURGERY = "clot-surgery"
    CLOT_JOURNEY = "clot-journey"
    CLOT_HORMONES = "clot-hormones"

    ASK_ANTICOAGULANT = "ask-anticoagulant"
    ASK_OSTEOPOROSIS = "ask-osteoporosis"
    ASK_PREV_CLOT = "ask-prev-clot"
    ASK_PREGNANCY = "ask-pregnancy"
    ASK_CANCER = "ask-cancer"
    ASK_CIRCULATION = "ask-circulation"
    ASK_SENSATION = "ask-sensation"
    ASK_IMPLANT = "ask-implant"
    ASK_INFLAMMATORY = "ask-inflammatory"
    ASK_HEART_KIDNEY = "ask-heart-kidney"
    ASK_INJECTION = "ask-injection"
    ASK_WIDESPREAD = "ask-widespread"
    ASK_UNDER18 = "ask-under18"

    FLARING_NOW = "flaring-now"

    ADAPT_VEINS = "adapt-veins"
    ADAPT_FRAGILE_SKIN = "adapt-fragile-skin"
    ADAPT_SKIN_PATCH = "adapt-skin-patch"
    ADAPT_SORE_HANDS = "adapt-sore-hands"
    ADAPT_BALANCE = "adapt-balance"
    ADAPT_FLOOR = "adapt-floor"
    ADAPT_SHOULDER_BACK = "adapt-shoulder-back"

    TODAY_LEG_CHANGE = "today-leg-change"
    TODAY_UNWELL = "today-unwell"
    TODAY_INJURY = "today-injury"
    TODAY_SKIN = "today-skin"
    TODAY_NUMBNESS = "today-numbness"
    TODAY_AFTER_LAST = "today-after-last"


def _named(prefix: str) -> tuple[Question, ...]:
    return tuple(question for question in Question if question.value.startswith(prefix))


EMERGENCY = _named("emergency-")
STOP = _named("stop-")
CLOT_RISK = _named("clot-")
"""Risks that no other question asks for; an earlier clot, cancer and pregnancy are risks too, under ASK_FIRST."""
ASK_FIRST = _named("ask-")
ADAPT = _named("adapt-")
TODAY = _named("today-")

LISTED = STOP + CLOT_RISK + ASK_FIRST + ADAPT
"""What is asked one by one, once it is clear that nobody needs help at once."""

HEALTH = EMERGENCY + LISTED
"""The full list: at the first start, and again when it is HEALTH_GOOD_FOR old."""

FOLLOW_UP: Mapping[Question, Question] = MappingProxyType({Question.ASK_INFLAMMATORY: Question.FLARING_NOW})
"""Questions that are asked, and then must be answered, only after a yes to another."""

HEALTH_GOOD_FOR = timedelta(days=30)

CLOT_SIGNS = frozenset(
    {
        Question.STOP_DVT_SWELLING,
        Question.STOP_DVT_PAIN,
        Question.STOP_DVT_SKIN,
        Question.TODAY_LEG_CHANGE,
    }
)
INFECTION_SIGNS = frozenset({Question.STOP_INFECTION, Question.TODAY_UNWELL})
SIGNS = CLOT_SIGNS | INFECTION_SIGNS | frozenset(EMERGENCY)
"""What somebody who can examine the leg must look at first: taking the answer back does not open the gate."""
INJURIES = frozenset({Question.STOP_ACUTE_INJURY, Question.TODAY_INJURY})
WOUNDS = frozenset({Question.STOP_WOUND, Question.TODAY_SKIN})

CONFIRMABLE = (
    SIGNS | frozenset({Question.STOP_SURGERY}) | frozenset(CLOT_RISK) | frozenset(ASK_FIRST) - {Question.ASK_UNDER18}
)
"""Questions whose yes stops holding once the user states, on a date, that a professional has seen to it."""


class Answer(StrEnum):
    """What was said. A question that is not in a mapping of answers was not answered, which is not a no."""

    YES = "yes"
    NO = "no"


class HealthReason(StrEnum):
    """Why the full list is asked."""

    FIRST = "first"
    EXPIRED = "expired"
    REVIEW = "review"
    WORSE = "worse"
    AFTER_STOP = "after-stop"
    AFTER_NEXT_DAY = "after-next-day"


@dataclass(frozen=True)
class Answers:
    """What the user said at one time.

    ``injured_at``, ``injected_at``: when, for the questions that ask it; None if it was not told.
    ``wound_areas``: where the skin is broken; empty means it was not told, and then it may be anywhere.
    ``extra``: answers to a routine's own questions, by their text.

    Raises ValueError for anything that is neither a yes nor a no, so that nothing else can pass for an answer.
    """

    given: Mapping[Question, Answer]
    at: datetime
    injured_at: datetime | None = None
    injected_at: datetime | None = None
    wound_areas: frozenset[Area] = frozenset()
    extra: Mapping[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = {Question(question): Answer(answer) for question, answer in self.given.items()}
        extra = {text: Answer(answer) for text, answer in self.extra.items()}
        object.__setattr__(self, "given", MappingProxyType(given))
        object.__setattr__(self, "extra", MappingProxyType(extra))

    def yes(self, question: Question) -> bool:
        """Whether the user said yes."""
        return self.given.get(question) is Answer.YES

    def unanswered(self, asked: tuple[Question, ...]) -> tuple[Question, ...]:
        """Which of these, and of what follows from them, still want a yes or a no."""
        followed = tuple(FOLLOW_UP[q] for q in asked if q in FOLLOW_UP and self.yes(q))
        return tuple(question for question in asked + followed if question not in self.given)


@dataclass(frozen=True)
class Lock:
    """A stop that outlives the answer that made it, and the program.

    ``until``: when it opens by itself; None if it waits for a Confirmation given after ``since``.
    """

    question: Question
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Confirmation:
    """The user's statement that a professional who knows their history has seen to what a question asks about."""

    question: Question
    at: datetime


@dataclass(frozen=True)
class Replies:
    """What was ticked on a list of questions, before it is dated.

    ``injured_ago``, ``injected_ago``: the shortest time ago that the reply allows; None if it was not told.
    """

    given: Mapping[Question, Answer]
    injured_ago: timedelta | None = None
    injected_ago: timedelta | None = None
    wound_areas: frozenset[Area] = frozenset()
    extra: Mapping[str, Answer] = field(default_factory=dict)

    def __or__(self, other: "Replies") -> "Replies":
        """What was said on two lists that ask different things."""
        return Replies(
            given={**self.given, **other.given},
            injured_ago=other.injured_ago if self.injured_ago is None else self.injured_ago,
            injected_ago=other.injected_ago if self.injected_ago is None else self.injected_ago,
            wound_areas=self.wound_areas | other.wound_areas,
            extra={**self.extra, **other.extra},
        )

    def dated(self, now: datetime) -> Answers:
        """The same, said now."""
        return Answers(
            given=self.given,
            at=now,
            injured_at=None if self.injured_ago is None else now - self.injured_ago,
            injected_at=None if self.injected_ago is None else now - self.injected_ago,
            wound_areas=self.wound_areas,
            extra=self.extra,
        )
