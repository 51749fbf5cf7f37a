"""What is said when something is wrong: the question, the causes to choose from, and what to do now."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.trouble import StopReason

translate = QCoreApplication.translate


def what_is_wrong() -> str:
    """Asked when the user says that something is."""
    return translate("wording", "What is wrong?")


def first_of_all() -> str:
    """What to do before anything is chosen."""
    return translate("wording", "The clock is paused. Take all pressure off, then choose what fits best.")


def in_an_emergency(number: str) -> str:
    """Whom to call if it is one. ``number``: the user's own, may be empty."""
    if number:
        return translate("wording", "If you need help right now, call {number}.").format(number=number)
    return translate("wording", "If you need help right now, call your local emergency number.")


def emergency_numbers(number: str) -> str:
    """What to dial, to be shown large. ``number``: the user's own, may be empty; then all the usual ones are named."""
    return number or translate("wording", "999, 112 or 911")


def stop_reason(reason: StopReason) -> str:
    """A reason to stop, as the user would say it."""
    return {
        StopReason.CHEST_PAIN: translate("wording", "Pain or pressure in the chest"),
        StopReason.BREATHLESS: translate("wording", "Short of breath"),
        StopReason.NUMBNESS: translate("wording", "Numb, tingling or shooting pain"),
        StopReason.SHARP_PAIN: translate("wording", "Sharp or sudden pain"),
        StopReason.JOINT_PAIN: translate("wording", "Pain in the joint itself"),
        StopReason.POP: translate("wording", "Something popped"),
        StopReason.DIZZY: translate("wording", "Dizzy or faint"),
        StopReason.TOO_SORE: translate("wording", "Too sore or too much pressure"),
        StopReason.NO_TIME: translate("wording", "I just need to stop"),
        StopReason.NOTHING_DONE: translate("wording", "All steps were passed over"),
    }[reason]


def stop_advice(reason: StopReason, emergency_number: str = "") -> str:
    """What to do now, having stopped for this reason. ``emergency_number``: the user's own, may be empty."""
    number = emergency_number or translate("wording", "your local emergency number")
    return {
        StopReason.CHEST_PAIN: translate("wording", "Call {number} now. Sit down, keep still, and do not stay alone."),
        StopReason.BREATHLESS: translate(
            "wording",
            "Sit upright and rest. If it came on suddenly or does not ease at once, call {number} now.",
        ),
        StopReason.NUMBNESS: translate(
            "wording",
            "Take all pressure off and move the leg gently. If the feeling has not gone within the hour, or the leg"
            " is weak, get medical advice today.",
        ),
        StopReason.SHARP_PAIN: translate(
            "wording",
            "Take the pressure off and rest the leg. If it still hurts sharply, or you cannot put weight on it, get"
            " medical advice today.",
        ),
        StopReason.JOINT_PAIN: translate(
            "wording",
            "Massage belongs on the muscle, never on the joint. Rest the knee today. If it swells, feels hot or still"
            " hurts more tomorrow, ask a doctor or physio.",
        ),
        StopReason.POP: translate(
            "wording",
            "Rest the leg and do not test it. If it swells, locks, gives way or hurts to stand on, get medical advice"
            " today.",
        ),
        StopReason.DIZZY: translate(
            "wording",
            "Lie or sit down until it has passed, then get up slowly. If you faint, or it does not pass, get medical"
            " help.",
        ),
        StopReason.TOO_SORE: translate(
            "wording",
            "Stopping was right. A little soreness may last a day. Next time use less pressure, or take the sore-day"
            " routine.",
        ),
        StopReason.NO_TIME: translate("wording", "That is all right. What you have done is kept."),
        StopReason.NOTHING_DONE: translate("wording", "No step was done, so this does not count as a session."),
    }[reason].format(number=number)
