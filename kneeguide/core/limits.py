"""What an answer takes away from a session that may go ahead.

Each limit keeps the question it comes from, so that whatever is left out can say why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kneeguide.core.questions import CLOT_RISK, Question
from kneeguide.core.routine import Method, Muscle, Position, Technique, Tool

PRESSURE_CAP = 5
"""No step asks for more, of 10: rolling at 3 to 4 gained as much range as at 6 or 8 (Grabow et al. 2018,
doi 10.1519/JSC.0000000000001906)."""

HANDS_CAP = 4
"""The same for bare hands, which tire."""

ALL_TOOLS = frozenset(Tool)
ALL_POSITIONS = frozenset(Position)
HANDS_ONLY = frozenset({Tool.HANDS})
EASY_ON_HANDS = frozenset({Tool.STICK, Tool.BALL})
"""A stick is pushed with the forearms, and a wall holds the ball; a roller is steered with the hands on the floor."""
CALF = frozenset({Muscle.CALF})


def advised_pressure(tool: Tool | None) -> int:
    """The most that a step with this tool asks for, of 10. A tool that is not said may be bare hands."""
    return HANDS_CAP if tool in (Tool.HANDS, None) else PRESSURE_CAP


@dataclass(frozen=True)
class Limit:
    """What one answer allows. The defaults allow everything.

    ``sore_day_only``: nothing but the gentlest routine. ``half_dose``: half the time at one step less pressure.
    """

    pressure_cap: int = PRESSURE_CAP
    excluded: frozenset[Muscle] = frozenset()
    tools: frozenset[Tool] = ALL_TOOLS
    positions: frozenset[Position] = ALL_POSITIONS
    face_down: bool = True
    tapping: bool = True
    sore_day_only: bool = False
    half_dose: bool = False

    def allows(self, technique: Technique) -> bool:
        """Whether the technique may be done. What a step does not say of itself, it may be."""
        if technique.position not in self.positions and self.positions != ALL_POSITIONS:
            return False
        if not self.face_down and (technique.face_down or technique.position is None):
            return False
        if not technique.presses:
            return True
        if self.excluded and (technique.muscle is None or technique.muscle in self.excluded):
            return False
        if not self.tapping and technique.method in (Method.TAPPING, None):
            return False
        return self.tools == ALL_TOOLS or technique.tool in self.tools


LIMIT_OF: Mapping[Question, Limit] = MappingProxyType(
    {
        Question.ASK_ANTICOAGULANT: Limit(pressure_cap=2, tools=HANDS_ONLY, tapping=False),
        Question.ASK_OSTEOPOROSIS: Limit(
            pressure_cap=3, tools=ALL_TOOLS - {Tool.ROLLER}, positions=frozenset({Position.CHAIR})
        ),
        Question.ASK_PREV_CLOT: Limit(pressure_cap=2, excluded=CALF, tools=HANDS_ONLY),
        Question.ASK_PREGNANCY: Limit(pressure_cap=2, excluded=CALF, tools=HANDS_ONLY, face_down=False),
        Question.ASK_CANCER: Limit(pressure_cap=2, excluded=CALF, tools=HANDS_ONLY),
        Question.ASK_CIRCULATION: Limit(pressure_cap=2, tools=HANDS_ONLY),
        Question.ASK_SENSATION: Limit(pressure_cap=2),
        Question.ASK_IMPLANT: Limit(excluded=frozenset({Muscle.AROUND_KNEECAP})),
        Question.ASK_INFLAMMATORY: Limit(pressure_cap=3, tools=HANDS_ONLY),
        Question.ASK_HEART_KIDNEY: Limit(pressure_cap=2, tools=HANDS_ONLY),
        Question.ASK_WIDESPREAD: Limit(pressure_cap=2, sore_day_only=True),
        Question.STOP_SURGERY: Limit(excluded=CALF),
        **{risk: Limit(excluded=CALF) for risk in CLOT_RISK},
        Question.ADAPT_VEINS: Limit(pressure_cap=2),
        Question.ADAPT_FRAGILE_SKIN: Limit(tools=HANDS_ONLY),
        Question.ADAPT_SORE_HANDS: Limit(tools=EASY_ON_HANDS),
        Question.ADAPT_BALANCE: Limit(positions=frozenset({Position.CHAIR})),
        Question.ADAPT_FLOOR: Limit(positions=ALL_POSITIONS - {Position.FLOOR}),
        Question.ADAPT_SHOULDER_BACK: Limit(face_down=False),
        Question.TODAY_AFTER_LAST: Limit(half_dose=True),
    }
)
"""What a yes costs, once a professional agreed where that is asked for."""

CAUTIONS = frozenset(
    {
        Question.ASK_SENSATION,
        Question.ASK_IMPLANT,
        Question.ASK_CANCER,
        Question.ASK_PREGNANCY,
        Question.ADAPT_VEINS,
        Question.ADAPT_FRAGILE_SKIN,
        Question.ADAPT_SKIN_PATCH,
        Question.ADAPT_SORE_HANDS,
        Question.ADAPT_BALANCE,
    }
)
"""Answers that call for care which no plan can take for the user, so that a sentence must say it."""


@dataclass(frozen=True)
class Limits:
    """All limits that hold for one session, each with the question it comes from."""

    by_question: tuple[tuple[Question, Limit], ...] = ()
    cautions: tuple[Question, ...] = ()

    @property
    def pressure_cap(self) -> int:
        """The highest pressure any step may ask for, 0 to 10."""
        return min((limit.pressure_cap for _, limit in self.by_question), default=PRESSURE_CAP)

    @property
    def half_dose(self) -> bool:
        """Whether only half the time may be done."""
        return any(limit.half_dose for _, limit in self.by_question)

    @property
    def sore_day_only(self) -> bool:
        """Whether only the sore-day routine may be done."""
        return any(limit.sore_day_only for _, limit in self.by_question)

    def against(self, technique: Technique) -> Question | None:
        """The first answer that rules the technique out, or None."""
        return next((question for question, limit in self.by_question if not limit.allows(technique)), None)

    def capped(self, technique: Technique, pressure: int) -> int:
        """The pressure to ask for, at most what the tool and the answers allow."""
        return min(pressure, advised_pressure(technique.tool), self.pressure_cap)
