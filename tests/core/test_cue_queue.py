"""What is heard at which second of a session."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fakes import PALM_GLIDES, REST, SEATED, STICK_SWEEPS, FakeClock, phase, planned
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.clock import Moment
from kneeguide.core.cue_queue import CueQueue, Dropped
from kneeguide.core.cues import TONE_SECONDS, Audible, Spoken, Tone, Weight
from kneeguide.core.pace import ticks
from kneeguide.core.plan import Plan
from kneeguide.core.routine import Sides, Stroke, Tempo
from kneeguide.core.session import Session
from kneeguide.core.session_events import Event, PauseReason
from kneeguide.core.snapshot import State
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason

ONE_LEG_THEN_THE_OTHER = replace(
    SEATED, phases=(phase(PALM_GLIDES, 20, gap=5), phase(REST, 20, sides=Sides.ONCE, gap=0))
)
"""5 s get ready, 20 left, 5 over, 20 right, 5 over, 20 rest: 75 s."""


class Listener:
    """Plays a session and notes down what is begun, each with its second. It sees to it that nothing lies over another.

    ``talks``: how much longer than thought, or shorter, it takes to say a text: 1.0 is just as long.
    """

    def __init__(self, made: Plan, audible: Audible | None = None, talks: float = 1.0) -> None:
        self.clock = FakeClock()
        self.session = Session(made)
        self.queue = CueQueue()
        self.audible = audible or Audible()
        self.talks = talks
        self.started = self.clock.now().steady
        self.silenced_at: float | None = None
        self.heard: list[tuple[float, Tone | str]] = []
        self.texts: list[Spoken] = []
        self._sounds_until = 0.0
        self._speaks_until = 0.0
        self.do(self.session.start)

    def do(self, command: Callable[..., list[Event]], *arguments: object) -> None:
        self._note(command(self.clock.now(), *arguments), self.clock.now())

    def run(self, seconds: float, every: float = 0.25) -> None:
        for _ in range(round(seconds / every)):
            self.wait(every)

    def wait(self, seconds: float) -> None:
        """Look once, after so many seconds."""
        now = self.clock.move(seconds)
        self._note(self.session.advance(now), now)

    def say(self, text: str, seconds: float, **how: Any) -> None:
        """Let this come up to be said at the next look."""
        self.texts.append(Spoken(text, seconds, **how))

    def take(self) -> list[tuple[float, Tone | str]]:
        heard, self.heard = self.heard, []
        return heard

    def _note(self, events: list[Event], moment: Moment) -> None:
        now, snapshot = moment.steady, self.session.snapshot()
        texts, self.texts = self.texts, []
        speaking = now < self._speaks_until
        silence, cue = self.queue.look(now, events, snapshot, self.audible, texts=texts, speaking=speaking)
        if silence:
            self.silenced_at = now - self.started
            self._sounds_until = self._speaks_until = now
        if cue is None:
            return
        assert now >= max(self._sounds_until, self._speaks_until), f"{cue.what} lies over another"
        assert cue.at <= now <= cue.latest, f"{cue.what} is late"
        assert self.audible.has(cue.what)
        if isinstance(cue.what, Spoken):
            runs = snapshot.state is State.RUNNING
            assert not runs or cue.seconds <= 1.1 or snapshot.remaining >= cue.seconds + 5.0, "in the last five seconds"
            self._speaks_until = now + cue.seconds * self.talks
            self.heard.append((now - self.started, cue.what.text))
        else:
            self._sounds_until = now + TONE_SECONDS[cue.what]
            self.heard.append((now - self.started, cue.what))


@pytest.fixture
def listener() -> Listener:
    return Listener(planned(ONE_LEG_THEN_THE_OTHER, get_ready=5))


@pytest.fixture
def working(listener: Listener) -> Listener:
    """Six seconds into the work on the left leg, at second 11."""
    listener.run(11)
    listener.take()
    return listener


@pytest.mark.parametrize("every", [0.0625, 0.25, 1.0])
def test_a_whole_session(listener: Listener, every: float) -> None:
    listener.run(75, every)
    assert [(round(second, 6), tone) for second, tone in listener.heard] == [
        (2, Tone.LAST_SECONDS),
        (3, Tone.LAST_SECONDS),
        (4, Tone.LAST_SECONDS),
        (5, Tone.STEP_START),
        (15, Tone.HALF_WAY),
        (22, Tone.LAST_SECONDS),
        (23, Tone.LAST_SECONDS),
        (24, Tone.LAST_SECONDS),
        (25, Tone.CHANGE_SIDE),
        (27, Tone.LAST_SECONDS),
        (28, Tone.LAST_SECONDS),
        (29, Tone.LAST_SECONDS),
        (30, Tone.STEP_START),
        (40, Tone.HALF_WAY),
        (47, Tone.LAST_SECONDS),
        (48, Tone.LAST_SECONDS),
        (49, Tone.LAST_SECONDS),
        (50, Tone.CHANGE_SIDE),
        (52, Tone.LAST_SECONDS),
        (53, Tone.LAST_SECONDS),
        (54, Tone.LAST_SECONDS),
        (55, Tone.STEP_START),
        (72, Tone.LAST_SECONDS),
        (73, Tone.LAST_SECONDS),
        (74, Tone.LAST_SECONDS),
        (75, Tone.DONE),
    ]


def test_with_no_time_to_get_ready_the_first_step_is_rung_in_at_once() -> None:
    assert Listener(planned(ONE_LEG_THEN_THE_OTHER, get_ready=0)).heard == [(0, Tone.STEP_START)]


@pytest.mark.parametrize(("seconds", "rings"), [(19, False), (20, True), (60, True)])
def test_half_way_is_rung_from_twenty_seconds_on(seconds: int, rings: bool) -> None:
    listener = Listener(planned(replace(SEATED, phases=(phase(PALM_GLIDES, seconds),)), get_ready=0))
    listener.run(seconds - 1)
    assert (Tone.HALF_WAY in [tone for _, tone in listener.heard]) == rings


def test_pause_and_resume_are_heard_and_nothing_between(working: Listener) -> None:
    working.do(working.session.pause)
    working.run(30)
    working.do(working.session.resume)
    assert working.take() == [(11, Tone.PAUSE), (41, Tone.RESUME)]


def test_a_gap_is_heard_as_a_pause_not_as_all_that_was_missed(working: Listener) -> None:
    working.run(50, every=50)
    assert working.take() == [(61, Tone.PAUSE)]


def test_after_a_gap_the_step_is_rung_in_again_when_it_goes_on_and_nothing_is_late(working: Listener) -> None:
    working.clock.sleep_suspend(60.0)
    working.wait(0.25)
    working.take()
    begun = working.clock.now().steady
    working.do(working.session.resume)
    working.run(5.0)
    heard = [(second + working.started - begun, what) for second, what in working.take()]
    assert heard == [(0.0, Tone.RESUME), (4.0, Tone.STEP_START)]


def test_a_look_so_late_that_all_is_over_plays_nothing_and_counts_what_was_missed() -> None:
    short = planned(replace(SEATED, phases=(phase(PALM_GLIDES, 1, gap=1),)), get_ready=0)
    listener = Listener(short)
    listener.take()
    listener.run(4.5, every=4.5)
    assert listener.take() == []
    assert listener.queue.dropped.total() == listener.queue.dropped[Dropped.TOO_LATE] == 4, "over, begin, over, done"


def test_skip_and_back_ring_in_what_they_lead_to(working: Listener) -> None:
    working.do(working.session.skip)
    working.do(working.session.skip)
    working.do(working.session.back)
    assert [tone for _, tone in working.take()] == [Tone.CHANGE_SIDE, Tone.STEP_START, Tone.CHANGE_SIDE]


def test_back_to_the_get_ready_time_makes_no_sound(working: Listener) -> None:
    working.do(working.session.back)
    assert working.take() == []


def test_ten_seconds_more_makes_no_sound_and_the_last_seconds_come_later(working: Listener) -> None:
    working.do(working.session.extend)
    working.run(14)
    assert working.take() == [(20, Tone.HALF_WAY)]
    working.run(7)
    assert working.take() == [(32, Tone.LAST_SECONDS)]


def test_a_stop_makes_no_sound(working: Listener) -> None:
    working.do(working.session.stop, StopReason.DIZZY)
    working.run(30)
    assert working.take() == []


def test_something_is_wrong_silences_everything_and_makes_no_sound(working: Listener) -> None:
    working.do(working.session.pause, PauseReason.TROUBLE)
    assert working.take() == []
    assert working.silenced_at == 11


def test_to_wait_for_the_user_makes_no_sound_and_cuts_nothing_off() -> None:
    listener = Listener(planned(SEATED, get_ready=10), Audible(words=True))
    listener.session.set_waits(True)
    listener.run(9.5)
    listener.take()
    listener.say("Left leg.", 1.0)
    listener.run(0.5)
    listener.say("Press any key.", 2.0, patience=15.0)
    listener.run(8)
    assert listener.session.snapshot().pause_reason is PauseReason.WAITING
    assert listener.take() == [(10.0, "Left leg."), (11.0, "Press any key.")]
    assert listener.silenced_at is None
    listener.do(listener.session.resume)
    assert listener.take() == [(18.0, Tone.STEP_START)]


# Pace

PACE_ONLY = Audible(tones=False, pace=True)


def sweeps(seconds: int = 30, stroke: Stroke = Stroke.EACH_WAY, beat: float = 3.0) -> Plan:
    """One leg, without time to get ready: the stick, so many seconds a pass."""
    technique = replace(STICK_SWEEPS, tempo=Tempo(stroke, beat))
    return planned(replace(SEATED, phases=(phase(technique, seconds, sides=Sides.ONCE, gap=0),)), get_ready=0)


def test_the_pace_is_beaten_at_each_turn_while_work_is_done() -> None:
    listener = Listener(sweeps(20), PACE_ONLY)
    listener.run(20)
    assert listener.heard == [(second, Tone.PACE) for second in (3, 6, 9, 12, 15, 18)]


def test_a_hold_breathes_instead() -> None:
    listener = Listener(sweeps(30, Stroke.HOLD, 0.0), PACE_ONLY)
    listener.run(30)
    assert listener.heard == [
        (4, Tone.BREATHE_OUT),
        (10, Tone.BREATHE_IN),
        (14, Tone.BREATHE_OUT),
        (20, Tone.BREATHE_IN),
        (24, Tone.BREATHE_OUT),
    ]


def test_a_beat_gives_way_to_a_tone_at_the_same_time() -> None:
    listener = Listener(sweeps(30), Audible(pace=True))
    listener.take()
    listener.run(30)
    assert [(second, tone) for second, tone in listener.heard if second in (15, 27, 30)] == [
        (15, Tone.HALF_WAY),
        (27, Tone.LAST_SECONDS),
        (30, Tone.DONE),
    ]
    assert listener.queue.dropped[Dropped.GAVE_WAY] == 2
    assert listener.queue.dropped[Dropped.TOO_LATE] == 0


def test_the_pace_rests_in_a_pause_and_goes_on_where_it_was() -> None:
    listener = Listener(sweeps(20), PACE_ONLY)
    listener.run(4)
    listener.do(listener.session.pause)
    listener.run(60)
    listener.do(listener.session.resume)
    listener.run(6)
    assert listener.heard == [(3, Tone.PACE), (66, Tone.PACE), (69, Tone.PACE)]


def test_a_beat_does_not_begin_when_something_weightier_is_about_to() -> None:
    listener = Listener(sweeps(20, beat=9.96), Audible(pace=True))
    listener.run(9.96, every=0.02)
    assert Tone.PACE not in [what for _, what in listener.heard]
    listener.run(1, every=0.02)
    assert listener.heard[-1] == (pytest.approx(10.0, abs=0.021), Tone.HALF_WAY)


# Words

EVERYTHING = Audible(tones=True, pace=True, words=True)


@pytest.fixture
def told() -> Listener:
    """A long step just begun, all of it to be heard; its first tone is over at second 0.7."""
    listener = Listener(sweeps(60), EVERYTHING)
    listener.take()
    return listener


def test_words_wait_for_the_tone_that_sounds_and_a_beat_gives_way_to_them(told: Listener) -> None:
    told.say("Left leg.", 4.0)
    told.run(7)
    assert told.heard == [(0.75, "Left leg."), (6, Tone.PACE)]


def test_words_that_take_longer_than_thought_are_waited_for(told: Listener) -> None:
    told.talks = 2.0
    told.say("Left leg.", 4.0)
    told.run(10)
    assert told.heard == [(0.75, "Left leg."), (9, Tone.PACE)]


def test_of_two_texts_the_weightier_is_said_first_and_then_the_other(told: Listener) -> None:
    told.say("Left leg.", 1.0)
    told.say("Stop if it hurts.", 1.0, weight=Weight.CAUTION)
    told.run(4)
    assert told.heard == [(0.75, "Stop if it hurts."), (1.75, "Left leg."), (3, Tone.PACE)]


def test_of_two_texts_of_one_weight_the_first_is_said_to_its_end(told: Listener) -> None:
    told.say("Left leg.", 1.0)
    told.run(1)
    told.say("Front of thigh.", 0.5)
    told.run(1.5)
    assert told.heard == [(0.75, "Left leg."), (1.75, "Front of thigh.")]


def test_patience_has_an_end(told: Listener) -> None:
    told.say("Stop if it hurts.", 10.0, weight=Weight.CAUTION)
    told.say("Left leg.", 1.0, patience=5.0)
    told.run(20)
    assert "Left leg." not in [what for _, what in told.heard]
    assert told.queue.dropped[Dropped.TOO_LATE] == 1


def test_nothing_long_is_said_into_the_last_five_seconds_and_something_short_may_be(told: Listener) -> None:
    told.run(51)
    told.take()
    told.say("Next the other leg, front of thigh.", 4.5)
    told.run(4)
    told.say("Nearly there.", 0.8)
    told.run(1)
    assert told.heard == [(54, Tone.PACE), (55.25, "Nearly there.")]


def test_nothing_is_begun_that_would_be_cut_off_by_the_half_way_tone(told: Listener) -> None:
    told.run(28)
    told.take()
    told.say("Slow down.", 2.5)
    told.run(4)
    assert told.heard == [(30, Tone.HALF_WAY), (30.75, "Slow down.")]


def test_words_that_take_too_long_are_cut_off_by_a_weightier_tone(told: Listener) -> None:
    told.run(24)
    told.take()
    told.talks = 3.0
    told.say("Slow down.", 4.0)
    told.run(6)
    assert told.heard == [(24.25, "Slow down."), (30, Tone.HALF_WAY)]
    assert told.silenced_at == 30


def test_a_caution_is_not_cut_off_by_the_half_way_tone(told: Listener) -> None:
    told.run(28)
    told.take()
    told.say("Keep off the kneecap.", 3.0, weight=Weight.CAUTION)
    told.run(4)
    assert told.heard == [(28.25, "Keep off the kneecap.")]
    assert told.queue.dropped[Dropped.GAVE_WAY] == 2, "half-way, and a beat at the same time"


@pytest.mark.parametrize("command", ["pause", "skip", "back", "restart"])
def test_a_command_silences_what_is_said_and_forgets_what_waits(told: Listener, command: str) -> None:
    told.run(10)
    told.say("One.", 4.0)
    told.say("Two.", 4.0, patience=30.0)
    told.run(1)
    told.take()
    told.do(getattr(told.session, command))
    assert told.silenced_at == 11
    told.run(20)
    assert not {"One.", "Two."} & {what for _, what in told.heard}


def test_who_wants_no_words_is_told_none_and_none_is_missed() -> None:
    listener = Listener(sweeps(20), Audible())
    listener.say("Left leg.", 2.0)
    listener.run(10)
    assert listener.heard == [(0, Tone.STEP_START), (10, Tone.HALF_WAY)]
    assert listener.queue.dropped.total() == 0


# Looking at the right moment


def test_it_says_when_the_next_cue_is_due_if_that_is_soon() -> None:
    listener = Listener(sweeps(20, beat=2.5), EVERYTHING)
    listener.wait(2.45)
    assert listener.queue.next_at(EVERYTHING, 0.1) == pytest.approx(listener.started + 2.5)
    assert listener.queue.next_at(EVERYTHING, 0.01) is None
    assert listener.queue.next_at(Audible(), 0.1) is None
    listener.run(17.5, every=2.5)
    assert listener.queue.next_at(EVERYTHING, 0.1) == pytest.approx(listener.started + 20)
    listener.do(listener.session.pause)
    assert listener.queue.next_at(EVERYTHING, 60) is None


# Whatever happens

TEMPOS = st.builds(Tempo, st.sampled_from(Stroke), st.sampled_from([0.0, 0.25, 1.0, 2.97, 3.0, 4.5]))
ROUTINES = st.lists(
    st.builds(
        lambda tempo, seconds, sides, gap: phase(replace(PALM_GLIDES, tempo=tempo), seconds, sides=sides, gap=gap),
        TEMPOS,
        st.integers(1, 45),
        st.sampled_from(Sides),
        st.integers(0, 12),
    ),
    min_size=1,
    max_size=3,
).map(lambda phases: replace(SEATED, phases=tuple(phases)))
WAITS = st.one_of(st.floats(0.001, 0.1), st.floats(0.001, 1.0), st.floats(0.001, 4.9))
WORDS = st.builds(
    lambda seconds, patience, weight: Spoken("Words.", seconds, patience, weight),
    st.floats(0.2, 8.0),
    st.floats(0.0, 20.0),
    st.sampled_from([Weight.WORDS, Weight.CAUTION]),
)
COMMANDS = st.sampled_from(["pause", "resume", "skip", "back", "restart", "extend"])
AUDIBLE = st.builds(Audible, st.booleans(), st.booleans(), st.booleans())


@given(
    ROUTINES,
    AUDIBLE,
    st.floats(0.0, 3.0),
    st.lists(st.tuples(WAITS, st.none() | WORDS | COMMANDS), max_size=80),
)
def test_no_two_lie_over_each_other_and_none_is_late(
    routine: Any, audible: Audible, talks: float, doings: list[tuple[float, Spoken | str | None]]
) -> None:
    listener = Listener(planned(routine, get_ready=5), audible, talks)
    for seconds, doing in doings:
        if isinstance(doing, Spoken):
            listener.texts.append(doing)
        elif doing is not None:
            listener.do(getattr(listener.session, doing))
        listener.wait(seconds)


def wanted(made: Plan, audible: Audible) -> int:
    """How many cues a plan has, counted without the queue."""
    count = int(audible.tones)
    for stage in made.stages:
        works = stage.kind is StageKind.WORK
        if audible.tones:
            count += stage.kind is not StageKind.GET_READY
            count += sum(second < stage.seconds for second in (1, 2, 3))
            count += works and stage.seconds >= 20
        if audible.pace and works:
            count += sum(at < stage.seconds for at, _ in ticks(stage.technique.tempo, 0.0, stage.seconds))
    return count


@given(ROUTINES, AUDIBLE, st.lists(WAITS, min_size=1, max_size=20), st.lists(WORDS, max_size=10))
def test_every_cue_is_heard_or_counted_as_dropped(
    routine: Any, audible: Audible, waits: list[float], words: list[Spoken]
) -> None:
    made = planned(routine, get_ready=5)
    listener = Listener(made, audible)
    listener.texts = list(words)
    while listener.session.state is State.RUNNING:
        for seconds in waits:
            listener.wait(max(seconds, 0.05))
    listener.queue.hush()
    said = len(words) if audible.words else 0
    assert len(listener.heard) + listener.queue.dropped.total() == wanted(made, audible) + said


def test_the_tick_keeps_to_the_pace_that_the_user_wants_and_turns_with_the_figure() -> None:
    made = planned(replace(SEATED, phases=(phase(STICK_SWEEPS, 60, gap=0),)), get_ready=0)
    play = Listener(made, Audible(tones=False, pace=True))
    play.run(4.5)
    play.do(play.session.change_pace, 1.0)
    play.run(12, every=0.125)
    # Three seconds each way, then four: at 4.5 the way back was half gone, and its other half takes two.
    assert [at for at, tone in play.heard if tone is Tone.PACE] == pytest.approx([3.0, 6.5, 10.5, 14.5])
    for at, _ in play.heard[1:]:
        turned = play.session.snapshot().beat.phase(at) * 2 % 1.0
        assert min(turned, 1 - turned) < 1e-6
