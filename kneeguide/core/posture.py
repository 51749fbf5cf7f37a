"""The words in which a posture is described: what rests on what, which way the limbs go, where one stroke travels.

Lengths are body heights from the floor up; angles are degrees anticlockwise from the right; the person faces right.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from kneeguide.core.routine import Tool


@dataclass(frozen=True)
class Between:
    """The range of a number, told to pydantic in its own terms without loading it: only whoever reads files does."""

    low: float
    high: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {**handler(source), "ge": self.low, "le": self.high}


Length = Annotated[float, Between(-2, 2)]
Angle = Annotated[float, Between(-360, 360)]
Offset = tuple[Length, Length]


@dataclass(frozen=True)
class Part:
    """A value of a pose file. Whoever reads the file has pydantic refuse what does not belong into a part."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}


class Surface(StrEnum):
    """What a hand, a foot, the seat or a tool can rest on."""

    FLOOR = "floor"
    SEAT = "seat"
    STOOL = "stool"
    WALL = "wall"
    THIGH = "thigh"
    CALF = "calf"
    FAR_THIGH = "far-thigh"
    PELVIS = "pelvis"
    SHOULDER = "shoulder"
    STICK = "stick"
    FEET = "feet"


class Face(StrEnum):
    """The side of a limb."""

    FRONT = "front"
    BACK = "back"


class HandShape(StrEnum):
    """How a hand is held."""

    FLAT = "flat"
    HEEL = "heel"
    WRAP = "wrap"
    HOOK = "hook"
    GRIP = "grip"
    FIST = "fist"
    KNUCKLES = "knuckles"
    TIPS = "tips"
    LOOSE = "loose"


@dataclass(frozen=True)
class Foot(Part):
    """A sole or the toes on something: ``at`` is the place of the ankle along it. ``turn``: direction of the toes."""

    on: Literal[Surface.FLOOR, Surface.STOOL]
    at: Length | None = None
    turn: Angle = 0
    moves: bool = False


@dataclass(frozen=True)
class Leg(Part):
    """A leg by its foot, by its angles, or by the thigh's angle and a foot that the shin finds.

    ``front_on``: seen from in front or behind, so that its knee bends to or from the viewer: it shows straight, and
    the shorter the more it is bent. ``shows``: how much of the length of thigh and shank shows where they are given by
    their angles and point to or from the viewer.
    """

    thigh: Angle | None = None
    shank: Angle | None = None
    foot: Foot | None = None
    toes: Angle | None = None
    front_on: bool = False
    shows: tuple[Length, Length] = (1, 1)

    def __post_init__(self) -> None:
        by_foot = self.foot is not None and (self.thigh is None) == (self.foot.at is not None)
        if not by_foot and (self.thigh is None or self.shank is None):
            raise ValueError("must give a foot with its place, a thigh with a foot, or a thigh and a shank")


@dataclass(frozen=True)
class Hand(Part):
    """A hand on something: ``at`` is a share of a limb, degrees round the hip, a height on a wall, a spot on the floor.

    ``depth``: 1 on the outline of a limb as it shows, less on the side that looks at the viewer. ``turn``: where the
    fingers point, from the direction of the surface. ``moves``: the hand travels with the stroke. ``under``: the hand
    is hidden behind the worked leg.
    """

    on: Surface
    at: Angle = 0
    face: Face = Face.FRONT
    depth: Length = 1
    shape: HandShape = HandShape.FLAT
    turn: Angle = 0
    moves: bool = False
    under: bool = False


@dataclass(frozen=True)
class Arm(Part):
    """An arm by what its hand rests on, lying on the floor from elbow to hand, or by its angles."""

    hand: Hand | None = None
    elbow: Literal[Surface.FLOOR] | None = None
    upper: Angle | None = None
    forearm: Angle | None = None
    shape: HandShape = HandShape.LOOSE

    def __post_init__(self) -> None:
        by_angles = self.upper is not None and self.forearm is not None
        if [self.hand is not None, self.elbow is not None, by_angles].count(True) != 1:
            raise ValueError("must give one of: a hand, an elbow, or the angles upper and forearm")


@dataclass(frozen=True)
class BothLimbs(Part):
    """The limbs of one side of the body."""

    arm: Arm
    leg: Leg


@dataclass(frozen=True)
class Limbs(Part):
    """The limbs of one side in which a technique differs from its posture."""

    arm: Arm | None = None
    leg: Leg | None = None


@dataclass(frozen=True)
class Trunk(Part):
    """``angle``: from hip to shoulders. ``round``: how far the upper back bends forward. ``head``: tilt, down is less.

    ``far_hip`` and ``far_shoulder``: where the far side lies in the picture, seen from the near one.
    """

    angle: Angle
    round: Angle = 0
    neck: Angle = 0
    head: Angle = 0
    far_hip: Offset = (0.012, 0.006)
    far_shoulder: Offset = (0.012, 0.004)


@dataclass(frozen=True)
class Hip(Part):
    """Where the hip is: ``at`` across; its height follows from what it rests on, unless ``height`` is given."""

    on: Literal[Surface.SEAT, Surface.FLOOR, Surface.FEET] | None = None
    at: Length = 0
    height: Length | None = None


@dataclass(frozen=True)
class Chair(Part):
    """``front``: the seat's front edge. ``seat``: its height."""

    front: Length
    seat: Length = 0.25
    back: bool = True


@dataclass(frozen=True)
class Stool(Part):
    """A low stool for a foot, ``at`` its middle."""

    at: Length
    height: Length


@dataclass(frozen=True)
class Wall(Part):
    """A wall whose face is ``at``; the person stands on its left or right."""

    at: Length
    person: Literal["left", "right"]


@dataclass(frozen=True)
class ToolUse(Part):
    """What presses on what: ``on`` and ``face`` of the body, ``lies`` on the floor, wall, seat, or in the hands.

    ``depth``: as of a hand. ``turn``: direction in the picture in which a stick's far end points. ``at``: where it
    stays, if the stroke does not move it.
    """

    kind: Literal[Tool.ROLLER, Tool.BALL, Tool.STICK]
    on: Literal[Surface.THIGH, Surface.CALF, Surface.PELVIS]
    face: Face = Face.FRONT
    lies: Literal[Surface.FLOOR, Surface.WALL, Surface.SEAT] | None = None
    depth: Length = 1
    turn: Angle = 40
    at: Length | None = None


class Motion(StrEnum):
    """What one stroke is: a glide presses both ways, a stroke presses on the way out and floats back."""

    GLIDE = "glide"
    STROKE = "stroke"
    CIRCLE = "circle"
    SWAY = "sway"
    SQUEEZE = "squeeze"
    TAP = "tap"
    HOLD = "hold"
    SLIDE = "slide"
    BEND = "bend"
    REST = "rest"


@dataclass(frozen=True)
class Travel(Part):
    """One stroke, from ``start`` to ``end`` and back.

    Shares of a limb where ``on`` is a limb, degrees round the hip joint (0 to the front, 180 to the back) where it is
    the pelvis, the place of the ankle for a sliding foot, the direction of the shin for a knee bend. ``arrow``: where
    the arrow is drawn, across and up from the middle of the way.
    """

    motion: Motion
    on: Literal[Surface.THIGH, Surface.CALF, Surface.PELVIS, Surface.SHOULDER, Surface.FLOOR] = Surface.THIGH
    start: Angle = 0
    end: Angle = 0
    arrow: Offset = (0, 0)
