"""The shipped tones: made by our own script, alike in loudness, unlike in tune, and free of clicks."""

import importlib.util
import itertools
import math
import struct
import wave
from pathlib import Path
from types import ModuleType

import pytest

from kneeguide.core.cues import Tone

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "assets" / "sounds").glob("*.wav"))


@pytest.fixture(scope="module")
def make_sounds() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "packaging" / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples(path: Path) -> tuple[int, ...]:
    with wave.open(str(path), "rb") as file:
        count = file.getnframes()
        return struct.unpack(f"<{count}h", file.readframes(count))


def decibels(share: float) -> float:
    return 20 * math.log10(share / 32_768)


def loudness(values: tuple[int, ...]) -> float:
    """Root mean square over the whole tone, in dB below full scale."""
    return decibels(math.sqrt(sum(value * value for value in values) / len(values)))


def tune(values: tuple[int, ...]) -> list[int]:
    """The pitch in each twentieth of a second, in semitones above 110 Hz, counted from upward zero crossings."""
    window = 44_100 // 20
    pitches = []
    for start in range(0, len(values) - window + 1, window):
        part = values[start : start + window]
        crossings = sum(before < 0 <= after for before, after in itertools.pairwise(part))
        pitches.append(round(12 * math.log2(max(crossings, 1) * 20 / 110)))
    return pitches


def test_every_cue_has_its_tone() -> None:
    assert {path.stem for path in SHIPPED} == {tone.value for tone in Tone}


def test_the_script_writes_exactly_the_shipped_files(make_sounds: ModuleType, tmp_path: Path) -> None:
    written = make_sounds.write(tmp_path)
    assert {path.name: path.read_bytes() for path in written} == {path.name: path.read_bytes() for path in SHIPPED}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_tone_is_short_quiet_enough_and_does_not_click(path: Path) -> None:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
        assert 0.05 < file.getnframes() / file.getframerate() < 1.5
    values = samples(path)
    assert decibels(max(map(abs, values))) == pytest.approx(-12, abs=0.1)
    two_milliseconds = 88
    ends = values[:two_milliseconds] + values[-two_milliseconds:]
    assert (values[0], values[-1]) == (0, 0)
    assert decibels(max(map(abs, ends))) < -30
    assert max(abs(after - before) for before, after in itertools.pairwise(values)) < 0.06 * 32_768


def test_no_tone_is_much_louder_than_another() -> None:
    levels = [loudness(samples(path)) for path in SHIPPED]
    assert max(levels) - min(levels) < 1


def test_no_two_tones_have_the_same_tune() -> None:
    tunes = {path.stem: tune(samples(path)) for path in SHIPPED}
    for (one, first), (other, second) in itertools.combinations(tunes.items(), 2):
        unlike = sum(abs(a - b) >= 2 for a, b in zip(first, second, strict=False))
        assert unlike or max(len(first), len(second)) >= 3 * min(len(first), len(second)), (one, other)


def test_the_click_check_would_notice_a_cut_note() -> None:
    cut = [round(8_000 * math.sin(2 * math.pi * 440 * index / 44_100)) for index in range(4_432)]
    assert decibels(max(map(abs, cut[-88:]))) > -30
