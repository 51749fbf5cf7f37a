"""What each key asks for while a session plays: keys of a keyboard, of a presenter's remote and of a media keyboard."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt

_Key = Qt.Key


class Wish(StrEnum):
    """What the user can ask for by key."""

    PAUSE_OR_GO_ON = "pause-or-go-on"
    SKIP = "skip"
    BACK = "back"
    RESTART = "restart"
    EXTEND = "extend"
    QUICKER = "quicker"
    SLOWER = "slower"
    WAIT = "wait"
    MUTE = "mute"
    FLOOR = "floor"
    LEAVE_FLOOR = "leave-floor"
    TROUBLE = "trouble"
    KEYS = "keys"
    UP = "up"
    DOWN = "down"


KEYS: Mapping[Wish, tuple[Qt.Key, ...]] = MappingProxyType(
    {
        Wish.PAUSE_OR_GO_ON: (
            _Key.Key_Space,
            _Key.Key_P,
            _Key.Key_B,
            _Key.Key_Period,
            _Key.Key_MediaPlay,
            _Key.Key_MediaPause,
            _Key.Key_MediaTogglePlayPause,
        ),
        Wish.SKIP: (_Key.Key_Right, _Key.Key_PageDown, _Key.Key_MediaNext),
        Wish.BACK: (_Key.Key_Left, _Key.Key_PageUp, _Key.Key_MediaPrevious),
        Wish.RESTART: (_Key.Key_R,),
        Wish.EXTEND: (_Key.Key_Plus, _Key.Key_Equal),
        # Two of each: brackets need a second key on many keyboards.
        Wish.QUICKER: (_Key.Key_J, _Key.Key_BracketLeft),
        Wish.SLOWER: (_Key.Key_L, _Key.Key_BracketRight),
        Wish.WAIT: (_Key.Key_W,),
        Wish.MUTE: (_Key.Key_M,),
        Wish.FLOOR: (_Key.Key_F, _Key.Key_F11),
        Wish.TROUBLE: (_Key.Key_S, _Key.Key_MediaStop),
        Wish.KEYS: (_Key.Key_Question,),
        Wish.UP: (_Key.Key_Up,),
        Wish.DOWN: (_Key.Key_Down,),
    }
)

_OWN_MEANING = frozenset(
    {Wish.BACK, Wish.RESTART, Wish.EXTEND, Wish.WAIT, Wish.MUTE, Wish.FLOOR, Wish.TROUBLE, Wish.KEYS}
)
"""What is asked for by key although the session waits for any key at all."""

_NEVER_ANY_KEY = frozenset(
    {
        _Key.Key_Tab,
        _Key.Key_Backtab,
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_Super_L,
        _Key.Key_Super_R,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
        _Key.Key_ScrollLock,
        _Key.Key_Print,
        _Key.Key_VolumeUp,
        _Key.Key_VolumeDown,
        _Key.Key_VolumeMute,
        _Key.Key_unknown,
    }
)
_WISHES = {key: wish for wish, keys in KEYS.items() for key in keys}


def wish_of(key: Qt.Key, *, held: bool = False, any_key: bool = False) -> Wish | None:
    """What a key asks for. ``held``: it is pressed so long that it repeats. ``any_key``: the session waits for one, and
    whatever has no use of its own lets it go on."""
    if key == _Key.Key_Escape:
        # Pressed by accident, it does no more than leave the list of keys and the floor view.
        return Wish.TROUBLE if held else Wish.LEAVE_FLOOR
    wish = _WISHES.get(key)
    if any_key and key not in _NEVER_ANY_KEY and wish not in _OWN_MEANING:
        return Wish.PAUSE_OR_GO_ON
    return wish
