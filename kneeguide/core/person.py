"""The outlines of a person's parts about the joints of a solved pose: skin, clothes, face, hands and muscles."""

from itertools import pairwise
from math import cos, pi, radians, sin

from kneeguide.core import body
from kneeguide.core.drawing import FigureRole, Shape
from kneeguide.core.outline import Point, Segment, between, direction, hull, offset, place, smooth, tapered
from kneeguide.core.routine import Muscle
from kneeguide.core.skeleton import ArmBones, LegBones, Skeleton

EDGE = 0.0042
"""Width of the darker edge that sets a near limb off from what lies behind it."""
CLOTH = 0.004
SHORTS_END = 0.46
SLEEVE_END = 0.60
SOCK_START = 0.90

_LEG_MUSCLES: dict[Muscle, tuple[str, float, float, float, float]] = {
    Muscle.QUADS: ("thigh", 0.13, 0.82, 0.16, 0.94),
    Muscle.VASTUS_LATERALIS: ("thigh", 0.20, 0.80, -0.05, 0.80),
    Muscle.HIP_FLEXORS: ("thigh", 0.04, 0.40, 0.22, 0.96),
    Muscle.AROUND_KNEECAP: ("thigh", 0.82, 1.0, 0.2, 1.0),
    Muscle.HAMSTRINGS: ("thigh", 0.18, 0.82, -0.94, -0.16),
    Muscle.CALF: ("shank", 0.05, 0.68, -0.96, 0.12),
}
"""Bone, from and to as shares of it, and how deep from (-1 the back surface, 1 the front) as a side view shows them."""

HIP_MUSCLES: dict[Muscle, tuple[Point, ...]] = {
    Muscle.GLUTES: (
        (-0.030, 0.046), (-0.056, 0.030), (-0.067, 0.002), (-0.064, -0.030), (-0.044, -0.052), (-0.024, -0.050),
        (-0.006, -0.030), (-0.006, 0.004), (-0.012, 0.032),
    ),
    Muscle.TFL: (
        (0.020, 0.050), (0.046, 0.042), (0.056, 0.012), (0.052, -0.030), (0.038, -0.072), (0.028, -0.082),
        (0.018, -0.040), (0.010, 0.012),
    ),
}  # fmt: skip
"""Drawn about the hip joint of an upright body that faces right, in body heights."""


def leg(bones: LegBones, name: str, far: bool) -> list[Shape]:
    """A bare leg with a shoe and the leg of the shorts."""
    skin, shorts, shoe, sole = (
        (FigureRole.SKIN_FAR, FigureRole.SHORTS_FAR, FigureRole.SHOE_FAR, FigureRole.SOLE_FAR)
        if far
        else (FigureRole.SKIN, FigureRole.SHORTS, FigureRole.SHOE, FigureRole.SOLE)
    )
    ankle = bones.shank.end
    return [
        Shape(f"{name}-thigh", skin, bones.thigh.outline()),
        Shape(f"{name}-shank", skin, bones.shank.outline()),
        Shape(f"{name}-sock", sole, bones.shank.outline(SOCK_START, 1.0, 0.002)),
        Shape(f"{name}-shoe", shoe, place(smooth(body.SHOE), ankle, bones.toes)),
        Shape(f"{name}-sole", sole, place(smooth(body.SOLE), ankle, bones.toes)),
        Shape(f"{name}-shorts", shorts, bones.thigh.outline(0.0, SHORTS_END, CLOTH, hem=True)),
    ]


def arm(bones: ArmBones, name: str, far: bool) -> list[Shape]:
    """An arm in a short sleeve, and its hand."""
    skin, skin_edge = (FigureRole.SKIN_FAR, FigureRole.SKIN) if far else (FigureRole.SKIN, FigureRole.SKIN_FAR)
    shirt, shirt_edge = (FigureRole.SHIRT_FAR, FigureRole.SHIRT) if far else (FigureRole.SHIRT, FigureRole.SHIRT_FAR)
    sleeve_start = 0.3 if far else 0.0  # the trunk hides a far shoulder
    edges = []
    if not far:
        edges = [
            Shape(f"{name}-upper-edge", skin_edge, bones.upper.outline(0.3, 1.0, EDGE)),
            Shape(f"{name}-forearm-edge", skin_edge, bones.forearm.outline(more=EDGE)),
        ]
    shapes = [
        *edges,
        *hand(bones, f"{name}-hand", skin, skin_edge),
        Shape(f"{name}-upper", skin, bones.upper.outline(0.3, 1.0)),
        Shape(f"{name}-forearm", skin, bones.forearm.outline()),
    ]
    if not far:
        shapes.append(
            Shape(
                f"{name}-sleeve-edge", shirt_edge, bones.upper.outline(0.12, SLEEVE_END + 0.02, CLOTH + EDGE, hem=True)
            )
        )
    return [*shapes, Shape(f"{name}-sleeve", shirt, bones.upper.outline(sleeve_start, SLEEVE_END, CLOTH, hem=True))]


def hand(bones: ArmBones, name: str, skin: FigureRole, edge: FigureRole) -> list[Shape]:
    """A hand with a thumb and fingers that can be told apart."""
    flip = -1 if bones.palm_up else 1

    def capsule(part: body.Capsule, more: float) -> tuple[Point, ...]:
        (ax, ay), a, (bx, by), b = part
        a, b = a + more / body.HAND, b + more / body.HAND
        outline = tapered((ax, ay * flip), a, (bx, by * flip), b)
        return place(outline, bones.forearm.end, bones.fingers, body.HAND)

    palms, fingers = body.PALMS[bones.shape], body.FINGERS[bones.shape]
    shapes = [Shape(f"{name}-palm-edge", edge, capsule(palm, EDGE)) for palm in palms]
    for i, finger in enumerate(fingers):
        shapes.append(Shape(f"{name}-finger-{i}-edge", edge, capsule(finger, EDGE * 0.8)))
        shapes.append(Shape(f"{name}-finger-{i}", skin, capsule(finger, 0)))
    return [*shapes, *(Shape(f"{name}-palm", skin, capsule(palm, 0)) for palm in palms)]


def pelvis(bones: Skeleton) -> list[Shape]:
    """The seat of the shorts, over both hips."""
    outline = body.pelvis_outline(CLOTH)
    both = (*place(outline, bones.far_hip, bones.lean), *place(outline, bones.hip, bones.lean))
    return [Shape("pelvis", FigureRole.SHORTS, hull(both))]


def upper_body(bones: Skeleton) -> list[Shape]:
    """All above the hips but the arms."""
    return [*neck(bones), *shirt(bones), *head(bones)]


def shirt(bones: Skeleton) -> list[Shape]:
    """The trunk from the hem to the collar, as broad as the far side shows where the body is turned."""
    joints = (bones.hip, bones.waist, bones.shoulder, bones.neck)
    shares = (0.0, body.LUMBAR / body.TRUNK, 1.0, 1.0 + body.NECK / body.TRUNK)
    angles = [direction(a, b) for a, b in pairwise(joints)]
    low = (bones.far_hip[0] - bones.hip[0], bones.far_hip[1] - bones.hip[1])
    high = (bones.far_shoulder[0] - bones.shoulder[0], bones.far_shoulder[1] - bones.shoulder[1])
    front, back = [], []
    for share, ahead, behind in body.TORSO:
        part = next((k for k in range(2) if share < shares[k + 1]), 2)
        along = (share - shares[part]) / (shares[part + 1] - shares[part])
        on_spine = between(joints[part], joints[part + 1], along)
        beside = angles[min(part + 1, 2)] if along > 0.5 else angles[max(part - 1, 0)]
        angle = angles[part] + (beside - angles[part]) * abs(along - 0.5)
        shift = between(low, high, share) if share <= 1 else (0.0, 0.0)
        forward = shift[0] * cos(radians(angle - 90)) + shift[1] * sin(radians(angle - 90))
        front.append(offset(on_spine, angle - 90, ahead + CLOTH + max(forward, 0)))
        back.append(offset(on_spine, angle + 90, behind + CLOTH + max(-forward, 0)))
    hem = [between(back[0], front[0], share) for share in (0.06, 0.35, 0.65, 0.94)]
    return [Shape("shirt", FigureRole.SHIRT, smooth((*hem, *front, *reversed(back))))]


def neck(bones: Skeleton) -> list[Shape]:
    """The neck, in the shade of the head."""
    nape = place([body.NECK_END], bones.head, bones.head_tilt, body.HEAD)[0]
    return [Shape("neck", FigureRole.SKIN_FAR, tapered(bones.neck, 0.030, nape, 0.031))]


def head(bones: Skeleton) -> list[Shape]:
    """Face and hair."""

    def on_head(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return place(smooth(points), bones.head, bones.head_tilt, body.HEAD)

    return [
        Shape("face", FigureRole.SKIN, on_head(body.FACE)),
        Shape("hair", FigureRole.HAIR, on_head(body.HAIR)),
        Shape("ear-edge", FigureRole.SKIN_FAR, on_head(body.EAR)),
        Shape("eye", FigureRole.HAIR, on_head(body.EYE)),
        Shape("brow", FigureRole.HAIR, on_head(body.BROW)),
        Shape("mouth", FigureRole.HAIR, on_head(body.MOUTH)),
    ]


def muscle(bones: Skeleton, worked: Muscle) -> list[Shape]:
    """The worked muscle on the near leg, as if seen through clothes and skin, with a pale edge and fibres."""
    if worked in HIP_MUSCLES:
        points = HIP_MUSCLES[worked]
        middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
        wider = tuple(between(middle, point, 1.09) for point in points)
        return [
            Shape("muscle-edge", FigureRole.MUSCLE_EDGE, place(smooth(wider), bones.hip, bones.lean)),
            Shape("muscle", FigureRole.MUSCLE, place(smooth(points), bones.hip, bones.lean)),
        ]
    bone, start, end, deep, shallow = _LEG_MUSCLES[worked]
    segment = bones.near_leg.thigh if bone == "thigh" else bones.near_leg.shank
    middle_depth, half = (deep + shallow) / 2, (shallow - deep) / 2
    return [
        Shape(
            "muscle-edge", FigureRole.MUSCLE_EDGE, _belly(segment, start - 0.02, end + 0.02, middle_depth, half + 0.08)
        ),
        Shape("muscle", FigureRole.MUSCLE, _belly(segment, start, end, middle_depth, half)),
        Shape(
            "muscle-fibre",
            FigureRole.MUSCLE_EDGE,
            _belly(segment, start + 0.08, end - 0.08, middle_depth + half * 0.25, 0.035),
        ),
        Shape(
            "muscle-fibre",
            FigureRole.MUSCLE_EDGE,
            _belly(segment, start + 0.10, end - 0.10, middle_depth - half * 0.3, 0.035),
        ),
    ]


def _belly(segment: Segment, start: float, end: float, depth: float, half: float) -> tuple[Point, ...]:
    shares = [i / 24 for i in range(25)]
    swell = [half * sin(pi * share) ** 0.7 for share in shares]
    upper = [segment.inside(start + (end - start) * u, depth + h) for u, h in zip(shares, swell, strict=True)]
    lower = [segment.inside(start + (end - start) * u, depth - h) for u, h in zip(shares, swell, strict=True)]
    return (*upper, *reversed(lower))
