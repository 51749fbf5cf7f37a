"""Solves a pose, so that what is said to touch does touch, at every moment of its stroke.

Hands and feet that stand on something stay there. Where a roller or a ball lies on the floor or against a wall, the
body travels over it and it rolls along half as far, as a wheel does between two boards; arms that carry the body keep
their length, and the trunk leans to suit.
"""

from functools import lru_cache
from math import acos, asin, cos, degrees, radians, sin

from kneeguide.core import body
from kneeguide.core.hands import FORMS
from kneeguide.core.outline import Point, Segment, between, direction, distance, offset, place, reach
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, Hand, HandShape, Leg, Motion, Surface
from kneeguide.core.skeleton import (
    BREATH_RISE,
    ArmBones,
    LegBones,
    Skeleton,
    ToolPlace,
    TrunkBones,
    tool_radius,
    trunk_form,
)
from kneeguide.core.stroke import Moment, middle, moment

STICK_HALF = 0.104
"""Half of a stick's length as it shows, for it lies slantwise to the eye."""
SQUEEZE_DEPTH = 0.008
"""How far a hand that squeezes sinks in when closed, and how far it is off the skin when open."""
SHOULDER_ROLL = 0.012
SWAY_LEAN = 1.5
"""How far a standing body leans to and fro as it circles on a ball, in degrees."""
TOES_BEND = 65.0
"""How far toes bend up under a foot that stands on them, of the 70 degrees that they can."""
STANDS_ON_TOES = -20.0
"""Toes point down steeper than this where a foot stands on them."""
CLOSE_ENOUGH = 1e-4


def skeleton(pose: Pose, stroke: float) -> Skeleton:
    """Solve a pose at a phase of its stroke, in [0, 1)."""
    return _Solver(pose, moment(pose.travel, stroke), stance(pose)).solve()


@lru_cache(maxsize=64)
def stance(pose: Pose) -> Skeleton:
    """The pose half-way through its stroke: where what is planted stays."""
    return _Solver(pose, middle(pose.travel), None).solve()


class _Solver:
    def __init__(self, pose: Pose, now: Moment, planted: Skeleton | None) -> None:
        self.pose = pose
        self.now = now
        self.planted = planted
        self.moved = now.at - pose.travel.start
        self.pressed = now.at if pose.tool is None or pose.tool.at is None else pose.tool.at

    def solve(self) -> Skeleton:
        pose = self.pose
        trunk, near_leg = self._carried()
        far_leg = self._leg(pose.far_leg, trunk.far_hip, self.planted.far_leg if self.planted else None)
        tool = self._tool(trunk, near_leg)
        return Skeleton(
            trunk=trunk,
            near_leg=near_leg,
            far_leg=far_leg,
            near_arm=self._arm(pose.near_arm, trunk, near_leg, far_leg, tool, near=True),
            far_arm=self._arm(pose.far_arm, trunk, near_leg, far_leg, tool, near=False),
            tool=tool,
        )

    # Where the body is

    def _carried(self) -> tuple[TrunkBones, LegBones]:
        """The trunk and the near leg where what carries them, and the tool they roll over, has them."""
        planted = self.planted
        if planted is None:
            return self._standing()
        trunk, leg = self._trunk(planted.trunk.hip, planted.trunk.lean), self._near_leg(planted.trunk.hip)
        if not self._rolls():
            return trunk, leg
        hip = self._travelled(trunk, leg, planted)
        for _ in range(12):
            trunk, leg = self._trunk(hip, self._lean(hip, planted)), self._near_leg(hip)
            self._keep_rolling(trunk, leg, planted)
            before, hip = hip, self._resting(trunk, leg)
            if distance(before, hip) < CLOSE_ENOUGH:
                break
        return trunk, leg

    def _standing(self) -> tuple[TrunkBones, LegBones]:
        pose, lean = self.pose, self.pose.trunk.angle - 90
        x, y = pose.hip.at, pose.hip.height or 0.0
        leg = pose.near_leg
        if pose.hip.on is Surface.FEET and pose.hip.height is None:
            assert leg.thigh is not None
            assert leg.shank is not None
            y = body.FOOT_HEIGHT - body.THIGH * sin(radians(leg.thigh)) - body.SHANK * sin(radians(leg.shank))
        elif pose.hip.on in (Surface.SEAT, Surface.FLOOR):
            lowest = min(p[1] for p in place(body.pelvis_outline(), (0, 0), lean))
            y = self._height(pose.hip.on) - lowest
        trunk, near_leg = self._trunk((x, y), lean), self._near_leg((x, y))
        if pose.tool is None or pose.tool.lies not in (Surface.FLOOR, Surface.WALL):
            return trunk, near_leg
        hip = self._resting(trunk, near_leg)
        return self._trunk(hip, lean), self._near_leg(hip)

    def _rolls(self) -> bool:
        tool = self.pose.tool
        return (
            tool is not None
            and tool.at is None
            and tool.lies in (Surface.FLOOR, Surface.WALL)
            and self.pose.travel.motion is not Motion.HOLD
        )

    def _travelled(self, trunk: TrunkBones, leg: LegBones, planted: Skeleton) -> Point:
        """The hip when the body has gone twice as far along floor or wall as the tool it rolls on."""
        assert self.pose.tool is not None
        assert planted.tool is not None
        (x, y), (home_x, home_y) = self._pressing(trunk, leg), planted.tool.middle
        if self.pose.tool.lies is Surface.FLOOR:
            return trunk.hip[0] - 2 * (x - home_x), trunk.hip[1]
        return trunk.hip[0], trunk.hip[1] - 2 * (y - home_y)

    def _keep_rolling(self, trunk: TrunkBones, leg: LegBones, planted: Skeleton) -> None:
        """Move the spot where a thigh that tilts presses on a ball at the wall, so that the ball rolls half as far."""
        use = self.pose.tool
        assert use is not None
        assert planted.tool is not None
        if use.lies is Surface.WALL and use.on is Surface.THIGH:
            rolled = (trunk.hip[1] - planted.trunk.hip[1]) / 2
            amiss = self._pressing(trunk, leg)[1] - planted.tool.middle[1] - rolled
            self.pressed += amiss / (leg.thigh.start[1] - leg.thigh.end[1])

    def _resting(self, trunk: TrunkBones, leg: LegBones) -> Point:
        """The hip when the tool lies on the floor or touches the wall."""
        use, wall = self.pose.tool, self.pose.wall
        assert use is not None
        (x, y), radius = self._pressing(trunk, leg), tool_radius(use.kind)
        if use.lies is Surface.FLOOR:
            return trunk.hip[0], trunk.hip[1] + radius - y
        assert wall is not None
        return trunk.hip[0] + wall.at + (radius if wall.person == "right" else -radius) - x, trunk.hip[1]

    def _lean(self, hip: Point, planted: Skeleton) -> float:
        """The lean at which the near shoulder is as far from the hand or elbow that carries it as it was."""
        arm, home = self.pose.near_arm, planted.trunk
        if not self._carries(arm):
            return home.lean + self.now.swing * SWAY_LEAN
        support = planted.near_arm.upper.end if arm.elbow else planted.near_arm.forearm.end
        held, trunk = distance(home.shoulder, support), distance(home.hip, home.shoulder)
        far = distance(hip, support)
        opening = degrees(acos(min(max((trunk**2 + far**2 - held**2) / (2 * trunk * far), -1), 1)))
        towards = direction(hip, support)
        before = (direction(home.hip, home.shoulder) - direction(home.hip, support) + 180) % 360 - 180
        turned = towards + (opening if before > 0 else -opening) - direction(home.hip, home.shoulder)
        return home.lean + (turned + 180) % 360 - 180

    @staticmethod
    def _carries(arm: Arm) -> bool:
        return arm.elbow is not None or (arm.hand is not None and arm.hand.on is Surface.FLOOR)

    def _trunk(self, hip: Point, lean: float) -> TrunkBones:
        pose, now = self.pose, self.now
        rise = 0.0 if self._carries(pose.near_arm) else now.breath * BREATH_RISE
        rolls = pose.travel.on is Surface.SHOULDER and self.planted is not None
        moved = offset((0.0, 0.0), now.turn, SHOULDER_ROLL) if rolls else (0.0, 0.0)
        return TrunkBones(hip, lean, trunk_form(pose.trunk, now.breath, rise, moved), pose.trunk.head)

    def _height(self, surface: Surface) -> float:
        if surface is Surface.SEAT and self.pose.chair:
            return self.pose.chair.seat
        if surface is Surface.STOOL and self.pose.stool:
            return self.pose.stool.height
        return 0.0

    # The tool

    def _tool(self, trunk: TrunkBones, leg: LegBones) -> ToolPlace | None:
        use = self.pose.tool
        if use is None:
            return None
        now = self._pressing(trunk, leg)
        if self.planted is None or self.planted.tool is None:
            return ToolPlace(now)
        before = self.planted.tool.middle
        along = now[0] - before[0] + now[1] - before[1] if use.lies in (Surface.FLOOR, Surface.WALL) else 0.0
        return ToolPlace(now, -degrees(along / tool_radius(use.kind)))

    def _pressing(self, trunk: TrunkBones, leg: LegBones) -> Point:
        use = self.pose.tool
        assert use is not None
        radius, at = tool_radius(use.kind), self.pressed
        if use.on is Surface.PELVIS:
            return offset(trunk.hip, at + trunk.lean, body.pelvis_radius(at) + radius)
        touched, outwards = _on_leg(leg.thigh if use.on is Surface.THIGH else leg.shank, use.face, at, use.depth)
        return offset(touched, outwards, radius * use.depth)

    # Legs

    def _near_leg(self, hip: Point) -> LegBones:
        return self._leg(self.pose.near_leg, hip, self.planted.near_leg if self.planted else None)

    def _leg(self, leg: Leg, hip: Point, planted: LegBones | None) -> LegBones:
        toes, bend = leg.toes, 0.0
        if leg.foot is not None:
            toes = leg.foot.turn
            bend = min(-toes, TOES_BEND) if -100 <= toes < STANDS_ON_TOES else 0.0
            height = self._height(leg.foot.on) - body.lowest_of_shoe(toes, bend, leg.front_on)
            if leg.thigh is None:
                ankle = (leg.foot.at or 0.0) + (self.moved if leg.foot.moves else 0), height
                knee, ankle = _leg_reaches(leg, hip, ankle)
            else:
                knee = offset(hip, leg.thigh, body.THIGH)
                ankle = _dropped(knee, height, leg.thigh, body.SHANK)
        elif planted is not None and self.pose.hip.on is Surface.FEET:
            knee, ankle = _leg_reaches(leg, hip, planted.shank.end)
        else:
            assert leg.thigh is not None
            assert leg.shank is not None
            bends = self.pose.travel.motion is Motion.BEND and leg is self.pose.near_leg
            knee = offset(hip, leg.thigh, body.THIGH * leg.shows[0])
            ankle = offset(knee, self.now.at if bends else leg.shank, body.SHANK * leg.shows[1])
        if toes is None:
            toes = direction(knee, ankle) + 90
        thigh, shank = Segment(hip, knee, body.THIGH_FLESH), Segment(knee, ankle, body.SHANK_FLESH)
        return LegBones(thigh, shank, toes, bend, leg.front_on)

    # Arms

    def _arm(
        self,
        arm: Arm,
        trunk: TrunkBones,
        near_leg: LegBones,
        far_leg: LegBones,
        tool: ToolPlace | None,
        *,
        near: bool,
    ) -> ArmBones:
        shoulder = trunk.shoulder if near else trunk.far_shoulder
        if arm.elbow is not None:
            return self._on_elbow(shoulder, near=near)
        if arm.hand is None:
            assert arm.upper is not None
            assert arm.forearm is not None
            elbow = offset(shoulder, arm.upper, body.UPPER_ARM)
            wrist = offset(elbow, arm.forearm, body.FOREARM)
            return _arm_bones(shoulder, elbow, wrist, arm.forearm, arm.shape)
        hand = arm.hand
        if hand.on is Surface.STICK:
            assert tool is not None
            assert self.pose.tool is not None
            held = offset(tool.middle, self.pose.tool.turn + (180 if near else 0), STICK_HALF * 0.76)
            return _straight_wrist(shoulder, held, HandShape.GRIP)
        touched, along, outwards = self._contact(hand, trunk, near_leg, far_leg)
        lift = self.now.near_lift if near else self.now.far_lift
        touched = offset(touched, outwards, lift * hand.depth)
        if hand.shape is HandShape.KNUCKLES:
            return _straight_wrist(shoulder, touched, hand.shape)
        fingers = along + hand.turn
        palm_up = cos(radians(fingers - 90 - outwards)) > 0 and hand.shape not in (HandShape.WRAP, HandShape.HOOK)
        x, y = FORMS[hand.shape].touch
        wrist = place([(-x, y if palm_up else -y)], touched, fingers, body.HAND)[0]
        elbow, wrist = reach(shoulder, wrist, body.UPPER_ARM, body.FOREARM, knee=False)
        return _arm_bones(shoulder, elbow, wrist, fingers, hand.shape, palm_up, self.now.closing if hand.moves else 1.0)

    def _on_elbow(self, shoulder: Point, *, near: bool) -> ArmBones:
        if self.planted is None:
            drop = min(max((shoulder[1] - body.FOREARM_FLESH[0][2]) / body.UPPER_ARM, -1), 1)
            elbow = offset(shoulder, -degrees(asin(drop)), body.UPPER_ARM)
        else:
            elbow = (self.planted.near_arm if near else self.planted.far_arm).upper.end
            shoulder = offset(elbow, direction(elbow, shoulder), body.UPPER_ARM)
        wrist = _dropped(elbow, body.PALM_DEPTH * body.HAND, 0, body.FOREARM)
        return _arm_bones(shoulder, elbow, wrist, 0, HandShape.FLAT)

    def _contact(
        self, hand: Hand, trunk: TrunkBones, near_leg: LegBones, far_leg: LegBones
    ) -> tuple[Point, float, float]:
        """What the hand touches, the direction of that surface, and its outward normal."""
        travels = hand.moves and self.pose.travel.motion is not Motion.SQUEEZE
        at = hand.at + (self.moved if travels else 0)
        if hand.on in (Surface.FLOOR, Surface.SEAT):
            return (at, self._height(hand.on)), 0, 90
        if hand.on is Surface.WALL:
            assert self.pose.wall is not None
            return (self.pose.wall.at, at), 90, 0 if self.pose.wall.person == "right" else 180
        travel = self.pose.travel
        aside = self.now.swing * (travel.end - travel.start) / 2 if travels else 0.0
        if hand.on is Surface.PELVIS:
            far = body.pelvis_radius(at) * hand.depth
            return offset(trunk.hip, at + trunk.lean, far + radians(aside) * far), trunk.lean, at + trunk.lean
        leg = far_leg if hand.on is Surface.FAR_THIGH else near_leg
        segment = leg.shank if hand.on is Surface.CALF else leg.thigh
        touched, outwards = _on_leg(segment, hand.face, at, hand.depth)
        squeezes = hand.moves and travel.motion is Motion.SQUEEZE
        sunk = SQUEEZE_DEPTH * (2 * self.now.closing - 1) if squeezes else 0.0
        return offset(touched, outwards, aside * body.THIGH - sunk), segment.angle, outwards


def _on_leg(segment: Segment, face: Face, at: float, depth: float = 1) -> tuple[Point, float]:
    front = face is Face.FRONT
    return segment.inside(at, depth if front else -depth), segment.angle + (90 if front else -90)


def _leg_reaches(leg: Leg, hip: Point, ankle: Point) -> tuple[Point, Point]:
    """Knee and ankle of a leg whose foot stands there."""
    if leg.front_on:
        return between(hip, ankle, body.THIGH / (body.THIGH + body.SHANK)), ankle
    return reach(hip, ankle, body.THIGH, body.SHANK, knee=True)


def _dropped(joint: Point, height: float, towards: float, length: float) -> Point:
    """Where a bone ends that starts at a joint, goes on as the one before and comes down to a height."""
    slope = degrees(asin(min(max((height - joint[1]) / length, -1), 1)))
    either = (slope, 180 - slope)
    return offset(joint, min(either, key=lambda angle: -cos(radians(angle - towards))), length)


def _straight_wrist(shoulder: Point, touched: Point, shape: HandShape) -> ArmBones:
    """An arm whose fist touches or holds something in line with the forearm."""
    hand = FORMS[shape].touch[0] * body.HAND
    elbow, end = reach(shoulder, touched, body.UPPER_ARM, body.FOREARM + hand, knee=False)
    wrist = between(elbow, end, body.FOREARM / (body.FOREARM + hand))
    return _arm_bones(shoulder, elbow, wrist, direction(elbow, wrist), shape)


def _arm_bones(
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
