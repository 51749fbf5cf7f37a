"""Stand-ins and ready-made values for all tests: a clock that is moved by hand, and the main job's chain of values.

Each builder makes the plain case, that of a user in good health with a seated routine of the hands, and takes what a
test is about as an argument. Nothing here needs Qt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from kneeguide.core.clock import Moment
from kneeguide.core.dose import Preferences
from kneeguide.core.pain import Rating
from kneeguide.core.plan import Plan, plan
from kneeguide.core.questions import FOLLOW_UP, HEALTH, TODAY, Answer, Answers, Confirmation, Lock, Question
from kneeguide.core.refusal import Refusal
from kneeguide.core.routine import (
    Area,
    Condition,
    Method,
    Muscle,
    Phase,
    Position,
    Routine,
    Sides,
    Stroke,
    Technique,
    Tempo,
    Tool,
)
from kneeguide.core.safety import Clearance, assess

START = Moment(1000.0, datetime(2026, 3, 2, 18, 0, tzinfo=timezone(timedelta(hours=1))))
"""When the tests' day begins: a Monday evening, one hour east of UTC."""


class FakeClock:
    """A clock that stands still until it is told to move. Each way of moving it returns the new moment."""

    def __init__(self, start: Moment = START) -> None:
        self._now = start

    def now(self) -> Moment:
        return self._now

    def move(self, seconds: float) -> Moment:
        """Let time pass, as it does."""
        return self._set(steady=seconds, wall=seconds)

    def jump_wall(self, seconds: float) -> Moment:
        """Correct the wall clock, forwards or back; the steady clock takes no notice."""
        return self._set(steady=0.0, wall=seconds)

    def sleep_suspend(self, seconds: float, *, steady_runs: bool = False) -> Moment:
        """Close the lid. The steady clock stands still meanwhile, save on systems where it counts sleep."""
        return self._set(steady=seconds if steady_runs else 0.0, wall=seconds)

    def _set(self, *, steady: float, wall: float) -> Moment:
        self._now = Moment(self._now.steady + steady, self._now.wall + timedelta(seconds=wall))
        return self._now


def later(seconds: float = 0.0, *, minutes: float = 0.0, hours: float = 0.0, days: float = 0.0) -> Moment:
    """The moment so long after START, by both clocks; before it if negative."""
    passed = timedelta(seconds=seconds, minutes=minutes, hours=hours, days=days)
    return Moment(START.steady + passed.total_seconds(), START.wall + passed)


PALM_GLIDES = Technique(
    id="palm-glides-front-thigh",
    title="Palm glides, front of thigh",
    cue="Glide both palms up towards the hip, then float back down.",
    muscle=Muscle.QUADS,
    tool=Tool.HANDS,
    position=Position.CHAIR,
    method=Method.EFFLEURAGE,
    tempo=Tempo(Stroke.STROKE, 3.0, 2.0),
    pressure=(2, 3),
)
SQUEEZES = replace(PALM_GLIDES, id="squeezes-front-thigh", title="Squeeze and let go", method=Method.PETRISSAGE)
TAPPING = replace(PALM_GLIDES, id="tapping-front-thigh", title="Loose-fist tapping", method=Method.TAPPING)
CALF_GLIDES = replace(PALM_GLIDES, id="palm-glides-calf", title="Palm glides, calf", muscle=Muscle.CALF)
KNEE_CIRCLES = replace(
    PALM_GLIDES,
    id="circles-around-kneecap",
    title="Fingertip circles",
    muscle=Muscle.AROUND_KNEECAP,
    method=Method.FRICTION,
)
STICK_SWEEPS = replace(
    PALM_GLIDES,
    id="stick-sweeps-front-thigh",
    title="Stick sweeps",
    tool=Tool.STICK,
    method=Method.MYOFASCIAL_RELEASE,
    tempo=Tempo(Stroke.EACH_WAY, 3.0),
    pressure=(3, 4),
)
BALL_AT_WALL = replace(
    STICK_SWEEPS,
    id="ball-at-wall-buttock",
    title="Ball on the wall",
    muscle=Muscle.GLUTES,
    tool=Tool.BALL,
    position=Position.WALL,
    method=Method.TRIGGER_POINT,
)
ROLLER_FACE_DOWN = replace(
    STICK_SWEEPS,
    id="roller-front-thigh",
    title="Roller, front of thigh",
    tool=Tool.ROLLER,
    position=Position.FLOOR,
    face_down=True,
)
ROLLER_SITTING = replace(
    ROLLER_FACE_DOWN, id="roller-back-thigh", title="Roller, back of thigh", muscle=Muscle.HAMSTRINGS, face_down=False
)
KNEE_BENDS = Technique(
    id="easy-knee-bends",
    title="Easy knee bends",
    cue="Slide the heel back and forward.",
    position=Position.CHAIR,
    method=Method.MOVEMENT,
)
REST = Technique(
    id="rest",
    title="Rest and check in",
    cue="Hands on your thighs, slow breaths.",
    position=Position.CHAIR,
    method=Method.REST,
)
OWN_STEP = Technique(id="own-step", title="As my physiotherapist showed me", cue="Press and hold.")
"""What a user typed in, which says neither muscle nor tool nor position nor method."""


def phase(
    technique: Technique = PALM_GLIDES,
    seconds: int = 40,
    *,
    sides: Sides = Sides.BOTH,
    sets: int = 1,
    gap: int = 5,
    pressure: int = 2,
) -> Phase:
    return Phase(technique, seconds, sides, sets, gap, pressure)


SEATED = Routine(
    id="oa-hands-short",
    title="Five-minute seated ease",
    phases=(
        phase(PALM_GLIDES, 40, gap=5, pressure=2),
        phase(CALF_GLIDES, 30, gap=5, pressure=2),
        phase(KNEE_BENDS, 30, sides=Sides.ONCE, gap=5, pressure=0),
    ),
    conditions=(Condition.OSTEOARTHRITIS,),
    why="Nothing but a chair.",
)
"""195 s: thigh and calf of both legs by hand, then easy knee bends."""

SORE_DAY = Routine(
    id="flare-gentle-short",
    title="Sore-day light touch",
    phases=(phase(PALM_GLIDES, 40, pressure=1), phase(REST, 30, sides=Sides.ONCE, gap=0, pressure=0)),
)


def routine_of(*techniques: Technique, **changes: object) -> Routine:
    """A routine of one 30-second set for each technique on each leg."""
    phases = tuple(phase(technique, 30, pressure=5) for technique in techniques)
    return replace(Routine("a-routine", "A routine", phases), **changes)  # type: ignore[arg-type]


def health(
    *yes: Question,
    at: Moment = START,
    without: Iterable[Question] = (),
    injured_at: datetime | None = None,
    injected_at: datetime | None = None,
    wound_areas: Iterable[Area] = (),
) -> Answers:
    """The full list: yes to these, no to all others, save what is ``without`` an answer."""
    return Answers(
        _given(HEALTH, yes, without),
        at.wall,
        injured_at=injured_at,
        injected_at=injected_at,
        wound_areas=frozenset(wound_areas),
    )


def today(
    *yes: Question,
    at: Moment = START,
    without: Iterable[Question] = (),
    injured_at: datetime | None = None,
    wound_areas: Iterable[Area] = (),
    extra: Mapping[str, Answer] | None = None,
) -> Answers:
    """The short list: yes to these, no to all others, save what is ``without`` an answer."""
    return Answers(
        _given(TODAY, yes, without),
        at.wall,
        injured_at=injured_at,
        wound_areas=frozenset(wound_areas),
        extra=extra or {},
    )


def _given(asked: tuple[Question, ...], yes: Sequence[Question], without: Iterable[Question]) -> dict[Question, Answer]:
    given = dict.fromkeys(asked, Answer.NO) | dict.fromkeys(yes, Answer.YES)
    followed = {FOLLOW_UP[question]: Answer.NO for question in given if question in FOLLOW_UP and question in yes}
    return {question: answer for question, answer in (followed | given).items() if question not in without}


def verdict(
    routine: Routine = SEATED,
    *yes: Question,
    now: Moment = START,
    locks: Iterable[Lock] = (),
    confirmed: Iterable[Question] = (),
    last_session: datetime | None = None,
) -> Clearance | Refusal:
    """What the gate says to yes to these, of either list, with statements made for ``confirmed``, all of it now."""
    return assess(
        routine,
        health=health(*(question for question in yes if question not in TODAY), at=now),
        today=today(*(question for question in yes if question in TODAY), at=now),
        locks=tuple(locks),
        confirmations=tuple(Confirmation(question, now.wall) for question in confirmed),
        last_session=last_session,
        now=now,
    )


def cleared(
    routine: Routine = SEATED, *yes: Question, now: Moment = START, confirmed: Iterable[Question] = ()
) -> Clearance:
    """Leave to do the routine, for a user in good health or with yes to these."""
    clearance = verdict(routine, *yes, now=now, confirmed=confirmed)
    assert isinstance(clearance, Clearance), clearance
    return clearance


def planned(routine: Routine = SEATED, *, now: Moment = START, before: Rating = 0, **preferences: object) -> Plan:
    """A plan of the routine for a user in good health, with these Preferences."""
    made = plan(cleared(routine, now=now), Preferences(**preferences), before=before, now=now)  # type: ignore[arg-type]
    assert isinstance(made, Plan), made
    return made
