"""What can be heard: tones and words, how long they sound, and which of them silences which.

Each cue has its twin on the screen: nothing is only heard.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

LATEST_START = 0.15
"""Seconds after its time in which a cue may still begin."""


class Weight(IntEnum):
    """What silences what: a weightier cue cuts off a lighter one that sounds, and an equal one waits or is dropped."""

    PACE = 0
    WORDS = 1
    MARK = 2
    CAUTION = 3
    CHANGE = 4
    PAUSE = 5
    END = 6


class Tone(StrEnum):
    """One sound, named as its file is."""

    STEP_START = "step-start"
    CHANGE_SIDE = "change-side"
    HALF_WAY = "half-way"
    LAST_SECONDS = "last-seconds"
    DONE = "done"
    PAUSE = "pause"
    RESUME = "resume"
    PACE = "pace"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"


WEIGHTS = {
    Tone.PACE: Weight.PACE,
    Tone.BREATHE_IN: Weight.PACE,
    Tone.BREATHE_OUT: Weight.PACE,
    Tone.HALF_WAY: Weight.MARK,
    Tone.LAST_SECONDS: Weight.MARK,
    Tone.CHANGE_SIDE: Weight.CHANGE,
    Tone.STEP_START: Weight.CHANGE,
    Tone.RESUME: Weight.CHANGE,
    Tone.PAUSE: Weight.PAUSE,
    Tone.DONE: Weight.END,
}
"""How much each tone weighs."""


TONE_SECONDS = {
    Tone.STEP_START: 0.70,
    Tone.CHANGE_SIDE: 0.80,
    Tone.HALF_WAY: 0.55,
    Tone.LAST_SECONDS: 0.10,
    Tone.DONE: 1.31,
    Tone.PAUSE: 0.62,
    Tone.RESUME: 0.54,
    Tone.PACE: 0.06,
    Tone.BREATHE_IN: 0.40,
    Tone.BREATHE_OUT: 0.40,
}
"""How long each tone sounds."""


@dataclass(frozen=True)
class Spoken:
    """A text to be said when there is room for it.

    ``seconds``: how long saying it takes, as well as one can guess. ``patience``: seconds it may wait for room.
    ``weight``: WORDS, or CAUTION for what concerns safety, which a half-way tone does not cut off.
    """

    text: str
    seconds: float
    patience: float = 3.0
    weight: Weight = Weight.WORDS


@dataclass(frozen=True)
class Cue:
    """Something to be heard now. ``at``: its time, in seconds of the steady clock, which may lie a moment back."""

    at: float
    what: Tone | Spoken

    @property
    def latest(self) -> float:
        """The last moment at which it may begin."""
        return self.at + LATEST_START

    @property
    def seconds(self) -> float:
        """How long it is heard; of a text, how long it is thought to be."""
        return self.what.seconds if isinstance(self.what, Spoken) else TONE_SECONDS[self.what]

    @property
    def weight(self) -> Weight:
        """What it silences, and what silences it."""
        return self.what.weight if isinstance(self.what, Spoken) else WEIGHTS[self.what]


@dataclass(frozen=True)
class Audible:
    """What the user wants to hear."""

    tones: bool = True
    pace: bool = False
    words: bool = False

    def has(self, what: Tone | Spoken) -> bool:
        """Whether this is among it."""
        if isinstance(what, Spoken):
            return self.words
        return self.pace if WEIGHTS[what] is Weight.PACE else self.tones


NOTHING = Audible(tones=False)
