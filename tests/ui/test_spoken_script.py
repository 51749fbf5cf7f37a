"""What is said in a session, and when: through the real queue, by a voice that takes as long as it is thought to."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from fakes import CALF_GLIDES, KNEE_BENDS, OWN_STEP, PALM_GLIDES, REST, SEATED, FakeClock, phase, planned

from kneeguide.core.cue_queue import QUIET_END, SHORT_WORDS, CueQueue
from kneeguide.core.cues import TONE_SECONDS, Audible, Spoken, Tone
from kneeguide.core.routine import Routine, Sides
from kneeguide.core.session import Session
from kneeguide.core.session_events import Event, PauseReason
from kneeguide.core.snapshot import State
from kneeguide.core.speech import SpeechRate
from kneeguide.core.stage import StageKind
from kneeguide.ui.session_wording import how_pressure_feels
from kneeguide.ui.spoken_script import LONGEST, SpokenScript

pytestmark = pytest.mark.usefixtures("qapp")

SAYS = replace(PALM_GLIDES, say="Slowly up towards the hip, lightly back down.")
TICK = 0.1


@dataclass
class Said:
    """One text, the stage in which it was begun, and how many seconds of that stage were left when it ended."""

    text: str
    kind: StageKind
    stage: int
    left: float
    seconds: float


class Hearing:
    """Plays a routine and writes down what is said. ``tones``: whether tones take their part of the time."""

    def __init__(
        self, routine: Routine, rate: SpeechRate = SpeechRate.USUAL, *, waits: bool = False, **preferences: object
    ) -> None:
        self.clock = FakeClock()
        self.silences = 0
        self.session = Session(planned(routine, **preferences), waits=waits)
        self.script = SpokenScript(self.session.stages, rate)
        self.queue = CueQueue()
        self.until = 0.0
        self.said: list[Said] = []
        self.look(self.session.start(self.clock.now()))

    def look(self, events: list[Event]) -> None:
        now, snapshot = self.clock.now().steady, self.session.snapshot()
        order = self.queue.look(
            now,
            events,
            snapshot,
            Audible(words=True),
            texts=self.script(events, snapshot),
            speaking=now < self.until,
        )
        if order.silence:
            self.silences += 1
            self.until = now
        if order.cue is not None and isinstance(order.cue.what, Spoken):
            spoken = order.cue.what
            self.script.was_said(spoken)
            self.until = now + spoken.seconds
            left = snapshot.remaining - spoken.seconds
            self.said.append(Said(spoken.text, snapshot.stage.kind, snapshot.index, left, spoken.seconds))

    def play(self, seconds: float = 10_000.0) -> list[str]:
        for _ in range(round(seconds / TICK)):
            if self.session.state is not State.RUNNING:
                break
            self.clock.move(TICK)
            self.look(self.session.advance(self.clock.now()))
        self.linger(TONE_SECONDS[Tone.DONE] + TICK)
        return [each.text for each in self.said]

    def linger(self, seconds: float) -> None:
        """Look on while time stands still, or is over."""
        for _ in range(round(seconds / TICK)):
            if self.session.state is State.RUNNING:
                break
            self.clock.move(TICK)
            self.look([])

    def do(self, command: Callable[[Session], Callable[..., list[Event]]]) -> None:
        self.look(command(self.session)(self.clock.now()))


def routine(*phases: object) -> Routine:
    return Routine("a-routine", "A routine", phases)  # type: ignore[arg-type]


def test_a_session_from_beginning_to_end() -> None:
    hearing = Hearing(routine(phase(SAYS, 40), phase(KNEE_BENDS, 30, sides=Sides.ONCE)))
    assert hearing.play() == [
        "Left leg. Palm glides, front of thigh. Forty seconds.",
        how_pressure_feels(),
        "Slowly up towards the hip, lightly back down.",
        "Next. Right leg. Palm glides, front of thigh. Forty seconds.",
        "Right leg.",
        "Next. Easy knee bends. Thirty seconds.",
        "Slide the heel back and forward.",
        "All done.",
    ]


@pytest.mark.parametrize("rate", SpeechRate)
@pytest.mark.parametrize("gap", [0, 3, 5, 15, 20])
def test_the_next_step_is_named_before_it_begins_and_nothing_long_in_the_last_five_seconds(
    rate: SpeechRate, gap: int
) -> None:
    hearing = Hearing(
        routine(phase(SAYS, 45, gap=gap), phase(CALF_GLIDES, 30, gap=gap), phase(REST, 20, sides=Sides.ONCE, gap=0)),
        rate,
        get_ready=15,
    )
    hearing.play()
    for step in (place for place, stage in enumerate(hearing.session.stages) if stage.kind is StageKind.WORK):
        title = hearing.session.stages[step].technique.title
        assert any(title in each.text for each in hearing.said if each.stage in range(step - 2, step))
    *during, last = hearing.said
    assert last.text == ALL_DONE
    for each in during:
        assert each.left >= (QUIET_END if each.seconds > SHORT_WORDS else 0.0) - TICK
    in_gaps = [each for each in hearing.said if each.kind is StageKind.CHANGE_OVER and "Palm" in each.text]
    assert bool(in_gaps) == (gap >= 15)


def test_the_safety_sentence_comes_once_at_the_first_step_that_presses() -> None:
    hearing = Hearing(routine(phase(KNEE_BENDS, 30, sides=Sides.ONCE), phase(SAYS, 40, sets=2)))
    hearing.play()
    (ache,) = [each for each in hearing.said if each.text == how_pressure_feels()]
    assert hearing.session.stages[ache.stage].technique is SAYS


def test_how_it_is_done_is_said_once_and_never_at_length() -> None:
    wordy = replace(OWN_STEP, cue="Press. " * 60)
    hearing = Hearing(routine(phase(SAYS, 40, sets=2), phase(wordy, 60, sides=Sides.ONCE)))
    said = hearing.play()
    assert said.count(SAYS.say) == 1
    assert all(each.seconds <= LONGEST for each in hearing.said)


def test_a_later_set_is_named_in_short() -> None:
    assert "Next. Set two. Forty seconds." in Hearing(routine(phase(SAYS, 40, sets=2))).play()


def test_with_too_little_time_to_get_ready_a_step_is_named_as_it_begins() -> None:
    hearing = Hearing(routine(phase(SAYS, 40)), get_ready=5)
    hearing.play(20)
    assert [(each.text, each.kind) for each in hearing.said][:2] == [
        (how_pressure_feels(), StageKind.WORK),
        ("Left leg. Palm glides, front of thigh. Forty seconds.", StageKind.WORK),
    ]


@pytest.mark.parametrize("gap", [0, 1, 3, 5])
def test_the_leg_is_said_also_where_a_step_is_too_short_for_more(gap: int) -> None:
    hearing = Hearing(routine(phase(SAYS, 7, gap=gap)))
    hearing.play()
    assert any(each.text == "Right leg." for each in hearing.said)


def test_ten_seconds_more_is_said() -> None:
    hearing = Hearing(routine(phase(SAYS, 40)))
    hearing.play(30)
    hearing.do(lambda session: session.extend)
    hearing.play(1)
    assert hearing.said[-1].text == "Ten seconds more."


def test_when_something_is_wrong_that_is_asked_once() -> None:
    hearing = Hearing(routine(phase(SAYS, 40)))
    hearing.play(30)
    hearing.look(hearing.session.pause(hearing.clock.now(), PauseReason.TROUBLE))
    hearing.linger(20)
    assert [each.text for each in hearing.said].count("Stopped. What is wrong?") == 1
    assert hearing.said[-1].text == "Stopped. What is wrong?"


def test_a_step_that_is_skipped_to_is_named_as_it_begins() -> None:
    hearing = Hearing(routine(phase(SAYS, 40, gap=0), phase(CALF_GLIDES, 40, gap=0)))
    hearing.play(15)
    hearing.do(lambda session: session.skip)
    hearing.play(5)
    assert hearing.said[-1].text == "Right leg. Palm glides, front of thigh. Forty seconds."


def test_after_a_step_back_the_next_one_is_named_again() -> None:
    hearing = Hearing(routine(phase(SAYS, 40, gap=5)))
    hearing.play(48)
    following = "Next. Right leg. Palm glides, front of thigh. Forty seconds."
    assert [each.text for each in hearing.said].count(following) == 1
    hearing.do(lambda session: session.restart)
    hearing.play(40)
    assert [each.text for each in hearing.said].count(following) == 2


def test_nothing_is_asked_for_in_a_pause() -> None:
    hearing = Hearing(SEATED)
    hearing.play(20)
    hearing.do(lambda session: session.pause)
    assert hearing.script([], hearing.session.snapshot()) == []


ALL_DONE = "All done."
NOTICE = "Let go, and notice how your knee feels."
ANY_KEY = "Press any key when you are ready."


def test_all_done_is_said_when_it_is_and_the_last_moment_is_for_the_knee() -> None:
    hearing = Hearing(routine(phase(SAYS, 40, gap=15)))
    hearing.play(10 + 40 + 15 + 40 + 14)
    assert NOTICE in [each.text for each in hearing.said]
    assert ALL_DONE not in [each.text for each in hearing.said]
    hearing.play()
    assert [each.text for each in hearing.said][-1] == ALL_DONE
    assert hearing.session.state is State.COMPLETED


def test_all_done_is_said_after_a_skip_at_the_end_but_not_where_all_was_skipped() -> None:
    for worked in (True, False):
        hearing = Hearing(routine(phase(SAYS, 40, gap=5)))
        if worked:
            hearing.play(60)
        while hearing.session.state is State.RUNNING:
            hearing.do(lambda session: session.skip)
        hearing.linger(3.0)
        assert (ALL_DONE in [each.text for each in hearing.said]) == worked


@pytest.mark.parametrize("get_ready", [5, 10])
def test_where_it_waits_the_sentence_is_said_to_its_end_and_then_once_that_any_key_goes_on(get_ready: int) -> None:
    hearing = Hearing(routine(phase(SAYS, 40)), waits=True, get_ready=get_ready)
    hearing.play()
    hearing.linger(60)
    assert [each.text for each in hearing.said][-1] == ANY_KEY
    assert [each.text for each in hearing.said].count(ANY_KEY) == 1
    assert hearing.silences == 0
    hearing.do(lambda session: session.resume)
    assert hearing.session.state is State.RUNNING
