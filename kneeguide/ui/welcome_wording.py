"""What a new user is told before anything else: what KneeGuide is, what it is not, and who should not use it."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def title() -> str:
    """What it offers, in a few warm words; it promises nothing about the knee."""
    return translate("welcome", "A gentle hand for a sore knee")


def lead() -> str:
    """What it is, in one line below the title."""
    return translate("welcome", "Welcome to KneeGuide, a free timer and guide for gentle self-massage.")


def what_it_is() -> tuple[str, ...]:
    """What it does, point by point."""
    return (
        translate("welcome", "It shows gentle massage of the muscles around a sore knee."),
        translate("welcome", "It keeps the time. Everything stays on this computer."),
        translate("welcome", "It is only a helper: strength and movement are the main plan."),
    )


def what_it_is_not() -> str:
    """What nobody should take it for."""
    return translate(
        "welcome", "It gives general information. It cannot examine you. It does not diagnose or treat anything."
    )


def not_for_title() -> str:
    """Above who should not use it; each point ends the sentence."""
    return translate("welcome", "Do not use it if you…")


def not_for() -> tuple[str, ...]:
    """Who should not use it, point by point."""
    return (
        translate("welcome", "are under 18"),
        translate("welcome", "have a leg that is newly swollen, hot, red or darker, or a blood clot in a leg"),
        translate("welcome", "have a fever, an infection, or open skin where you would massage"),
        translate("welcome", "were hurt in the last three days, or have a broken bone in the leg"),
        translate("welcome", "have a knee that is locked, gives way, or is too sore to stand on"),
        translate("welcome", "had surgery on the leg in the last 12 weeks, unless the surgeon agrees"),
    )


def ask_first() -> str:
    """Who should ask before they begin, and when to stop."""
    return translate(
        "welcome",
        "Unsure, pregnant or ill for a long time? Ask a doctor or physio first. Stop if something feels wrong.",
    )


def questions_follow() -> str:
    """What comes of the points above."""
    return translate("welcome", "The health questions that come next go through this one by one.")


def confirmation() -> str:
    """What a user states by ticking the box; it is never ticked in advance."""
    return translate("welcome", "I am 18 or older and I have read who should not use this.")
