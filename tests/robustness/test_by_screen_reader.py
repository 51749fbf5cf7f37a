"""A whole session through AT-SPI alone, in the real program: what a screen reader is told is all that is known here.

Keys go to whatever has the focus, as those of a keyboard do. The other process sees no pixel and no object of ours.
"""

from collections import Counter

import pytest
from desktop import Desktop, Reader

from kneeguide.core.history import Outcome, StageOutcome
from kneeguide.core.questions import TODAY
from kneeguide.core.settings import Settings, save_settings
from kneeguide.ui.safety_wording import Group

OWN = "my-half-minute"
OWN_ROUTINE = f"""\
format: 1
id: {OWN}
title: My half minute
phases:
  - title: Slow squeezes
    cue: Squeeze and let go, slowly.
    seconds: 6
    sides: both
    gap: 2
  - title: Easy swings
    cue: Let the leg swing.
    seconds: 6
    sides: once
    gap: 3
"""
ADULT = "I am 18 or older and I have read who should not use this."
BY_ARROWS = {"radio button", "list item"}
"""Tab comes to one of several, and the arrows from there to the others."""

NO_ROLE = {"filler", "unknown", "invalid", "redundant object"}


@pytest.fixture
def reader(desktop: Desktop) -> Reader:
    desktop.machine.folders.routines.mkdir(parents=True)
    (desktop.machine.folders.routines / f"{OWN}.yaml").write_text(OWN_ROUTINE, encoding="utf-8")
    save_settings(desktop.machine.folders.settings_file, Settings(get_ready=5))
    return desktop.open(OWN)


def look_over(desktop: Desktop, reader: Reader, wanted: str) -> None:
    """Once this is there, all that can have the focus says what it is, and Tab leads to it and around."""
    reader.wait_for(wanted)
    controls = [each for each in reader.controls() if each["focusable"] and each["role"] != "label"]
    nameless = [each for each in controls if not each["name"] or each["role"] in NO_ROLE]
    assert nameless == []
    twice = [name for name, number in Counter(each["name"] for each in controls).items() if number > 1]
    assert twice == []
    focused = reader.focused()
    assert focused in {each["name"] for each in reader.controls()}, f"the focus is on {focused!r}"
    if focused not in {each["name"] for each in controls}:  # a page as a whole, to which Tab does not lead
        focused = pressed(desktop, reader, "Tab", focused)
    there = around(desktop, reader, "Tab", focused, len(controls))
    alone = {each["name"] for each in controls if each["enabled"] and each["role"] not in BY_ARROWS}
    assert alone <= set(there)


def pressed(desktop: Desktop, reader: Reader, key: str, focused: str) -> str:
    """What has the focus once the key is pressed."""
    desktop.press_keys(key)
    return reader.focused_after(focused)


def around(desktop: Desktop, reader: Reader, key: str, start: str, most: int) -> list[str]:
    """All that a key leads to until it is back at the start."""
    met = [start]
    while len(met) <= most:
        met.append(pressed(desktop, reader, key, met[-1]))
        if met[-1] == start:
            return met
    pytest.fail(f"{key} does not come back to {start!r}: {met}")


def test_from_the_welcome_to_history(desktop: Desktop, reader: Reader) -> None:
    look_over(desktop, reader, ADULT)
    reader.press(ADULT, "Continue")
    look_over(desktop, reader, "I have none of these")
    reader.press("I have none of these")
    for number, group in enumerate(Group, 1):
        reader.wait_to_hear(f"Part {number} of {len(Group)}: ")
        desktop.press_keys(*["n"] * len(group.questions))
        reader.press("Continue" if number < len(Group) else "Done")
    look_over(desktop, reader, "Go to the safety check")
    reader.press("Go to the safety check")
    reader.wait_for("Before you start, a few quick checks")
    desktop.press_keys(*["n"] * len(TODAY))
    look_over(desktop, reader, "Continue")
    reader.press("Continue")
    look_over(desktop, reader, "0, no pain")
    reader.press("2")
    reader.wait_to_hear("go ahead")
    reader.press("Start the session")
    begun = len(reader.announced())

    look_over(desktop, reader, "Pause")
    reader.wait_to_hear("Left leg. Slow squeezes.")
    reader.press("Pause")
    reader.wait_to_hear("Paused.")
    reader.press("Go on")
    reader.wait_to_hear("Time is running.")
    reader.wait_to_hear("Change over.")
    reader.wait_to_hear("Right leg. Slow squeezes.")
    reader.press("Skip")
    reader.wait_to_hear("Easy swings. 5 seconds.")
    reader.press("Something is wrong – stop")
    reader.wait_to_hear("Go on only if you feel all right.")
    look_over(desktop, reader, "I am all right, go on")
    reader.press("I am all right, go on")
    reader.wait_to_hear("Well done")
    said = reader.announced()[begun:]
    assert [text for text, number in Counter(said).items() if number > 1] == []
    assert len(said) < 20, "no second is announced"

    look_over(desktop, reader, "Finish")
    reader.press("1")
    reader.wait_to_hear("Clearly lower")
    reader.press("Finish", "History")
    look_over(desktop, reader, "Sessions")
    desktop.press_keys("ctrl+q")
    assert desktop.ended() == (0, "")
    (record,) = desktop.machine.records()
    assert (record.outcome, record.before, record.after) == (Outcome.COMPLETED, 2, 1)
    assert [stage.outcome for stage in record.stages].count(StageOutcome.SKIPPED) == 1
