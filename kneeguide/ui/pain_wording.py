"""What is said when the knee is rated before a session: the question, and what the number means for today."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.pain import BeforeLight

translate = QCoreApplication.translate


def question() -> str:
    """The question, in the same words each time."""
    return translate("pain", "How is your knee pain right now?")


def question_lead() -> str:
    """How to answer it."""
    return translate("pain", "Choose the number that fits. There is no wrong one.")


def least() -> str:
    """What the lower end of the scale means."""
    return translate("pain", "0 = none")


def most() -> str:
    """What the upper end of the scale means."""
    return translate("pain", "10 = worst you can imagine")


def light_title(light: BeforeLight) -> str:
    """What a rating means, in a few words; empty where there is none."""
    return {
        BeforeLight.NOT_ANSWERED: "",
        BeforeLight.GREEN: translate("pain", "Fine to go ahead"),
        BeforeLight.AMBER: translate("pain", "Go gently today"),
        BeforeLight.RED: translate("pain", "Today is a day for rest"),
    }[light]


def light_advice(light: BeforeLight, *, sore_day: bool) -> str:
    """What to do about a rating. ``sore_day``: the gentlest routine is chosen already."""
    if light is BeforeLight.AMBER and sore_day:
        return translate("pain", "This routine suits a day like this.")
    return {
        BeforeLight.NOT_ANSWERED: "",
        BeforeLight.GREEN: translate("pain", "Stop if your knee gets worse on the way."),
        BeforeLight.AMBER: translate(
            "pain", "Take the sore-day routine, or this one at half the time and with a lighter touch."
        ),
        BeforeLight.RED: translate(
            "pain",
            "With this much pain, leave massage for today. Rest the leg, move it only as far as is comfortable, and ask"
            " a doctor or physio if it stays like this.",
        ),
    }[light]


def is_it_new() -> str:
    """Asked where the rating is high; a yes leads to the health questions."""
    return translate("pain", "Is this pain new, or much worse than usual for you?")


def first_week() -> str:
    """That a beginner gets less."""
    return translate("pain", "This is your first week, so every step is a quarter shorter and a little lighter.")


def which_leg_first() -> str:
    """Which leg to begin with, and a word of advice."""
    return translate("pain", "Which leg first? Take the more comfortable one.")
