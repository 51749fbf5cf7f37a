"""What is said of knee pain before a session: the question, what the number means for today, and how it moves."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.pain import BeforeLight, Change, change

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


def trend(was: int, became: int) -> str:
    """How knee pain before a session moved in the last four weeks: the one sentence for it, wherever it is said."""
    return {
        Change.CLEARLY_LOWER: translate(
            "pain", "In the last four weeks, knee pain before a session got clearly lower: {was} to {became}."
        ),
        Change.LITTLE_LOWER: translate(
            "pain", "In the last four weeks, knee pain before a session got a little lower: {was} to {became}."
        ),
        Change.SAME: translate(
            "pain", "In the last four weeks, knee pain before a session stayed about the same: {became}."
        ),
        Change.LITTLE_HIGHER: translate(
            "pain", "In the last four weeks, knee pain before a session got a little higher: {was} to {became}."
        ),
        Change.CLEARLY_HIGHER: translate(
            "pain", "In the last four weeks, knee pain before a session got clearly higher: {was} to {became}."
        ),
        Change.NOT_ANSWERED: "",
    }[change(was, became)].format(was=was, became=became)


def no_trend() -> str:
    """In its place where there is none."""
    return translate("pain", "With six numbers over two to four weeks you will see a trend here. One day says little.")
