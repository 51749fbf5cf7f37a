"""Drawn figures: tool and working hands press on the muscle that is named, and on nothing that must be left alone.

A picture is what people copy. Where a point lies is told as a share of a bone (0 at the joint nearer the hip) and its
depth (1 the front surface, -1 the back), or as degrees round the hip joint of an upright body (0 in front, 90 above).
"""

from collections.abc import Iterator
from dataclasses import replace
from math import hypot

import pytest
from figure_checks import PHASES, POSES, changed, hand, poses_where

from kneeguide.core import body
from kneeguide.core.hands import FORMS
from kneeguide.core.outline import Point, Segment, between, direction, distance, offset, place
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, HandShape, Surface
from kneeguide.core.routine import Muscle
from kneeguide.core.skeleton import Skeleton, tool_radius
from kneeguide.core.solver import skeleton

REACHES: dict[Muscle, tuple[Surface, float, float]] = {
    Muscle.QUADS: (Surface.THIGH, 0.15, 0.68),
    Muscle.VASTUS_LATERALIS: (Surface.THIGH, 0.20, 0.68),
    Muscle.HIP_FLEXORS: (Surface.THIGH, 0.14, 0.36),
    Muscle.AROUND_KNEECAP: (Surface.THIGH, 0.82, 0.97),
    Muscle.HAMSTRINGS: (Surface.THIGH, 0.24, 0.78),
    Muscle.CALF: (Surface.CALF, 0.18, 0.66),
    Muscle.GLUTES: (Surface.PELVIS, 180, 240),
    Muscle.TFL: (Surface.PELVIS, -28, 16),
}
"""The stretch that may be pressed, in a person of 170 cm with the bones of Drillis and Contini (1966). Front of the
thigh: from below the crease of the groin to a hand's width (8.5 cm) above the kneecap; back: from below the buttock
to a hand's width above the crease of the knee; calf: from four fingers (7.5 cm) below it to above the heel cord."""

KNEECAP = 0.0185
"""Radius of the kneecap with its rim: 3 cm."""

KEEP_OFF: dict[str, tuple[Surface, tuple[float, float], tuple[float, float]]] = {
    "the kneecap": (Surface.THIGH, (0.925, 1.2), (0.3, 2)),
    "the joint line": (Surface.THIGH, (0.98, 1.2), (-2, 2)),
    "the tendon below the kneecap": (Surface.CALF, (-0.1, 0.12), (0.2, 2)),
    "the hollow of the knee": (Surface.THIGH, (0.80, 1.2), (-2, -0.2)),
    "the hollow of the knee, below the crease": (Surface.CALF, (-0.2, 0.16), (-2, 0.2)),
    "the crease of the groin": (Surface.THIGH, (-0.2, 0.11), (0.2, 2)),
    "the shin": (Surface.CALF, (-0.1, 1.1), (0.6, 2)),
    "the heel cord": (Surface.CALF, (0.72, 1.1), (-2, 0.2)),
}
"""Share of the bone, and depth."""
KEEP_OFF_PELVIS = {
    "the front hip bone": (22, 80),
    "the groin": (-65, -30),
    "the sit bone": (245, 295),
    "the tailbone and low back": (95, 176),
}
OUTER_HIP_BONE = 0.02
"""The bone on the outer hip lies over the joint, and is so broad round it."""


ON_ONE_SIDE = set(REACHES) - {Muscle.GLUTES, Muscle.TFL, Muscle.AROUND_KNEECAP}
BEHIND = {Muscle.HAMSTRINGS, Muscle.CALF}
ARMS = ("near_arm", "far_arm")


def on_other_side(name: str, limb: str) -> Arm:
    """An arm of a pose whose hand is on the other side of the limb."""
    arm = getattr(POSES[name], limb)
    return hand(arm, face=Face.BACK if arm.hand.face is Face.FRONT else Face.FRONT)


def wraps(pose: Pose) -> bool:
    """Whether a hand holds the limb from both sides."""
    return pose.near_arm.hand is not None and pose.near_arm.hand.shape is HandShape.WRAP


def parts(shape: HandShape) -> tuple[Point, ...]:
    """What of a hand presses: what touches, and the tips of the fingers where they lie on the skin too."""
    form = FORMS[shape]
    tips = [end for _, _, end, _ in form.fingers[1:]]
    return (form.touch, *tips) if shape in (HandShape.FLAT, HandShape.WRAP, HandShape.HOOK) else (form.touch,)


def pressed(pose: Pose, bones: Skeleton) -> Iterator[tuple[bool, Point]]:
    """Points at which the body is pressed, and whether there the pressure is meant to be: not at the fingers' tips."""
    if pose.tool is not None and bones.tool is not None:
        leg = bones.near_leg
        bone = {Surface.THIGH: leg.thigh, Surface.CALF: leg.shank}.get(pose.tool.on)
        share = on_bone(bones.tool.middle, bone)[0] if bone else 0
        inwards = direction(bones.tool.middle, between(bone.start, bone.end, share) if bone else bones.trunk.hip)
        yield True, offset(bones.tool.middle, inwards, tool_radius(pose.tool.kind))
        return
    for arm, bent in ((pose.near_arm, bones.near_arm), (pose.far_arm, bones.far_arm)):
        if arm.hand is not None and arm.hand.moves:
            flip = -1 if bent.palm_up else 1
            points = [(x, y * flip) for x, y in parts(bent.shape)]
            for i, point in enumerate(place(points, bent.forearm.end, bent.fingers, body.HAND)):
                yield i == 0 or bent.shape in (HandShape.WRAP, HandShape.HOOK), point


def on_bone(point: Point, bone: Segment) -> tuple[float, float]:
    """Share and depth of a point."""
    (x, y), (dx, dy) = point, (bone.end[0] - bone.start[0], bone.end[1] - bone.start[1])
    length = hypot(dx, dy)
    share = ((x - bone.start[0]) * dx + (y - bone.start[1]) * dy) / length**2
    aside = ((y - bone.start[1]) * dx - (x - bone.start[0]) * dy) / length
    front, back = bone.flesh(min(max(share, 0), 1))
    return share, aside / (front if aside > 0 else back)


def round_hip(point: Point, bones: Skeleton) -> float:
    return (direction(bones.trunk.hip, point) - bones.trunk.lean + 65) % 360 - 65


def faults(pose: Pose) -> list[str]:
    """What a pose presses that it should not, and where it misses its muscle."""
    assert pose.muscle is not None
    surface, low, high = REACHES[pose.muscle]
    found = []
    for phase in PHASES:
        bones = skeleton(pose, phase)
        for meant, point in pressed(pose, bones):
            leg = {Surface.THIGH: bones.near_leg.thigh, Surface.CALF: bones.near_leg.shank}
            at = round_hip(point, bones) if surface is Surface.PELVIS else on_bone(point, leg[surface])[0]
            if meant and not low <= at <= high:
                found.append(f"{phase}: {at:.2f} is off the {pose.muscle}")
            if distance(point, bones.near_leg.kneecap) < KNEECAP:
                found.append(f"{phase}: on the kneecap")
            if surface is Surface.PELVIS:
                found += [f"{phase}: on {name}, {at:.0f}" for name, (a, b) in KEEP_OFF_PELVIS.items() if a <= at <= b]
                if distance(point, bones.trunk.hip) < OUTER_HIP_BONE:
                    found.append(f"{phase}: on the outer hip bone")
            for name, (bone, (start, end), (deep, shallow)) in KEEP_OFF.items():
                share, depth = on_bone(point, leg[bone])
                if surface is bone and start < share < end and deep < depth < shallow:
                    found.append(f"{phase}: on {name}, {share:.2f} {depth:.2f}")
    return found


@poses_where(lambda pose: pose.muscle)
def test_the_muscle_is_pressed_and_nothing_that_must_be_left_alone(pose: Pose) -> None:
    assert faults(pose) == []


@poses_where(lambda pose: pose.muscle in ON_ONE_SIDE and not wraps(pose))
def test_each_side_of_a_limb_is_pressed_where_the_muscle_is(pose: Pose) -> None:
    """Front of the thigh, back of the thigh, calf: on the right side of the bone."""
    for phase in PHASES:
        bones = skeleton(pose, phase)
        bone = bones.near_leg.shank if pose.muscle is Muscle.CALF else bones.near_leg.thigh
        depths = [on_bone(point, bone)[1] for meant, point in pressed(pose, bones) if meant]
        assert {depth < 0 for depth in depths} == {pose.muscle in BEHIND}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("roller-back-thigh", {"tool": replace(POSES["roller-back-thigh"].tool, face=Face.FRONT)}),
        ("roller-calf", {"tool": replace(POSES["roller-calf"].tool, face=Face.FRONT)}),
        ("stick-front-thigh", {"tool": replace(POSES["stick-front-thigh"].tool, face=Face.BACK)}),
        ("fingers-under-thigh", {limb: on_other_side("fingers-under-thigh", limb) for limb in ARMS}),
        ("palm-glides-front-thigh", {"near_arm": on_other_side("palm-glides-front-thigh", "near_arm")}),
    ],
)
def test_a_limb_that_is_pressed_on_the_wrong_side_would_be_found(name: str, parts: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        test_each_side_of_a_limb_is_pressed_where_the_muscle_is(changed(name, **parts))


def shifted(name: str, by: float) -> Pose:
    """A pose that presses somewhere else."""
    pose = POSES[name]
    travel = replace(pose.travel, start=pose.travel.start + by, end=pose.travel.end + by)
    arms = {}
    for limb in ARMS:
        arm = getattr(pose, limb)
        if arm.hand is not None and arm.hand.moves:
            arms[limb] = hand(arm, at=arm.hand.at + by)
    return changed(name, travel=travel, **arms)


@pytest.mark.parametrize(
    ("name", "by", "told"),
    [
        ("stick-front-thigh", 0.30, "kneecap"),
        ("stick-front-thigh", -0.20, "crease of the groin"),
        ("roller-back-thigh", 0.40, "hollow of the knee"),
        ("roller-calf", -0.25, "hollow of the knee, below the crease"),
        ("roller-calf", 0.35, "heel cord"),
        ("palm-glides-front-thigh", 0.45, "joint line"),
        ("palm-glides-calf", -0.30, "tendon below the kneecap"),
        ("roller-front-hip", 50, "front hip bone"),
        ("ball-wall-front-hip", -50, "groin"),
        ("ball-wall-buttock", -30, "tailbone"),
        ("roller-buttock", 50, "sit bone"),
        ("fingers-under-thigh", 0.30, "off the hamstrings"),
        ("tapping-front-thigh", 0.30, "off the quads"),
        ("ball-wall-outer-thigh", 0.25, "off the vastus-lateralis"),
    ],
)
def test_a_pose_that_presses_where_nobody_should_would_be_found(name: str, by: float, told: str) -> None:
    assert any(told in fault for fault in faults(shifted(name, by)))


def test_a_hand_on_the_shin_would_be_found() -> None:
    pose = POSES["palm-glides-calf"]
    wrong = changed(pose.id, near_arm=hand(pose.near_arm, depth=1.0))
    assert any("shin" in fault for fault in faults(wrong))


def test_a_fist_on_the_outer_hip_bone_would_be_found() -> None:
    pose = POSES["knuckle-circles-front-hip"]
    wrong = changed(pose.id, near_arm=hand(pose.near_arm, depth=0.2))
    assert any("outer hip bone" in fault for fault in faults(wrong))
