"""Where on a leg each muscle is worked, and where the places to keep off lie. In the terms of ``leg_shape``.

Positions follow the surface anatomy of the lower limb in Standring (ed.), Gray's Anatomy, 42nd ed. (2020). Muscles are
drawn as far as hands and tools may go, which is less than they reach: the thigh ends a hand's width from kneecap and
knee crease, the calf four fingers below the crease. A palm's width is 0.08 here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.leg_shape import BACK_EDGE, FRONT_EDGE, OUTER_EDGE, Curve, View, through
from kneeguide.core.outline import Point, arc, circle, smooth
from kneeguide.core.routine import Muscle

_FROM_THE_EDGE = 0.003
"""Free skin between the outline and what lies along it."""


def _oval(middle: Point, across: float, high: float) -> Curve:
    """An oval of half a breadth and half a height."""
    return tuple((middle[0] + across * x, middle[1] + high * y) for x, y in circle((0.0, 0.0), 1.0, step=5))


def _across(half: Curve) -> Curve:
    """Both halves of what lies across the middle of the body."""
    side = through(half)
    return (*side, *((-x, y) for x, y in reversed(side)))


def _along(edge: Curve, top: float, bottom: float, width: float) -> Curve:
    """A sliver of skin along an edge of the outline; ``width`` < 0 grows towards smaller x."""
    rim = [(x, y) for x, y in edge if bottom <= y <= top]
    start = _FROM_THE_EDGE if width > 0 else -_FROM_THE_EDGE
    inner = []
    for i, (x, y) in enumerate(rim):
        along = 2 * i / (len(rim) - 1) - 1
        inner.append((x + start + width * (1 - along**2) ** 0.5, y))
    return (*((x + start, y) for x, y in rim), *reversed(inner))


def _above_kneecap(middle: Point, inner: float, outer: float, top: float) -> Curve:
    """A horseshoe, open below, where the joint is: as wide as ``outer``, as high as ``top``."""
    rim = [(middle[0] + outer * x, middle[1] + top * y) for x, y in arc((0.0, 0.0), 1.0, 0, 180)]
    return (*rim, *reversed(arc(middle, inner, 0, 180)))


MUSCLES: Mapping[Muscle, Mapping[View, Curve]] = MappingProxyType(
    {
        Muscle.QUADS: {
            View.FRONT: smooth((
                (0.1060, 0.815), (0.1220, 0.795), (0.1370, 0.750), (0.1440, 0.700), (0.1415, 0.650), (0.1320, 0.608),
                (0.1150, 0.590), (0.0900, 0.587), (0.0680, 0.594), (0.0525, 0.618), (0.0475, 0.658), (0.0545, 0.705),
                (0.0690, 0.755), (0.0890, 0.800),
            )),
            View.SIDE: smooth((
                (0.0640, 0.815), (0.0530, 0.785), (0.0440, 0.730), (0.0410, 0.670), (0.0450, 0.615), (0.0560, 0.588),
                (0.0680, 0.602), (0.0780, 0.650), (0.0855, 0.710), (0.0865, 0.770), (0.0790, 0.812),
            )),
        },
        Muscle.VASTUS_LATERALIS: {
            View.FRONT: smooth((
                (0.1330, 0.788), (0.1460, 0.760), (0.1510, 0.705), (0.1480, 0.645), (0.1390, 0.598), (0.1290, 0.588),
                (0.1220, 0.615), (0.1190, 0.670), (0.1210, 0.735),
            )),
            View.SIDE: smooth((
                (0.0360, 0.792), (0.0265, 0.755), (0.0225, 0.700), (0.0230, 0.640), (0.0290, 0.596), (0.0400, 0.588),
                (0.0520, 0.618), (0.0600, 0.675), (0.0600, 0.735), (0.0500, 0.780),
            )),
        },
        Muscle.AROUND_KNEECAP: {View.FRONT: _above_kneecap((0.090, 0.4840), 0.0300, 0.0440, 0.0600)},
        Muscle.HIP_FLEXORS: {
            View.FRONT: smooth((
                (0.1060, 0.770), (0.0940, 0.790), (0.0920, 0.820), (0.1010, 0.848), (0.1130, 0.866), (0.1240, 0.850),
                (0.1280, 0.815), (0.1210, 0.782),
            )),
        },
        Muscle.TFL: {
            View.FRONT: smooth((
                (0.1370, 0.910), (0.1310, 0.885), (0.1310, 0.850), (0.1350, 0.818), (0.1400, 0.835), (0.1430, 0.865),
                (0.1480, 0.890), (0.1450, 0.908),
            )),
            View.SIDE: smooth((
                (0.0540, 0.898), (0.0400, 0.892), (0.0290, 0.866), (0.0260, 0.832), (0.0290, 0.805), (0.0400, 0.815),
                (0.0520, 0.845), (0.0600, 0.875),
            )),
        },
        Muscle.GLUTES: {
            View.SIDE: smooth((
                (-0.0420, 0.808), (-0.0330, 0.845), (-0.0330, 0.890), (-0.0480, 0.922), (-0.0720, 0.930),
                (-0.0950, 0.908), (-0.1090, 0.872), (-0.1090, 0.835), (-0.0950, 0.806), (-0.0680, 0.796),
            )),
            View.BACK: smooth((
                (0.0420, 0.810), (0.0290, 0.836), (0.0370, 0.872), (0.0530, 0.906), (0.0790, 0.930), (0.1080, 0.930),
                (0.1300, 0.906), (0.1380, 0.880), (0.1360, 0.848), (0.1290, 0.818), (0.1130, 0.801), (0.0900, 0.799),
                (0.0640, 0.803),
            )),
        },
        Muscle.HAMSTRINGS: {
            View.SIDE: smooth((
                (-0.0420, 0.558), (-0.0540, 0.572), (-0.0640, 0.620), (-0.0715, 0.680), (-0.0720, 0.728),
                (-0.0520, 0.740), (-0.0310, 0.728), (-0.0230, 0.680), (-0.0230, 0.620), (-0.0300, 0.572),
            )),
            View.BACK: smooth((
                (0.0640, 0.553), (0.0500, 0.592), (0.0405, 0.645), (0.0450, 0.698), (0.0650, 0.730), (0.0920, 0.738),
                (0.1190, 0.730), (0.1380, 0.698), (0.1435, 0.645), (0.1350, 0.592), (0.1210, 0.553), (0.1080, 0.558),
                (0.0985, 0.588), (0.0920, 0.606), (0.0855, 0.588), (0.0770, 0.558),
            )),
        },
        Muscle.CALF: {
            View.SIDE: smooth((
                (-0.0520, 0.392), (-0.0690, 0.372), (-0.0760, 0.335), (-0.0715, 0.285), (-0.0600, 0.228),
                (-0.0480, 0.190), (-0.0370, 0.200), (-0.0270, 0.250), (-0.0210, 0.310), (-0.0230, 0.360),
                (-0.0350, 0.390),
            )),
            View.BACK: smooth((
                (0.0740, 0.393), (0.0560, 0.382), (0.0450, 0.345), (0.0445, 0.302), (0.0510, 0.262), (0.0610, 0.233),
                (0.0700, 0.208), (0.0790, 0.189), (0.0910, 0.184), (0.1030, 0.190), (0.1130, 0.212), (0.1235, 0.246),
                (0.1320, 0.285), (0.1365, 0.325), (0.1340, 0.362), (0.1220, 0.388), (0.1060, 0.393), (0.0910, 0.385),
            )),
        },
    }
)  # fmt: skip
"""Each muscle on the views where it lies."""

_OUTER_HIP = _along(OUTER_EDGE, 0.872, 0.808, -0.015)
_OUTER_KNEE = _along(OUTER_EDGE, 0.452, 0.408, -0.016)
_BAND = _along(OUTER_EDGE, 0.785, 0.500, -0.009)

KEEP_OFF: Mapping[KeepOff, Mapping[View, Curve]] = MappingProxyType(
    {
        KeepOff.BELLY: {
            View.FRONT: _across((
                (0.0, 0.992), (0.0700, 0.992), (0.1090, 0.986), (0.1130, 0.960), (0.1000, 0.925), (0.0700, 0.885),
                (0.0350, 0.850), (0.0, 0.838),
            )),
            View.SIDE: _along(FRONT_EDGE, 0.992, 0.925, -0.034),
        },
        KeepOff.FRONT_HIP_BONE: {
            View.FRONT: _oval((0.1180, 0.917), 0.0125, 0.0170),
            View.SIDE: _oval((0.0720, 0.907), 0.0130, 0.0150),
        },
        KeepOff.GROIN: {
            View.FRONT: smooth((
                (0.1000, 0.893), (0.0700, 0.866), (0.0350, 0.830), (0.0080, 0.815), (0.0050, 0.785), (0.0110, 0.745),
                (0.0220, 0.690), (0.0300, 0.652), (0.0400, 0.680), (0.0490, 0.735), (0.0620, 0.785), (0.0840, 0.845),
            )),
        },
        KeepOff.KNEECAP: {
            View.FRONT: smooth((
                (0.0900, 0.512), (0.0770, 0.508), (0.0675, 0.496), (0.0655, 0.482), (0.0540, 0.471), (0.0520, 0.460),
                (0.0630, 0.450), (0.0755, 0.440), (0.0800, 0.426), (0.0840, 0.414), (0.0960, 0.414), (0.1000, 0.426),
                (0.1045, 0.440), (0.1160, 0.450), (0.1270, 0.460), (0.1250, 0.471), (0.1145, 0.482), (0.1125, 0.496),
                (0.1030, 0.508),
            )),
            View.SIDE: smooth((
                (0.0510, 0.513), (0.0380, 0.508), (0.0340, 0.488), (0.0200, 0.472), (0.0150, 0.460), (0.0240, 0.450),
                (0.0360, 0.441), (0.0370, 0.422), (0.0420, 0.420), (0.0455, 0.434), (0.0480, 0.453), (0.0550, 0.470),
                (0.0575, 0.492), (0.0555, 0.508),
            )),
        },
        KeepOff.SHIN: {
            View.FRONT: smooth((
                (0.0890, 0.406), (0.0785, 0.390), (0.0730, 0.330), (0.0710, 0.250), (0.0685, 0.170), (0.0660, 0.105),
                (0.0735, 0.092), (0.0800, 0.130), (0.0850, 0.200), (0.0890, 0.270), (0.0935, 0.340), (0.0970, 0.392),
            )),
            View.SIDE: _along(FRONT_EDGE, 0.412, 0.110, -0.013),
        },
        KeepOff.OUTER_HIP_BONE: {
            View.FRONT: _OUTER_HIP,
            View.SIDE: _oval((0.0, 0.842), 0.0190, 0.0250),
            View.BACK: _OUTER_HIP,
        },
        KeepOff.IT_BAND: {
            View.FRONT: _BAND,
            View.SIDE: smooth((
                (0.0010, 0.806), (-0.0100, 0.790), (-0.0140, 0.730), (-0.0140, 0.660), (-0.0110, 0.580),
                (-0.0030, 0.510), (0.0040, 0.484), (0.0140, 0.486), (0.0160, 0.515), (0.0155, 0.580),
                (0.0160, 0.660), (0.0170, 0.730), (0.0120, 0.792),
            )),
            View.BACK: _BAND,
        },
        KeepOff.OUTER_KNEE: {
            View.FRONT: _OUTER_KNEE,
            View.SIDE: _oval((-0.0130, 0.430), 0.0150, 0.0180),
            View.BACK: _OUTER_KNEE,
        },
        KeepOff.LOW_BACK: {
            View.SIDE: _along(BACK_EDGE, 0.992, 0.938, 0.030),
            View.BACK: _across((
                (0.0, 0.992), (0.0700, 0.992), (0.0820, 0.978), (0.0640, 0.948), (0.0400, 0.918), (0.0200, 0.870),
                (0.0080, 0.840), (0.0, 0.832),
            )),
        },
        KeepOff.SIT_BONE: {View.BACK: _oval((0.0600, 0.777), 0.0220, 0.0150)},
        KeepOff.BEHIND_KNEE: {
            View.SIDE: _along(BACK_EDGE, 0.548, 0.404, 0.018),
            View.BACK: smooth((
                (0.0900, 0.542), (0.0780, 0.520), (0.0640, 0.485), (0.0620, 0.458), (0.0720, 0.428), (0.0900, 0.405),
                (0.1080, 0.428), (0.1180, 0.458), (0.1160, 0.485), (0.1020, 0.520),
            )),
        },
        KeepOff.HEEL_CORD: {
            View.SIDE: _along(BACK_EDGE, 0.170, 0.024, 0.013),
            View.BACK: smooth((
                (0.0900, 0.172), (0.0815, 0.160), (0.0825, 0.110), (0.0805, 0.070), (0.0780, 0.038), (0.0900, 0.026),
                (0.1020, 0.038), (0.0995, 0.070), (0.0975, 0.110), (0.0985, 0.160),
            )),
        },
    }
)  # fmt: skip
"""Each place to keep off on the views where it shows; those across the middle of the body are there whole."""
