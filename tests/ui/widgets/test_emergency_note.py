"""All signs are there in words, in full or in few, with whom to call and what not to do before them."""

import pytest
from page_checks import at_size, button, faults, words
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import EMERGENCY
from kneeguide.ui import emergency_wording
from kneeguide.ui.widgets.emergency_note import EmergencyNote


@pytest.fixture
def note(qtbot: QtBot, dressed: QApplication) -> EmergencyNote:
    made = EmergencyNote(can_fold=True)
    qtbot.addWidget(made)
    made.show_number("")
    return made


def test_what_not_to_do_stands_below_whom_to_call_and_before_the_signs(note: EmergencyNote) -> None:
    at_size(note, 900, 200)
    said = words(note)
    first = emergency_wording.sign(EMERGENCY[0])[1:]
    assert said.index(emergency_wording.call("")) < said.index(emergency_wording.rule()) < said.index(first)


@pytest.mark.parametrize(("width", "columns"), [(500, 1), (1600, 2)])
def test_signs_are_read_down_one_column_and_then_the_other(note: EmergencyNote, width: int, columns: int) -> None:
    at_size(note, width, 400)
    signs = [emergency_wording.sign(sign)[1:] for sign in EMERGENCY]
    labels = [each for each in note.findChildren(QLabel) if each.text()[1:] in signs]
    places = [each.mapTo(note, QPoint()) for each in labels]
    assert [each.text()[1:] for each in labels] == signs
    assert len({place.x() for place in places}) == columns
    assert places == sorted(places, key=lambda place: (place.x(), place.y()))


def test_it_folds_to_few_words_and_back(note: EmergencyNote) -> None:
    button(note, "Show fewer words").click()
    assert note.is_folded
    assert emergency_wording.signs_in_few_words() in words(note)
    button(note, "Read the five signs").click()
    assert not note.is_folded
    assert emergency_wording.signs_in_few_words() not in words(note)


def test_what_the_user_chose_to_read_stays_until_it_is_shown_anew(note: EmergencyNote) -> None:
    button(note, "Show fewer words").click()
    note.suit(is_roomy=True)
    assert note.is_folded
    note.show_number("112")
    note.suit(is_roomy=True)
    assert not note.is_folded


def test_where_it_may_not_be_folded_all_of_it_is_said(qtbot: QtBot, dressed: QApplication) -> None:
    note = EmergencyNote()
    qtbot.addWidget(note)
    assert not note.is_folded
    assert not any(each.isVisibleTo(note) for each in note.findChildren(QAbstractButton))


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("width", [400, 632, 932])
def test_nothing_is_cut_off(note: EmergencyNote, width: int, folded: bool) -> None:
    note.fold(folded)
    at_size(note, width, 400)
    assert faults(note) == []


@pytest.mark.parametrize("number", ["", "112"])
def test_where_few_words_are_too_many_it_says_whom_to_call_and_the_way_to_the_signs(
    note: EmergencyNote, number: str
) -> None:
    note.show_number(number)
    note.suit(is_roomy=False, is_tight=True)
    assert words(note) == emergency_wording.call_in_short(number)
    more = button(note, emergency_wording.read_signs())
    assert more.accessibleDescription() == emergency_wording.signs_in_few_words()
    more.click()
    said = words(note)
    assert emergency_wording.call(number) in said
    assert emergency_wording.rule() in said
    assert all(emergency_wording.sign(sign)[1:] in said for sign in EMERGENCY)
    note.suit(is_roomy=False, is_tight=True)
    assert not note.is_folded, "what the user chose to read stays"


def test_with_more_room_it_says_more_again(note: EmergencyNote) -> None:
    note.suit(is_roomy=False, is_tight=True)
    note.suit(is_roomy=False)
    assert emergency_wording.signs_in_few_words() in words(note)
    assert emergency_wording.rule() in words(note)
