"""Own activities can be named, renamed and left; nothing is asked that is not due, and nothing has to be answered."""

import pytest
from fakes import START
from on_screen import on_screen
from page_checks import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.core.activities import Activity, Overall
from kneeguide.ui.widgets.activities_card import ActivitiesCard
from kneeguide.ui.widgets.rating_row import RatingRow

STAIRS, WALKS, KNEELS = (Activity(name, name.title(), START.wall) for name in ("stairs", "walks", "kneels"))


@pytest.fixture
def card(dressed: QApplication, qtbot: QtBot) -> ActivitiesCard:
    card = ActivitiesCard()
    on_screen(qtbot, card, 580, 700)
    card.show_activities((), (), ask_overall=False)
    return card


def field(card: ActivitiesCard, name: str) -> QLineEdit:
    (found,) = (each for each in shown(card, QLineEdit) if each.accessibleName() == name)
    return found


def test_with_none_it_only_offers_to_name_one(card: ActivitiesCard, qtbot: QtBot) -> None:
    assert not shown(card, RatingRow)
    field(card, "Name of a new activity").setText("stairs")
    with qtbot.waitSignal(card.added) as added:
        button(card, "Add this activity").click()
    assert added.args == ["stairs"]
    with qtbot.waitSignal(card.added):
        qtbot.keyClick(field(card, "Name of a new activity"), Qt.Key.Key_Return)


def test_only_what_is_due_is_asked(card: ActivitiesCard, qtbot: QtBot) -> None:
    card.show_activities((STAIRS, WALKS), (WALKS,), ask_overall=False)
    qtbot.waitUntil(lambda: len(shown(card, RatingRow)) == 1)
    with qtbot.waitSignal(card.rated) as rated:
        button(card, "Walks: how well can you do it this week? 7").click()
    assert rated.args == ["walks", 7]
    card.show_activities((STAIRS, WALKS), (), ask_overall=False)
    assert not shown(card, RatingRow)


def test_a_name_can_be_changed_once_it_is_another(card: ActivitiesCard, qtbot: QtBot) -> None:
    card.show_activities((STAIRS,), (), ask_overall=False)
    qtbot.waitUntil(lambda: len(shown(card, QLineEdit)) == 2)
    assert not button(card, "Rename Stairs").isEnabled()
    field(card, "Name of the activity Stairs").setText("Stairs at work")
    with qtbot.waitSignal(card.renamed) as renamed:
        button(card, "Rename Stairs").click()
    assert renamed.args == ["stairs", "Stairs at work"]
    with qtbot.waitSignal(card.retired) as retired:
        button(card, "Stop following Stairs").click()
    assert retired.args == ["stairs"]


def test_with_three_there_is_no_room_for_a_fourth(card: ActivitiesCard, qtbot: QtBot) -> None:
    card.show_activities((STAIRS, WALKS, KNEELS), (), ask_overall=False)
    qtbot.waitUntil(lambda: len(shown(card, QLineEdit)) == 3)
    assert not [each for each in shown(card, QLineEdit) if each.accessibleName() == "Name of a new activity"]


def test_the_whole_is_asked_in_seven_steps(card: ActivitiesCard, qtbot: QtBot) -> None:
    card.show_activities((), (), ask_overall=True)
    question = "Overall, compared with when you started, how is your knee?"
    qtbot.waitUntil(lambda: question in texts(card))
    with qtbot.waitSignal(card.told_overall) as told:
        button(card, f"{question}: A little worse").click()
    assert told.args == [Overall.LITTLE_WORSE]


def test_trouble_is_said_in_place_until_the_next_success(card: ActivitiesCard) -> None:
    card.show_trouble("Give the activity a name.")
    assert "Give the activity a name." in texts(card)
    card.show_activities((), (), ask_overall=False)
    assert "Give the activity a name." not in texts(card)


def test_nothing_is_cut_off(card: ActivitiesCard, qtbot: QtBot) -> None:
    card.show_activities((STAIRS, WALKS, KNEELS), (STAIRS, WALKS, KNEELS), ask_overall=True)
    card.show_trouble("That name is too long. Use at most 40 letters.")
    card.resize(580, 1000)
    card.grab()
    qtbot.waitUntil(lambda: faults(card) == [], timeout=1000)
