"""How fast the voice speaks, and how long a text takes it: no text may run into the seconds that belong to tones.

Measured with espeak-ng through Speech Dispatcher and Qt 6.11 on texts of the kind that is said. What is assumed lies at
the slow end of that, for engines differ.
"""

from enum import StrEnum


class SpeechRate(StrEnum):
    """How fast the voice speaks."""

    SLOW = "slow"
    USUAL = "usual"
    FAST = "fast"


QT_RATE = {SpeechRate.SLOW: -0.25, SpeechRate.USUAL: 0.0, SpeechRate.FAST: 0.25}
"""On Qt's scale, from -1 to 1."""

TIMES_AS_LONG = {SpeechRate.SLOW: 1.2, SpeechRate.USUAL: 1.0, SpeechRate.FAST: 0.7}

OPENING, WORD, BREAK = 0.3, 0.3, 0.5
"""Seconds at the usual rate: until the first word, for a word, and for a comma or full stop between words."""


def seconds_to_say(text: str, rate: SpeechRate) -> float:
    """How long saying a text takes, in seconds: a guess that is seldom too short."""
    words = text.replace("-", " ").split()
    breaks = sum(word.endswith((".", ",", ";", ":", "!", "?")) for word in words[:-1])
    return TIMES_AS_LONG[rate] * (OPENING + WORD * len(words) + BREAK * breaks)
