"""The line above the picture shows each stage in proportion, and how much of the session lies behind."""

import itertools

import pytest
from fakes import planned
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.steps import step_numbers
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.progress_track import ProgressTrack

STAGES = planned(get_ready=10).stages


@pytest.fixture
def track(qtbot: QtBot) -> ProgressTrack:
    track = ProgressTrack(LIGHT)
    track.resize(1000, 8)
    track.show_stages(STAGES)
    qtbot.addWidget(track)
    return track


def columns_of(track: ProgressTrack, *colours: str) -> int:
    """How many columns of the line have one of these colours in the middle."""
    image = track.grab().toImage()
    wanted = {QColor(colour).rgb() for colour in colours}
    return sum(image.pixel(x, image.height() // 2) in wanted for x in range(image.width()))


def test_nothing_is_filled_at_the_start_and_all_at_the_end(track: ProgressTrack) -> None:
    assert columns_of(track, LIGHT.lead, LIGHT.control) == 0
    track.show_place(len(STAGES) - 1, 1.0)
    assert columns_of(track, LIGHT.off) == 0


def test_the_stages_of_a_step_stand_nearer_to_each_other_than_to_the_next_step(track: ProgressTrack) -> None:
    segments = track._segments()
    gaps = [round(after.left() - before.right()) for before, after in itertools.pairwise(segments)]
    starts = [one != other for one, other in itertools.pairwise(step_numbers(STAGES))]
    within = {gap for gap, is_start in zip(gaps, starts, strict=True) if not is_start}
    between = {gap for gap, is_start in zip(gaps, starts, strict=True) if is_start}
    assert max(within) < min(between)


def test_half_of_a_stage_fills_half_of_its_segment(track: ProgressTrack) -> None:
    work = next(number for number, stage in enumerate(STAGES) if stage.seconds == 40)
    track.show_place(work, 0.0)
    before = columns_of(track, LIGHT.lead)
    track.show_place(work, 0.5)
    half = columns_of(track, LIGHT.lead) - before
    track.show_place(work, 1.0)
    whole = columns_of(track, LIGHT.lead) - before
    assert whole / 2 - 6 <= half <= whole / 2 + 6


def test_it_is_painted_anew_only_where_that_would_be_seen(qtbot: QtBot, track: ProgressTrack) -> None:
    track.show()
    qtbot.waitExposed(track)
    track.grab()
    painted = []
    track.update = lambda *_where: painted.append(track._share)  # type: ignore[method-assign, assignment]
    for step in range(3000):
        track.show_place(1, step / 3000)
    assert 150 < len(painted) <= 200, "one for each pixel of its segment"
    painted.clear()
    track.show_place(2, 0.9999)
    assert painted, "the next stage is seen at once"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_is_painted_bit_by_bit_looks_as_if_painted_at_once(
    qtbot: QtBot, track: ProgressTrack, direction: Qt.LayoutDirection
) -> None:
    track.setLayoutDirection(direction)
    track.show()
    qtbot.waitExposed(track)
    for step in range(10):
        track.show_place(1, step / 10)
        QApplication.processEvents()
    backing = track.backingStore()
    assert backing is not None
    shown = backing.paintDevice()
    assert isinstance(shown, QImage)
    assert shown.copy(track.rect()) == track.grab().toImage().convertToFormat(shown.format())


@pytest.mark.parametrize("width", [10, 60, 300, 1900])
def test_every_stage_keeps_a_segment_at_any_width(track: ProgressTrack, width: int) -> None:
    track.resize(width, 8)
    track.show_place(3, 0.5)
    assert not track.grab().isNull()


def test_a_session_without_stages_is_an_empty_line(track: ProgressTrack) -> None:
    track.show_stages(())
    assert columns_of(track, LIGHT.lead, LIGHT.off) == 0


def test_it_says_its_name_and_place_and_follows_the_theme(track: ProgressTrack) -> None:
    track.show_place(4, 0.0)
    steps = step_numbers(STAGES)
    assert (track.accessibleName(), track.value(), track.maximum()) == ("Steps of the session", steps[4], steps[-1])
    track.set_colours(DARK)
    assert columns_of(track, DARK.lead) > 0
