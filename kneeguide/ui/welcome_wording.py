"""What a new user is told before anything else: what KneeGuide is, what it is not, and who should not use it."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def title() -> str:
    """The greeting."""
    return translate("welcome", "Welcome to KneeGuide")


def lead() -> str:
    """What it is, in one line."""
    return translate("welcome", "A free timer and guide for gentle self-massage around a sore knee.")


def what_it_is_title() -> str:
    """Above what it is."""
    return translate("welcome", "What it is, and what it is not")


def what_it_is() -> tuple[str, ...]:
    """What it is and what it is not, point by point."""
    return (
        translate("welcome", "It shows you slow, gentle massage for the muscles around the knee, and keeps the time."),
        translate("welcome", "It keeps a comfort diary. Everything stays on this computer."),
        translate(
            "welcome",
            "It gives general information. It cannot examine you. It does not diagnose or treat anything.",
        ),
        translate(
            "welcome", "Strength and movement are the main plan for most sore knees. Massage is only the helper."
        ),
        translate("welcome", "Unsure, pregnant, or ill for a long time? Ask a doctor or physio first."),
        translate("welcome", "Pressure should feel like a comfortable ache. Stop whenever something feels wrong."),
    )


def not_for_title() -> str:
    """Above who should not use it."""
    return translate("welcome", "Who should not use it")


def not_for() -> tuple[str, ...]:
    """Who should not use it, point by point."""
    return (
        translate("welcome", "People under 18."),
        translate(
            "welcome", "People with a leg that is newly swollen, hot, red or darker, or with a blood clot in a leg."
        ),
        translate("welcome", "People with a fever, an infection or open skin where they would massage."),
        translate("welcome", "People hurt in the last three days, or with a broken bone in the leg."),
        translate("welcome", "People whose knee is locked, gives way, or is too sore to stand on."),
        translate("welcome", "People who had surgery on the leg in the last 12 weeks, unless the surgeon agrees."),
        translate("welcome", "The health questions that come next go through this one by one."),
    )


def confirmation() -> str:
    """What a user states by ticking the box; it is never ticked in advance."""
    return translate("welcome", "I am 18 or older and I have read who should not use this.")
