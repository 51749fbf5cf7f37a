"""What to expect after a session: what is normal, what is not, and what to do then."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def main_plan() -> str:
    """The last word of a session."""
    return translate("aftercare", "Massage is the helper. Strength and movement are the main plan.")


def normal_title() -> str:
    """Above what needs nothing done."""
    return translate("aftercare", "Normal, for up to a day")


def normal() -> tuple[str, ...]:
    """What needs nothing done."""
    return (
        translate("aftercare", "Skin that is a little pink"),
        translate("aftercare", "A worked feeling"),
        translate("aftercare", "Slight soreness"),
    )


def not_normal_title() -> str:
    """Above what means to rest."""
    return translate("aftercare", "Not normal")


def watch_title() -> str:
    """The same, where a session was stopped for a reason."""
    return translate("aftercare", "Watch for these until tomorrow")


def not_normal() -> tuple[str, ...]:
    """What means to rest."""
    return (
        translate("aftercare", "Bruises"),
        translate("aftercare", "Swelling"),
        translate("aftercare", "Numbness"),
        translate("aftercare", "Pain that is still higher tomorrow"),
    )


def if_not_normal() -> str:
    """What to do about anything that is not normal."""
    return translate(
        "aftercare",
        "If one of these comes, leave massage for two days, and say so on the next checklist. Ask a doctor or nurse"
        " today if the leg swells, turns hot or stays numb.",
    )
