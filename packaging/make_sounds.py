"""Makes the tones in assets/sounds: python3 packaging/make_sounds.py [FOLDER].

The tones are made here, not taken from anywhere, so that their licence is ours to give and anybody can change one note
and hear it. The same script always writes the same bytes, and the test suite compares them with the shipped files.

Each tone is told apart by its tune, not by its loudness: a tick for the last seconds, one high note at half-way, a
falling ding-dong to change sides, three rising notes to begin. Notes lie between 390 and 1050 Hz: small laptop
speakers are weak below that, and ageing ears lose what lies far above it. What marks the pace comes every few seconds
for minutes on end, so it is softer than the rest: a short knock, and for a breath a note that glides up or down.

Each tone is written once for each loudness, because no player that is at hand on every system can be told how loud.
"""

import argparse
import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 22_050
"""Samples a second, one channel, 16 bits: what every player takes, and twice what the highest partial needs."""

PEAKS = {"soft": -20.0, "medium": -12.0, "loud": -4.0}
"""Loudness -> the loudest sample of a tone in dB below full scale. Eight more sound not quite twice as loud; more than
that a speaker cannot give without distortion."""

PACE_BELOW = 8.0
"""Decibels by which what marks the pace lies below the tones."""

PARTIALS = ((1, 1.0), (2, 0.22), (3, 0.06))
"""A plain note with a little wood in it: multiple of the pitch, strength."""

ATTACK = 0.012
RELEASE = 0.06

G4, C5, E5, G5, B5, C6 = 392.00, 523.25, 659.26, 783.99, 987.77, 1046.50


@dataclass(frozen=True)
class Note:
    """One note: when it begins and how long it sounds, in seconds, its pitch in hertz, and how it comes and goes."""

    begins: float
    lasts: float
    pitch: float
    ends_on: float = 0.0
    attack: float = ATTACK
    release: float = RELEASE

    def turns(self, moment: float) -> float:
        """How often it has swung after ``moment`` seconds. A note that ends on another pitch glides there evenly."""
        rise = (self.ends_on - self.pitch) / self.lasts if self.ends_on else 0.0
        return self.pitch * moment + rise * moment * moment / 2


TONES: dict[str, tuple[Note, ...]] = {
    "step-start": (Note(0.0, 0.18, C5), Note(0.15, 0.18, E5), Note(0.30, 0.40, G5)),
    "half-way": (Note(0.0, 0.55, C6),),
    "last-seconds": (Note(0.0, 0.10, G5),),
    "change-side": (Note(0.0, 0.32, B5), Note(0.30, 0.50, G5)),
    "pause": (Note(0.0, 0.20, G5), Note(0.17, 0.45, C5)),
    "resume": (Note(0.0, 0.16, G4), Note(0.14, 0.40, C5)),
    "done": (Note(0.0, 0.20, C5), Note(0.17, 0.20, E5), Note(0.34, 0.20, G5), Note(0.51, 0.80, C6)),
}
"""File name without its ending -> the tune."""

PACE: dict[str, tuple[Note, ...]] = {
    "pace": (Note(0.0, 0.06, C5, attack=0.004, release=0.04),),
    "breathe-in": (Note(0.0, 0.40, G4, ends_on=C5, attack=0.15, release=0.2),),
    "breathe-out": (Note(0.0, 0.40, C5, ends_on=G4, attack=0.15, release=0.2),),
}
"""The same, of what marks the pace."""


def swell(moment: float, note: Note) -> float:
    """How loud a note is ``moment`` seconds into it, 0 to 1. It comes and goes along half a cosine: no click."""
    rise = 0.5 - 0.5 * math.cos(math.pi * min(moment / note.attack, 1.0))
    fall = 0.5 - 0.5 * math.cos(math.pi * min((note.lasts - moment) / note.release, 1.0))
    return rise * fall * math.exp(-1.6 * moment / note.lasts)


def samples(notes: tuple[Note, ...], peak: float) -> list[int]:
    """The tune as 16-bit samples, its loudest one ``peak`` dB below full scale."""
    total = max(note.begins + note.lasts for note in notes)
    wave_form = [0.0] * (round(total * RATE) + 1)
    for note in notes:
        first = round(note.begins * RATE)
        for index in range(round(note.lasts * RATE)):
            moment = index / RATE
            turn = 2 * math.pi * note.turns(moment)
            sound = sum(strength * math.sin(multiple * turn) for multiple, strength in PARTIALS)
            wave_form[first + index] += sound * swell(moment, note)
    loudest = max(abs(value) for value in wave_form)
    return [round(value / loudest * 10 ** (peak / 20) * 32_767) for value in wave_form]


def write(folder: Path) -> list[Path]:
    """Writes every tone as WAV into a folder for each loudness within ``folder``, and returns the files."""
    written = []
    for loudness, peak in PEAKS.items():
        (folder / loudness).mkdir(parents=True, exist_ok=True)
        for name, notes in (TONES | PACE).items():
            values = samples(notes, peak - PACE_BELOW if name in PACE else peak)
            path = folder / loudness / f"{name}.wav"
            with wave.open(str(path), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE)
                file.writeframes(struct.pack(f"<{len(values)}h", *values))
            written.append(path)
    return written


def main() -> None:
    """Writes the tones and says how large each became."""
    shipped = Path(__file__).resolve().parent.parent / "assets" / "sounds"
    parser = argparse.ArgumentParser(description="Make the tones that KneeGuide plays.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=shipped, help="where to write them (default: assets/sounds)"
    )
    for path in write(parser.parse_args().folder):
        print(f"{path}  {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
