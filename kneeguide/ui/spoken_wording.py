"""What the voice says: short sentences without signs or digits, as a person beside the mat would say them."""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.routine import Side
from kneeguide.core.stage import Stage
from kneeguide.ui.wording import side

translate = QCoreApplication.translate

MOST_IN_WORDS = 99


def what_is_next(stage: Stage) -> str:
    """A step of work while another is still done ("Next. Left leg. Roller, front of thigh. One minute.")."""
    return translate("spoken", "Next. {step}").format(step=step(stage))


def step(stage: Stage) -> str:
    """A step of work: leg, technique and time; of a later set only which it is, for the rest has been said."""
    if stage.set_number > 1:
        return _sentences(translate("spoken", "Set {number}").format(number=in_words(stage.set_number)), _time(stage))
    return _sentences(side(stage.side) if stage.side else "", stage.technique.title, _time(stage))


def change_to(leg: Side) -> str:
    """Which leg comes now."""
    return _sentences(side(leg))


def how_it_is_done(stage: Stage) -> str:
    """How to do the technique of a step: in the words made for the voice, else in those on the screen."""
    return stage.technique.say or stage.technique.cue


def in_short(stage: Stage) -> str:
    """What is new about a step that is too short for more: the leg, or where there is none the technique."""
    return _sentences(side(stage.side) if stage.side else stage.technique.title)


def ten_seconds_more() -> str:
    """Said when a step was made longer."""
    return translate("spoken", "Ten seconds more.")


def what_is_wrong() -> str:
    """Said when the user has stopped everything because something is wrong."""
    return translate("spoken", "Stopped. What is wrong?")


def any_key_goes_on() -> str:
    """Said where the session waits for its user."""
    return translate("spoken", "Press any key when you are ready.")


def check_in() -> str:
    """Said after the last technique, when there is a moment left to check in."""
    return translate("spoken", "Let go, and notice how your knee feels.")


def end_of_session() -> str:
    """Said when all of it is done."""
    return translate("spoken", "All done.")


def sample() -> str:
    """Said to try a voice."""
    return translate("spoken", "Left leg. Palm glides on the front of the thigh. One minute.")


def time_in_words(seconds: float) -> str:
    """A length as a person says it ("one minute and fifteen seconds"), to the nearest second."""
    minutes, rest = divmod(round(seconds), 60)
    parts = []
    if minutes:
        one = translate("spoken", "one minute")
        many = translate("spoken", "{number} minutes")
        parts.append(one if minutes == 1 else many.format(number=in_words(minutes)))
    if rest or not minutes:
        one = translate("spoken", "one second")
        many = translate("spoken", "{number} seconds")
        parts.append(one if rest == 1 else many.format(number=in_words(rest)))
    if len(parts) == 1:
        return parts[0]
    return translate("spoken", "{minutes} and {seconds}").format(minutes=parts[0], seconds=parts[1])


def in_words(number: int) -> str:
    """A whole number from 0 to 99 in words ("forty-five"); a greater one stays in digits, which voices can read."""
    small = translate(
        "spoken",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen",
    ).split()
    tens = translate("spoken", "twenty thirty forty fifty sixty seventy eighty ninety").split()
    if number > MOST_IN_WORDS:
        return str(number)
    if number < len(small):
        return small[number]
    ten, one = divmod(number, 10)
    if not one:
        return tens[ten - 2]
    return translate("spoken", "{tens}-{ones}").format(tens=tens[ten - 2], ones=small[one])


def _time(stage: Stage) -> str:
    words = time_in_words(stage.seconds)
    return words[0].upper() + words[1:]


def _sentences(*parts: str) -> str:
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
