"""The line above a long list tells which part is in front and how much of the whole is done."""

import pytest
from page_checks import faults, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.part_track import PartTrack


@pytest.fixture
def track(qtbot: QtBot, dressed: QApplication) -> PartTrack:
    made = PartTrack("Questions answered")
    qtbot.addWidget(made)
    made.show_part("Part 2 of 4: The last weeks")
    made.show_done(13, 38)
    return made


def test_it_says_which_part_is_in_front(track: PartTrack) -> None:
    assert track.part == "Part 2 of 4: The last weeks"
    assert track.part in words(track)
    assert faults(track) == []


def test_the_line_says_what_it_counts_and_how_far_it_is(track: PartTrack) -> None:
    line = track._done
    assert line.accessibleName() == "Questions answered"
    assert (line.value(), line.maximum()) == (13, 38)
