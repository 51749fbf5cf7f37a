"""Drawn figures: every joint does only what a joint can, and every bone keeps its length.

Measured on the solved skeleton at 16 moments of the stroke of every shipped pose.
"""

from collections.abc import Callable
from dataclasses import replace
from math import acos, cos, degrees, hypot, radians, sqrt

import pytest
from figure_checks import PHASES, POSES, changed, every_pose, hand

from kneeguide.core.outline import Segment
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Leg, Surface
from kneeguide.core.skeleton import ArmBones, LegBones
from kneeguide.core.solver import skeleton

PRESSED = 15
"""Degrees by which an arm that carries the body is pressed farther back than it would go by itself."""

SHORT = 0.8
"""A leg seen from in front or behind, its knee bent towards or from the viewer, shows no shorter than this."""

RANGES = {
    "hip": (-30, 120),
    "knee": (0, 135),
    "ankle": (-50, 20),
    "toes": (0, 70),
    "shoulder": (-60, 180),
    "elbow": (0, 150),
    "wrist": (-80, 80),
    "neck": (-45, 45),
}
"""Degrees of extension (below 0) and flexion of adults: American Academy of Orthopaedic Surgeons, Joint Motion: Method
of Measuring and Recording (1965), as tabled by Norkin and White, Measurement of Joint Motion, 5th ed. (2016). Feet and
toes: down and up. A picture does not tell a palm from the back of a hand: 80 is the greater of bending and stretching
the wrist (70)."""


def turn(first: float, second: float) -> float:
    return (second - first + 180) % 360 - 180


def leg_angles(leg: LegBones, lean: float) -> dict[str, float]:
    return {
        "hip": turn(lean - 90, leg.thigh.angle),
        "knee": knee(leg),
        "ankle": turn(leg.shank.angle + 90, leg.toes),
        "toes": leg.toe_bend,
    }


def knee(leg: LegBones) -> float:
    """How far a knee is bent; where thigh and shin point to and from the viewer, in the depth that is not drawn."""
    thigh, shin = length(leg.thigh) / 0.245, length(leg.shank) / 0.246
    flat = turn(leg.shank.angle, leg.thigh.angle)
    if leg.front_on or min(thigh, shin) > 0.999:
        return flat
    return degrees(acos(thigh * shin * cos(radians(flat)) - sqrt(1 - thigh**2) * sqrt(1 - shin**2)))


def arm_angles(arm: ArmBones, lean: float) -> dict[str, float]:
    return {
        "shoulder": turn(lean - 90, arm.upper.angle),
        "elbow": turn(arm.upper.angle, arm.forearm.angle),
        "wrist": turn(arm.forearm.angle, arm.fingers),
    }


@every_pose
def test_joints_stay_in_their_human_range(pose: Pose) -> None:
    for phase in PHASES:
        bones = skeleton(pose, phase)
        lean = bones.trunk.lean
        for leg in (bones.near_leg, bones.far_leg):
            check(leg_angles(leg, lean))
        for bent, arm in ((bones.near_arm, pose.near_arm), (bones.far_arm, pose.far_arm)):
            carries = arm.hand is not None and arm.hand.on is Surface.FLOOR
            check(arm_angles(bent, lean), PRESSED if carries else 0)
        check({"neck": turn(lean - pose.trunk.round, bones.trunk.tilt)})


def check(angles: dict[str, float], more: float = 0) -> None:
    for joint, angle in angles.items():
        low, high = RANGES[joint]
        assert low - more - 0.5 <= angle <= high + more + 0.5, (joint, round(angle))


@every_pose
def test_bones_keep_their_length(pose: Pose) -> None:
    for phase in PHASES:
        bones = skeleton(pose, phase)
        for leg in (bones.near_leg, bones.far_leg):
            shown = (length(leg.thigh) / 0.245, length(leg.shank) / 0.246)
            if leg.front_on:
                assert SHORT < shown[0] < 1
                assert shown[0] == pytest.approx(shown[1], abs=1e-3)
            else:
                said = pose.near_leg.shows if leg is bones.near_leg else pose.far_leg.shows
                assert shown == pytest.approx(said, abs=1e-3)
        for arm in (bones.near_arm, bones.far_arm):
            assert (length(arm.upper), length(arm.forearm)) == pytest.approx((0.186, 0.146), abs=1e-4)


def length(segment: Segment) -> float:
    return hypot(segment.end[0] - segment.start[0], segment.end[1] - segment.start[1])


# What each of the guards above must find.


REST, SIDE_ON = POSES["rest-and-check-in"], POSES["ball-wall-outer-thigh"]


@pytest.mark.parametrize(
    ("guard", "wrong"),
    [
        (test_joints_stay_in_their_human_range, changed(REST.id, near_leg=Leg(thigh=0.0, shank=30.0))),
        (test_joints_stay_in_their_human_range, changed(REST.id, near_leg=Leg(thigh=0.0, shank=1.0, shows=(0.3, 0.3)))),
        (test_bones_keep_their_length, changed(SIDE_ON.id, hip=replace(SIDE_ON.hip, height=0.6))),
        (test_joints_stay_in_their_human_range, changed(REST.id, near_arm=Arm(upper=180.0, forearm=270.0))),
        (test_joints_stay_in_their_human_range, changed(REST.id, trunk=replace(REST.trunk, head=70.0))),
        (test_joints_stay_in_their_human_range, changed(REST.id, near_arm=hand(REST.near_arm, turn=160.0))),
    ],
)
def test_a_wrong_pose_would_be_found(guard: Callable[[Pose], None], wrong: Pose) -> None:
    with pytest.raises(AssertionError):
        guard(wrong)
