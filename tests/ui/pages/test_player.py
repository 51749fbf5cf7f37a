"""The player shows each state so that nobody mistakes it, and hands on every wish, by button, key or remote."""

import itertools
import statistics
from collections.abc import Callable

import pytest
from fakes import SEATED, cleared, later, planned
from on_screen import on_screen
from page_checks import POSES, at_size, faults
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide import paths
from kneeguide.core.dose import Preferences
from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.plan import LeftOut, Plan, plan
from kneeguide.core.questions import Question
from kneeguide.core.session import Session
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.ui import session_wording
from kneeguide.ui.pages import player
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flip_book import FlipBook
from kneeguide.ui.widgets.motion import Motion
from kneeguide.ui.widgets.run_button import RunButton

WISHES = (
    "pause_requested",
    "resume_requested",
    "skip_requested",
    "back_requested",
    "restart_requested",
    "extend_requested",
    "quicker_requested",
    "slower_requested",
    "mute_toggled",
    "waits_toggled",
    "floor_toggled",
    "trouble_requested",
    "leave_requested",
    "stop_requested",
)


PAUSED = "Paused. Press Space or Go on."


class Stand:
    """The player with a session that is moved by hand, and a list of what was wished for."""

    def __init__(self, page: PlayerPage) -> None:
        self.page = page
        self.wishes: list[str] = []
        for wish in WISHES:
            getattr(page, wish).connect(lambda *_, wish=wish: self.wishes.append(wish))
        self.load(planned())

    def load(self, made: Plan, left_out: tuple[LeftOut, ...] = (), *, waits: bool = False) -> None:
        self.session = Session(made, waits=waits)
        self.second = 0
        self.session.start(later())
        limits = made.clearance.limits
        self.page.show_plan(
            made.routine.title,
            self.session.stages,
            left_out or made.left_out,
            limits.cautions,
            limits.pressure_cap,
            made.switched_off,
        )
        self.show()

    def show(self) -> None:
        self.page.show_snapshot(self.session.snapshot())

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            self.second += 1
            self.session.advance(later(self.second))
            self.show()

    def pause(self, reason: PauseReason = PauseReason.ASKED) -> None:
        self.session.pause(later(self.second), reason)
        self.show()

    def resume(self) -> None:
        self.session.resume(later(self.second))
        self.show()

    def sleep(self, seconds: int) -> None:
        """Close the lid for so long."""
        self.second += seconds
        self.session.advance(later(self.second))
        self.show()

    def run_to(self, kind: StageKind) -> None:
        while self.session.snapshot().stage.kind is not kind:
            self.run(1)


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    page = PlayerPage(LIGHT, POSES)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return Stand(page)


# What is shown


def test_title_step_and_time_left_are_at_the_top(stand: Stand) -> None:
    assert {"Five-minute seated ease", "Step 1 of 3 · left leg", "3:25 left"} <= set(texts(stand.page))
    stand.run(20)
    assert {"Step 1 of 3 · left leg", "3:05 left"} <= set(texts(stand.page))
    stand.run_to(StageKind.CHANGE_OVER)
    assert {"Step 1 of 3 · right leg", "2:35 left"} <= set(texts(stand.page))
    stand.run_to(StageKind.CHECK_IN)
    assert {"Step 3 of 3", "0:05 left"} <= set(texts(stand.page))


def test_get_ready_work_and_change_over_differ_in_words(stand: Stand) -> None:
    assert "Get ready: Palm glides, front of thigh" in texts(stand.page)
    stand.run_to(StageKind.WORK)
    assert "Palm glides, front of thigh" in texts(stand.page)
    assert "Get ready: Palm glides, front of thigh" not in texts(stand.page)
    stand.run_to(StageKind.CHANGE_OVER)
    assert {"Change to your right leg", "RIGHT LEG"} <= set(texts(stand.page))


def test_paused_is_seen_in_words_and_offers_to_go_on(stand: Stand) -> None:
    stand.run(15)
    running = stand.page.grab().toImage()
    stand.pause()
    assert PAUSED in texts(stand.page)
    assert button(stand.page, "Go on")
    assert stand.page.grab().toImage() != running
    stand.resume()
    assert PAUSED not in texts(stand.page)
    assert button(stand.page, "Pause")


def test_a_pause_by_sleep_explains_itself(stand: Stand) -> None:
    stand.run(15)
    stand.session.advance(later(900))
    stand.show()
    assert session_wording.how_to_go_on(PauseReason.GAP) in texts(stand.page)


def test_moving_on_while_paused_stays_paused(stand: Stand) -> None:
    stand.run(15)
    stand.pause()
    stand.session.skip(later(15))
    stand.show()
    assert {PAUSED, "Change to your right leg"} <= set(texts(stand.page))


def test_what_the_answers_ask_for_is_said(stand: Stand) -> None:
    clearance = cleared(SEATED, Question.ADAPT_VEINS)
    made = plan(clearance, Preferences(), before=0, now=later())
    assert isinstance(made, Plan)
    out = LeftOut(SEATED.phases[1].technique, Question.CLOT_JOURNEY)
    stand.load(made, (out, out))
    (care,) = [text for text in texts(stand.page) if "bulging vein" in text]
    assert "Pressure stays at 2 of 10 or less." in care
    assert care.count("Palm glides, calf: Left out today because of your long journey.") == 1
    stand.run_to(StageKind.WORK)
    (care,) = [text for text in texts(stand.page) if "bulging vein" in text]
    assert "Left out" not in care


def test_a_notice_stays_until_it_is_closed_or_taken_back(stand: Stand) -> None:
    stand.page.show_notice("Your diary is not being saved.")
    stand.run(60)
    assert "Your diary is not being saved." in texts(stand.page)
    button(stand.page, "Close the notice").click()
    assert "Your diary is not being saved." not in texts(stand.page)
    stand.page.show_notice("Ten seconds more.")
    stand.page.show_notice("")
    assert "Ten seconds more." not in texts(stand.page)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", [(1200, 800), (900, 600), (1024, 768), (1920, 1080)])
def test_all_of_it_can_be_read_at_every_size(stand: Stand, qtbot: QtBot, size: tuple[int, int]) -> None:
    stand.page.resize(*size)
    assert stand.page.size() == QSize(*size)
    stand.run(12)
    assert stand.page._step._ring.digit_height >= size[1] / 8
    assert stand.page._step._title.font().pixelSize() >= size[1] / 25
    assert stand.page._stage._figure.leg.font().pixelSize() >= size[1] / 25
    for arrange in (
        lambda: None,
        lambda: stand.page.caption.show_words("Palm glides on the front of the thigh. Slowly up, lightly back down."),
        lambda: stand.page.show_notice("Your diary cannot be written now, so this session is not being saved. " * 2),
        stand.pause,
        stand.page.show_trouble,
        lambda: button(stand.page, session_wording.stop_reason(StopReason.JOINT_PAIN)).click(),
    ):
        arrange()
        qtbot.waitUntil(lambda: faults(stand.page) == [])


def test_a_small_window_does_not_keep_the_size_of_a_large_one(stand: Stand, qtbot: QtBot) -> None:
    stand.page.resize(3840, 2160)
    qtbot.waitUntil(lambda: stand.page._step._ring.height() > 600)
    least = stand.page.minimumSizeHint()
    assert least.width() <= 900
    assert least.height() <= 600
    at_size(stand.page, 900, 600)
    assert stand.page.size() == QSize(900, 600)


def test_it_follows_a_change_of_theme(stand: Stand) -> None:
    light = stand.page.grab().toImage()
    stand.page.set_colours(DARK)
    assert stand.page.grab().toImage() != light


# The floor view


SCREENS = [(900, 600), (1200, 800), (1920, 1080), (2560, 1440)]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda colours: colours.theme.value)
def test_from_the_floor_everything_can_be_read(
    dressed: QApplication, stand: Stand, qtbot: QtBot, size: tuple[int, int], colours: Colours
) -> None:
    apply(dressed, colours, paths.assets_dir())
    stand.page.set_colours(colours)
    stand.page.resize(*size)
    height = size[1]
    stand.page.set_floor_view(True)
    at_size(stand.page, *size)
    stand.run_to(StageKind.WORK)
    page = stand.page
    qtbot.waitUntil(lambda: page._stage._figure.height() >= height / 3)
    for arrange in (
        lambda: None,
        lambda: page.show_notice("Your diary cannot be written now, so this session is not being saved."),
        stand.pause,
    ):
        arrange()
        qtbot.waitUntil(lambda: faults(page) == [] and page._step._ring.digit_height >= height / 8)
        assert page._step._title.font().pixelSize() >= height / 25
        assert page._stage._figure.leg.font().pixelSize() >= height / 25
        assert button(page, "Something is wrong – stop").isVisible()
        qtbot.waitUntil(lambda: not overlaps(page._step._ring, page._step._words))
    assert {"LEFT LEG", "Step 1 of 3 · left leg", "3:15 left", "Next", PAUSED} <= set(texts(page))
    assert page._track.height() == 16


def overlaps(one: QWidget, other: QWidget) -> bool:
    return one.geometry().intersects(other.geometry())


def test_the_floor_view_says_how_it_is_done_in_one_line_and_the_desk_in_full(stand: Stand) -> None:
    stand.run_to(StageKind.WORK)
    cue = "Glide both palms up towards the hip, then float back down."
    assert not stand.page._cue.isVisible()
    stand.page.set_floor_view(True)
    assert stand.page._cue.isVisible()
    assert stand.page._cue.text() == cue
    assert texts(stand.page).count(cue) == 1
    stand.page.show_notice("Your diary is not being saved.")
    assert not stand.page._cue.isVisible(), "what must not be missed takes its place"
    button(stand.page, "Close the notice").click()
    assert stand.page._cue.isVisible()
    stand.page.set_floor_view(False)
    assert texts(stand.page).count(cue) == 1
    assert "Five-minute seated ease" in texts(stand.page)


def test_the_floor_view_comes_and_goes_by_key_and_button(stand: Stand, qtbot: QtBot) -> None:
    told: list[bool] = []
    stand.page.floor_toggled.connect(told.append)
    for key in (Qt.Key.Key_F, Qt.Key.Key_F, Qt.Key.Key_F11, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(stand.page, key)
    assert told == [True, False, True, False]
    button(stand.page, "Floor view").click()
    button(stand.page, "Leave floor view").click()
    assert told[4:] == [True, False]


def test_escape_leaves_the_floor_view_and_held_down_it_also_asks_what_is_wrong(stand: Stand) -> None:
    stand.page.set_floor_view(True)
    held(stand.page, Qt.Key.Key_Escape, repeats=1)
    assert stand.wishes == ["floor_toggled", "trouble_requested"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_F11])
def test_the_floor_view_is_no_trap_in_trouble(stand: Stand, key: Qt.Key) -> None:
    stand.page.set_floor_view(True)
    trouble(stand)
    held(stand.page.focusWidget() or stand.page, key)
    assert stand.wishes == ["floor_toggled"]
    assert "What is wrong?" in texts(stand.page)
    held(stand.page.focusWidget() or stand.page, key)
    assert stand.wishes == ["floor_toggled"], "nor does anything lead back there"


def test_every_key_works_on_the_floor_as_at_the_desk(stand: Stand) -> None:
    for wish, keys in KEYS.items():
        for key in keys:
            stand.page.set_floor_view(True)
            held(stand.page, key)
            assert stand.wishes == [wish], key
            stand.wishes.clear()


# Waiting for the user


@pytest.fixture
def waiting(stand: Stand) -> Stand:
    """At the end of the time to get ready, for somebody who wants to be waited for."""
    stand.load(planned(), waits=True)
    stand.run(10)
    return stand


@pytest.mark.parametrize("on_floor", [False, True])
def test_it_says_that_it_waits(waiting: Stand, qtbot: QtBot, on_floor: bool) -> None:
    waiting.page.set_floor_view(on_floor)
    assert "Press any key when you are ready, or click anywhere." in texts(waiting.page)
    assert PAUSED not in texts(waiting.page)
    assert button(waiting.page, "Go on")


OWN_MEANING = {
    Qt.Key.Key_R: "restart_requested",
    Qt.Key.Key_Left: "back_requested",
    Qt.Key.Key_PageUp: "back_requested",
    Qt.Key.Key_Plus: "extend_requested",
    Qt.Key.Key_M: "mute_toggled",
    Qt.Key.Key_W: "waits_toggled",
    Qt.Key.Key_F: "floor_toggled",
    Qt.Key.Key_S: "trouble_requested",
    Qt.Key.Key_MediaStop: "trouble_requested",
}


def test_any_key_goes_on_but_one_that_means_something_else(waiting: Stand) -> None:
    page = waiting.page
    for key in (
        *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_7, Qt.Key.Key_Up, Qt.Key.Key_J),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_Right, Qt.Key.Key_MediaNext, Qt.Key.Key_F5),
    ):
        held(page, key, repeats=2)
        assert waiting.wishes == ["resume_requested"], key
        waiting.wishes.clear()
    for key, wish in OWN_MEANING.items():
        held(page, key)
        assert waiting.wishes == [wish], key
        waiting.wishes.clear()
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Tab, Qt.Key.Key_VolumeUp, Qt.Key.Key_Escape, Qt.Key.Key_Question):
        page.set_floor_view(False)
        held(page, key)
        assert waiting.wishes == [], key


def test_a_click_anywhere_goes_on(waiting: Stand, qtbot: QtBot) -> None:
    for place in (waiting.page, waiting.page._stage._figure, waiting.page._step._title, waiting.page._track):
        qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
    assert waiting.wishes == ["resume_requested"] * 4


def test_when_it_does_not_wait_a_click_does_nothing(stand: Stand, qtbot: QtBot) -> None:
    stand.pause()
    qtbot.mouseClick(stand.page._stage._figure, Qt.MouseButton.LeftButton)
    assert stand.wishes == []


def test_in_trouble_no_key_and_no_click_goes_on(waiting: Stand, qtbot: QtBot) -> None:
    waiting.pause(PauseReason.TROUBLE)
    waiting.page.show_trouble()
    held(waiting.page, Qt.Key.Key_X)
    qtbot.mouseClick(waiting.page, Qt.MouseButton.LeftButton)
    assert waiting.wishes == []


def test_whether_it_waits_is_switched_and_said(stand: Stand) -> None:
    told: list[bool] = []
    stand.page.waits_toggled.connect(told.append)
    button(stand.page, "Wait for me").click()
    button(stand.page, "Do not wait for me").click()
    stand.page.set_waits(True)
    button(stand.page, "Do not wait for me").click()
    assert told == [True, False, False]


# Motion


def figure(stand: Stand) -> QImage:
    return stand.page._stage._figure.grab().toImage()


def middle_of_the_head(image: QImage) -> float:
    """How far across the picture it is, in pixels."""
    colour = QColor(figure_colours(LIGHT.theme, LIGHT.skin)[FigureRole.HAIR]).rgb()
    return statistics.mean(
        x for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == colour
    )


@pytest.fixture
def moving(stand: Stand, qtbot: QtBot) -> Stand:
    """At work, on a screen."""
    stand.run_to(StageKind.WORK)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.show()
    return stand


def test_the_figure_moves_with_the_time_of_the_session(moving: Stand) -> None:
    seen = []
    for _ in range(5):  # three seconds up, two back
        seen.append(figure(moving))
        moving.run(1)
    assert all(one != other for one, other in itertools.pairwise(seen))
    assert figure(moving) == seen[0], "the next stroke begins as the first"


def test_it_moves_at_the_pace_that_is_said(moving: Stand) -> None:
    begin = figure(moving)
    shown: list[float] = []
    stage = moving.page._stage._figure
    stage.set_stroke = shown.append  # type: ignore[method-assign]
    moving.run(5)
    assert shown == pytest.approx([1 / 6, 2 / 6, 0.5, 0.75, 0.0])
    assert begin == figure(moving)


def test_it_stops_in_a_pause_and_goes_on_from_there(moving: Stand) -> None:
    moving.run(2)
    moving.pause()
    paused = figure(moving)
    moving.session.advance(later(moving.second + 60))
    moving.show()
    assert figure(moving) == paused
    moving.second += 60
    moving.resume()
    at_size(moving.page, 1200, 800)
    going_on = figure(moving)
    moving.run(5)
    assert figure(moving) == going_on
    moving.run(1)
    assert figure(moving) != going_on


def test_between_two_legs_it_stands_still_and_then_is_mirrored(moving: Stand) -> None:
    moving.run(1)
    left = figure(moving)
    moving.run_to(StageKind.CHANGE_OVER)
    still = figure(moving)
    moving.run(3)
    assert figure(moving) == still
    moving.run_to(StageKind.WORK)
    moving.run(1)
    right = figure(moving)
    assert middle_of_the_head(right) == pytest.approx(left.width() - middle_of_the_head(left), abs=2)
    assert abs(middle_of_the_head(right) - middle_of_the_head(left)) > 20


def test_a_figure_that_keeps_still_shows_the_same_all_through(stand: Stand, qtbot: QtBot) -> None:
    stand.page.set_reduced_motion(True)
    stand.run_to(StageKind.WORK)
    at_size(stand.page, 1200, 800)
    first = figure(stand)
    for _ in range(5):
        stand.run(1)
        assert figure(stand) == first
    assert stand.page.motion is Motion.NOTHING
    stand.page.set_reduced_motion(False)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run(1)
    assert stand.page.motion is Motion.FIGURE


def test_with_reduced_motion_the_ring_moves_once_a_second(stand: Stand) -> None:
    def rings(reduced: bool) -> int:
        stand.page.set_reduced_motion(reduced)
        stand.load(planned())
        seen = []
        for tenth in range(1, 20):
            stand.session.advance(later(tenth / 10))
            stand.show()
            seen.append(stand.page._step._ring.grab().toImage())
        return sum(one != other for one, other in itertools.pairwise(seen))

    assert rings(reduced=False) > 5
    assert rings(reduced=True) == 1


def test_it_tells_what_moves_so_that_time_is_told_often_enough_and_no_oftener(stand: Stand, qtbot: QtBot) -> None:
    qtbot.waitExposed(stand.page)
    stand.run(1)
    assert stand.page.motion is Motion.RING
    told: list[Motion] = []
    stand.page.motion_changed.connect(told.append)
    stand.run(8)
    assert told == [], "getting ready"
    stand.run(1)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run(3)
    assert told == [Motion.FIGURE]
    stand.pause()
    stand.resume()
    assert told[1:] == [Motion.RING, Motion.FIGURE]
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    stand.run(1)
    assert told[3:] == [Motion.RING], "the list of keys is over it"
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    stand.run(1)
    stand.page.hide()
    stand.run(1)
    assert told[4:] == [Motion.FIGURE, Motion.NOTHING], "nobody sees it"
    stand.page.show()
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.run_to(StageKind.CHANGE_OVER)
    assert told[6:] == [Motion.FIGURE, Motion.RING]


def test_a_figure_that_is_not_seen_is_not_painted(moving: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    moving.page.hide()
    monkeypatch.setattr(FlipBook, "page", lambda *_: pytest.fail("painted"))
    moving.run(3)


# Keys


KEYS = {
    "pause_requested": (
        Qt.Key.Key_Space,
        Qt.Key.Key_P,
        Qt.Key.Key_B,
        Qt.Key.Key_Period,
        Qt.Key.Key_MediaPlay,
        Qt.Key.Key_MediaPause,
        Qt.Key.Key_MediaTogglePlayPause,
    ),
    "skip_requested": (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_MediaNext),
    "back_requested": (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_MediaPrevious),
    "restart_requested": (Qt.Key.Key_R,),
    "extend_requested": (Qt.Key.Key_Plus, Qt.Key.Key_Equal),
    "quicker_requested": (Qt.Key.Key_J, Qt.Key.Key_BracketLeft),
    "slower_requested": (Qt.Key.Key_L, Qt.Key.Key_BracketRight),
    "mute_toggled": (Qt.Key.Key_M,),
    "waits_toggled": (Qt.Key.Key_W,),
    "floor_toggled": (Qt.Key.Key_F, Qt.Key.Key_F11),
    "trouble_requested": (Qt.Key.Key_S, Qt.Key.Key_MediaStop),
}
"""What each key of a keyboard, a presenter's remote and a media keyboard wishes for while time runs."""


def held(page: QWidget, key: Qt.Key, repeats: int = 0) -> None:
    for number in range(repeats + 1):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QApplication.sendEvent(page, event)


def test_a_key_is_a_wish_and_counts_once_however_long_it_is_held(stand: Stand) -> None:
    for wish, keys in KEYS.items():
        for key in keys:
            held(stand.page, key, repeats=3)
            assert stand.wishes == [wish], key
            stand.wishes.clear()


def test_the_keys_that_pause_also_go_on(stand: Stand) -> None:
    stand.run(3)
    stand.pause()
    for key in KEYS["pause_requested"]:
        held(stand.page, key)
    assert stand.wishes == ["resume_requested"] * len(KEYS["pause_requested"])


def test_keys_with_ctrl_or_alt_are_somebody_elses(stand: Stand, qtbot: QtBot) -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        qtbot.keyClick(stand.page, Qt.Key.Key_R, modifier)
        qtbot.keyClick(stand.page, Qt.Key.Key_S, modifier)
    assert stand.wishes == []


def test_escape_asks_what_is_wrong_only_when_it_is_held(stand: Stand) -> None:
    held(stand.page, Qt.Key.Key_Escape)
    assert stand.wishes == []
    held(stand.page, Qt.Key.Key_Escape, repeats=1)
    assert stand.wishes == ["trouble_requested"]


def test_space_pauses_whatever_button_has_the_focus(stand: Stand, qtbot: QtBot) -> None:
    buttons = [each for each in shown(stand.page, RunButton) if each.isEnabled()]
    assert len(buttons) == 11
    for each in buttons:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(each, Qt.Key.Key_Space)
    assert stand.wishes == ["pause_requested"] * 11


def test_keys_are_heard_wherever_in_the_window_the_focus_is(qtbot: QtBot) -> None:
    """A banner with buttons of its own lies over the page."""
    holder = QWidget()
    page, banner, nothing = PlayerPage(LIGHT, POSES), Button("Close"), QWidget()
    column = QVBoxLayout(holder)
    for part in (banner, nothing, page):
        column.addWidget(part)
    on_screen(qtbot, holder, 1200, 900)
    stand, pressed = Stand(page), list[str]()
    banner.clicked.connect(lambda: pressed.append("closed"))
    for receiver in (banner, nothing, holder.window()):
        banner.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(receiver, Qt.Key.Key_Space)
        assert stand.wishes == ["pause_requested"], receiver
        stand.wishes.clear()
    assert pressed == []
    page.hide()
    qtbot.keyClick(banner, Qt.Key.Key_Space)
    assert pressed == ["closed"]
    assert stand.wishes == []


def test_after_a_click_anywhere_the_keys_still_work(stand: Stand, qtbot: QtBot) -> None:
    stand.page.activateWindow()
    for place in (stand.page._stage._figure, stand.page._step._words.viewport(), stand.page._head, stand.page._bar):
        qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
        qtbot.keyClick(QApplication.focusWidget() or stand.page, Qt.Key.Key_R)
    button(stand.page, "Mute").click()
    qtbot.keyClick(QApplication.focusWidget() or stand.page, Qt.Key.Key_R)
    assert stand.wishes.count("restart_requested") == 5


def test_enter_presses_the_button_with_the_focus(stand: Stand, qtbot: QtBot) -> None:
    skip = button(stand.page, "Skip")
    skip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert stand.wishes == ["skip_requested"]


def test_every_button_is_a_wish(stand: Stand) -> None:
    for each in shown(stand.page, RunButton):
        each.click()
    assert sorted(stand.wishes) == sorted(set(WISHES) - {"resume_requested", "restart_requested", "stop_requested"})


def test_mute_tells_what_it_became_and_follows_the_settings(stand: Stand) -> None:
    told: list[bool] = []
    stand.page.mute_toggled.connect(told.append)
    stand.page.set_muted(True)
    button(stand.page, "Unmute").click()
    button(stand.page, "Mute").click()
    assert told == [False, True]


def test_the_list_of_keys_comes_and_goes_while_time_runs(stand: Stand, qtbot: QtBot) -> None:
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" in texts(stand.page)
    assert button(stand.page, "Pause")
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" not in texts(stand.page)
    assert stand.wishes == []


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("on_floor", [False, True])
def test_the_list_of_keys_fits_the_smallest_window(stand: Stand, qtbot: QtBot, on_floor: bool) -> None:
    stand.page.set_floor_view(on_floor)
    at_size(stand.page, 900, 600)
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" in texts(stand.page)
    qtbot.waitUntil(lambda: faults(stand.page) == [])


# Something is wrong


def trouble(stand: Stand) -> None:
    stand.run(15)
    stand.pause(PauseReason.TROUBLE)
    stand.page.show_trouble()


def test_in_trouble_no_key_moves_time(stand: Stand) -> None:
    trouble(stand)
    for keys in KEYS.values():
        for key in keys:
            held(stand.page, key)
            held(stand.page.focusWidget() or stand.page, key)
    assert stand.wishes == []
    offered = {each.accessibleName() for each in shown(stand.page, RunButton)}
    assert "I am all right, go on" in offered
    assert not {"Pause", "Skip", "Back"} & offered


def test_going_on_brings_the_session_back(stand: Stand) -> None:
    trouble(stand)
    button(stand.page, "I am all right, go on").click()
    assert stand.wishes == ["resume_requested"]
    stand.resume()
    assert button(stand.page, "Pause")
    assert "What is wrong?" not in texts(stand.page)


def test_in_trouble_nobody_leaves_without_a_cause(stand: Stand) -> None:
    def can_leave() -> bool:
        return "Leave this session" in [each.accessibleName() for each in shown(stand.page, RunButton)]

    assert can_leave()
    trouble(stand)
    assert not can_leave()
    button(stand.page, session_wording.stop_reason(StopReason.JOINT_PAIN)).click()
    assert not can_leave()
    stand.resume()
    assert can_leave()


def test_a_cause_and_the_end(stand: Stand, qtbot: QtBot) -> None:
    trouble(stand)
    button(stand.page, session_wording.stop_reason(StopReason.CHEST_PAIN)).click()
    assert session_wording.stop_advice(StopReason.CHEST_PAIN) in texts(stand.page)
    with qtbot.waitSignal(stand.page.stop_requested) as stopped:
        button(stand.page, "End session").click()
    assert stopped.args == [StopReason.CHEST_PAIN]


def test_the_next_session_begins_without_the_trouble_of_the_last(stand: Stand) -> None:
    trouble(stand)
    stand.page.show_notice("Old.")
    stand.load(planned())
    assert "Get ready: Palm glides, front of thigh" in texts(stand.page)
    assert not {"What is wrong?", "Old.", PAUSED} & set(texts(stand.page))


def test_what_the_user_switched_off_is_said_at_the_start(stand: Stand) -> None:
    stand.load(planned(off=frozenset({2})))
    assert any("Palm glides, calf: Switched off by you." in text for text in texts(stand.page))


# Screen readers


@pytest.fixture
def said(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(player, "announce", lambda _about, sentence: told.append(sentence))
    return told


def test_each_stage_and_pause_is_announced_once_and_no_second_is(stand: Stand, said: list[str]) -> None:
    stand.run(9)
    assert said == []
    stand.run(3)
    target = "Aim for 2 of 10: light, as if you spread lotion."
    assert said == [f"Left leg. Palm glides, front of thigh. 40 seconds. {target}"]
    stand.pause()
    stand.show()
    stand.show()
    assert said[1:] == ["Paused. Take your time. Nothing is lost."]
    stand.resume()
    stand.show()
    assert said[2:] == ["Time is running."]
    stand.run_to(StageKind.CHANGE_OVER)
    assert said[3:] == ["Change over. Right leg next: Palm glides, front of thigh. 5 seconds."]


def test_waiting_is_announced_once(stand: Stand, said: list[str]) -> None:
    stand.load(planned(), waits=True)
    said.clear()
    stand.run(60)
    stand.show()
    assert said == ["Press any key when you are ready. Or click anywhere. The time of the step starts only then."]


def test_a_change_of_pace_is_announced_once(stand: Stand, said: list[str]) -> None:
    stand.run_to(StageKind.WORK)
    said.clear()
    stand.session.change_pace(later(stand.second), 0.5)
    stand.run(5)
    assert said == ["3.5 s up, 2 s lightly back"]
    assert "Pace: 3.5 s up, 2 s lightly back" in texts(stand.page)


def test_a_gap_is_announced_once_and_so_is_the_time_to_get_back_into_place(stand: Stand, said: list[str]) -> None:
    stand.run(12)
    said.clear()
    stand.sleep(60)
    (gap,) = said
    assert gap.startswith("Paused. The computer was asleep or busy")
    stand.resume()
    stand.run(10)
    assert said[1:] == [session_wording.back_into_place()]


def test_in_the_time_to_get_back_into_place_the_ring_counts_it_and_nothing_moves(stand: Stand) -> None:
    stand.run(12)
    stand.sleep(60)
    stand.resume()
    stand.run(1)
    assert session_wording.back_into_place() in texts(stand.page)
    assert stand.page._step._ring._digits == "3"
    assert not stand.page._stage.moves
    stand.run(3)
    assert session_wording.back_into_place() not in texts(stand.page)
    assert stand.page._step._ring._digits == "38"


def test_how_hard_to_press_is_announced_at_the_first_step_on_each_muscle_and_shown_at_all(
    stand: Stand, said: list[str]
) -> None:
    seen = []
    for stage in stand.session.stages:
        while stand.session.snapshot().stage is not stage:
            stand.run(1)
        if stage.presses:
            seen.append("Light, as if you spread lotion." in texts(stand.page))
    assert seen == [True] * 4
    assert [sentence.startswith("Left leg.") for sentence in said if "Aim for 2 of 10" in sentence] == [True, True]


def test_the_time_at_the_top_is_not_part_of_its_name(stand: Stand) -> None:
    names: set[str] = set()
    watch: Callable[[], None] = lambda: names.add(stand.page._head._where.accessibleName())  # noqa: E731
    for _ in range(30):
        stand.run(1)
        watch()
    assert names == {"Step 1 of 3 · left leg"}
