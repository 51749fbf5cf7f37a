"""Where arms and legs go at a moment of a pose, so that hands and feet touch what they rest on."""

from dataclasses import dataclass
from math import asin, cos, degrees, radians

from kneeguide.core import body
from kneeguide.core.hands import FORMS
from kneeguide.core.outline import Point, Segment, between, direction, offset, place, reach
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, Hand, HandShape, Leg, Motion, Surface
from kneeguide.core.skeleton import STICK_HALF, ArmBones, LegBones, Skeleton, ToolPlace, TrunkBones
from kneeguide.core.stroke import Moment

SQUEEZE_DEPTH = 0.008
"""How far a hand that squeezes sinks in when closed, and how far it is off the skin when open."""
TOES_BEND = 65.0
"""How far toes bend up under a foot that stands on them, of the 70 degrees that they can."""
STANDS_ON_TOES = (-100.0, -20.0)
"""Between these directions of the toes a foot stands on them."""
GRIPPED = 0.76
"""Where hands hold a stick, from its middle to its end."""


@dataclass(frozen=True)
class Rests:
    """What hands can rest on: the body, and the tool."""

    trunk: TrunkBones
    near_leg: LegBones
    far_leg: LegBones
    tool: ToolPlace | None


class Limbs:
    """The limbs of a pose at a moment of its stroke."""

    def __init__(self, pose: Pose, now: Moment, planted: Skeleton | None) -> None:
        """``planted``: the pose half-way through its stroke, where what is planted stays; None while that is solved."""
        self._pose = pose
        self._now = now
        self._planted = planted
        self._moved = now.at - pose.travel.start

    def near_leg(self, hip: Point) -> LegBones:
        """The worked leg, on its hip joint."""
        return self._leg(self._pose.near_leg, hip, self._planted.near_leg if self._planted else None)

    def far_leg(self, hip: Point) -> LegBones:
        """The other leg, on its hip joint."""
        return self._leg(self._pose.far_leg, hip, self._planted.far_leg if self._planted else None)

    def near_arm(self, rests: Rests) -> ArmBones:
        """The arm of the worked side."""
        elbow = self._planted.near_arm.upper.end if self._planted else None
        return self._arm(self._pose.near_arm, rests.trunk.shoulder, elbow, self._now.near_lift, rests, 180)

    def far_arm(self, rests: Rests) -> ArmBones:
        """The other arm."""
        elbow = self._planted.far_arm.upper.end if self._planted else None
        return self._arm(self._pose.far_arm, rests.trunk.far_shoulder, elbow, self._now.far_lift, rests, 0)

    def _leg(self, leg: Leg, hip: Point, planted: LegBones | None) -> LegBones:
        toes, bend = leg.toes, 0.0
        if leg.foot is not None:
            toes = leg.foot.turn
            bend = min(-toes, TOES_BEND) if STANDS_ON_TOES[0] <= toes < STANDS_ON_TOES[1] else 0.0
            height = height_of(self._pose, leg.foot.on) - body.lowest_of_shoe(toes, bend, leg.front_on)
            if leg.thigh is None:
                ankle = (leg.foot.at or 0.0) + (self._moved if leg.foot.moves else 0), height
                knee, ankle = _reached(leg, hip, ankle)
            else:
                knee = offset(hip, leg.thigh, body.THIGH)
                ankle = _dropped(knee, height, leg.thigh, body.SHANK)
        elif planted is not None and self._pose.hip.on is Surface.FEET:
            knee, ankle = _reached(leg, hip, planted.shank.end)
        else:
            assert leg.thigh is not None
            assert leg.shank is not None
            bends = self._pose.travel.motion is Motion.BEND and leg is self._pose.near_leg
            knee = offset(hip, leg.thigh, body.THIGH * leg.shows[0])
            ankle = offset(knee, self._now.at if bends else leg.shank, body.SHANK * leg.shows[1])
        if toes is None:
            toes = direction(knee, ankle) + 90
        thigh, shank = Segment(hip, knee, body.THIGH_FLESH), Segment(knee, ankle, body.SHANK_FLESH)
        return LegBones(thigh, shank, toes, bend, leg.front_on)

    def _arm(
        self, arm: Arm, shoulder: Point, planted: Point | None, lift: float, rests: Rests, end_of_stick: float
    ) -> ArmBones:
        if arm.elbow is not None:
            return _on_elbow(shoulder, planted)
        if arm.hand is None:
            assert arm.upper is not None
            assert arm.forearm is not None
            elbow = offset(shoulder, arm.upper, body.UPPER_ARM)
            return _bones(shoulder, elbow, offset(elbow, arm.forearm, body.FOREARM), arm.forearm, arm.shape)
        hand = arm.hand
        if hand.on is Surface.STICK:
            assert rests.tool is not None
            assert self._pose.tool is not None
            held = offset(rests.tool.middle, self._pose.tool.turn + end_of_stick, STICK_HALF * GRIPPED)
            return _straight_wrist(shoulder, held, HandShape.GRIP)
        touched, along, outwards = self._contact(hand, rests)
        touched = offset(touched, outwards, lift * hand.depth)
        if hand.shape is HandShape.KNUCKLES:
            return _straight_wrist(shoulder, touched, hand.shape)
        fingers = along + hand.turn
        palm_up = cos(radians(fingers - 90 - outwards)) > 0 and hand.shape not in (HandShape.WRAP, HandShape.HOOK)
        x, y = FORMS[hand.shape].touch
        wrist = place([(-x, y if palm_up else -y)], touched, fingers, body.HAND)[0]
        elbow, wrist = reach(shoulder, wrist, body.UPPER_ARM, body.FOREARM, knee=False)
        closing = self._now.closing if hand.moves else 1.0
        return _bones(shoulder, elbow, wrist, fingers, hand.shape, palm_up, closing)

    def _contact(self, hand: Hand, rests: Rests) -> tuple[Point, float, float]:
        """What the hand touches, the direction of that surface, and its outward normal."""
        travel = self._pose.travel
        squeezes = hand.moves and travel.motion is Motion.SQUEEZE
        travels = hand.moves and not squeezes
        at = hand.at + (self._moved if travels else 0)
        if hand.on in (Surface.FLOOR, Surface.SEAT):
            return (at, height_of(self._pose, hand.on)), 0, 90
        if hand.on is Surface.WALL:
            assert self._pose.wall is not None
            return (self._pose.wall.at, at), 90, 0 if self._pose.wall.person == "right" else 180
        aside = self._now.swing * (travel.end - travel.start) / 2 if travels else 0.0
        if hand.on is Surface.PELVIS:
            outwards, far = at + rests.trunk.lean, body.pelvis_radius(at) * hand.depth
            return offset(rests.trunk.hip, outwards, far + radians(aside) * far), rests.trunk.lean, outwards
        leg = rests.far_leg if hand.on is Surface.FAR_THIGH else rests.near_leg
        segment = leg.shank if hand.on is Surface.CALF else leg.thigh
        touched, outwards = on_limb(segment, hand.face, at, hand.depth)
        sunk = SQUEEZE_DEPTH * (2 * self._now.closing - 1) if squeezes else 0.0
        return offset(touched, outwards, aside * body.THIGH - sunk), segment.angle, outwards


def height_of(pose: Pose, surface: Surface) -> float:
    """How high a surface lies."""
    if surface is Surface.SEAT and pose.chair:
        return pose.chair.seat
    if surface is Surface.STOOL and pose.stool:
        return pose.stool.height
    return 0.0


def on_limb(segment: Segment, face: Face, at: float, depth: float) -> tuple[Point, float]:
    """A point of a limb and its outward normal; depth is 1 on the surface."""
    front = face is Face.FRONT
    return segment.inside(at, depth if front else -depth), segment.angle + (90 if front else -90)


def _reached(leg: Leg, hip: Point, ankle: Point) -> tuple[Point, Point]:
    """Knee and ankle of a leg whose foot stands there."""
    if leg.front_on:
        return between(hip, ankle, body.THIGH / (body.THIGH + body.SHANK)), ankle
    return reach(hip, ankle, body.THIGH, body.SHANK, knee=True)


def _dropped(joint: Point, height: float, towards: float, length: float) -> Point:
    """Where a bone ends that starts at a joint, goes on as the one before and comes down to a height."""
    slope = degrees(asin(min(max((height - joint[1]) / length, -1), 1)))
    either = (slope, 180 - slope)
    return offset(joint, min(either, key=lambda angle: -cos(radians(angle - towards))), length)


def _on_elbow(shoulder: Point, planted: Point | None) -> ArmBones:
    """An arm that lies on the floor from the elbow on, below the shoulder or where it was planted."""
    if planted is None:
        drop = min(max((shoulder[1] - body.FOREARM_FLESH[0][2]) / body.UPPER_ARM, -1), 1)
        elbow = offset(shoulder, -degrees(asin(drop)), body.UPPER_ARM)
    else:
        elbow = planted
        shoulder = offset(elbow, direction(elbow, shoulder), body.UPPER_ARM)
    wrist = _dropped(elbow, body.PALM_DEPTH * body.HAND, 0, body.FOREARM)
    return _bones(shoulder, elbow, wrist, 0, HandShape.FLAT)


def _straight_wrist(shoulder: Point, touched: Point, shape: HandShape) -> ArmBones:
    """An arm whose fist touches or holds something in line with the forearm."""
    hand = FORMS[shape].touch[0] * body.HAND
    elbow, end = reach(shoulder, touched, body.UPPER_ARM, body.FOREARM + hand, knee=False)
    wrist = between(elbow, end, body.FOREARM / (body.FOREARM + hand))
    return _bones(shoulder, elbow, wrist, direction(elbow, wrist), shape)


def _bones(
    shoulder: Point,
    elbow: Point,
    wrist: Point,
    fingers: float,
    shape: HandShape,
    palm_up: bool = False,
    closing: float = 1.0,
) -> ArmBones:
    upper = Segment(shoulder, elbow, body.UPPER_ARM_FLESH)
    return ArmBones(upper, Segment(elbow, wrist, body.FOREARM_FLESH), fingers, palm_up, shape, closing)
