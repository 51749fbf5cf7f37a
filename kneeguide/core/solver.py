"""Solves a pose, so that what is said to touch does touch, at every moment of its stroke.

Hands and feet that stand on something stay there. Where a roller or a ball lies on the floor or against a wall, the
body travels over it and it rolls along half as far, as a wheel does between two boards; arms that carry the body keep
their length, and the trunk leans to suit.
"""

from functools import lru_cache
from math import acos, degrees, radians, sin

from kneeguide.core import body
from kneeguide.core.limbs import Limbs, Rests, height_of, on_limb
from kneeguide.core.outline import Point, direction, distance, offset, place
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Motion, Surface
from kneeguide.core.skeleton import (
    BREATH_RISE,
    LegBones,
    Skeleton,
    ToolPlace,
    TrunkBones,
    tool_radius,
    trunk_form,
)
from kneeguide.core.stroke import Moment, middle, moment

SHOULDER_ROLL = 0.012
SWAY_LEAN = 1.5
"""How far a standing body leans to and fro as it circles on a ball, in degrees."""
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
        self.limbs = Limbs(pose, now, planted)
        self.pressed = now.at if pose.tool is None or pose.tool.at is None else pose.tool.at

    def solve(self) -> Skeleton:
        trunk, near_leg = self._carried()
        rests = Rests(trunk, near_leg, self.limbs.far_leg(trunk.far_hip), self._tool(trunk, near_leg))
        near_arm, far_arm = self.limbs.near_arm(rests), self.limbs.far_arm(rests)
        return Skeleton(trunk, near_leg, rests.far_leg, near_arm, far_arm, rests.tool)

    def _carried(self) -> tuple[TrunkBones, LegBones]:
        """The trunk and the near leg where what carries them, and the tool they roll over, has them."""
        planted = self.planted
        if planted is None:
            return self._standing()
        trunk, leg = self._trunk(planted.trunk.hip, planted.trunk.lean), self.limbs.near_leg(planted.trunk.hip)
        if not self._rolls():
            return trunk, leg
        hip = self._travelled(trunk, leg, planted)
        for _ in range(12):
            trunk, leg = self._trunk(hip, self._lean(hip, planted)), self.limbs.near_leg(hip)
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
            y = height_of(pose, pose.hip.on) - lowest
        trunk, near_leg = self._trunk((x, y), lean), self.limbs.near_leg((x, y))
        if pose.tool is None or pose.tool.lies not in (Surface.FLOOR, Surface.WALL):
            return trunk, near_leg
        hip = self._resting(trunk, near_leg)
        return self._trunk(hip, lean), self.limbs.near_leg(hip)

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

    def _tool(self, trunk: TrunkBones, leg: LegBones) -> ToolPlace | None:
        use = self.pose.tool
        if use is None:
            return None
        now = self._pressing(trunk, leg)
        if self.planted is None or self.planted.tool is None:
            return ToolPlace(now)
        before = self.planted.tool.middle
        gone = {Surface.FLOOR: now[0] - before[0], Surface.WALL: now[1] - before[1]}.get(use.lies or Surface.SEAT, 0.0)
        behind = self.pose.wall is not None and self.pose.wall.person == "right"
        return ToolPlace(now, degrees(gone / tool_radius(use.kind)) * (1 if behind else -1))

    def _pressing(self, trunk: TrunkBones, leg: LegBones) -> Point:
        use = self.pose.tool
        assert use is not None
        radius, at = tool_radius(use.kind), self.pressed
        if use.on is Surface.PELVIS:
            return offset(trunk.hip, at + trunk.lean, body.pelvis_radius(at) + radius)
        touched, outwards = on_limb(leg.thigh if use.on is Surface.THIGH else leg.shank, use.face, at, use.depth)
        return offset(touched, outwards, radius * use.depth)
