"""The joints of a posed person, and the middle of the tool, as the drawing needs them."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from kneeguide.core import body
from kneeguide.core.outline import Point, Segment, between, offset, place
from kneeguide.core.posture import HandShape, Trunk
from kneeguide.core.routine import Tool

ROLLER_RADIUS = 0.044
"""A roller 15 cm thick beside a person of 170 cm."""
BALL_RADIUS = 0.027
STICK_RADIUS = 0.012
STICK_HALF = 0.104
"""Half of a stick's length as it shows, for it lies slantwise to the eye."""
BREATH_RISE = 0.005
"""How far a full breath lifts the shoulders, in body heights."""


def tool_radius(kind: Tool) -> float:
    """Radius of a tool where it presses."""
    return {Tool.ROLLER: ROLLER_RADIUS, Tool.BALL: BALL_RADIUS}.get(kind, STICK_RADIUS)


@dataclass(frozen=True)
class TrunkForm:
    """The trunk of an upright body about its hip joint: what of it does not change when it leans."""

    far_hip: Point
    waist: Point
    shoulder: Point
    far_shoulder: Point
    neck: Point
    head: Point
    breath: float


@lru_cache(maxsize=128)
def trunk_form(trunk: Trunk, breath: float, rise: float, moved: Point) -> TrunkForm:
    """``breath``: how full the chest is. ``rise``: how far it lifts the shoulders. ``moved``: by a shoulder roll."""
    upright = 90.0 - trunk.angle
    far_hip, far_shoulder = place((trunk.far_hip, trunk.far_shoulder), (0, 0), upright)
    waist = (0.0, body.LUMBAR)
    shoulder = offset(waist, 90 - trunk.round, body.TRUNK - body.LUMBAR)
    shoulder = (shoulder[0] + moved[0], shoulder[1] + rise + moved[1])
    far_shoulder = (shoulder[0] + far_shoulder[0], shoulder[1] + far_shoulder[1])
    neck = offset(between(shoulder, far_shoulder, 0.4), 90 - trunk.round * 1.3, body.NECK)
    head = offset(neck, 90 - trunk.round + trunk.neck, body.NECK_TO_HEAD)
    return TrunkForm(far_hip, waist, shoulder, far_shoulder, neck, head, breath)


@dataclass(frozen=True)
class TrunkBones:
    """The trunk where it is: ``lean`` is how far it is turned from upright, ``tilt`` that of the head."""

    hip: Point
    lean: float
    form: TrunkForm
    tilt: float

    def world(self, point: Point) -> Point:
        """Where a point of the upright form has come to lie."""
        c, s = cos(radians(self.lean)), sin(radians(self.lean))
        return self.hip[0] + point[0] * c - point[1] * s, self.hip[1] + point[0] * s + point[1] * c

    @property
    def far_hip(self) -> Point:
        """The hip joint of the far leg."""
        return self.world(self.form.far_hip)

    @property
    def shoulder(self) -> Point:
        """The joint of the near arm."""
        return self.world(self.form.shoulder)

    @property
    def far_shoulder(self) -> Point:
        """The joint of the far arm."""
        return self.world(self.form.far_shoulder)

    @property
    def neck(self) -> Point:
        """The root of the neck."""
        return self.world(self.form.neck)

    @property
    def head(self) -> Point:
        """The middle of the head."""
        return self.world(self.form.head)


@dataclass(frozen=True)
class LegBones:
    """A leg: ``toes`` is the direction of the foot, ``toe_bend`` how far its toes are bent up.

    ``front_on``: seen from in front or behind, so that the foot shows short.
    """

    thigh: Segment
    shank: Segment
    toes: float
    toe_bend: float
    front_on: bool

    @property
    def knee_front(self) -> float:
        """The direction in which the front of the knee looks."""
        bend = (self.shank.angle - self.thigh.angle + 180) % 360 - 180
        return self.thigh.angle + 90 + bend / 2

    @property
    def kneecap(self) -> Point:
        """The middle of the kneecap."""
        return offset(self.shank.start, self.knee_front, body.KNEECAP_DEPTH)


@dataclass(frozen=True)
class ArmBones:
    """An arm: ``palm_up`` where the palm looks to the left of the fingers' direction instead of to the right.

    ``closing``: how far the hand has closed, from 0 to 1.
    """

    upper: Segment
    forearm: Segment
    fingers: float
    palm_up: bool
    shape: HandShape
    closing: float = 1.0


@dataclass(frozen=True)
class ToolPlace:
    """The middle of the tool, and how far it has rolled, in degrees."""

    middle: Point
    rolled: float = 0.0


@dataclass(frozen=True)
class Skeleton:
    """The joints of a person, and the tool."""

    trunk: TrunkBones
    near_leg: LegBones
    far_leg: LegBones
    near_arm: ArmBones
    far_arm: ArmBones
    tool: ToolPlace | None
