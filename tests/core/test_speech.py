"""How long saying a text takes is guessed from measurements, and never far too short."""

from itertools import pairwise

import pytest

from kneeguide.core.speech import QT_RATE, TIMES_AS_LONG, SpeechRate, seconds_to_say

STEP = "Left leg. Roller on the front of the thigh. Slow, and stop well above the kneecap. One minute."
ACHE = "Pressure should feel like a comfortable ache, never sharp, never numb."
GLIDES = "Palm glides on the front of the thigh. Slowly up towards the hip, lightly back down."
CHANGE = "Change to the right leg."
DONE = "All done."


@pytest.mark.parametrize(
    ("text", "rate", "measured"),
    [
        (STEP, SpeechRate.SLOW, 7.16),
        (STEP, SpeechRate.USUAL, 6.12),
        (STEP, SpeechRate.FAST, 4.12),
        (ACHE, SpeechRate.SLOW, 4.91),
        (ACHE, SpeechRate.USUAL, 4.19),
        (ACHE, SpeechRate.FAST, 2.87),
        (CHANGE, SpeechRate.SLOW, 1.95),
        (CHANGE, SpeechRate.USUAL, 1.69),
        (CHANGE, SpeechRate.FAST, 1.17),
        (DONE, SpeechRate.SLOW, 1.03),
        (DONE, SpeechRate.USUAL, 0.86),
        (DONE, SpeechRate.FAST, 0.54),
        (GLIDES, SpeechRate.USUAL, 5.42),
        ("Right leg.", SpeechRate.USUAL, 0.94),
        ("Left leg. Palm glides, front of thigh. Twenty-five seconds.", SpeechRate.USUAL, 5.06),
        ("Next. Right leg. Palm glides, front of thigh. Twenty-five seconds.", SpeechRate.USUAL, 5.78),
    ],
)
def test_it_takes_as_long_as_espeak_took_or_somewhat_longer(text: str, rate: SpeechRate, measured: float) -> None:
    assert measured - 0.3 <= seconds_to_say(text, rate) <= measured * 1.4


def test_words_that_hang_together_count_one_by_one() -> None:
    assert seconds_to_say("forty-five seconds", SpeechRate.USUAL) == seconds_to_say("a b c", SpeechRate.USUAL)


def test_each_rate_is_faster_than_the_one_before() -> None:
    rates = list(SpeechRate)
    for slower, faster in pairwise(rates):
        assert QT_RATE[slower] < QT_RATE[faster]
        assert TIMES_AS_LONG[slower] > TIMES_AS_LONG[faster]
