"""No key asks for two things, and each wish can be made from a keyboard."""

import pytest
from PySide6.QtCore import Qt

from kneeguide.ui.widgets.player_keys import KEYS, Wish, wish_of


def test_every_wish_but_that_of_escape_has_its_keys_and_no_key_two_wishes() -> None:
    assert set(KEYS) == set(Wish) - {Wish.LEAVE_FLOOR}
    every = [key for keys in KEYS.values() for key in keys]
    assert len(every) == len(set(every))
    for wish, keys in KEYS.items():
        assert {wish_of(key) for key in keys} == {wish}


def test_escape_is_harmless_unless_it_is_held() -> None:
    assert wish_of(Qt.Key.Key_Escape) is Wish.LEAVE_FLOOR
    assert wish_of(Qt.Key.Key_Escape, held=True) is Wish.TROUBLE
    assert wish_of(Qt.Key.Key_Escape, any_key=True) is Wish.LEAVE_FLOOR


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_F5, Qt.Key.Key_Z, Qt.Key.Key_Home])
def test_a_key_without_a_meaning_has_one_only_while_any_key_will_do(key: Qt.Key) -> None:
    assert wish_of(key) is None
    assert wish_of(key, any_key=True) is Wish.PAUSE_OR_GO_ON


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_Tab, Qt.Key.Key_VolumeDown])
def test_some_keys_are_never_any_key(key: Qt.Key) -> None:
    assert wish_of(key, any_key=True) is None
