"""Where every joint lies in a pose at a moment of its stroke, so that what is said to touch does touch."""

from dataclasses import dataclass
from math import asin, cos, degrees, pi, radians, sin

from kneeguide.core import body
from kneeguide.core.outline import Point, Segment, between, direction, offset, place, reach
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, Foot, Hand, HandShape, Leg, Motion, Surface
from kneeguide.core.routine import Tool

ROLLER_RADIUS = 0.044
"""A roller 15 cm thick beside a person of 170 cm."""
BALL_RADIUS = 0.027
STICK_RADIUS = 0.012
STICK_HALF = 0.104
"""Half of a stick's length as it shows, for it lies slantwise to the eye."""
SQUEEZE_DEPTH = 0.007
SHOULDER_ROLL = 0.012


@dataclass(frozen=True)
class LegBones:
    """A leg: ``toes`` is the direction of the foot."""

    thigh: Segment
    shank: Segment
    toes: float


@dataclass(frozen=True)
class ArmBones:
    """An arm: ``palm_up`` where the palm looks to the left of the fingers' direction instead of to the right."""

    upper: Segment
    forearm: Segment
    fingers: float
    palm_up: bool
    shape: HandShape


@dataclass(frozen=True)
class Skeleton:
    """The joints of a person and the middle of the tool. ``lean``: how far the trunk is turned from upright."""

    hip: Point
    far_hip: Point
    lean: float
    waist: Point
    shoulder: Point
    far_shoulder: Point
    neck: Point
    head: Point
    head_tilt: float
    near_leg: LegBones
    far_leg: LegBones
    near_arm: ArmBones
    far_arm: ArmBones
    tool: Point | None


def stroke_share(stroke: float) -> float:
    """How far along its way a stroke is, out and back with a soft turn at both ends: 0 at phase 0, 1 at phase 0.5."""
    return 0.5 - 0.5 * cos(2 * pi * stroke)


def tool_radius(kind: Tool) -> float:
    """Radius of a tool where it presses."""
    return {Tool.ROLLER: ROLLER_RADIUS, Tool.BALL: BALL_RADIUS}.get(kind, STICK_RADIUS)


def skeleton(pose: Pose, stroke: float) -> Skeleton:
    """Solve a pose at a phase of its stroke, in [0, 1)."""
    return _Solver(pose, stroke).solve()


class _Solver:
    def __init__(self, pose: Pose, stroke: float) -> None:
        self.pose = pose
        self.stroke = stroke
        self.share = stroke_share(stroke)
        travel = pose.travel
        self.at = travel.start + (travel.end - travel.start) * self.share
        self.moved = self.at - travel.start

    def solve(self) -> Skeleton:
        pose, trunk = self.pose, self.pose.trunk
        hip = self._hip()
        far_hip = (hip[0] + trunk.far_hip[0], hip[1] + trunk.far_hip[1])
        near_leg = self._leg(pose.near_leg, hip)
        far_leg = self._leg(pose.far_leg, far_hip)
        waist = offset(hip, trunk.angle, body.LUMBAR)
        shoulder = offset(waist, trunk.angle - trunk.round, body.TRUNK - body.LUMBAR)
        if pose.travel.on is Surface.SHOULDER:
            shoulder = offset(shoulder, 360 * self.stroke, SHOULDER_ROLL)
        far_shoulder = (shoulder[0] + trunk.far_shoulder[0], shoulder[1] + trunk.far_shoulder[1])
        neck = offset(between(shoulder, far_shoulder, 0.4), trunk.angle - trunk.round * 1.3, body.NECK)
        head = offset(neck, trunk.angle - trunk.round + trunk.neck, body.NECK_TO_HEAD)
        tool = self._tool(hip, near_leg) if pose.tool else None
        return Skeleton(
            hip=hip,
            far_hip=far_hip,
            lean=trunk.angle - 90,
            waist=waist,
            shoulder=shoulder,
            far_shoulder=far_shoulder,
            neck=neck,
            head=head,
            head_tilt=trunk.head,
            near_leg=near_leg,
            far_leg=far_leg,
            near_arm=self._arm(pose.near_arm, shoulder, near_leg, far_leg, tool, near=True),
            far_arm=self._arm(pose.far_arm, far_shoulder, near_leg, far_leg, tool, near=False),
            tool=tool,
        )

    def _hip(self) -> Point:
        pose, hip = self.pose, self.pose.hip
        x, y = hip.at, hip.height or 0.0
        leg = pose.near_leg
        if hip.on is Surface.FEET:
            assert leg.thigh is not None
            assert leg.shank is not None
            y = body.FOOT_HEIGHT - body.THIGH * sin(radians(leg.thigh)) - body.SHANK * sin(radians(leg.shank))
        elif hip.on is not None:
            lowest = min(p[1] for p in place(body.pelvis_outline(), (0, 0), pose.trunk.angle - 90))
            y = self._height(hip.on) - lowest
        tool = pose.tool
        if tool is None or tool.lies not in (Surface.FLOOR, Surface.WALL):
            return x, y
        rest = self._tool((0, 0), self._leg(leg, (0, 0)))
        radius = tool_radius(tool.kind)
        if tool.lies is Surface.FLOOR:
            return x, radius - rest[1]
        assert pose.wall is not None
        return pose.wall.at + (radius if pose.wall.person == "right" else -radius) - rest[0], y

    def _height(self, surface: Surface) -> float:
        if surface is Surface.SEAT and self.pose.chair:
            return self.pose.chair.seat
        if surface is Surface.STOOL and self.pose.stool:
            return self.pose.stool.height
        return 0.0

    def _tool(self, hip: Point, leg: LegBones) -> Point:
        use = self.pose.tool
        assert use is not None
        radius, at = tool_radius(use.kind), self.at if use.at is None else use.at
        if use.on is Surface.PELVIS:
            return offset(hip, at + self.pose.trunk.angle - 90, body.pelvis_radius(at) + radius)
        touched, outwards = _on_leg(leg.thigh if use.on is Surface.THIGH else leg.shank, use.face, at)
        return offset(touched, outwards, radius)

    def _leg(self, leg: Leg, hip: Point) -> LegBones:
        if leg.foot is not None:
            toes = leg.foot.turn
            ankle = (leg.foot.at or 0.0) + (self.moved if leg.foot.moves else 0), self._ankle_height(leg.foot)
            if leg.thigh is None:
                knee, ankle = reach(hip, ankle, body.THIGH, body.SHANK, knee=True)
            else:
                knee = offset(hip, leg.thigh, body.THIGH)
                ankle = _dropped(knee, ankle[1], leg.thigh, body.SHANK)
        else:
            assert leg.thigh is not None
            assert leg.shank is not None
            bends = self.pose.travel.motion is Motion.BEND and leg is self.pose.near_leg
            knee = offset(hip, leg.thigh, body.THIGH)
            ankle = offset(knee, self.at if bends else leg.shank, body.SHANK)
            toes = direction(knee, ankle) + 90 if leg.toes is None else leg.toes
        return LegBones(Segment(hip, knee, body.THIGH_FLESH), Segment(knee, ankle, body.SHANK_FLESH), toes)

    def _ankle_height(self, foot: Foot) -> float:
        return self._height(foot.on) - min(p[1] for p in place((*body.SHOE, *body.SOLE), (0, 0), foot.turn))

    def _arm(
        self, arm: Arm, shoulder: Point, near_leg: LegBones, far_leg: LegBones, tool: Point | None, *, near: bool
    ) -> ArmBones:
        palm = body.PALM_DEPTH * body.HAND
        if arm.elbow is not None:
            drop = min(max((shoulder[1] - body.FOREARM_FLESH[0][2]) / body.UPPER_ARM, -1), 1)
            elbow = offset(shoulder, -degrees(asin(drop)), body.UPPER_ARM)
            wrist = _dropped(elbow, palm, 0, body.FOREARM)
            return _arm_bones(shoulder, elbow, wrist, 0, False, HandShape.FLAT)
        if arm.hand is None:
            assert arm.upper is not None
            assert arm.forearm is not None
            elbow = offset(shoulder, arm.upper, body.UPPER_ARM)
            wrist = offset(elbow, arm.forearm, body.FOREARM)
            return _arm_bones(shoulder, elbow, wrist, arm.forearm, False, arm.shape)
        hand = arm.hand
        if hand.on is Surface.STICK:
            assert tool is not None
            assert self.pose.tool is not None
            held = offset(tool, self.pose.tool.turn + (180 if near else 0), STICK_HALF * 0.76)
            wrist = offset(held, direction(held, shoulder) + hand.turn, 0.42 * body.HAND)
            elbow, wrist = reach(shoulder, wrist, body.UPPER_ARM, body.FOREARM, knee=False)
            return _arm_bones(shoulder, elbow, wrist, direction(wrist, held), False, HandShape.GRIP)
        touched, along, outwards = self._contact(hand, near_leg, far_leg)
        fingers = along + hand.turn
        if hand.shape is HandShape.HOOK:
            wrist = offset(touched, fingers, -body.HOOKED * body.HAND)
        else:
            wrist = offset(touched, outwards, palm)
        if hand.shape is HandShape.FLAT:
            wrist = offset(wrist, fingers, -body.PALM_MIDDLE * body.HAND)
        elbow, wrist = reach(shoulder, wrist, body.UPPER_ARM, body.FOREARM, knee=False)
        palm_up = cos(radians(fingers - 90 - outwards)) > 0 and hand.shape in (HandShape.FLAT, HandShape.HEEL)
        return _arm_bones(shoulder, elbow, wrist, fingers, palm_up, hand.shape)

    def _contact(self, hand: Hand, near_leg: LegBones, far_leg: LegBones) -> tuple[Point, float, float]:
        """What the palm touches, the direction of that surface, and its outward normal."""
        at = hand.at + (self.moved if hand.moves and self.pose.travel.motion is not Motion.SQUEEZE else 0)
        if hand.on in (Surface.FLOOR, Surface.SEAT):
            return (at, self._height(hand.on)), 0, 90
        if hand.on is Surface.WALL:
            assert self.pose.wall is not None
            return (self.pose.wall.at, at), 90, 0 if self.pose.wall.person == "right" else 180
        leg = far_leg if hand.on is Surface.FAR_THIGH else near_leg
        segment = leg.shank if hand.on is Surface.CALF else leg.thigh
        touched, outwards = _on_leg(segment, hand.face, at)
        if self.pose.travel.motion is Motion.SQUEEZE and hand.moves:
            touched = offset(touched, outwards, -SQUEEZE_DEPTH * self.share)
        return touched, segment.angle, outwards


def _on_leg(segment: Segment, face: Face, at: float) -> tuple[Point, float]:
    front = face is Face.FRONT
    return segment.inside(at, 1 if front else -1), segment.angle + (90 if front else -90)


def _dropped(joint: Point, height: float, towards: float, length: float) -> Point:
    """Where a bone ends that starts at a joint, goes on as the one before and comes down to a height."""
    slope = degrees(asin(min(max((height - joint[1]) / length, -1), 1)))
    either = (slope, 180 - slope)
    return offset(joint, min(either, key=lambda angle: -cos(radians(angle - towards))), length)


def _arm_bones(
    shoulder: Point, elbow: Point, wrist: Point, fingers: float, palm_up: bool, shape: HandShape
) -> ArmBones:
    upper = Segment(shoulder, elbow, body.UPPER_ARM_FLESH)
    return ArmBones(upper, Segment(elbow, wrist, body.FOREARM_FLESH), fingers, palm_up, shape)
