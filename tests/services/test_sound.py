"""Tones with real player processes: small shell scripts that stand in for gst-play-1.0, ffplay, aplay and mpg123."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from kneeguide.services import sound
from kneeguide.services.sound import PlayerSound, SilentSound, Sound

Until = Callable[[Callable[[], object]], None]

ANSWERS = 'case "$1" in --version|-version) exit 0 ;; esac\n'
NOTES_DOWN = 'for tone; do :; done; echo "$$ $tone" >> "$CALLS"\n'
WILL_NOT_LISTEN = "trap '' TERM\n"
PLAYS_LONG = ANSWERS + NOTES_DOWN + "exec /bin/sleep 60\n"
PLAYS_SHORT = ANSWERS + NOTES_DOWN
PLAYS_AND_FAILS = ANSWERS + NOTES_DOWN + "exit 1\n"
FAILS_WHEN_ASKED = "exit 1\n"
NEVER_ANSWERS = "exec /bin/sleep 60\n"


class Seconds:
    """A clock set by hand that counts how often it was read."""

    def __init__(self) -> None:
        self.now = 0.0
        self.readings = 0

    def __call__(self) -> float:
        self.readings += 1
        return self.now


class Desktop:
    """The programs on PATH, and what the players among them were asked to play."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"

    def install(self, player: str, script: str, mode: int = 0o755) -> None:
        path = self.folder / player
        path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
        path.chmod(mode)

    def played(self) -> list[tuple[int, str]]:
        """Process id and tone, in the order of starting."""
        if not self.calls.exists():
            return []
        lines = self.calls.read_text(encoding="utf-8").splitlines()
        return [(int(pid), Path(tone).name) for pid, tone in (line.split(" ", 1) for line in lines)]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    folder = tmp_path / "programs"
    folder.mkdir()
    desktop = Desktop(folder)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("CALLS", str(desktop.calls))
    for module in [name for name in sys.modules if name.partition(".")[0] == "playsound3"]:
        monkeypatch.delitem(sys.modules, module)
    return desktop


def stand_in(playsound: Callable[..., object]) -> SimpleNamespace:
    """What the program needs of playsound3, with another way to play."""
    return SimpleNamespace(prefer_backends=lambda *_names: "stand-in", playsound=playsound)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def player(desktop: Desktop, seconds: Seconds) -> Iterator[PlayerSound]:
    player = PlayerSound(seconds)
    yield player
    player.close()


@pytest.fixture
def tones(tmp_path: Path) -> Path:
    folder = tmp_path / "to nes é"
    folder.mkdir()
    for name in ("first", "second", "third"):
        (folder / f"{name}.wav").write_bytes(b"RIFF")
    return folder


def test_both_kinds_can_stand_for_sound(seconds: Seconds) -> None:
    kinds: list[Sound] = [SilentSound(), PlayerSound(seconds)]
    for kind in kinds:
        kind.stop()
        kind.close()
        assert kind.problem is None


def test_silence_has_no_problem(tones: Path) -> None:
    silence = SilentSound()
    silence.prepare()
    silence.play(tones / "first.wav")
    assert silence.problem is None


def test_making_one_loads_nothing_and_starts_nothing(desktop: Desktop, seconds: Seconds) -> None:
    desktop.install("gst-play-1.0", ANSWERS + NOTES_DOWN)
    PlayerSound(seconds).close()
    assert "playsound3" not in sys.modules


@pytest.mark.parametrize("programs", [("gst-play-1.0",), ("ffplay",), ("aplay", "mpg123")])
def test_each_player_sounds_the_tone(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, programs: tuple[str, ...]
) -> None:
    for program in programs:
        desktop.install(program, PLAYS_SHORT)
    player.play(tones / "first.wav")
    until(desktop.played)
    assert [tone for _, tone in desktop.played()] == ["first.wav"]
    assert player.problem is None


@pytest.mark.parametrize(
    ("installed", "plays"),
    [
        (("ffplay", "aplay", "mpg123"), "aplay"),
        (("gst-play-1.0", "aplay", "mpg123", "ffplay"), "gst-play-1.0"),
        (("ffplay", "aplay"), "ffplay"),
    ],
)
def test_of_several_players_one_that_starts_quickly_is_taken(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, installed: tuple[str, ...], plays: str
) -> None:
    for program in installed:
        desktop.install(program, ANSWERS + f'echo "$$ {program}" >> "$CALLS"\n')
    player.play(tones / "first.wav")
    until(desktop.played)
    assert [name for _, name in desktop.played()] == [plays]


@pytest.mark.parametrize(
    ("program", "script", "mode", "sentence"),
    [
        pytest.param("something-else", PLAYS_SHORT, 0o755, sound.no_player(), id="none"),
        pytest.param("aplay", PLAYS_SHORT, 0o755, sound.no_player(), id="aplay-without-mpg123"),
        pytest.param("ffplay", FAILS_WHEN_ASKED, 0o755, sound.no_player(), id="ffplay-fails-when-asked"),
        pytest.param(
            "gst-play-1.0",
            FAILS_WHEN_ASKED,
            0o755,
            sound.broken_player("gst-play-1.0"),
            id="fails-when-asked",
        ),
        pytest.param("mpg123", NEVER_ANSWERS, 0o755, sound.broken_player("mpg123"), id="never-answers"),
        pytest.param("ffplay", PLAYS_SHORT, 0o644, sound.broken_player("ffplay"), id="not-executable"),
    ],
)
def test_without_a_working_player_there_is_one_sentence_and_silence(
    desktop: Desktop,
    player: PlayerSound,
    tones: Path,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    program: str,
    script: str,
    mode: int,
    sentence: str,
) -> None:
    monkeypatch.setattr(sound, "ANSWER_SECONDS", 0.2)
    desktop.install(program, script, mode)
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    player.play(tones / "second.wav")
    player.stop()
    assert player.problem == sentence
    assert desktop.played() == []


def test_a_file_that_is_no_program_is_a_broken_player(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until
) -> None:
    desktop.install("gst-play-1.0", "")
    (desktop.folder / "gst-play-1.0").write_bytes(b"\x7fELF, but not really")
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.broken_player("gst-play-1.0")


def test_a_damaged_playsound3_is_told_plainly(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "playsound3", None)
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.not_loaded()


def test_trouble_that_is_no_players_fault_names_no_player(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_files(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files", "/dev/null")

    monkeypatch.setattr(subprocess, "Popen", out_of_files)
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.not_loaded()


def test_a_player_chosen_by_a_wrong_name_is_told_at_the_first_tone(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYSOUND3_BACKEND", "gramophone")
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.not_heard()


def test_a_missing_tone_is_named_and_the_next_one_is_played(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until
) -> None:
    desktop.install("gst-play-1.0", PLAYS_SHORT)
    player.play(tones / "gone.wav")
    until(lambda: player.problem)
    assert player.problem == sound.no_file("gone")
    player.play(tones / "first.wav")
    until(desktop.played)
    until(lambda: player.problem is None)


def test_a_player_that_fails_is_told_until_a_tone_is_heard_again(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until
) -> None:
    desktop.install("gst-play-1.0", PLAYS_AND_FAILS)
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.not_heard()
    desktop.install("gst-play-1.0", PLAYS_SHORT)
    player.play(tones / "second.wav")
    until(lambda: player.problem is None)
    assert [tone for _, tone in desktop.played()] == ["first.wav", "second.wav"]


def test_a_player_that_dies_in_the_middle_is_told(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, is_gone: Callable[[int], bool]
) -> None:
    desktop.install("gst-play-1.0", ANSWERS + NOTES_DOWN + "/bin/sleep 0.5; kill -SEGV $$\n")
    player.play(tones / "first.wav")
    until(lambda: player.problem)
    assert player.problem == sound.not_heard()
    assert is_gone(desktop.played()[0][0])


def test_a_player_that_is_stuck_is_ended_and_told(
    desktop: Desktop,
    player: PlayerSound,
    seconds: Seconds,
    tones: Path,
    until: Until,
    is_gone: Callable[[int], bool],
) -> None:
    desktop.install("gst-play-1.0", PLAYS_LONG)
    player.play(tones / "first.wav")
    until(desktop.played)
    until(lambda: player._player)  # else its start may seem to have taken all the time that passes now
    seconds.now += sound.LONGEST_TONE_SECONDS + 1
    until(lambda: player.problem)
    assert player.problem == sound.not_heard()
    assert is_gone(desktop.played()[0][0])


def test_a_new_tone_ends_the_old_one_first(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, is_gone: Callable[[int], bool]
) -> None:
    still_there = 'read old _ < "$CALLS" && kill -0 $old && echo "0 overlap" >> "$CALLS"\n'
    desktop.install("gst-play-1.0", ANSWERS + still_there + NOTES_DOWN + "exec /bin/sleep 60\n")
    desktop.calls.touch()
    player.play(tones / "first.wav")
    until(desktop.played)
    player.play(tones / "second.wav")
    until(lambda: len(desktop.played()) >= 2)
    (first, _), (second, name) = desktop.played()
    assert name == "second.wav"
    assert is_gone(first)
    assert not is_gone(second)
    assert player.problem is None


@pytest.mark.parametrize("stubborn", [False, True])
def test_stop_silences_even_a_player_that_will_not_listen(
    desktop: Desktop,
    player: PlayerSound,
    tones: Path,
    until: Until,
    is_gone: Callable[[int], bool],
    stubborn: bool,
) -> None:
    desktop.install("gst-play-1.0", (WILL_NOT_LISTEN if stubborn else "") + PLAYS_LONG)
    player.play(tones / "first.wav")
    until(desktop.played)
    player.stop()
    until(lambda: is_gone(desktop.played()[0][0]))
    assert player.problem is None


@pytest.mark.parametrize("fails", ["poll", "stop"])
def test_a_player_that_cannot_be_asked_or_ended_is_told_and_the_next_tone_is_tried(
    player: PlayerSound, tones: Path, until: Until, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    started: list[str] = []

    def fail() -> int:
        raise OSError("the speakers were unplugged")

    def playsound(tone: Path, block: bool) -> SimpleNamespace:
        started.append(tone.name)
        ends = fail if fails == "poll" else lambda: 0 if tone.name == "third.wav" else None
        return SimpleNamespace(subprocess=SimpleNamespace(poll=ends), stop=fail)

    monkeypatch.setitem(sys.modules, "playsound3", stand_in(playsound))
    player.play(tones / "first.wav")
    until(lambda: "first.wav" in started)
    player.play(tones / "second.wav")
    until(lambda: "second.wav" in started)
    assert player.problem == sound.not_heard()
    player.play(tones / "third.wav")
    until(lambda: "third.wav" in started)
    assert started == ["first.wav", "second.wav", "third.wav"]


@pytest.fixture
def ready(desktop: Desktop, tmp_path: Path) -> Path:
    """The player answers once this file exists. It notes down every tone it is given, even one it is to drop."""
    ready = tmp_path / "ready"
    wait = f'while [ ! -e "{ready}" ]; do /bin/sleep 0.01; done\n'
    desktop.install("gst-play-1.0", WILL_NOT_LISTEN + wait + PLAYS_SHORT)
    return ready


def test_a_tone_that_would_come_late_is_dropped_and_the_next_is_heard(
    player: PlayerSound,
    seconds: Seconds,
    tones: Path,
    until: Until,
    ready: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[str] = []

    def playsound(tone: Path, block: bool) -> SimpleNamespace:
        started.append(tone.name)
        return SimpleNamespace(subprocess=SimpleNamespace(poll=lambda: 0))

    monkeypatch.setitem(sys.modules, "playsound3", stand_in(playsound))
    player.play(tones / "first.wav")
    seconds.now += sound.LATEST_START_SECONDS + 0.01
    ready.touch()
    until(lambda: seconds.readings == 2)
    player.play(tones / "second.wav")
    until(lambda: "second.wav" in started)
    assert started == ["second.wav"]


def test_how_late_a_tone_began_counts_from_when_it_was_due_and_is_told_unless_it_was_dropped(
    desktop: Desktop, seconds: Seconds, tones: Path, until: Until
) -> None:
    desktop.install("gst-play-1.0", PLAYS_SHORT)
    told: list[tuple[str, float]] = []
    player = PlayerSound(seconds, lambda tone, late: told.append((tone.stem, late)))
    seconds.now = 7.0
    player.play(tones / "first.wav", 6.8)
    until(lambda: seconds.readings == 1)
    player.play(tones / "second.wav", 6.9)
    until(lambda: told)
    assert told == [("second", pytest.approx(0.1))]
    player.close()


def test_a_player_that_took_too_long_to_be_started_is_ended_before_it_is_heard(
    seconds: Seconds, tones: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    told: list[str] = []

    def playsound(tone: Path, block: bool) -> SimpleNamespace:
        if tone.stem == "first":
            seconds.now += sound.LATEST_START_SECONDS + 0.01
        return SimpleNamespace(subprocess=SimpleNamespace(poll=lambda: 0), stop=lambda: ended.append(tone.stem))

    monkeypatch.setitem(sys.modules, "playsound3", stand_in(playsound))
    player = PlayerSound(seconds, lambda tone, _late: told.append(tone.stem))
    player.play(tones / "first.wav")
    until(lambda: ended)
    player.play(tones / "second.wav")
    until(lambda: told)
    assert (ended, told) == (["first"], ["second"])
    assert player.problem is None
    player.close()


def test_of_two_tones_that_wait_only_the_newer_is_heard(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, ready: Path
) -> None:
    player.play(tones / "first.wav")
    player.play(tones / "second.wav")
    ready.touch()
    until(desktop.played)
    assert [tone for _, tone in desktop.played()] == ["second.wav"]


def test_stop_forgets_a_tone_that_has_not_begun(
    desktop: Desktop, player: PlayerSound, seconds: Seconds, tones: Path, until: Until, ready: Path
) -> None:
    player.play(tones / "first.wav")
    player.stop()
    ready.touch()
    until(lambda: "playsound3" in sys.modules)
    player.play(tones / "second.wav")
    until(lambda: "second.wav" in [tone for _, tone in desktop.played()])
    assert [tone for _, tone in desktop.played()] == ["second.wav"]


def test_asking_for_a_tone_never_makes_the_window_wait(desktop: Desktop, player: PlayerSound, tones: Path) -> None:
    desktop.install("gst-play-1.0", NEVER_ANSWERS)
    began = time.perf_counter()
    for _ in range(50):
        player.play(tones / "first.wav")
        player.stop()
    assert time.perf_counter() - began < 0.1


def test_closing_ends_the_sounding_player_at_once(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, is_gone: Callable[[int], bool]
) -> None:
    desktop.install("gst-play-1.0", PLAYS_LONG)
    player.play(tones / "first.wav")
    until(desktop.played)
    player.close()
    assert is_gone(desktop.played()[0][0])


def test_closing_ends_a_player_that_does_not_answer(
    desktop: Desktop, player: PlayerSound, tones: Path, until: Until, is_gone: Callable[[int], bool]
) -> None:
    desktop.install("gst-play-1.0", 'echo "$$ asked" >> "$CALLS"\n' + NEVER_ANSWERS)
    player.play(tones / "first.wav")
    until(desktop.played)
    began = time.perf_counter()
    player.close()
    assert time.perf_counter() - began < sound.ANSWER_SECONDS / 2
    assert is_gone(desktop.played()[0][0])
    assert "playsound3" not in sys.modules


def test_after_closing_nothing_is_heard(desktop: Desktop, player: PlayerSound, tones: Path) -> None:
    desktop.install("gst-play-1.0", NOTES_DOWN)
    player.close()
    player.play(tones / "first.wav")
    assert "sound" not in [thread.name for thread in threading.enumerate()]
    player.close()
    assert desktop.played() == []


def test_a_killed_app_leaves_no_player_behind(
    desktop: Desktop, tones: Path, until: Until, is_gone: Callable[[int], bool]
) -> None:
    desktop.install("gst-play-1.0", PLAYS_LONG)
    app = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import pathlib, sys, time\n"
            "from kneeguide.services.sound import PlayerSound\n"
            "player = PlayerSound(lambda: 0.0)\n"
            "player.play(pathlib.Path(sys.argv[1]))\n"
            "sys.stdin.read()\n",
            str(tones / "first.wav"),
        ],
        stdin=subprocess.PIPE,
    )
    with app:
        until(desktop.played)
        app.send_signal(signal.SIGKILL)
    until(lambda: is_gone(desktop.played()[0][0]))


@pytest.mark.parametrize("silence", [PlayerSound.stop, lambda player: player.play(Path("nowhere.wav"))])
def test_a_player_is_told_to_end_by_whoever_asks_and_its_end_is_no_trouble(
    desktop: Desktop,
    player: PlayerSound,
    tones: Path,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    silence: Callable[[PlayerSound], None],
) -> None:
    desktop.install("gst-play-1.0", PLAYS_LONG)
    player.play(tones / "first.wav")
    until(lambda: player._player is not None)
    tellers: list[str] = []
    terminate = subprocess.Popen.terminate

    def told(process: "subprocess.Popen[bytes]") -> None:
        tellers.append(threading.current_thread().name)
        terminate(process)

    monkeypatch.setattr(subprocess.Popen, "terminate", told)
    playing = player._player
    assert playing is not None
    silence(player)
    assert tellers[0] == threading.current_thread().name
    until(lambda: playing.poll() is not None)
    player.play(tones / "second.wav")
    until(lambda: [tone for _, tone in desktop.played()][-1:] == ["second.wav"])
    assert player.problem != sound.not_heard()
