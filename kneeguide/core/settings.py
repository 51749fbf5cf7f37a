"""What the user likes, in one small file that a person can read and mend.

A bad value costs that one setting, never the others. A file that cannot be read is kept under another name before a new
one takes its place.
"""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from kneeguide.core.errors import KneeGuideError
from kneeguide.core.routine import Legs, Side
from kneeguide.core.speech import SpeechRate

LEAST_GET_READY, MOST_GET_READY = 5, 60
MOST_CHANGE_OVER = 60
MOST_SLOWER = 3.0
LEAST_TEXT_SIZE, MOST_TEXT_SIZE = 100, 200
LONGEST_NUMBER = 20
LARGEST_FILE = 64 * 1024

Window = tuple[int, int, int, int]
"""Left, top, width and height of the window, in pixels."""


class Theme(StrEnum):
    """How the window is coloured."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Skin(StrEnum):
    """The skin of the drawn person, so that users can see themselves, or nobody in particular."""

    LIGHT = "light"
    MEDIUM = "medium"
    BROWN = "brown"
    DARK = "dark"
    NEUTRAL = "neutral"


class Loudness(StrEnum):
    """How loud the tones or the voice are made."""

    SOFT = "soft"
    MEDIUM = "medium"
    LOUD = "loud"


@dataclass(frozen=True)
class Settings:
    """All settings. Raises ValueError for a value that makes no sense.

    ``text_size``: percent of the usual size of letters, 100 to 200.
    ``reduced_motion``: pictures stand still, and the ring moves once a second. ``voice_name``: empty for the usual one.
    ``get_ready``: seconds before the first step, 5 to 60. ``change_over``: seconds that each change-over takes longer
    than the routine says, 0 to 60. ``waits``: whether a session waits for its user before each work. ``slower``:
    seconds that a pass takes longer than its technique says, -3 to 3. ``floor_view``: whether a session begins in it.
    ``emergency_number``: digits and spaces, at most 20, or empty. ``adult_confirmed``: when the user said that they are
    18 or older and have read who should not use this.
    ``favourites``: ids of routines, the oldest first; one that is missing today may be back tomorrow, and stays.
    """

    theme: Theme = Theme.SYSTEM
    skin: Skin = Skin.MEDIUM
    text_size: int = 100
    reduced_motion: bool = False
    sound: bool = True
    tone_level: Loudness = Loudness.MEDIUM
    pace_sound: bool = False
    voice: bool = True
    voice_name: str = ""
    voice_rate: SpeechRate = SpeechRate.USUAL
    voice_level: Loudness = Loudness.LOUD
    keep_awake: bool = True
    legs: Legs = Legs.BOTH
    first_leg: Side = Side.LEFT
    get_ready: int = 10
    change_over: int = 0
    waits: bool = False
    slower: float = 0.0
    floor_view: bool = False
    emergency_number: str = ""
    adult_confirmed: datetime | None = None
    window: Window | None = None
    favourites: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not LEAST_TEXT_SIZE <= self.text_size <= MOST_TEXT_SIZE:
            raise ValueError("text_size is out of its range")
        if not LEAST_GET_READY <= self.get_ready <= MOST_GET_READY:
            raise ValueError("get_ready is out of its range")
        if not 0 <= self.change_over <= MOST_CHANGE_OVER:
            raise ValueError("change_over is out of its range")
        if not abs(self.slower) <= MOST_SLOWER:
            raise ValueError("slower is out of its range")
        if not re.fullmatch(rf"[0-9 ]{{0,{LONGEST_NUMBER}}}", self.emergency_number):
            raise ValueError("emergency_number is digits and spaces")
        if self.adult_confirmed is not None and self.adult_confirmed.tzinfo is None:
            raise ValueError("adult_confirmed has no zone")
        if self.window is not None and min(self.window[2:]) <= 0:
            raise ValueError("the window has no size")
        if len(set(self.favourites)) < len(self.favourites):
            raise ValueError("a favourite is named twice")

    def with_favourite(self, routine_id: str, is_one: bool) -> "Settings":
        """The same settings, with a routine among the favourites or not."""
        others = tuple(each for each in self.favourites if each != routine_id)
        return replace(self, favourites=(*others, routine_id) if is_one else others)


class SettingsFault(KneeGuideError):  # noqa: N818 - it goes with StorageFault
    """The settings could not be saved."""


class _UnreadableError(Exception):
    """The file is there, but is not settings."""


def load_settings(path: Path | None) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and a sentence for each thing in it that could not be used. Never raises for it."""
    if path is None:
        return Settings(), ()
    try:
        stored = _read(path)
    except _UnreadableError:
        return Settings(), (
            f"The settings in {path} cannot be read, so the usual ones are used. Please set them again.",
        )
    settings, notices = Settings(), []
    for field in fields(Settings):
        if field.name not in stored:
            continue
        try:
            settings = replace(settings, **{field.name: _DECODERS[field.name](stored[field.name])})
        except ValueError:
            notices.append(
                f"The setting {field.name} in {path} has a value that KneeGuide does not know, "
                "so the usual one is used. Please set it again."
            )
    return settings, tuple(notices)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, at once or not at all; keys that this version does not know stay. Raises SettingsFault."""
    # Not above: only writing needs it, and the window opens sooner without.
    from kneeguide.core.durable import free_name, replacing

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            stored = _read(path)
        except _UnreadableError:
            path.rename(free_name(path.with_name(f"{path.stem}-unreadable{path.suffix}")))
            stored = {}
        stored |= {field.name: _encoded(getattr(settings, field.name)) for field in fields(Settings)}
        with replacing(path) as part:
            part.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise SettingsFault(
            f"Your settings could not be saved in {path}. Check that its disk is there and has space."
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise _UnreadableError
        stored = json.loads(content.removeprefix(BOM_UTF8).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise _UnreadableError from error
    if not isinstance(stored, dict):
        raise _UnreadableError
    return stored


def _encoded(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("not a whole number")
    return value


def _seconds(value: object) -> float:
    return value if isinstance(value, float) else _number(value)


def _time(value: object) -> datetime | None:
    return None if value is None else datetime.fromisoformat(_text(value))


def _window(value: object) -> Window | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise ValueError("not four numbers")
    left, top, width, height = (_number(number) for number in value)
    return left, top, width, height


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return tuple(dict.fromkeys(each for each in value if isinstance(each, str)))


_DECODERS: dict[str, Callable[[object], Any]] = {
    "theme": lambda value: Theme(_text(value)),
    "skin": lambda value: Skin(_text(value)),
    "text_size": _number,
    "reduced_motion": _switch,
    "sound": _switch,
    "tone_level": lambda value: Loudness(_text(value)),
    "pace_sound": _switch,
    "voice": _switch,
    "voice_name": _text,
    "voice_rate": lambda value: SpeechRate(_text(value)),
    "voice_level": lambda value: Loudness(_text(value)),
    "keep_awake": _switch,
    "legs": lambda value: Legs(_text(value)),
    "first_leg": lambda value: Side(_text(value)),
    "get_ready": _number,
    "change_over": _number,
    "waits": _switch,
    "slower": _seconds,
    "floor_view": _switch,
    "emergency_number": _text,
    "adult_confirmed": _time,
    "window": _window,
    "favourites": _ids,
}
