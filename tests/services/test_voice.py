"""The voice with a real child process, over an engine that works, is missing, raises, hangs, or dies as it speaks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneeguide import cli
from kneeguide.services import voice
from kneeguide.services.voice import ChildVoice, Manner, SilentVoice, Voice, failed, no_voice

VOICES = ("English (Great Britain)", "English (Scotland)", "English (America)")
LONG = "Left leg. Palm glides."
DEADLINE_MS = 20_000

Engine = Callable[[str], ChildVoice]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "said"


@pytest.fixture
def engine(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Engine]:
    """Makes a voice over an engine that behaves as told."""
    shutil.copy(Path(__file__).with_name("fake_engine.py"), tmp_path / "sitecustomize.py")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("FAKE_LOG", str(log))
    made: list[ChildVoice] = []

    def make(manner: str) -> ChildVoice:
        monkeypatch.setenv("FAKE_ENGINE", manner)
        made.append(ChildVoice())
        return made[-1]

    yield make
    for each in made:
        each.close()


def prepared(qtbot: QtBot, speaker: ChildVoice) -> ChildVoice:
    with qtbot.waitSignal(speaker.changed, timeout=DEADLINE_MS):
        speaker.prepare()
    return speaker


def said(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def child_of(speaker: ChildVoice) -> int:
    assert speaker._child is not None
    return speaker._child.processId()


def test_both_kinds_can_stand_for_a_voice(qapp: object) -> None:
    kinds: list[Voice] = [SilentVoice(), ChildVoice()]
    for kind in kinds:
        kind.say(LONG)
        kind.stop()
        kind.close()
        assert (kind.problem, kind.is_speaking, kind.voices, kind.manner) == (None, False, (), Manner())


def test_silence_has_no_problem(qapp: object) -> None:
    silence = SilentVoice()
    silence.prepare()
    silence.say(LONG)
    assert (silence.problem, silence.is_speaking, silence.is_missing) == (None, False, False)


def test_the_english_voices_are_found_british_ones_first_without_their_disguises(engine: Engine, qtbot: QtBot) -> None:
    speaker = prepared(qtbot, engine("good"))
    assert (speaker.voices, speaker.problem, speaker.is_missing) == (VOICES, None, False)


def test_a_text_is_said_to_its_end_in_the_manner_chosen(engine: Engine, qtbot: QtBot, log: Path) -> None:
    speaker = prepared(qtbot, engine("good"))
    speaker.manner = Manner("English (Scotland)", 0.25, 0.4)
    speaker.say("Short é “quoted”\nlines")
    assert speaker.is_speaking
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)
    speaker.manner = Manner("A voice that was here last year")
    speaker.say("Short too")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)
    assert said(log) == [
        "Short é “quoted”",
        "lines|English (Scotland)|0.25|0.4",
        "Short too|English (Great Britain)|0.0|1.0",
    ]


def test_a_new_text_takes_the_place_of_the_old_one_and_both_are_told_apart(
    engine: Engine, qtbot: QtBot, log: Path
) -> None:
    speaker = prepared(qtbot, engine("good"))
    speaker.say(LONG)
    qtbot.waitUntil(lambda: len(said(log)) == 1, timeout=DEADLINE_MS)
    speaker.say("On and on")
    qtbot.waitUntil(lambda: len(said(log)) == 3, timeout=DEADLINE_MS)
    assert speaker.is_speaking
    assert [line.partition("|")[0] for line in said(log)] == [LONG, "stop", "On and on"]
    speaker.say("Short")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)


def test_it_falls_silent_when_told_and_speaks_again(engine: Engine, qtbot: QtBot, log: Path) -> None:
    speaker = prepared(qtbot, engine("good"))
    speaker.say(LONG)
    qtbot.waitUntil(lambda: len(said(log)) == 1, timeout=DEADLINE_MS)
    speaker.stop()
    assert not speaker.is_speaking
    qtbot.waitUntil(lambda: said(log)[-1] == "stop", timeout=DEADLINE_MS)
    speaker.stop()
    speaker.say("Short again")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)
    assert [line.partition("|")[0] for line in said(log)] == [LONG, "stop", "Short again"]


def test_what_is_asked_before_a_voice_is_found_is_not_said_late(engine: Engine, qtbot: QtBot, log: Path) -> None:
    speaker = engine("good")
    speaker.prepare()
    speaker.say(LONG)
    assert not speaker.is_speaking
    qtbot.waitUntil(lambda: bool(speaker.voices), timeout=DEADLINE_MS)
    speaker.say("Short")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)
    assert len(said(log)) == 1


@pytest.mark.parametrize("manner", ["absent", "raises", "mock", "german", "error"])
def test_without_a_voice_it_says_so_once_and_what_is_asked_does_nothing(
    engine: Engine, qtbot: QtBot, log: Path, manner: str
) -> None:
    speaker = engine(manner)
    told: list[str | None] = []
    speaker.changed.connect(lambda: told.append(speaker.problem))
    prepared(qtbot, speaker)
    speaker.say(LONG)
    speaker.stop()
    assert (speaker.is_missing, speaker.is_speaking, speaker.voices) == (True, False, ())
    assert told == [no_voice()]
    assert said(log) == []


@pytest.mark.parametrize("manner", ["dies", "errs"])
def test_an_engine_that_fails_while_it_speaks_takes_nothing_along(engine: Engine, qtbot: QtBot, manner: str) -> None:
    speaker = prepared(qtbot, engine(manner))
    told: list[str | None] = []
    speaker.changed.connect(lambda: told.append(speaker.problem))
    speaker.say(LONG)
    qtbot.waitUntil(lambda: speaker.problem is not None, timeout=DEADLINE_MS)
    speaker.say(LONG)
    assert (speaker.is_speaking, speaker.is_missing, speaker.voices) == (False, False, ())
    assert told == [None, failed()]


def test_an_engine_that_dies_as_it_starts_takes_nothing_along(engine: Engine, qtbot: QtBot) -> None:
    assert prepared(qtbot, engine("dies-at-start")).problem == failed()


@pytest.mark.parametrize(
    ("manner", "seconds"), [("hangs", "START_SECONDS"), ("mute", "BEGIN_SECONDS"), ("good", "LONGEST_TEXT_SECONDS")]
)
def test_an_engine_that_hangs_is_given_up(
    engine: Engine,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    is_gone: Callable[[int], bool],
    manner: str,
    seconds: str,
) -> None:
    speaker = engine(manner)
    if manner != "hangs":
        prepared(qtbot, speaker)
    monkeypatch.setattr(voice, seconds, 0.2)
    speaker.prepare()
    child = child_of(speaker)
    speaker.say(LONG)
    qtbot.waitUntil(lambda: speaker.problem == failed(), timeout=DEADLINE_MS)
    assert not speaker.is_speaking
    assert is_gone(child)


def test_an_engine_that_will_not_fall_silent_is_given_up_at_the_next_text(
    engine: Engine, qtbot: QtBot, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = prepared(qtbot, engine("unstoppable"))
    speaker.say(LONG)
    qtbot.waitUntil(lambda: len(said(log)) == 1, timeout=DEADLINE_MS)
    speaker.stop()
    monkeypatch.setattr(voice, "BEGIN_SECONDS", 0.2)
    speaker.say("On and on")
    qtbot.waitUntil(lambda: speaker.problem == failed(), timeout=DEADLINE_MS)


def test_after_a_failure_it_can_be_tried_again(engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = prepared(qtbot, engine("absent"))
    assert speaker.problem == no_voice()
    monkeypatch.setenv("FAKE_ENGINE", "good")
    prepared(qtbot, speaker)
    assert (speaker.problem, speaker.is_missing, speaker.voices) == (None, False, VOICES)


def test_a_frozen_program_starts_itself_to_speak(
    engine: Engine, qtbot: QtBot, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "KneeGuide"
    frozen.write_text(f'#!/bin/sh\nexec {sys.executable} -m kneeguide "$@"\n', encoding="utf-8")
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(frozen))
    speaker = prepared(qtbot, engine("good"))
    assert (speaker.voices, speaker.problem) == (VOICES, None)
    speaker.say("Short")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=DEADLINE_MS)
    assert len(said(log)) == 1


def test_both_sides_know_by_which_word_it_is_asked_to_speak() -> None:
    assert voice.SPEAK == cli.SPEAK


def test_a_python_that_cannot_be_started_costs_only_the_voice(
    qtbot: QtBot, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    speaker = engine("good")
    speaker.prepare()
    qtbot.waitUntil(lambda: speaker.problem == failed(), timeout=DEADLINE_MS)


def test_closing_ends_the_child_even_if_it_hangs(engine: Engine, qtbot: QtBot, is_gone: Callable[[int], bool]) -> None:
    speaker = engine("hangs")
    speaker.prepare()
    child = child_of(speaker)
    speaker.close()
    speaker.close()
    assert is_gone(child)
    assert speaker.problem is None


def test_the_child_goes_when_its_parent_has_gone(engine: Engine) -> None:
    engine("good")
    child = subprocess.Popen(
        [sys.executable, voice.__file__.replace("voice.py", "voice_child.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert b'"ready"' in child.stdout.readline()
    child.stdin.close()
    assert child.wait(DEADLINE_MS / 1000) == 0
    child.stdout.close()
