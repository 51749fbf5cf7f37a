"""The outlines of a person's parts about the joints of a solved pose: skin, clothes, face and hands."""

from functools import lru_cache
from math import cos, radians, sin

from kneeguide.core import body
from kneeguide.core.drawing import Shape
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.hands import hand_outline
from kneeguide.core.outline import Point, arc, between, direction, hull, offset, place, smooth, tapered
from kneeguide.core.skeleton import ArmBones, LegBones, TrunkBones, TrunkForm

EDGE = 0.0042
"""Width of the darker edge that sets a near limb off from what lies behind it."""
CLOTH = 0.004
SHORTS_END = 0.46
HEM = 0.014
SLEEVE_END = 0.60
SOCK_START = 0.86
SHOULDER_SHOWS = 0.05
"""A far shoulder so far behind the near one shows wholly."""
CHEST_FILLS, BACK_FILLS = 0.007, 0.003
"""How much a full breath broadens the chest in front and behind, in body heights."""


_CRESCENT = (*arc((0.004, 0.0), 0.0175, 85, 225, 14), *arc((0.0067, -0.0013), 0.0172, 225, 85, 14))


def leg(bones: LegBones, name: str, far: bool) -> list[Shape]:
    """A bare leg with sock and shoe and the leg of the shorts."""
    skin, shorts, hem, shoe, sole = (
        (FigureRole.SKIN_FAR, FigureRole.SHORTS_FAR, FigureRole.SHORTS_FAR, FigureRole.SHOE_FAR, FigureRole.SOLE_FAR)
        if far
        else (FigureRole.SKIN, FigureRole.SHORTS, FigureRole.SHORTS_FAR, FigureRole.SHOE, FigureRole.SOLE)
    )
    outlines = body.foot_outlines(bones.toe_bend, bones.front_on)
    shoe_outline, sole_outline = (place(outline, bones.shank.end, bones.toes) for outline in outlines)
    return [
        Shape(f"{name}-thigh", skin, bones.thigh.outline()),
        Shape(f"{name}-shank", skin, bones.shank.outline()),
        Shape(f"{name}-sock", sole, bones.shank.outline(SOCK_START, 1.0, 0.0015, cuff=True)),
        Shape(f"{name}-shoe", shoe, shoe_outline),
        Shape(f"{name}-sole", sole, sole_outline),
        *([] if far else [_kneecap(bones, name)]),
        Shape(f"{name}-shorts", shorts, bones.thigh.outline(0.0, SHORTS_END, CLOTH, hem=True)),
        Shape(f"{name}-hem", hem, bones.thigh.outline(SHORTS_END - HEM, SHORTS_END, CLOTH, cuff=True, hem=True)),
    ]


def _kneecap(bones: LegBones, name: str) -> Shape:
    """The shade below and behind the kneecap, so that it is seen where nobody should press."""
    return Shape(f"{name}-kneecap", FigureRole.SKIN_FAR, place(_CRESCENT, bones.kneecap, bones.knee_front))


def arm(bones: ArmBones, name: str, far: bool) -> list[Shape]:
    """An arm in a short sleeve, and its hand."""
    skin, skin_edge = (FigureRole.SKIN_FAR, FigureRole.SKIN) if far else (FigureRole.SKIN, FigureRole.SKIN_FAR)
    shirt, shirt_edge = (FigureRole.SHIRT_FAR, FigureRole.SHIRT) if far else (FigureRole.SHIRT, FigureRole.SHIRT_FAR)
    upper, forearm = bones.upper, bones.forearm
    edges = [
        Shape(f"{name}-upper-edge", skin_edge, upper.outline(0.3, 1.0, EDGE)),
        Shape(f"{name}-forearm-edge", skin_edge, forearm.outline(more=EDGE)),
    ]
    sleeve_edge = Shape(
        f"{name}-sleeve-edge", shirt_edge, upper.outline(0.12, SLEEVE_END + 0.02, CLOTH + EDGE, hem=True)
    )
    sleeve_start = 0.3 if far else 0.0  # the trunk hides a far shoulder
    return [
        *([] if far else edges),
        *hand(bones, f"{name}-hand", skin, skin_edge),
        Shape(f"{name}-upper", skin, upper.outline(0.3, 1.0)),
        Shape(f"{name}-forearm", skin, forearm.outline()),
        *([] if far else [sleeve_edge]),
        Shape(f"{name}-sleeve", shirt, upper.outline(sleeve_start, SLEEVE_END, CLOTH, hem=True)),
    ]


def hand(bones: ArmBones, name: str, skin: FigureRole, edge: FigureRole) -> list[Shape]:
    """A hand with a thumb and fingers that can be told apart."""
    outlines = hand_outline(bones.shape, bones.closing, bones.palm_up, EDGE / body.HAND)

    def here(outline: tuple[Point, ...]) -> tuple[Point, ...]:
        return place(outline, bones.forearm.end, bones.fingers, body.HAND)

    shapes = [Shape(f"{name}-palm-edge", edge, here(palm)) for palm in outlines.palm_edges]
    for i, (finger, rim) in enumerate(zip(outlines.fingers, outlines.finger_edges, strict=True)):
        shapes.append(Shape(f"{name}-finger-{i}-edge", edge, here(rim)))
        shapes.append(Shape(f"{name}-finger-{i}", skin, here(finger)))
    return [*shapes, *(Shape(f"{name}-palm", skin, here(palm)) for palm in outlines.palms)]


def pelvis(hip: Point, lean: float, far_hip: Point) -> list[Shape]:
    """The seat of the shorts, over both hips."""
    return [Shape("pelvis", FigureRole.SHORTS, place(_pelvis(far_hip), hip, lean))]


@lru_cache(maxsize=32)
def _pelvis(far_hip: Point) -> tuple[Point, ...]:
    outline = body.pelvis_outline(CLOTH)
    return hull((*place(outline, far_hip, 0.0), *outline))


def trunk(bones: TrunkBones) -> list[Shape]:
    """All above the hips but the arms: neck, shirt and head."""
    shirt, collar = _shirt(bones.form)
    return [
        *_neck(bones),
        Shape("shirt", FigureRole.SHIRT, place(shirt, bones.hip, bones.lean)),
        Shape("collar", FigureRole.SHIRT_FAR, place(collar, bones.hip, bones.lean)),
        *_head(bones.head, bones.tilt),
    ]


@lru_cache(maxsize=64)
def _shirt(form: TrunkForm) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Shirt and collar of an upright body, as broad as the far side shows where the body is turned."""
    joints = ((0.0, 0.0), form.waist, form.shoulder, form.neck)
    shares = (0.0, body.LUMBAR / body.TRUNK, 1.0, 1.0 + body.NECK / body.TRUNK)
    low, upper = direction(joints[0], joints[1]), direction(joints[1], joints[2])
    angles = (low, upper, upper)
    high = (form.far_shoulder[0] - form.shoulder[0], form.far_shoulder[1] - form.shoulder[1])
    front, back = [], []
    for share, ahead, behind in body.TORSO:
        part = next((k for k in range(2) if share < shares[k + 1]), 2)
        along = (share - shares[part]) / (shares[part + 1] - shares[part])
        on_spine = between(joints[part], joints[part + 1], along)
        beside = angles[min(part + 1, 2)] if along > 0.5 else angles[max(part - 1, 0)]
        angle = angles[part] + (beside - angles[part]) * abs(along - 0.5)
        shift = between(form.far_hip, high, share) if share <= 1 else (0.0, 0.0)
        forward = shift[0] * cos(radians(angle - 90)) + shift[1] * sin(radians(angle - 90))
        full = form.breath if 0.5 < share < 1 else 0.0
        front.append(offset(on_spine, angle - 90, ahead + CLOTH + max(forward, 0) + full * CHEST_FILLS))
        back.append(offset(on_spine, angle + 90, behind + CLOTH + max(-forward, 0) + full * BACK_FILLS))
    back[-4:-1] = _far_shoulder(form, back[-4:-1])
    hem = [between(back[0], front[0], share) for share in (0.06, 0.35, 0.65, 0.94)]
    return smooth((*hem, *front, *reversed(back)), 4), place(smooth(body.COLLAR, 3), form.neck, upper - 90)


def _far_shoulder(form: TrunkForm, back: list[Point]) -> list[Point]:
    """The back of a shirt at the shoulders, which goes round the far one as far as that shows."""
    shows = min(max(form.shoulder[0] - form.far_shoulder[0], 0.0) / SHOULDER_SHOWS, 1.0)
    round_it = place(body.SHOULDER, form.far_shoulder, 0.0)
    return [between(a, b, shows) for a, b in zip(back, round_it, strict=True)]


def _neck(bones: TrunkBones) -> list[Shape]:
    nape = place([body.NECK_END], bones.head, bones.tilt, body.HEAD)[0]
    root = bones.neck
    return [
        Shape("neck", FigureRole.SKIN, tapered(root, 0.030, nape, 0.031, 20)),
        Shape("neck-shade", FigureRole.SKIN_FAR, tapered(between(root, nape, 0.62), 0.0305, nape, 0.031, 20)),
    ]


_FACE = tuple(
    (name, role, smooth(points, 3))
    for name, role, points in (
        ("face", FigureRole.SKIN, body.FACE),
        ("hair", FigureRole.HAIR, body.HAIR),
        ("ear-edge", FigureRole.SKIN_FAR, body.EAR),
        ("eye", FigureRole.HAIR, body.EYE),
        ("brow", FigureRole.HAIR, body.BROW),
        ("mouth", FigureRole.HAIR, body.MOUTH),
    )
)


def _head(middle: Point, tilt: float) -> list[Shape]:
    return [Shape(name, role, place(outline, middle, tilt, body.HEAD)) for name, role, outline in _FACE]
