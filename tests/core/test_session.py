"""A session as timelines: what happens at which second, with a clock that only the test moves."""

from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from fakes import (
    CALF_GLIDES,
    KNEE_BENDS,
    OWN_STEP,
    PALM_GLIDES,
    REST,
    SEATED,
    START,
    FakeClock,
    cleared,
    phase,
    planned,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core.clock import Moment
from kneeguide.core.day_dose import Doses
from kneeguide.core.dose import DOSE_CAP, Preferences
from kneeguide.core.history import StageOutcome
from kneeguide.core.plan import Plan, plan
from kneeguide.core.questions import Question
from kneeguide.core.routine import Muscle, Phase, Routine, Side, Sides
from kneeguide.core.session import Session
from kneeguide.core.session_events import (
    AreaLeftOut,
    Completed,
    EnoughForToday,
    Event,
    Extended,
    ExtensionRefused,
    LedIn,
    Lightened,
    Paused,
    PauseReason,
    Resumed,
    StageLeft,
    StageStarted,
    Stopped,
)
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn

TWO_STEPS = replace(SEATED, phases=(phase(PALM_GLIDES, 30, gap=5), phase(REST, 20, sides=Sides.ONCE, gap=0)))
"""10 s get ready, 30 left, 5 over, 30 right, 5 over, 20 rest: 100 s."""


class Play:
    """A session, its clock, and an account of what happened in words."""

    def __init__(
        self,
        made: Plan | None = None,
        done: frozenset[str] = frozenset(),
        *,
        eased: Collection[Eased] = (),
        had: Doses | None = None,
        waits: bool = False,
        slower: float = 0.0,
    ) -> None:
        self.clock = FakeClock()
        made = made or planned(TWO_STEPS)
        self.session = Session(made, done, eased=eased, had=had, waits=waits, slower=slower)

    def start(self) -> list[str]:
        return told(self.session.start(self.clock.now()))

    def tick(self, seconds: float) -> list[str]:
        """Let so much time pass, then look once."""
        return told(self.session.advance(self.clock.move(seconds)))

    def run(self, seconds: float) -> list[str]:
        """Let so much time pass, looking four times a second."""
        return [word for _ in range(round(seconds * 4)) for word in self.tick(0.25)]

    def do(self, command: Callable[..., list[Event]], *arguments: object) -> list[str]:
        return told(command(self.clock.now(), *arguments))

    @property
    def shown(self) -> Snapshot:
        return self.session.snapshot()


def told(events: list[Event]) -> list[str]:
    return [word(event) for event in events]


def word(event: Event) -> str:
    match event:
        case StageStarted(stage):
            return f"begin {stage.key}"
        case StageLeft(stage, planned_seconds, seconds, outcome):
            return f"{outcome} {stage.key} {seconds:g}/{planned_seconds:g}"
        case Paused(reason):
            return f"paused: {reason}"
        case Resumed(lead_in):
            return f"resumed in {lead_in:g} s" if lead_in else "resumed"
        case LedIn(stage):
            return f"on with {stage.key}"
        case Extended(seconds):
            return f"{seconds:g} s more"
        case ExtensionRefused():
            return "no more"
        case EnoughForToday(stage, seconds):
            return f"enough of {stage.key}: {seconds:g} s"
        case Lightened():
            return "lighter"
        case AreaLeftOut(stage):
            return f"left out: area of {stage.key}"
        case Completed():
            return "completed"
        case Stopped(reason):
            return f"stopped: {reason}"


@pytest.fixture
def play() -> Play:
    return Play()


@pytest.fixture
def playing(play: Play) -> Play:
    """In the first work, 12 of its 30 seconds done."""
    play.start()
    play.run(22)
    return play


THE_WHOLE = [
    "done get-ready 10/10",
    "begin 1-left-1",
    "done 1-left-1 30/30",
    "begin 1-left-1-after",
    "done 1-left-1-after 5/5",
    "begin 1-right-1",
    "done 1-right-1 30/30",
    "begin 1-right-1-after",
    "done 1-right-1-after 5/5",
    "begin 2-once-1",
    "done 2-once-1 20/20",
    "completed",
]


class TestLeftAlone:
    def test_it_goes_through_the_plan_and_ends_at_its_length(self, play: Play) -> None:
        assert play.start() == ["begin get-ready"]
        assert play.run(99.75) == THE_WHOLE[:-2]
        assert play.session.state is State.RUNNING
        assert play.tick(0.25) == THE_WHOLE[-2:]
        assert play.session.state is State.COMPLETED

    def test_twenty_minutes_end_at_twenty_minutes(self) -> None:
        phases = tuple(phase(PALM_GLIDES, 59, gap=1, sides=Sides.ONCE) for _ in range(20))
        play = Play(planned(replace(SEATED, phases=phases), get_ready=0))
        play.start()
        while play.clock.now().steady < START.steady + 1199.9:
            play.tick(0.1)
        assert play.session.state is State.RUNNING
        assert play.shown.total_remaining == pytest.approx(1200 - (play.clock.now().steady - START.steady))
        play.tick(0.1)
        assert play.session.state is State.COMPLETED

    def test_lost_ticks_lose_no_time(self, play: Play) -> None:
        play.start()
        assert [said for _ in range(20) for said in play.tick(5.0)] == THE_WHOLE

    def test_a_late_tick_charges_the_next_stage_for_what_has_passed_of_it(self, play: Play) -> None:
        play.start()
        play.run(9)
        assert play.tick(4.0) == ["done get-ready 10/10", "begin 1-left-1"]
        assert (play.shown.elapsed, play.shown.remaining) == (3.0, 27.0)

    def test_several_short_stages_may_end_in_one_late_tick(self) -> None:
        phases = tuple(phase(PALM_GLIDES, 1, gap=1, sides=Sides.ONCE) for _ in range(2))
        play = Play(planned(replace(SEATED, phases=phases), get_ready=0))
        play.start()
        assert play.tick(4.5)[-1] == "completed"


class TestWhatIsShown:
    def test_before_the_start(self, play: Play) -> None:
        shown = play.shown
        assert (shown.state, shown.stage.kind, shown.elapsed) == (State.READY, StageKind.GET_READY, 0.0)
        assert (shown.total_elapsed, shown.total_remaining) == (0.0, 100.0)

    def test_in_the_middle(self, playing: Play) -> None:
        shown = playing.shown
        assert (shown.index, shown.stage.key, shown.length) == (1, "1-left-1", 30.0)
        assert (shown.elapsed, shown.remaining) == (12.0, 18.0)
        assert (shown.total_elapsed, shown.total_remaining) == (22.0, 78.0)
        assert shown.following is not None
        assert shown.following.key == "1-left-1-after"
        assert shown.pause_reason is None

    def test_at_the_end(self, play: Play) -> None:
        play.start()
        play.run(100)
        assert (play.shown.total_elapsed, play.shown.total_remaining, play.shown.following) == (100.0, 0.0, None)

    def test_after_a_stop_it_stands_where_it_stopped(self, playing: Play) -> None:
        playing.do(playing.session.stop, StopReason.NO_TIME)
        shown = playing.shown
        assert (shown.state, shown.elapsed, shown.total_elapsed) == (State.STOPPED, 12.0, 22.0)
        playing.tick(3.0)
        assert playing.shown == shown

    def test_a_reason_to_pause_is_shown_only_while_it_pauses(self, playing: Play) -> None:
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        assert playing.shown.pause_reason is PauseReason.TROUBLE
        playing.do(playing.session.stop, StopReason.SHARP_PAIN)
        assert playing.shown.pause_reason is None


class TestCommands:
    def test_a_pause_of_any_length_costs_nothing(self, playing: Play) -> None:
        assert playing.do(playing.session.pause) == ["paused: asked"]
        assert playing.run(3) == []
        assert playing.tick(86_400) == []
        assert playing.shown.elapsed == 12.0
        assert playing.do(playing.session.resume) == ["resumed"]
        assert playing.run(17.75) == []
        assert playing.tick(0.25) == ["done 1-left-1 30/30", "begin 1-left-1-after"]

    def test_skip_counts_what_was_done_and_no_more(self, playing: Play) -> None:
        assert playing.do(playing.session.skip) == ["skipped 1-left-1 12/30", "begin 1-left-1-after"]

    def test_skip_as_the_stage_runs_out_does_not_skip_the_next_one_unseen(self, playing: Play) -> None:
        playing.clock.move(4.9)
        playing.tick(0.0)
        playing.run(12)
        playing.clock.move(1.2)
        assert playing.do(playing.session.skip) == ["done 1-left-1 30/30", "begin 1-left-1-after"]

    def test_skip_past_the_last_stage_completes(self, play: Play) -> None:
        play.start()
        play.run(85)
        assert play.do(play.session.skip) == ["skipped 2-once-1 5/20", "completed"]

    def test_back_goes_to_the_stage_before(self, playing: Play) -> None:
        assert playing.do(playing.session.back) == ["went-back 1-left-1 12/30", "begin get-ready"]
        assert playing.do(playing.session.back) == ["went-back get-ready 0/10", "begin get-ready"]

    def test_restart_begins_the_stage_again(self, playing: Play) -> None:
        assert playing.do(playing.session.restart) == ["restarted 1-left-1 12/30", "begin 1-left-1"]
        assert playing.run(29.75) == []
        assert playing.tick(0.25)[0] == "done 1-left-1 30/30"

    def test_ten_seconds_more(self, playing: Play) -> None:
        assert playing.do(playing.session.extend) == ["10 s more"]
        assert (playing.shown.length, playing.shown.remaining) == (40.0, 28.0)
        assert playing.run(28)[0] == "done 1-left-1 40/40"
        assert playing.shown.length == 5.0

    def test_stop_keeps_what_was_done(self, playing: Play) -> None:
        assert playing.do(playing.session.stop, StopReason.SHARP_PAIN) == [
            "stopped 1-left-1 12/30",
            "stopped: sharp-pain",
        ]

    def test_moving_about_while_paused_stays_paused(self, playing: Play) -> None:
        playing.do(playing.session.pause)
        for command in (playing.session.skip, playing.session.back, playing.session.restart, playing.session.extend):
            playing.do(command)
            assert playing.session.state is State.PAUSED
            assert playing.run(2) == []
        playing.do(playing.session.resume)
        assert playing.run(1) == []
        assert playing.shown.elapsed == 1.0

    def test_trouble_overrides_another_reason_to_pause(self, playing: Play) -> None:
        playing.do(playing.session.pause)
        assert playing.do(playing.session.pause, PauseReason.TROUBLE) == []
        assert playing.shown.pause_reason is PauseReason.TROUBLE


@pytest.mark.parametrize(
    ("state", "effective"),
    [
        (State.READY, {"start"}),
        (State.RUNNING, {"pause", "skip", "back", "restart", "extend", "lighten", "leave_out", "stop"}),
        (State.PAUSED, {"resume", "skip", "back", "restart", "extend", "lighten", "leave_out", "stop"}),
        (State.COMPLETED, set()),
        (State.STOPPED, set()),
    ],
)
@pytest.mark.parametrize(
    "command",
    ["start", "advance", "pause", "resume", "skip", "back", "restart", "extend", "lighten", "leave_out", "stop"],
)
def test_a_command_that_makes_no_sense_now_does_nothing(state: State, effective: set[str], command: str) -> None:
    play = Play()
    if state is not State.READY:
        play.start()
        play.run(12)
    if state is State.PAUSED:
        play.do(play.session.pause)
    if state is State.COMPLETED:
        play.run(88)
    if state is State.STOPPED:
        play.do(play.session.stop, StopReason.NO_TIME)
    assert play.session.state is state
    before = play.shown
    happened = play.do(getattr(play.session, command), *([StopReason.DIZZY] if command == "stop" else []))
    assert bool(happened) == (command in effective)
    if not happened:
        assert play.shown == before


class TestWaitingForTheUser:
    @pytest.fixture
    def waiting(self) -> Play:
        """Ten seconds got ready, and then an hour in which nobody came."""
        play = Play(waits=True)
        play.start()
        assert play.run(10) == ["paused: waiting"]
        for _ in range(3600):
            assert play.tick(1.0) == []
        return play

    def test_before_each_work_it_waits_as_long_as_it_takes_and_counts_none_of_it(self) -> None:
        play = Play(waits=True)
        play.start()
        said: list[str] = []
        while play.session.state is not State.COMPLETED:
            said += play.run(2)
            if play.session.state is State.PAUSED:
                assert play.tick(600) == []
                said += play.do(play.session.resume)
        waits = ["paused: waiting", "resumed"]
        assert said == [
            *waits,
            *THE_WHOLE[:4],
            *waits,
            *THE_WHOLE[4:8],
            *waits,
            *THE_WHOLE[8:],
        ]

    def test_while_it_waits_nothing_is_left_of_the_time_to_get_ready(self, waiting: Play) -> None:
        shown = waiting.shown
        assert (shown.state, shown.pause_reason) == (State.PAUSED, PauseReason.WAITING)
        assert (shown.stage.key, shown.remaining, shown.total_elapsed) == ("get-ready", 0.0, 10.0)

    def test_the_work_then_gets_its_full_time(self, waiting: Play) -> None:
        assert waiting.do(waiting.session.resume) == ["resumed", "done get-ready 10/10", "begin 1-left-1"]
        assert waiting.run(29.75) == []
        assert waiting.tick(0.25)[0] == "done 1-left-1 30/30"

    def test_a_late_look_waits_at_the_end_of_the_stage_and_takes_nothing_from_the_work(self) -> None:
        play = Play(waits=True)
        play.start()
        play.run(8)
        assert play.tick(4.0) == ["paused: waiting"]
        assert play.shown.elapsed == 10.0

    def test_to_skip_what_runs_out_at_that_moment_is_to_go_on(self) -> None:
        play = Play(waits=True)
        play.start()
        play.run(9)
        play.clock.move(2.0)
        assert play.do(play.session.skip) == ["paused: waiting", "resumed", "done get-ready 10/10", "begin 1-left-1"]

    def test_to_skip_what_is_over_is_to_go_on(self, waiting: Play) -> None:
        assert waiting.do(waiting.session.skip) == ["resumed", "done get-ready 10/10", "begin 1-left-1"]
        assert waiting.session.state is State.RUNNING

    def test_ten_seconds_more_can_be_had_and_then_it_waits_again(self, waiting: Play) -> None:
        assert waiting.do(waiting.session.extend) == ["10 s more"]
        assert waiting.do(waiting.session.resume) == ["resumed"]
        assert waiting.run(10) == ["paused: waiting"]

    def test_going_back_or_beginning_again_still_waits_for_the_word(self, waiting: Play) -> None:
        assert waiting.do(waiting.session.restart) == ["restarted get-ready 10/10", "begin get-ready"]
        assert waiting.shown.pause_reason is PauseReason.WAITING
        assert waiting.do(waiting.session.resume) == ["resumed"]
        assert waiting.run(10) == ["paused: waiting"]

    def test_trouble_while_it_waits_is_trouble_and_afterwards_it_waits_again(self, waiting: Play) -> None:
        waiting.do(waiting.session.pause, PauseReason.TROUBLE)
        assert waiting.shown.pause_reason is PauseReason.TROUBLE
        assert waiting.do(waiting.session.resume) == ["resumed"]
        assert waiting.tick(0.1) == ["paused: waiting"]

    def test_asleep_at_the_end_of_a_stage_is_a_gap_and_then_it_waits(self) -> None:
        play = Play(waits=True)
        play.start()
        play.run(9.75)
        play.clock.sleep_suspend(600, steady_runs=True)
        assert play.tick(0.0) == ["paused: gap"]
        play.do(play.session.resume)
        assert play.run(1) == ["paused: waiting"]

    def test_it_can_be_switched_while_time_runs(self) -> None:
        play = Play()
        play.start()
        play.session.set_waits(True)
        assert play.run(10) == ["paused: waiting"]
        play.session.set_waits(False)
        assert play.shown.pause_reason is PauseReason.WAITING, "who is waited for comes in their own time"
        play.do(play.session.resume)
        assert "paused: waiting" not in play.run(40)

    def test_stopping_while_it_waits_ends(self, waiting: Play) -> None:
        assert waiting.do(waiting.session.stop, StopReason.NO_TIME) == ["stopped get-ready 10/10", "stopped: no-time"]
        assert waiting.do(waiting.session.skip) == []


class TestPace:
    """Palm glides go three seconds up and two lightly back."""

    def test_a_pass_gets_longer_and_shorter_by_half_seconds_between_two_and_five(self, playing: Play) -> None:
        def paces(step: float) -> list[float]:
            seen = []
            for _ in range(6):
                playing.do(playing.session.change_pace, step)
                seen.append(playing.shown.beat.tempo.seconds)
            return seen

        assert paces(0.5) == [3.5, 4.0, 4.5, 5.0, 5.0, 5.0]
        assert paces(-0.5) == [4.5, 4.0, 3.5, 3.0, 2.5, 2.0]
        assert paces(-0.5) == [2.0] * 6
        assert playing.session.slower == -1.0

    def test_it_is_kept_from_step_to_step_and_may_be_given_at_the_start(self, playing: Play) -> None:
        playing.do(playing.session.change_pace, 0.5)
        playing.do(playing.session.skip)
        playing.do(playing.session.skip)
        assert (playing.shown.stage.key, playing.shown.beat.tempo.seconds) == ("1-right-1", 3.5)
        assert Play(slower=0.5).shown.beat.tempo.seconds == 3.5

    def test_the_stroke_goes_on_from_where_it_is(self, playing: Play) -> None:
        before = playing.shown.beat.phase(12.0)
        playing.do(playing.session.change_pace, 1.5)
        assert playing.shown.beat.phase(12.0) == pytest.approx(before)
        assert playing.shown.elapsed == 12.0

    def test_it_changes_neither_time_nor_what_is_done(self, playing: Play) -> None:
        assert playing.do(playing.session.change_pace, 2.0) == []
        assert playing.run(17.75) == []
        assert playing.tick(0.25)[0] == "done 1-left-1 30/30"

    def test_a_rest_has_no_pace_to_change(self, play: Play) -> None:
        play.start()
        play.run(85)
        play.do(play.session.change_pace, 0.5)
        assert play.session.slower == 0.0
        assert play.shown.beat.tempo == REST.tempo


class TestGaps:
    """A jump of either clock means that the computer slept, or was held up: nobody did the exercise meanwhile."""

    @pytest.mark.parametrize(
        "jump",
        [
            lambda clock: clock.sleep_suspend(3600),
            lambda clock: clock.sleep_suspend(3600, steady_runs=True),
            lambda clock: clock.sleep_suspend(5.1),
            lambda clock: clock.move(5.1),
            lambda clock: (clock.move(3600), clock.jump_wall(-3600)),
            lambda clock: clock.jump_wall(3600),
            lambda clock: clock.jump_wall(-3600),
        ],
        ids=[
            "lid",
            "lid where sleep counts",
            "short nap",
            "held up",
            "held up and set back",
            "clock put on",
            "clock put back",
        ],
    )
    def test_it_pauses_where_it_was_last_seen_and_says_why(self, playing: Play, jump: Callable[..., object]) -> None:
        jump(playing.clock)
        assert playing.tick(0.0) == ["paused: gap"]
        assert (playing.shown.elapsed, playing.shown.pause_reason) == (12.0, PauseReason.GAP)
        assert playing.run(60) == []
        assert playing.do(playing.session.resume) == ["resumed in 4 s"]
        assert playing.run(4) == ["on with 1-left-1"]
        assert playing.run(17.75) == []
        assert playing.tick(0.25)[0] == "done 1-left-1 30/30"

    @pytest.mark.parametrize("seconds", [5.0, -5.0])
    def test_a_jump_of_five_seconds_is_let_pass_and_costs_no_time(self, playing: Play, seconds: float) -> None:
        playing.clock.jump_wall(seconds)
        assert playing.tick(0.0) == []
        assert playing.shown.elapsed == 12.0

    def test_no_stage_is_finished_asleep(self, playing: Play) -> None:
        playing.run(17.75)
        playing.clock.sleep_suspend(10, steady_runs=True)
        assert playing.tick(0.0) == ["paused: gap"]
        assert playing.shown.remaining == 0.25

    def test_a_command_after_a_gap_finds_it_paused(self, playing: Play) -> None:
        playing.clock.sleep_suspend(600)
        assert playing.do(playing.session.skip) == ["paused: gap", "skipped 1-left-1 12/30", "begin 1-left-1-after"]
        assert playing.session.state is State.PAUSED

    def test_a_gap_while_paused_is_nobodys_business(self, playing: Play) -> None:
        playing.do(playing.session.pause)
        playing.clock.sleep_suspend(3600)
        assert playing.tick(0.0) == []
        assert playing.shown.pause_reason is PauseReason.ASKED


class TestBackIntoPlace:
    """After a sleep or trouble the hands are off the leg: the step stands still for four seconds before it goes on."""

    def test_it_is_not_counted_and_is_shown(self, playing: Play) -> None:
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        playing.run(30)
        assert playing.do(playing.session.resume) == ["resumed in 4 s"]
        playing.run(1)
        assert (playing.shown.state, playing.shown.lead_in) == (State.RUNNING, 3.0)
        assert (playing.shown.elapsed, playing.shown.remaining) == (12.0, 18.0)
        assert playing.run(3) == ["on with 1-left-1"]
        assert (playing.shown.elapsed, playing.shown.lead_in) == (12.0, 0.0)

    def test_a_pause_that_was_asked_for_needs_none(self, playing: Play) -> None:
        playing.do(playing.session.pause)
        assert playing.do(playing.session.resume) == ["resumed"]
        assert playing.shown.lead_in == 0.0

    def test_a_gap_that_is_a_change_over_needs_none(self, playing: Play) -> None:
        playing.run(19)
        assert playing.shown.stage.kind is StageKind.CHANGE_OVER
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        assert playing.do(playing.session.resume) == ["resumed"]

    def test_a_pause_in_it_begins_it_anew(self, playing: Play) -> None:
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        playing.do(playing.session.resume)
        playing.run(2)
        playing.do(playing.session.pause)
        assert playing.shown.elapsed == 12.0
        assert playing.do(playing.session.resume) == ["resumed in 4 s"]
        assert playing.run(4) == ["on with 1-left-1"]

    def test_skipping_ends_it(self, playing: Play) -> None:
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        playing.do(playing.session.resume)
        assert playing.do(playing.session.skip) == ["skipped 1-left-1 12/30", "begin 1-left-1-after"]
        assert playing.run(4.75) == []
        assert playing.shown.elapsed == 4.75

    def test_trouble_found_in_a_pause_has_one_too(self, playing: Play) -> None:
        playing.do(playing.session.pause)
        playing.do(playing.session.pause, PauseReason.TROUBLE)
        assert playing.do(playing.session.resume) == ["resumed in 4 s"]


THIGH_CALF_BENDS = replace(
    SEATED,
    phases=(
        phase(PALM_GLIDES, 40, gap=5, pressure=3),
        phase(CALF_GLIDES, 30, gap=5, pressure=1),
        phase(KNEE_BENDS, 30, sides=Sides.ONCE, gap=5, pressure=0),
    ),
)
"""10 ready, 40 thigh left, 5, 40 right, 5, 30 calf left, 5, 30 right, 5, 30 bends, 5 at the end."""


def outline(session: Session) -> list[str]:
    """What is to be done, gaps by what they lead to."""
    return [
        f"{stage.kind} {stage.technique.muscle or 'bends'} {stage.side or ''} {stage.seconds:g}/{stage.pressure}"
        for stage in session.stages
    ]


class TestMoreGently:
    @pytest.fixture
    def sore(self) -> Play:
        """Ten of forty seconds on the left thigh, then something is wrong."""
        play = Play(planned(THIGH_CALF_BENDS))
        play.start()
        play.run(20)
        play.do(play.session.pause, PauseReason.TROUBLE)
        return play

    def test_lighter_takes_a_step_of_pressure_and_a_quarter_of_what_is_left(self, sore: Play) -> None:
        assert sore.do(sore.session.lighten) == ["lighter"]
        assert (sore.shown.elapsed, sore.shown.remaining, sore.shown.stage.pressure) == (10.0, 22.0, 2)
        assert outline(sore.session) == [
            "get-ready quads left 10/2",
            "work quads left 32/2",
            "change-over quads right 5/2",
            "work quads right 30/2",
            "change-over calf left 5/1",
            "work calf left 22/1",
            "change-over calf right 5/1",
            "work calf right 22/1",
            "change-over bends  5/0",
            "work bends  30/0",
            "check-in bends  5/0",
        ]
        sore.do(sore.session.resume)
        assert sore.run(4 + 22)[-2:] == ["done 1-left-1 32/32", "begin 1-left-1-after"]

    def test_lighter_twice_is_lighter_again_and_never_below_one(self, sore: Play) -> None:
        for _ in range(4):
            sore.do(sore.session.lighten)
        assert {stage.pressure for stage in sore.session.stages if stage.presses} == {1}
        assert min(stage.seconds for stage in sore.session.stages) >= 5

    def test_an_area_left_out_is_passed_over_on_both_legs_and_recorded(self, sore: Play) -> None:
        assert sore.do(sore.session.leave_out) == [
            "skipped 1-left-1 10/40",
            "skipped 1-right-1 0/40",
            "left out: area of 1-left-1",
            "begin 2-left-1",
        ]
        assert outline(sore.session) == [
            "get-ready calf left 10/1",
            "work calf left 30/1",
            "change-over calf right 5/1",
            "work calf right 30/1",
            "change-over bends  5/0",
            "work bends  30/0",
            "check-in bends  5/0",
        ]
        assert sore.do(sore.session.resume) == ["resumed in 4 s"]

    def test_nobody_goes_back_into_an_area_that_was_left_out(self, sore: Play) -> None:
        sore.do(sore.session.leave_out)
        assert sore.do(sore.session.back)[1] == "begin get-ready"
        assert sore.shown.stage.technique is CALF_GLIDES

    def test_the_last_area_left_out_goes_on_with_what_follows(self) -> None:
        play = Play(planned(THIGH_CALF_BENDS))
        play.start()
        play.run(110)
        assert play.shown.stage.key == "2-left-1"
        assert play.do(play.session.leave_out)[-1] == "begin 2-right-1-after"
        assert outline(play.session)[-3:] == ["change-over bends  5/0", "work bends  30/0", "check-in bends  5/0"]
        play.run(6)
        assert play.do(play.session.leave_out)[-2:] == ["left out: area of 3-once-1", "begin 3-once-1-after"]

    def test_with_nothing_left_the_session_is_over(self) -> None:
        play = Play(planned(replace(SEATED, phases=(phase(PALM_GLIDES, 40, gap=0),))))
        play.start()
        play.run(20)
        assert play.do(play.session.leave_out)[-1] == "completed"
        assert play.session.state is State.COMPLETED
        assert play.shown.stage.key == "1-left-1"

    def test_there_is_nothing_to_leave_out_of_a_rest(self, play: Play) -> None:
        play.start()
        play.run(85)
        assert play.shown.stage.key == "2-once-1"
        assert play.do(play.session.leave_out) == []
        assert play.session.ways_on([StopReason.TOO_SORE]) == (WayOn.END,)

    def test_a_run_after_an_interruption_is_as_gentle_as_the_one_before(self) -> None:
        made = planned(THIGH_CALF_BENDS)
        eased = (
            Eased("1-left-1", StopReason.TOO_SORE, WayOn.LIGHTER),
            Eased("2-left-1", StopReason.JOINT_PAIN, WayOn.LEAVE_OUT),
            Eased("gone", StopReason.JOINT_PAIN, WayOn.LEAVE_OUT),
        )
        assert outline(Session(made, frozenset({"get-ready", "1-left-1"}), eased=eased)) == [
            "get-ready quads right 10/2",
            "work quads right 30/2",
            "change-over bends  5/0",
            "work bends  30/0",
            "check-in bends  5/0",
        ]


class TestTheMostForOneMuscle:
    def extensions(self, play: Play) -> int:
        """How often ten seconds can be added to the stage at hand."""
        return next(times for times in range(1000) if play.do(play.session.extend) == ["no more"])

    def test_no_extension_passes_210_seconds_on_one_muscle_of_one_leg(self) -> None:
        twice = planned(replace(SEATED, phases=(phase(PALM_GLIDES, 60), phase(PALM_GLIDES, 60))), get_ready=0)
        play = Play(twice)
        play.start()
        assert self.extensions(play) == (DOSE_CAP - 120) // 10
        play.do(play.session.skip)
        play.do(play.session.skip)
        assert play.shown.stage.key == "1-right-1"
        assert self.extensions(play) == (DOSE_CAP - 120) // 10

    def test_what_a_step_that_was_begun_again_already_gave_counts(self, playing: Play) -> None:
        playing.do(playing.session.restart)
        assert self.extensions(playing) == (DOSE_CAP - 12 - 30) // 10

    def test_steps_that_do_not_say_their_muscle_are_counted_as_one(self) -> None:
        play = Play(planned(replace(SEATED, phases=(phase(OWN_STEP, 60), phase(OWN_STEP, 60))), get_ready=0))
        play.start()
        assert self.extensions(play) == (DOSE_CAP - 120) // 10

    def test_what_an_interrupted_run_gave_counts(self) -> None:
        made = planned(replace(SEATED, phases=(phase(PALM_GLIDES, 60), phase(PALM_GLIDES, 60))), get_ready=0)
        had = {(Muscle.QUADS, Side.LEFT): 60.0, (Muscle.QUADS, Side.RIGHT): 60.0}
        play = Play(made, frozenset({"1-left-1", "1-right-1"}), had=had)
        play.start()
        assert play.shown.stage.key == "2-left-1"
        assert self.extensions(play) == (DOSE_CAP - 120) // 10

    def test_what_other_sessions_gave_today_counts(self) -> None:
        play = Play(had={(Muscle.QUADS, Side.LEFT): 150.0, (Muscle.CALF, Side.LEFT): 200.0})
        play.start()
        play.run(12)
        assert self.extensions(play) == (DOSE_CAP - 150 - 30) // 10
        play.do(play.session.skip)
        play.do(play.session.skip)
        assert play.shown.stage.key == "1-right-1"
        assert self.extensions(play) == (DOSE_CAP - 30) // 10

    def test_doing_a_step_again_warns_where_it_passes_210_seconds(self) -> None:
        play = Play(had={(Muscle.QUADS, Side.LEFT): 175.0})
        play.start()
        play.run(14)
        assert play.do(play.session.restart) == ["restarted 1-left-1 4/30", "begin 1-left-1"]
        play.run(6)
        assert play.do(play.session.restart)[1:] == ["begin 1-left-1", "enough of 1-left-1: 215 s"]
        play.do(play.session.skip)
        assert play.do(play.session.back)[1:] == ["begin 1-left-1", "enough of 1-left-1: 215 s"]

    def test_rest_may_be_as_long_as_it_is_wanted(self, play: Play) -> None:
        play.start()
        play.run(85)
        assert play.shown.stage.key == "2-once-1"
        assert all(play.do(play.session.extend) == ["10 s more"] for _ in range(50))


class TestGoingOnAfterAnInterruption:
    def stages(self, *done: str) -> list[str]:
        return [stage.key for stage in Session(planned(TWO_STEPS), frozenset(done)).stages]

    def test_nothing_done_begins_at_the_beginning(self) -> None:
        assert self.stages() == [stage.key for stage in planned(TWO_STEPS).stages]
        assert self.stages("get-ready")[:2] == ["get-ready", "1-left-1"]

    def test_what_is_done_is_not_done_again(self) -> None:
        rest = ["get-ready", "1-right-1", "1-right-1-after", "2-once-1"]
        assert self.stages("get-ready", "1-left-1") == rest
        assert self.stages("get-ready", "1-left-1", "1-left-1-after") == rest

    def test_what_was_skipped_before_it_stays_skipped(self) -> None:
        assert self.stages("get-ready", "1-right-1") == ["get-ready", "2-once-1"]

    def test_the_get_ready_time_leads_to_the_step_that_comes(self) -> None:
        first = Session(planned(TWO_STEPS), frozenset({"1-left-1"})).stages[0]
        coming = planned(TWO_STEPS).stages[3]
        assert (first.kind, first.seconds) == (StageKind.GET_READY, 10)
        assert (first.technique, first.side, first.pressure) == (coming.technique, coming.side, coming.pressure)

    def test_it_goes_on_where_it_was_although_the_new_answers_drop_a_step(self) -> None:
        routine = replace(SEATED, phases=(phase(CALF_GLIDES, 30), phase(PALM_GLIDES, 30), phase(KNEE_BENDS, 30)))
        done = frozenset({"1-left-1", "1-right-1"})
        clearance = cleared(routine, Question.CLOT_JOURNEY, confirmed=[Question.CLOT_JOURNEY])
        without_calf = plan(clearance, Preferences(get_ready=0), before=0, now=START)
        assert isinstance(without_calf, Plan)
        assert Session(without_calf, done).stages[0].technique is PALM_GLIDES


TIMED = (StageKind.WORK, StageKind.CHECK_IN)
PACES = {"slower": 0.5, "quicker": -0.5}
commands = st.sampled_from(
    ["advance", "pause", "resume", "skip", "back", "restart", "extend", "lighten", "leave_out", *PACES]
)
short_waits = st.floats(0.0, 4.9)
gaps = st.floats(5.5, 900.0)
steps = st.lists(
    st.tuples(commands, st.one_of(short_waits, short_waits, short_waits, gaps), st.booleans()), max_size=60
)
short_phases = st.builds(
    Phase,
    technique=st.sampled_from([PALM_GLIDES, CALF_GLIDES, KNEE_BENDS, REST]),
    seconds=st.integers(1, 12),
    sides=st.sampled_from(Sides),
    sets=st.integers(1, 2),
    gap=st.integers(0, 4),
)
short_routines = st.lists(short_phases, min_size=1, max_size=3).map(lambda p: replace(SEATED, phases=tuple(p)))


def obey(session: Session, name: str, now: Moment) -> list[Event]:
    return session.change_pace(now, PACES[name]) if name in PACES else getattr(session, name)(now)


@given(short_routines, steps, st.booleans())
@settings(deadline=None, max_examples=200)
def test_time_is_conserved_and_nothing_counts_as_done_that_was_not(
    routine: Routine, script: list[tuple[str, float, bool]], waits: bool
) -> None:
    clock, session = FakeClock(), Session(planned(routine), waits=waits)
    session.start(clock.now())
    events: list[Event] = []
    least = most = 0.0  # time that ran; a session completes, or begins to wait for its user, at some time within a wait
    for name, wait, asleep in script:
        was_running = session.state is State.RUNNING
        in_lead = session.snapshot().lead_in
        now = clock.sleep_suspend(wait) if asleep and wait > 5 else clock.move(wait)
        happened = obey(session, name, now) + session.advance(now)
        events += happened
        if was_running and wait <= 5:
            ran = max(0.0, wait - in_lead)
            most += ran
            ran_through = session.state is not State.COMPLETED and Paused(PauseReason.WAITING) not in happened
            least += ran if ran_through else 0.0
        shown = session.snapshot()
        assert 0.0 <= shown.beat.phase(shown.elapsed) < 1.0
        if shown.pause_reason is PauseReason.WAITING:
            assert waits
        assert 0.0 <= shown.elapsed <= shown.length + 1e-6
        assert shown.total_remaining >= 0.0
        assert shown.stage is session.stages[shown.index]
        if was_running and wait > 5:
            assert Paused(PauseReason.GAP) in happened
            assert not any(isinstance(e, StageLeft) and e.outcome is StageOutcome.DONE for e in happened)
    events += session.stop(clock.now(), StopReason.NO_TIME)
    left = [event for event in events if isinstance(event, StageLeft)]
    assert least - 1e-6 <= sum(event.seconds for event in left) <= most + 1e-6
    for event in left:
        assert 0.0 <= event.seconds <= event.planned + 1e-6
        assert event.planned >= event.stage.seconds
        if event.outcome is StageOutcome.DONE:
            assert event.seconds == event.planned
    assert sum(isinstance(event, Completed | Stopped) for event in events) == 1


@given(short_routines, st.lists(st.floats(0.0, 4.9), max_size=100))
@settings(deadline=None, max_examples=60)
def test_a_plan_left_alone_ends_exactly_at_its_length_however_ticks_are_lost(
    routine: Routine, waits: list[float]
) -> None:
    made = planned(routine)
    clock, session = FakeClock(), Session(made)
    events = session.start(clock.now())
    for wait in waits:
        events += session.advance(clock.move(wait))
        passed = clock.now().steady - START.steady
        if abs(passed - made.total_seconds) > 1e-6:
            assert (session.state is State.COMPLETED) == (passed > made.total_seconds)
    while session.state is State.RUNNING:
        events += session.advance(clock.move(0.5))
    left = [event for event in events if isinstance(event, StageLeft)]
    assert [event.stage for event in left] == list(made.stages)
    assert sum(event.seconds for event in left) == made.total_seconds
    assert {event.outcome for event in left} == {StageOutcome.DONE}


@given(short_routines, st.integers(0, 40))
@settings(deadline=None, max_examples=60)
def test_after_an_interruption_at_any_place_each_stage_of_work_is_done_once(routine: Routine, how_many: int) -> None:
    made = planned(routine)
    done = frozenset(stage.key for stage in made.stages[:how_many])
    still = [stage.key for stage in made.stages[how_many:] if stage.kind in TIMED]
    rest = Session(made, done).stages
    assert [stage.key for stage in rest if stage.kind in TIMED] == still or rest == made.stages[-1:]
    assert bool(still) or rest == made.stages[-1:]
