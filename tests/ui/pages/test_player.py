"""The player shows each state so that nobody mistakes it, waits where it is to wait, and is no trap in trouble."""

import pytest
from fakes import SEATED, cleared, later, planned
from page_checks import at_size, faults
from player_stand import KEYS, PAUSED, Stand, held, trouble
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.dose import Preferences
from kneeguide.core.plan import LeftOut, Plan, plan
from kneeguide.core.questions import Question
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.ui import session_wording, trouble_wording
from kneeguide.ui.theme import DARK
from kneeguide.ui.widgets.run_button import RunButton

# What is shown


def test_title_step_and_time_left_are_at_the_top(stand: Stand) -> None:
    assert {"Five-minute seated ease", "Step 1 of 3 · left leg", "3:25 to go"} <= set(texts(stand.page))
    stand.run(20)
    assert {"Step 1 of 3 · left leg", "3:05 to go"} <= set(texts(stand.page))
    stand.run_to(StageKind.CHANGE_OVER)
    assert {"Step 1 of 3 · right leg", "2:35 to go"} <= set(texts(stand.page))
    stand.run_to(StageKind.CHECK_IN)
    assert {"Step 3 of 3", "0:05 to go"} <= set(texts(stand.page))


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
    assert stand.page._step._words.title.font().pixelSize() >= size[1] / 25
    assert stand.page._stage._figure.leg.font().pixelSize() >= size[1] / 25
    for arrange in (
        lambda: None,
        lambda: stand.page.caption.show_words("Palm glides on the front of the thigh. Slowly up, lightly back down."),
        lambda: stand.page.show_notice("Your diary cannot be written now, so this session is not being saved. " * 2),
        stand.pause,
        stand.page.show_trouble,
        lambda: button(stand.page, trouble_wording.stop_reason(StopReason.JOINT_PAIN)).click(),
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
    for place in (waiting.page, waiting.page._stage._figure, waiting.page._step._words.title, waiting.page._track):
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


# Something is wrong


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
    button(stand.page, trouble_wording.stop_reason(StopReason.JOINT_PAIN)).click()
    assert not can_leave()
    stand.resume()
    assert can_leave()


def test_a_cause_and_the_end(stand: Stand, qtbot: QtBot) -> None:
    trouble(stand)
    button(stand.page, trouble_wording.stop_reason(StopReason.CHEST_PAIN)).click()
    assert trouble_wording.stop_advice(StopReason.CHEST_PAIN) in texts(stand.page)
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


@pytest.mark.parametrize("cause", ["Pain or pressure in the chest", "Short of breath"])
def test_nothing_draws_the_eye_from_whom_to_call(stand: Stand, cause: str) -> None:
    trouble(stand)
    button(stand.page, cause).click()
    assert names(shown(stand.page, QAbstractButton)) == ["End session", "It is something else"]
    assert not any("to go" in said or "Step" in said for said in texts(stand.page))
    assert not stand.page._track.isVisible()
    button(stand.page, "It is something else").click()
    button(stand.page, "Dizzy or faint").click()
    assert stand.page._track.isVisible()
