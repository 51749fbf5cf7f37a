"""How fast the voice speaks, and how long a text takes it: no text may run into the seconds that belong to tones.

Measured with espeak-ng through Speech Dispatcher and Qt 6.11: 1.9 to 2.6 words a second at Qt's rate -0.25, 2.3 to 3.0
at 0, 3.7 to 4.4 at 0.25, the fewer the shorter the text. What is assumed lies at the slow end, for engines differ.
"""

from enum import StrEnum


class SpeechRate(StrEnum):
    """How fast the voice speaks."""

    SLOW = "slow"
    USUAL = "usual"
    FAST = "fast"


QT_RATE = {SpeechRate.SLOW: -0.25, SpeechRate.USUAL: 0.0, SpeechRate.FAST: 0.25}
"""On Qt's scale, from -1 to 1."""

WORDS_PER_SECOND = {SpeechRate.SLOW: 2.2, SpeechRate.USUAL: 2.6, SpeechRate.FAST: 3.8}

OPENING_SECONDS = 0.2
"""Until the first word is heard."""


def seconds_to_say(text: str, rate: SpeechRate) -> float:
    """How long saying a text takes, in seconds: a guess that is seldom too short."""
    return OPENING_SECONDS + len(text.replace("-", " ").split()) / WORDS_PER_SECOND[rate]
