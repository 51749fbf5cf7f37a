"""What the places to keep off are called, and why: one plain line each, wherever they are named."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.keep_off import KeepOff

translate = QCoreApplication.translate


def title() -> str:
    """Above all of them."""
    return translate("keep_off", "Always keep off")


def lead() -> str:
    """Where that holds."""
    return translate("keep_off", "Leave these places alone on both legs, in every routine and with every tool.")


def keep_off(area: KeepOff) -> str:
    """A place to keep off, for a list or a legend."""
    return {
        KeepOff.BELLY: translate("keep_off", "Belly"),
        KeepOff.LOW_BACK: translate("keep_off", "Low back and tailbone"),
        KeepOff.FRONT_HIP_BONE: translate("keep_off", "Front hip bone"),
        KeepOff.OUTER_HIP_BONE: translate("keep_off", "Outer hip bone"),
        KeepOff.SIT_BONE: translate("keep_off", "Sit bone"),
        KeepOff.GROIN: translate("keep_off", "Groin and inner upper thigh"),
        KeepOff.IT_BAND: translate("keep_off", "Hard band along the outer thigh (IT band)"),
        KeepOff.KNEECAP: translate("keep_off", "Kneecap, edges of the joint and the cord below"),
        KeepOff.BEHIND_KNEE: translate("keep_off", "Hollow behind the knee"),
        KeepOff.OUTER_KNEE: translate("keep_off", "Outer knee, just below the joint"),
        KeepOff.SHIN: translate("keep_off", "Shin bone"),
        KeepOff.HEEL_CORD: translate("keep_off", "Heel cord (Achilles tendon)"),
    }[area]


def keep_off_reason(area: KeepOff) -> str:
    """Why to keep off a place, in one line."""
    return {
        KeepOff.BELLY: translate("keep_off", "Organs and large blood vessels lie here."),
        KeepOff.LOW_BACK: translate("keep_off", "Rolling or sagging here strains the spine."),
        KeepOff.FRONT_HIP_BONE: translate("keep_off", "This is bone with only skin over it."),
        KeepOff.OUTER_HIP_BONE: translate("keep_off", "Bone lies right under the skin and is soon sore."),
        KeepOff.SIT_BONE: translate("keep_off", "Bone and tendon lie right under the skin."),
        KeepOff.GROIN: translate(
            "keep_off", "A large artery, a vein and a nerve run here. Move off anything that beats like a pulse."
        ),
        KeepOff.IT_BAND: translate("keep_off", "It is a tough band with little padding over the bone."),
        KeepOff.KNEECAP: translate("keep_off", "Bone and the lining of the joint do not like to be pressed."),
        KeepOff.BEHIND_KNEE: translate(
            "keep_off", "The main artery and vein of the leg and two nerves run close to the skin."
        ),
        KeepOff.OUTER_KNEE: translate("keep_off", "A nerve crosses the bone right under the skin."),
        KeepOff.SHIN: translate("keep_off", "The bone has no muscle over it."),
        KeepOff.HEEL_CORD: translate("keep_off", "This is tendon, with no muscle to work on."),
    }[area]
