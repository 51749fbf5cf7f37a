"""When something is wrong the user is asked what, told what to do, and led to the end of the session."""

import pytest
from geometry import geometry_faults
from on_screen import on_screen
from page_checks import in_view
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide import paths
from kneeguide.core.trouble import StopReason, WayOn, ways_on
from kneeguide.ui import gentler_wording, trouble_wording
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.trouble_card import CAUSES, TroubleCard

GO_ON = "I am all right, go on"


@pytest.fixture
def card(qtbot: QtBot) -> TroubleCard:
    card = TroubleCard()
    on_screen(qtbot, card, 852, 500)
    card.ask()
    return card


def test_every_cause_but_the_programs_own_is_offered_the_urgent_ones_first(card: TroubleCard) -> None:
    offered = names(shown(card, QAbstractButton))
    assert offered == [*(trouble_wording.stop_reason(reason) for reason in CAUSES), GO_ON]
    assert set(CAUSES) == set(StopReason) - {StopReason.NOTHING_DONE}
    assert CAUSES[:2] == (StopReason.CHEST_PAIN, StopReason.BREATHLESS)


@pytest.mark.parametrize("cause", CAUSES)
def test_a_cause_leads_to_what_to_do_and_then_to_the_end(card: TroubleCard, qtbot: QtBot, cause: StopReason) -> None:
    button(card, trouble_wording.stop_reason(cause)).click()
    goes_on = len(ways_on([cause])) > 1
    advice = gentler_wording.before_going_on(cause) if goes_on else trouble_wording.stop_advice(cause)
    assert advice in texts(card)
    with qtbot.waitSignal(card.ended) as ended:
        button(card, "End session").click()
    assert ended.args == [cause]


@pytest.mark.parametrize(
    ("felt", "cause", "do"),
    [
        ("sharp or sudden pain", StopReason.SHARP_PAIN, "rest the leg"),
        ("pain in the joint", StopReason.JOINT_PAIN, "Take everything off the joint"),
        ("numb", StopReason.NUMBNESS, "Take all pressure off"),
        ("tingling", StopReason.NUMBNESS, "get medical advice today"),
        ("shooting pain", StopReason.NUMBNESS, "within the hour"),
        ("dizzy", StopReason.DIZZY, "Lie or sit down"),
        ("short of breath", StopReason.BREATHLESS, "Sit upright and rest"),
        ("chest", StopReason.CHEST_PAIN, "Call your local emergency number now"),
        ("popped", StopReason.POP, "Rest the leg and do not test it"),
        ("too sore", StopReason.TOO_SORE, "Let go and breathe out slowly"),
        ("need to stop", StopReason.NO_TIME, "What you have done is kept"),
    ],
)
def test_whatever_is_felt_has_its_button_and_says_what_to_do(
    card: TroubleCard, felt: str, cause: StopReason, do: str
) -> None:
    name = trouble_wording.stop_reason(cause)
    assert felt in name.lower()
    button(card, name).click()
    assert any(do in text for text in texts(card))


def test_going_on_is_offered_only_until_a_cause_is_chosen(card: TroubleCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.all_right):
        button(card, GO_ON).click()
    button(card, trouble_wording.stop_reason(StopReason.POP)).click()
    assert GO_ON not in names(shown(card, QAbstractButton))
    button(card, "It is something else").click()
    assert GO_ON not in names(shown(card, QAbstractButton))
    button(card, trouble_wording.stop_reason(StopReason.DIZZY)).click()
    assert trouble_wording.stop_advice(StopReason.DIZZY) in texts(card)


@pytest.mark.parametrize(
    ("cause", "way", "name"),
    [
        (StopReason.TOO_SORE, WayOn.LIGHTER, "Go on, lighter"),
        (StopReason.TOO_SORE, WayOn.LEAVE_OUT, "Leave out: Calf"),
        (StopReason.JOINT_PAIN, WayOn.LEAVE_OUT, "Leave out: Calf"),
    ],
)
def test_what_may_go_on_more_gently_says_what_that_means(
    card: TroubleCard, qtbot: QtBot, cause: StopReason, way: WayOn, name: str
) -> None:
    card.ask(area="Calf")
    button(card, trouble_wording.stop_reason(cause)).click()
    assert any(gentler_wording.what_it_does(way) in text for text in texts(card))
    with qtbot.waitSignal(card.eased) as eased:
        button(card, name).click()
    assert eased.args == [cause, way]


def test_after_what_only_ends_nothing_else_is_offered_whatever_is_chosen_then(card: TroubleCard) -> None:
    button(card, trouble_wording.stop_reason(StopReason.SHARP_PAIN)).click()
    button(card, "It is something else").click()
    button(card, trouble_wording.stop_reason(StopReason.TOO_SORE)).click()
    assert names(shown(card, QAbstractButton)) == ["End session", "It is something else"]
    assert trouble_wording.stop_advice(StopReason.TOO_SORE) in texts(card)


def test_the_next_time_it_asks_anew(card: TroubleCard) -> None:
    button(card, trouble_wording.stop_reason(StopReason.POP)).click()
    card.ask()
    assert GO_ON in names(shown(card, QAbstractButton))
    assert "What is wrong?" in texts(card)


def test_up_down_and_enter_are_enough(card: TroubleCard, qtbot: QtBot) -> None:
    card.activateWindow()
    card.ask()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(card.focusWidget(), key)
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Return)
    assert trouble_wording.stop_advice(CAUSES[0]) in texts(card)
    with qtbot.waitSignal(card.ended):
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Return)


def test_at_first_nothing_looks_chosen_and_enter_chooses_nothing(card: TroubleCard, qtbot: QtBot) -> None:
    card.activateWindow()
    card.ask()
    assert not any(each.hasFocus() for each in shown(card, QAbstractButton))
    assert card.focusWidget().accessibleName() == "What is wrong?"
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Return)
    assert "What is wrong?" in texts(card)


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_all_causes_are_in_view_in_a_small_window(dressed: QApplication, card: TroubleCard, text_size: int) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    card.scale_to(600)
    card.resize(852, 540)
    card.ask("112")
    for _ in range(5):
        QApplication.processEvents()
    assert geometry_faults(card) == []
    buttons = shown(card, QAbstractButton)
    assert len(buttons) == len(CAUSES) + 1
    assert all(in_view(card, each) for each in buttons)


@pytest.mark.parametrize("cause", [StopReason.TOO_SORE, StopReason.JOINT_PAIN])
def test_nothing_that_goes_on_is_more_prominent_than_ending(card: TroubleCard, cause: StopReason) -> None:
    card.ask(area="Calf")
    button(card, trouble_wording.stop_reason(cause)).click()
    offered = {each.accessibleName(): each.property("kind") for each in shown(card, QAbstractButton)}
    assert offered.pop("End session") == "primary"
    assert offered.pop("It is something else") == "link"
    assert set(offered.values()) == {"plain"}
    assert button(card, "End session").hasFocus() or card.focusWidget() is button(card, "End session")


@pytest.mark.parametrize(("number", "said"), [("112", "call 112."), ("", "call your local emergency number.")])
def test_whom_to_call_is_in_sight_from_the_first(card: TroubleCard, number: str, said: str) -> None:
    card.ask(number)
    assert any(said in text for text in texts(card))


@pytest.mark.parametrize("cause", [StopReason.CHEST_PAIN, StopReason.BREATHLESS])
@pytest.mark.parametrize(("number", "said"), [("112", "112"), ("", "999, 112 or 911")])
def test_what_to_dial_is_the_largest_of_all_where_every_minute_counts(
    card: TroubleCard, cause: StopReason, number: str, said: str
) -> None:
    card.scale_to(800)
    card.resize(1152, 752)
    card.ask(number)
    button(card, trouble_wording.stop_reason(cause)).click()
    dial = next(label for label in shown(card, QLabel) if label.text() == said)
    assert dial.font().pixelSize() >= 48
    assert all(label.font().pixelSize() < dial.font().pixelSize() for label in shown(card, QLabel) if label is not dial)
    button(card, "It is something else").click()
    button(card, trouble_wording.stop_reason(StopReason.DIZZY)).click()
    assert said not in texts(card)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("cause", CAUSES)
def test_the_ways_on_are_large_and_equally_so(card: TroubleCard, cause: StopReason) -> None:
    card.scale_to(800)
    card.resize(1152, 640)
    card.ask(area="Front of thigh")
    button(card, trouble_wording.stop_reason(cause)).click()
    card.grab()
    ways = [each for each in shown(card, QAbstractButton) if each.property("kind") != "link"]
    assert min(each.height() for each in ways) >= 90
    assert len({each.size().toTuple() for each in ways}) == 1
    assert geometry_faults(card) == []


def test_space_chooses_nothing(card: TroubleCard, qtbot: QtBot) -> None:
    card.activateWindow()
    card.ask()
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Space)
    assert "What is wrong?" in texts(card)


def test_with_large_letters_causes_stand_below_each_other_and_scroll(
    dressed: QApplication, card: TroubleCard, qtbot: QtBot
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    card.resize(250, 400)
    card.ask()
    qtbot.waitUntil(lambda: geometry_faults(card) == [], timeout=1000)
    buttons = shown(card, QAbstractButton)
    assert len({each.x() for each in buttons[:-2]}) == 1
    assert all(in_view(card, each) for each in buttons[-2:]), "both ways out"
    buttons[0].setFocus()
    for _ in buttons[1:]:
        qtbot.keyClick(card.window().focusWidget() or card, Qt.Key.Key_Down)
    assert button(card, GO_ON).hasFocus()
