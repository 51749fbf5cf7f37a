"""What is said of the signs that need help at once: which they are, whom to call, and what not to do.

No number is guessed: where the user has set none, all the usual ones are named.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kneeguide.core.questions import EMERGENCY, Question

translate = QCoreApplication.translate


def title() -> str:
    """The question that stands before all others."""
    return translate("safety", "Do you need help right now?")


def call(number: str) -> str:
    """The line that says whom to call. ``number``: the user's own, may be empty."""
    if number:
        return translate("safety", "Call {number} now if you have any of these:").format(number=number)
    return translate("safety", "Call 999, 112, 911 or your local emergency number now if you have any of these:")


def call_in_short(number: str) -> str:
    """The line in its place where there is hardly room for it: the signs are one press away."""
    if number:
        return translate("safety", "Need help now? Call {number}.").format(number=number)
    return translate("safety", "Need help now? Call your emergency number.")


def call_now(number: str) -> str:
    """Whom to call, once there is no doubt. ``number``: the user's own, may be empty."""
    if number:
        return translate("safety", "Call {number} now").format(number=number)
    return translate("safety", "Call your emergency number now: 999, 112, 911 or your local one")


def sign(question: Question) -> str:
    """What one of the questions of the emergency group asks about, as a short phrase."""
    return {
        Question.EMERGENCY_BREATHING: translate(
            "safety",
            "suddenly short of breath, pain in the chest or upper back, coughing up blood, a racing heart, or fainting",
        ),
        Question.EMERGENCY_COLD_LEG: translate(
            "safety", "a leg that has suddenly turned cold, pale, blue or numb, or will not move"
        ),
        Question.EMERGENCY_SADDLE: translate(
            "safety", "new numbness between the legs, weakness in both legs, or no control of bladder or bowels"
        ),
        Question.EMERGENCY_SHAPE: translate("safety", "a knee or leg that has changed its shape after an injury"),
        Question.EMERGENCY_TIGHT: translate(
            "safety", "a very tight, swollen lower leg after an injury, with pain that keeps climbing"
        ),
    }[question]


def sign_in_few_words(question: Question) -> str:
    """The same where there is little room; the way to the whole of it stands beside it."""
    return {
        Question.EMERGENCY_BREATHING: translate("safety", "sudden trouble breathing, chest pain or fainting"),
        Question.EMERGENCY_COLD_LEG: translate("safety", "a leg suddenly cold, pale or numb"),
        Question.EMERGENCY_SADDLE: translate("safety", "new numbness between the legs"),
        Question.EMERGENCY_SHAPE: translate("safety", "a leg out of shape after an injury"),
        Question.EMERGENCY_TIGHT: translate("safety", "a very tight lower leg after an injury"),
    }[question]


def signs_in_few_words() -> str:
    """All five in one sentence."""
    return _one_sentence(sign_in_few_words(question) for question in EMERGENCY)


def read_signs() -> str:
    """The way from few words to all of them."""
    return translate("safety", "Read the five signs")


def fewer_words() -> str:
    """The way back."""
    return translate("safety", "Show fewer words")


def all_signs() -> str:
    """All signs in one sentence, where there is little room."""
    return _one_sentence(sign(question) for question in EMERGENCY)


def rule() -> str:
    """What not to do in an emergency."""
    return translate("safety", "Do not massage. Do not drive yourself.")


def rule_on_the_phone() -> str:
    """What to do, and what not, once there is no doubt."""
    return translate("safety", "Tell them what you feel. Do not massage, and do not drive yourself.")


def none_of_these() -> str:
    """The answer no to all signs at once, as the user gives it."""
    return translate("safety", "I have none of these")


def show_others(count: int) -> str:
    """The way to those signs that have not been in view yet, of which there are so many."""
    if count == 1:
        return translate("safety", "Show the last sign")
    return translate("safety", "Show the other {count} signs").format(count=count)


def see_what_to_do() -> str:
    """The way on after a yes to any of them."""
    return translate("safety", "See what to do")


def in_an_emergency(number: str) -> str:
    """Whom to call in an emergency of any kind. ``number``: the user's own, may be empty."""
    if number:
        return translate("safety", "In an emergency, call {number}.").format(number=number)
    return translate("safety", "In an emergency, call your emergency number: 999, 112, 911 or your local one.")


def _one_sentence(signs: Iterable[str]) -> str:
    joined = "; ".join(signs)
    return translate("safety", "{signs}.").format(signs=joined[:1].upper() + joined[1:])
