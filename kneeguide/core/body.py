"""The proportions of a person: how long each part is and how much flesh lies on it.

Lengths of segments are the shares of body height of Drillis and Contini (1966), as tabled by Winter, Biomechanics and
Motor Control of Human Movement, 4th ed. (2009), figure 4.1. Thicknesses are drawn after usual girths of adults.
"""

from itertools import pairwise
from math import cos, radians, sin

from kneeguide.core.outline import Point, Profile
from kneeguide.core.posture import HandShape

UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
THIGH = 0.245
SHANK = 0.246
FOOT_HEIGHT = 0.039
TRUNK = 0.288
HEAD = 0.130
LUMBAR = 0.105
"""From the hip joint up to the waist, where the trunk bends."""
NECK = 0.042
"""From the line of the shoulder joints up to the root of the neck."""
NECK_TO_HEAD = 0.080
"""From the root of the neck to the middle of the head."""

THIGH_FLESH: Profile = (
    (0.0, 0.056, 0.062),
    (0.2, 0.057, 0.058),
    (0.5, 0.050, 0.050),
    (0.8, 0.038, 0.037),
    (0.93, 0.036, 0.034),
    (1.0, 0.035, 0.035),
)
SHANK_FLESH: Profile = (
    (0.0, 0.035, 0.035),
    (0.10, 0.032, 0.036),
    (0.30, 0.028, 0.045),
    (0.50, 0.025, 0.038),
    (0.80, 0.019, 0.022),
    (1.0, 0.020, 0.022),
)
UPPER_ARM_FLESH: Profile = ((0.0, 0.031, 0.033), (0.4, 0.028, 0.027), (0.8, 0.022, 0.022), (1.0, 0.021, 0.023))
FOREARM_FLESH: Profile = ((0.0, 0.021, 0.023), (0.25, 0.023, 0.023), (0.7, 0.017, 0.017), (1.0, 0.0135, 0.0135))

TORSO: tuple[tuple[float, float, float], ...] = (
    (0.13, 0.058, 0.071),
    (0.22, 0.057, 0.062),
    (0.36, 0.057, 0.055),
    (0.52, 0.064, 0.056),
    (0.72, 0.070, 0.063),
    (0.88, 0.062, 0.066),
    (1.0, 0.046, 0.056),
    (1.11, 0.031, 0.036),
)
"""From the hip up, by the share of the trunk: chest and belly in front, back behind."""

PELVIS: tuple[tuple[float, float], ...] = (
    (0, 0.056),
    (45, 0.064),
    (90, 0.066),
    (135, 0.074),
    (180, 0.079),
    (215, 0.081),
    (245, 0.075),
    (270, 0.066),
    (315, 0.057),
    (360, 0.056),
)
"""Round the hip joint, degrees from the front: distance of the surface, the buttock behind and below."""


def pelvis_radius(angle: float) -> float:
    """Distance of the pelvis's surface from the hip joint; degrees anticlockwise from the front of an upright body."""
    angle %= 360
    for (left, before), (right, after) in pairwise(PELVIS):
        if angle <= right:
            return before + (after - before) * (angle - left) / (right - left)
    return PELVIS[-1][1]


def pelvis_outline(more: float = 0.0) -> tuple[Point, ...]:
    """The pelvis of an upright body about its hip joint."""
    radii = ((angle, pelvis_radius(angle) + more) for angle in range(0, 360, 5))
    return tuple((r * cos(radians(a)), r * sin(radians(a))) for a, r in radii)


# Drawn about the middle of the head, in heads, the face to the right.
FACE: tuple[Point, ...] = (
    (0.02, 0.5), (0.24, 0.44), (0.365, 0.30), (0.395, 0.17), (0.385, 0.095), (0.425, 0.005), (0.462, -0.065),
    (0.455, -0.105), (0.395, -0.135), (0.408, -0.185), (0.392, -0.22), (0.402, -0.26), (0.375, -0.315),
    (0.378, -0.39), (0.335, -0.465), (0.24, -0.485), (0.06, -0.40), (-0.10, -0.30), (-0.26, -0.28), (-0.40, -0.12),
    (-0.45, 0.08), (-0.38, 0.30), (-0.20, 0.45),
)  # fmt: skip
HAIR: tuple[Point, ...] = (
    (0.36, 0.36), (0.30, 0.49), (0.12, 0.575), (-0.12, 0.56), (-0.34, 0.44), (-0.475, 0.24), (-0.50, 0.02),
    (-0.44, -0.18), (-0.34, -0.33), (-0.25, -0.34), (-0.19, -0.20), (-0.145, -0.05), (-0.12, 0.07), (-0.03, 0.09),
    (0.015, -0.03), (0.05, -0.04), (0.075, 0.10), (0.13, 0.22), (0.26, 0.285),
)  # fmt: skip
EAR: tuple[Point, ...] = ((-0.02, 0.08), (0.02, 0.02), (0.0, -0.06), (-0.05, -0.12), (-0.09, -0.04), (-0.085, 0.05))
EYE: tuple[Point, ...] = ((0.285, 0.080), (0.312, 0.055), (0.31, 0.010), (0.285, 0.0), (0.268, 0.045))
BROW: tuple[Point, ...] = ((0.21, 0.150), (0.28, 0.190), (0.355, 0.180), (0.355, 0.162), (0.28, 0.168), (0.215, 0.135))
MOUTH: tuple[Point, ...] = ((0.275, -0.195), (0.32, -0.222), (0.39, -0.222), (0.32, -0.240))
NECK_END: Point = (-0.13, -0.20)

# Drawn about the ankle, in body heights, the toes to the right, the ground at -FOOT_HEIGHT.
SHOE: tuple[Point, ...] = (
    (-0.040, -0.030), (-0.045, -0.012), (-0.036, 0.012), (-0.026, 0.017), (0.000, 0.012), (0.023, 0.016),
    (0.040, 0.004), (0.066, -0.008), (0.092, -0.014), (0.108, -0.021), (0.113, -0.031), (0.060, -0.034),
    (0.0, -0.034),
)  # fmt: skip
SOLE: tuple[Point, ...] = (
    (-0.043, -0.027), (-0.046, -0.034), (-0.040, -0.039), (0.0, -0.039), (0.085, -0.039), (0.106, -0.038),
    (0.116, -0.032), (0.112, -0.026), (0.06, -0.0285), (0.0, -0.0285),
)  # fmt: skip

Capsule = tuple[Point, float, Point, float]
"""Two circles whose hull is a part of a hand, about the wrist, in hand lengths; fingers to the right, palm down."""

PALM_DEPTH = 0.125
"""From the wrist's middle to the palm's surface, in hand lengths."""
PALM_MIDDLE = 0.42
"""From the wrist to the middle of the palm, in hand lengths."""
HOOKED = 0.70
"""From the wrist to where hooked fingers turn under, in hand lengths."""

FINGERS: dict[HandShape, tuple[Capsule, ...]] = {
    HandShape.FLAT: (
        ((0.14, -0.03), 0.075, (0.44, -0.075), 0.05),
        ((0.46, 0.02), 0.075, (1.0, -0.07), 0.05),
        ((0.44, 0.0), 0.085, (0.86, -0.07), 0.05),
    ),
    HandShape.HEEL: (
        ((0.12, -0.03), 0.075, (0.42, -0.11), 0.05),
        ((0.42, 0.02), 0.075, (0.92, 0.10), 0.045),
        ((0.42, 0.0), 0.085, (0.80, 0.03), 0.045),
    ),
    HandShape.WRAP: (
        ((0.16, 0.14), 0.085, (0.52, 0.34), 0.055),
        ((0.42, 0.165), 0.066, (0.80, 0.205), 0.052),
        ((0.45, 0.06), 0.068, (0.90, 0.07), 0.054),
        ((0.45, -0.05), 0.068, (0.87, -0.06), 0.053),
        ((0.40, -0.15), 0.064, (0.74, -0.185), 0.048),
    ),
    HandShape.HOOK: (
        ((0.16, 0.14), 0.085, (0.48, 0.30), 0.055),
        ((0.42, 0.165), 0.066, (0.68, 0.195), 0.055),
        ((0.45, 0.06), 0.068, (0.74, 0.07), 0.058),
        ((0.45, -0.05), 0.068, (0.72, -0.055), 0.056),
        ((0.40, -0.15), 0.064, (0.64, -0.175), 0.05),
    ),
    HandShape.GRIP: (
        ((0.30, 0.21), 0.078, (0.54, 0.20), 0.072),
        ((0.30, 0.07), 0.080, (0.57, 0.07), 0.074),
        ((0.30, -0.07), 0.080, (0.56, -0.07), 0.073),
        ((0.30, -0.20), 0.074, (0.51, -0.19), 0.066),
    ),
    HandShape.LOOSE: (
        ((0.16, 0.12), 0.085, (0.56, 0.25), 0.055),
        ((0.42, 0.15), 0.062, (0.84, 0.16), 0.050),
        ((0.45, 0.05), 0.064, (0.92, 0.04), 0.052),
        ((0.45, -0.05), 0.062, (0.86, -0.07), 0.050),
    ),
}
"""Thumb first where it shows, then the fingers, those farther from the eye first."""

PALMS: dict[HandShape, tuple[Capsule, ...]] = {
    HandShape.FLAT: (((0.0, 0.0), 0.125, (0.48, -0.01), 0.11),),
    HandShape.HEEL: (((0.0, 0.0), 0.125, (0.46, 0.0), 0.11),),
    HandShape.WRAP: (((0.0, 0.0), 0.125, (0.40, 0.10), 0.13), ((0.0, 0.0), 0.125, (0.38, -0.08), 0.13)),
    HandShape.HOOK: (((0.0, 0.0), 0.125, (0.40, 0.10), 0.13), ((0.0, 0.0), 0.125, (0.38, -0.08), 0.13)),
    HandShape.GRIP: (((0.0, 0.0), 0.125, (0.30, 0.12), 0.15), ((0.0, 0.0), 0.125, (0.28, -0.10), 0.15)),
    HandShape.LOOSE: (((0.0, 0.0), 0.125, (0.40, 0.08), 0.12), ((0.0, 0.0), 0.125, (0.40, -0.04), 0.11)),
}
