"""What is heard at which second of a session."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fakes import PALM_GLIDES, REST, SEATED, FakeClock, phase, planned

from kneeguide.core.clock import Moment
from kneeguide.core.cues import Tone, due
from kneeguide.core.plan import Plan
from kneeguide.core.routine import Sides
from kneeguide.core.session import Session, Snapshot
from kneeguide.core.session_events import Event, PauseReason
from kneeguide.core.trouble import StopReason

ONE_LEG_THEN_THE_OTHER = replace(
    SEATED, phases=(phase(PALM_GLIDES, 20, gap=5), phase(REST, 20, sides=Sides.ONCE, gap=0))
)
"""5 s get ready, 20 left, 5 over, 20 right, 5 over, 20 rest: 75 s."""


class Listener:
    """Plays a session and notes down each tone with its second."""

    def __init__(self, made: Plan) -> None:
        self.clock = FakeClock()
        self.session = Session(made)
        self.started = self.clock.now().steady
        self.heard: list[tuple[float, Tone]] = []
        self._earlier: Snapshot | None = None
        self.do(self.session.start)

    def do(self, command: Callable[..., list[Event]], *arguments: object) -> None:
        self._note(command(self.clock.now(), *arguments), self.clock.now())

    def run(self, seconds: float, every: float = 0.25) -> None:
        for _ in range(round(seconds / every)):
            now = self.clock.move(every)
            self._note(self.session.advance(now), now)

    def _note(self, events: list[Event], now: Moment) -> None:
        snapshot = self.session.snapshot()
        tone = due(events, self._earlier, snapshot)
        self._earlier = snapshot
        if tone is not None:
            self.heard.append((now.steady - self.started, tone))

    def take(self) -> list[tuple[float, Tone]]:
        heard, self.heard = self.heard, []
        return heard


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


def test_of_several_stages_in_one_late_look_only_the_weightiest_is_heard() -> None:
    short = planned(replace(SEATED, phases=(phase(PALM_GLIDES, 1, gap=1),)), get_ready=0)
    listener = Listener(short)
    listener.take()
    listener.run(4.5, every=4.5)
    assert listener.take() == [(4.5, Tone.DONE)]


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


def test_something_is_wrong_is_heard_as_a_pause(working: Listener) -> None:
    working.do(working.session.pause, PauseReason.TROUBLE)
    assert working.take() == [(11, Tone.PAUSE)]
