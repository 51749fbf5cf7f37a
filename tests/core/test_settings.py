"""Settings survive crashes, typing errors and newer versions; nothing unreadable is written over."""

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fakes import START
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core import durable
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.routine import Legs, Side
from kneeguide.core.settings import Loudness, Settings, Skin, Theme, load_settings, save_settings
from kneeguide.core.speech import SpeechRate

CHOSEN = Settings(
    theme=Theme.HIGH_CONTRAST,
    skin=Skin.NEUTRAL,
    reduced_motion=True,
    sound=False,
    tone_level=Loudness.SOFT,
    pace_sound=True,
    voice=False,
    voice_name="English (Scotland)",
    voice_rate=SpeechRate.SLOW,
    voice_level=Loudness.SOFT,
    keep_awake=False,
    legs=Legs.LEFT,
    first_leg=Side.RIGHT,
    text_size=150,
    get_ready=30,
    change_over=10,
    waits=True,
    slower=-0.5,
    floor_view=True,
    emergency_number="0118 999",
    adult_confirmed=START.wall,
    window=(-5, 20, 900, 600),
    favourites=("oa-hands-short", "my-own"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_at_the_first_start_the_usual_settings_are_used_without_a_word(path: Path) -> None:
    assert load_settings(path) == (Settings(), ())
    assert load_settings(None) == (Settings(), ())
    assert not path.parent.exists()


def test_what_was_chosen_comes_back(path: Path) -> None:
    save_settings(path, CHOSEN)
    assert load_settings(path) == (CHOSEN, ())
    assert names(path) == ["settings.json"]


def test_a_person_can_read_the_file(path: Path) -> None:
    save_settings(path, CHOSEN)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "theme": "high-contrast",
        "skin": "neutral",
        "reduced_motion": True,
        "sound": False,
        "tone_level": "soft",
        "pace_sound": True,
        "voice": False,
        "voice_name": "English (Scotland)",
        "voice_rate": "slow",
        "voice_level": "soft",
        "keep_awake": False,
        "legs": "left",
        "first_leg": "right",
        "text_size": 150,
        "get_ready": 30,
        "change_over": 10,
        "waits": True,
        "slower": -0.5,
        "floor_view": True,
        "emergency_number": "0118 999",
        "adult_confirmed": "2026-03-02T18:00:00+01:00",
        "window": [-5, 20, 900, 600],
        "favourites": ["oa-hands-short", "my-own"],
    }


def test_what_a_newer_version_wrote_stays(path: Path) -> None:
    write(path, '{"rhythm": {"speed": 1.25, "name": "Zo\\u00eb \\ud800"}, "get_ready": 20}')
    settings, notices = load_settings(path)
    assert (settings, notices) == (Settings(get_ready=20), ())
    save_settings(path, CHOSEN)
    assert json.loads(path.read_text(encoding="utf-8"))["rhythm"] == {"speed": 1.25, "name": "Zoë \ud800"}
    assert load_settings(path) == (CHOSEN, ())


def test_a_file_with_a_byte_order_mark_is_read(path: Path) -> None:
    write(path, b'\xef\xbb\xbf{"sound": false}')
    assert load_settings(path) == (Settings(sound=False), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("theme", ["dark"]),
        ("skin", "green"),
        ("skin", None),
        ("reduced_motion", "yes"),
        ("reduced_motion", 1),
        ("sound", "no"),
        ("sound", 0),
        ("sound", None),
        ("tone_level", "deafening"),
        ("tone_level", 2),
        ("pace_sound", "slow"),
        ("keep_awake", 1),
        ("legs", "both of them"),
        ("first_leg", "both"),
        ("text_size", 99),
        ("text_size", 201),
        ("text_size", "150"),
        ("text_size", 125.5),
        ("get_ready", 4),
        ("get_ready", 61),
        ("get_ready", 10.5),
        ("get_ready", "10"),
        ("get_ready", True),
        ("change_over", -1),
        ("change_over", 61),
        ("change_over", 2.5),
        ("waits", 1),
        ("slower", "0.5"),
        ("slower", 3.5),
        ("slower", -3.5),
        ("slower", 10**400),
        ("slower", float("inf")),
        ("slower", float("nan")),
        ("slower", True),
        ("floor_view", "yes"),
        ("emergency_number", 999),
        ("emergency_number", "+44 118"),
        ("emergency_number", "٩٩٩"),
        ("emergency_number", "9" * 21),
        ("emergency_number", "999\n"),
        ("adult_confirmed", True),
        ("adult_confirmed", "yes"),
        ("adult_confirmed", "2026-03-02T18:00:00"),
        ("window", [1, 2, 3]),
        ("window", [1, 2, 900, 0]),
        ("window", [1, 2, "900", 600]),
        ("window", {"x": 1}),
        ("favourites", "oa-hands-short"),
        ("favourites", {"oa-hands-short": True}),
    ],
)
def test_a_bad_value_costs_that_setting_alone_and_is_told(path: Path, name: str, value: object) -> None:
    save_settings(path, CHOSEN)
    stored = json.loads(path.read_text(encoding="utf-8")) | {name: value}
    write(path, json.dumps(stored))
    settings, notices = load_settings(path)
    assert getattr(settings, name) == getattr(Settings(), name)
    for other in stored.keys() - {name}:
        assert getattr(settings, other) == getattr(CHOSEN, other)
    (notice,) = notices
    assert name in notice
    assert str(path) in notice


def test_each_bad_value_is_told(path: Path) -> None:
    write(path, '{"theme": 1, "sound": 1, "legs": 1, "get_ready": 20}')
    settings, notices = load_settings(path)
    assert settings == Settings(get_ready=20)
    assert len(notices) == 3


UNREADABLE = [
    b"",
    b"{",
    b'{"theme": "dark"',
    b"[]",
    b"null",
    b'"dark"',
    b"\xff\xfe{}",
    b"\0" * 40,
    b"[" * 60_000,
    b'{"get_ready": ' + b"9" * 5000 + b"}",
    b'{"theme": "dark"}' + b" " * 70_000,
]


@pytest.mark.parametrize("content", UNREADABLE, ids=lambda content: repr(content[:18]))
def test_an_unreadable_file_is_told_and_kept_aside_when_a_new_one_takes_its_place(path: Path, content: bytes) -> None:
    write(path, content)
    settings, (notice,) = load_settings(path)
    assert settings == Settings()
    assert str(path) in notice
    assert path.read_bytes() == content, "reading changes nothing"
    save_settings(path, CHOSEN)
    assert load_settings(path) == (CHOSEN, ())
    assert names(path) == ["settings-unreadable.json", "settings.json"]
    assert path.with_name("settings-unreadable.json").read_bytes() == content


def test_every_unreadable_file_is_kept(path: Path) -> None:
    for content in (b"first", b"second", b"third"):
        write(path, content)
        save_settings(path, CHOSEN)
    kept = [path.with_name(f"settings-unreadable{number}.json").read_bytes() for number in ("", "-2", "-3")]
    assert kept == [b"first", b"second", b"third"]


def test_a_folder_in_its_place_is_told_and_kept(path: Path) -> None:
    path.mkdir(parents=True)
    _, notices = load_settings(path)
    assert len(notices) == 1
    save_settings(path, CHOSEN)
    assert load_settings(path) == (CHOSEN, ())
    assert path.with_name("settings-unreadable.json").is_dir()


def test_a_link_stays_a_link_and_permissions_stay(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "knee.json"
    write(real, "{}")
    real.chmod(0o640)
    path.parent.mkdir()
    path.symlink_to(real)
    save_settings(path, CHOSEN)
    assert path.is_symlink()
    assert load_settings(real) == (CHOSEN, ())
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in real.parent.iterdir()) == ["knee.json"]


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "settings.json"
    assert load_settings(path)[0] == Settings()
    with pytest.raises(KneeGuideError, match="could not be saved"):
        save_settings(path, CHOSEN)


@pytest.mark.parametrize("step", ["sync_file", "replace"])
def test_saving_that_breaks_off_leaves_the_old_settings_and_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    save_settings(path, CHOSEN)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((durable, step) if step == "sync_file" else (Path, step)), fail)
    with pytest.raises(KneeGuideError, match=r"settings\.json"):
        save_settings(path, Settings())
    assert load_settings(path) == (CHOSEN, ())
    assert names(path) == ["settings.json"]


def test_the_new_file_is_on_the_disk_before_it_takes_the_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("sync"), sync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda file, to: (steps.append("rename"), replace(file, to))[1])
    save_settings(path, CHOSEN)
    assert steps[:2] == ["sync", "rename"]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"text_size": 50},
        {"get_ready": 4},
        {"change_over": 61},
        {"slower": 3.5},
        {"emergency_number": "999;"},
        {"adult_confirmed": START.wall.replace(tzinfo=None)},
        {"window": (0, 0, 0, 0)},
        {"favourites": ("one", "two", "one")},
    ],
)
def test_settings_that_make_no_sense_cannot_be_made(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"get_ready|change_over|slower|number|zone|size|twice"):
        Settings(**nonsense)  # type: ignore[arg-type]


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PIXELS = st.integers(-9999, 9999)
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    sound=st.booleans(),
    tone_level=st.sampled_from(Loudness),
    pace_sound=st.booleans(),
    keep_awake=st.booleans(),
    legs=st.sampled_from(Legs),
    first_leg=st.sampled_from(Side),
    get_ready=st.integers(5, 60),
    change_over=st.integers(0, 60),
    waits=st.booleans(),
    slower=st.floats(-3.0, 3.0),
    floor_view=st.booleans(),
    emergency_number=st.text("0123456789 ", max_size=20),
    adult_confirmed=st.none()
    | st.builds(
        lambda passed, offset: (EPOCH + timedelta(microseconds=passed)).astimezone(timezone(timedelta(minutes=offset))),
        st.integers(-2 * 10**15, 22 * 10**16),
        st.integers(-1439, 1439),
    ),
    window=st.none() | st.tuples(PIXELS, PIXELS, st.integers(1, 9999), st.integers(1, 9999)),
    favourites=st.lists(st.text(max_size=9), unique=True, max_size=5).map(tuple),
)


def test_a_favourite_named_twice_in_the_file_is_one(path: Path) -> None:
    write(path, '{"favourites": ["one", "two", "one"]}')
    assert load_settings(path) == (Settings(favourites=("one", "two")), ())


def test_what_is_no_name_among_favourites_costs_none_of_the_others(path: Path) -> None:
    write(path, '{"favourites": ["one", 3, null, "two"]}')
    assert load_settings(path) == (Settings(favourites=("one", "two")), ())


def test_favourites_come_and_go_one_by_one_and_a_routine_that_is_missing_stays_one() -> None:
    settings = Settings(favourites=("gone-for-now",)).with_favourite("oa-hands-short", True)
    assert settings.favourites == ("gone-for-now", "oa-hands-short")
    assert settings.with_favourite("oa-hands-short", True) == settings
    assert settings.with_favourite("oa-hands-short", False).favourites == ("gone-for-now",)
    assert settings.with_favourite("never-was-one", False) == settings


@given(settings=SETTINGS)
def test_any_settings_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.getbasetemp() / "any-settings.json"
    save_settings(path, settings)
    assert load_settings(path) == (settings, ())


@given(
    content=st.binary(max_size=60)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.dictionaries(st.sampled_from(["theme", "window", "get_ready", "x"]), inner) | st.lists(inner),
        max_leaves=6,
    ).map(lambda value: json.dumps(value).encode())
)
def test_whatever_is_in_the_file_the_program_starts(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "garbled-settings.json"
    path.write_bytes(content)
    settings, notices = load_settings(path)
    assert isinstance(settings, Settings)
    assert all(notice.endswith(("set it again.", "set them again.")) for notice in notices)
