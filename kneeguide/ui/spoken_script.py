"""What comes up to be said in a session, and when: what is next before it starts, how it is done, which leg, the end.

The queue of cues decides whether there is room for it. No claim about what massage does is ever said aloud.
"""

from collections.abc import Sequence
from dataclasses import replace

from kneeguide.core.cue_queue import QUIET_END
from kneeguide.core.cues import TONE_SECONDS, Spoken, Tone, Weight
from kneeguide.core.history import StageOutcome
from kneeguide.core.session_events import (
    Completed,
    Event,
    Extended,
    ExtensionRefused,
    Paused,
    PauseReason,
    StageLeft,
    StageStarted,
)
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.speech import SpeechRate, seconds_to_say
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import session_wording, spoken_wording

TONE_BEFORE = 1.0
"""Seconds at the start of a stage that belong to its tone."""

SLACK = 2.0
"""Seconds by which the next step is named earlier than it must be, so that it can wait for a tone."""

LONGEST = 15.0
"""Seconds. Longer words of a user's own are left to the screen."""


class SpokenScript:
    """The words of one session. It is told what was really said, for what found no room is said later instead."""

    def __init__(self, stages: Sequence[Stage], rate: SpeechRate) -> None:
        self._stages = stages
        self._rate = rate
        self._safety_is_due = True
        self._has_worked = False
        self._explained: set[str] = set()
        self._asked: tuple[int, str] | None = None
        self._announced: int | None = None

    def __call__(self, events: Sequence[Event], snapshot: Snapshot) -> list[Spoken]:
        """What came up to be said when these events led to this snapshot."""
        self._has_worked |= any(_is_work_done(event) for event in events)
        if Completed() in events and self._has_worked:
            return [replace(self._spoken(spoken_wording.end_of_session()), patience=SLACK + TONE_SECONDS[Tone.DONE])]
        if Paused(PauseReason.WAITING) in events:
            return [replace(self._spoken(spoken_wording.any_key_goes_on()), patience=LONGEST)]
        if Paused(PauseReason.TROUBLE) in events:
            return [replace(self._spoken(spoken_wording.what_is_wrong()), patience=LONGEST)]
        if snapshot.state is not State.RUNNING:
            return []
        if ExtensionRefused() in events:
            return [self._spoken(session_wording.enough_for_one_muscle())]
        if any(isinstance(event, Extended) for event in events):
            return [self._spoken(spoken_wording.ten_seconds_more())]
        if any(isinstance(event, StageStarted) for event in events):
            return self._opening(snapshot)
        return self._ahead(snapshot)

    def was_said(self, spoken: Spoken) -> None:
        """Take note that a text was begun."""
        if self._asked is not None and spoken.text == self._asked[1]:
            self._announced = self._asked[0]

    def _opening(self, snapshot: Snapshot) -> list[Spoken]:
        """At the start of a stage."""
        stage, here = snapshot.stage, snapshot.index
        self._asked = None
        if session_wording.ends_session(stage):
            return [self._spoken(spoken_wording.check_in())]
        if stage.kind in (StageKind.WORK, StageKind.CHECK_IN):
            return self._at_work(stage, here)
        if self._announced != here + 1 and self._fits_before(here):
            return [self._announce(here + 1, spoken_wording.step(self._stages[here + 1]))]
        is_change = stage.kind is StageKind.CHANGE_OVER
        return [self._spoken(spoken_wording.change_to(stage.side))] if is_change and stage.side else []

    def _at_work(self, stage: Stage, here: int) -> list[Spoken]:
        """As a step begins: what it is if that was not said before, then how it should feel, then how it is done."""
        said = []
        if self._announced != here:
            said.append(self._spoken(self._name(stage)))
        if self._safety_is_due and stage.presses:
            self._safety_is_due = False
            said.append(self._spoken(session_wording.how_pressure_feels(), Weight.CAUTION))
        self._announced = here
        how = self._spoken(spoken_wording.how_it_is_done(stage))
        if stage.technique.id not in self._explained and how.seconds <= LONGEST:
            self._explained.add(stage.technique.id)
            said.append(how)
        # What is said in turn has to wait for what is said before it, but not into the next stage.
        patience = min(LONGEST, max(SLACK, stage.seconds - QUIET_END))
        return [replace(spoken, patience=patience) for spoken in said]

    def _name(self, stage: Stage) -> str:
        """What a step is, or in a short one only what is new about it."""
        text = spoken_wording.step(stage)
        fits = TONE_SECONDS[Tone.STEP_START] + self._seconds(text) + QUIET_END <= stage.seconds
        return text if fits else spoken_wording.in_short(stage)

    def _ahead(self, snapshot: Snapshot) -> list[Spoken]:
        """Towards the end of a step: what is next, if the change-over is too short to say it in."""
        work = next(
            (place for place in range(snapshot.index + 1, len(self._stages)) if self._is_step(place)),
            None,
        )
        if work is None or not self._is_step(snapshot.index) or self._announced == work:
            return []
        if work > snapshot.index + 1 and self._fits_before(work - 1):
            return []
        text = spoken_wording.what_is_next(self._stages[work])
        if self._asked == (work, text) or snapshot.remaining > QUIET_END + self._seconds(text) + SLACK:
            return []
        return [self._announce(work, text)]

    def _announce(self, work: int, text: str) -> Spoken:
        self._asked = (work, text)
        return self._spoken(text)

    def _fits_before(self, lead_in: int) -> bool:
        """Whether a step can be named while this stage leads to it."""
        before = self._stages[lead_in]
        tone = 0.0 if before.kind is StageKind.GET_READY else TONE_BEFORE
        return before.seconds >= tone + self._seconds(spoken_wording.step(self._stages[lead_in + 1])) + QUIET_END

    def _is_step(self, place: int) -> bool:
        stage = self._stages[place]
        return stage.kind in (StageKind.WORK, StageKind.CHECK_IN) and not session_wording.ends_session(stage)

    def _spoken(self, text: str, weight: Weight = Weight.WORDS) -> Spoken:
        return Spoken(text, self._seconds(text), SLACK, weight)

    def _seconds(self, text: str) -> float:
        return seconds_to_say(text, self._rate)


def _is_work_done(event: Event) -> bool:
    return isinstance(event, StageLeft) and event.stage.kind is StageKind.WORK and event.outcome is StageOutcome.DONE
