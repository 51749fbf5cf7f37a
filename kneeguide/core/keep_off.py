"""The places of the leg that no routine works on: bone, tendon, vessels and nerves that lie close to the skin."""

from enum import StrEnum


class KeepOff(StrEnum):
    """A place to keep off in every session, from the hip down."""

    BELLY = "belly"
    LOW_BACK = "low-back"
    FRONT_HIP_BONE = "front-hip-bone"
    OUTER_HIP_BONE = "outer-hip-bone"
    SIT_BONE = "sit-bone"
    GROIN = "groin"
    IT_BAND = "it-band"
    KNEECAP = "kneecap"
    BEHIND_KNEE = "behind-knee"
    OUTER_KNEE = "outer-knee"
    SHIN = "shin"
    HEEL_CORD = "heel-cord"
