"""The shipped tones: made by our own script, alike in loudness, unlike in tune, as long as is said, free of clicks."""

import importlib.util
import itertools
import math
import struct
import wave
from pathlib import Path
from types import ModuleType

import pytest

from kneeguide.core.cues import TONE_SECONDS, Cue, Tone, Weight
from kneeguide.core.settings import Loudness

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "sounds"
SHIPPED = sorted(FOLDER.rglob("*.wav"))
PACE = {tone for tone in Tone if Cue(0.0, tone).weight is Weight.PACE}
PEAKS = {Loudness.SOFT: -20, Loudness.MEDIUM: -12, Loudness.LOUD: -4}
RATE = 22_050


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
    return 20 * math.log10(max(share, 1) / 32_768)


def loudness(values: tuple[int, ...]) -> float:
    """Root mean square over the whole tone, in dB below full scale."""
    return decibels(math.sqrt(sum(value * value for value in values) / len(values)))


def at_its_ends(values: tuple[int, ...]) -> int:
    """The loudest sample of the first and the last thousandth of a second."""
    one_millisecond = RATE // 1000
    return max(map(abs, values[:one_millisecond] + values[-one_millisecond:]))


def tune(values: tuple[int, ...]) -> list[int]:
    """The pitch in each twentieth of a second, in semitones above 110 Hz, counted from upward zero crossings."""
    window = RATE // 20
    pitches = []
    for start in range(0, len(values) - window + 1, window):
        part = values[start : start + window]
        crossings = sum(before < 0 <= after for before, after in itertools.pairwise(part))
        pitches.append(round(12 * math.log2(max(crossings, 1) * 20 / 110)))
    return pitches


def of(level: Loudness) -> dict[Tone, Path]:
    return {tone: FOLDER / level / f"{tone}.wav" for tone in Tone}


def test_every_cue_has_its_tone_at_each_loudness_and_there_are_no_others() -> None:
    assert {path for level in Loudness for path in of(level).values()} == set(SHIPPED)


def test_the_script_writes_exactly_the_shipped_files(make_sounds: ModuleType, tmp_path: Path) -> None:
    written = make_sounds.write(tmp_path)
    assert {path.relative_to(tmp_path): path.read_bytes() for path in written} == {
        path.relative_to(FOLDER): path.read_bytes() for path in SHIPPED
    }


def test_all_of_them_are_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED) < 800_000


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("level", Loudness)
def test_a_tone_is_as_long_as_it_is_said_to_be_and_does_not_click(level: Loudness, tone: Tone) -> None:
    path = of(level)[tone]
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() / RATE == pytest.approx(TONE_SECONDS[tone], abs=0.001)
    values = samples(path)
    peak = PEAKS[level] - (8 if tone in PACE else 0)
    assert decibels(max(map(abs, values))) == pytest.approx(peak, abs=0.1)
    assert (values[0], values[-1]) == (0, 0)
    assert decibels(at_its_ends(values)) < peak - 12
    loudest = max(map(abs, values))
    assert max(abs(after - before) for before, after in itertools.pairwise(values)) < 0.5 * loudest


@pytest.mark.parametrize("level", Loudness)
def test_no_tone_is_much_louder_than_another_save_that_the_pace_is_softer(level: Loudness) -> None:
    loudnesses = {tone: loudness(samples(path)) for tone, path in of(level).items()}
    tones = [loud for tone, loud in loudnesses.items() if tone not in PACE]
    assert max(tones) - min(tones) < 1
    assert max(loudnesses[tone] for tone in PACE) < min(tones) - 5


def test_no_two_tones_have_the_same_tune() -> None:
    tunes = {tone: tune(samples(path)) for tone, path in of(Loudness.MEDIUM).items()}
    for (one, first), (other, second) in itertools.combinations(tunes.items(), 2):
        unlike = sum(abs(a - b) >= 2 for a, b in zip(first, second, strict=False))
        assert unlike or max(len(first), len(second)) >= 3 * min(len(first), len(second)), (one, other)


def test_the_click_check_would_notice_a_cut_note() -> None:
    cut = tuple(round(8_000 * math.sin(2 * math.pi * 440 * index / RATE)) for index in range(2_216))
    assert decibels(at_its_ends(cut)) > decibels(8_000) - 12
