"""The places of the leg that no routine works on: bone, tendon, vessels and nerves that lie close to the skin."""

from enum import StrEnum


class KeepOff(StrEnum):
    """A place to keep off in every session.

    First what is best seen from the front, then from the outer side, then from behind, each from the top down.
    """

    BELLY = "belly"
    FRONT_HIP_BONE = "front-hip-bone"
    GROIN = "groin"
    KNEECAP = "kneecap"
    SHIN = "shin"
    OUTER_HIP_BONE = "outer-hip-bone"
    IT_BAND = "it-band"
    OUTER_KNEE = "outer-knee"
    LOW_BACK = "low-back"
    SIT_BONE = "sit-bone"
    BEHIND_KNEE = "behind-knee"
    HEEL_CORD = "heel-cord"

    @property
    def number(self) -> int:
        """Its place in this list, from 1: what it is called on a map that has no room for names."""
        return list(KeepOff).index(self) + 1
