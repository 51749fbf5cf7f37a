"""In any window and with letters of any size, the player's words are whole, its digits large, and nothing overlaps."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes import planned
from page_checks import POSES, faults, in_view
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.library_reader import load_library
from kneeguide.core.session import Session
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import StageKind
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.trouble_card import CAUSES

TECHNIQUES = load_library(paths.routines_dir(), None).techniques
LONGEST = sorted(TECHNIQUES.values(), key=lambda technique: len(technique.cue))[-6:]
SIZES = ((360, 640), (600, 900), (900, 600), (1200, 800), (1080, 1920), (3840, 2160))
TEXT_SIZES = (100, 150, 200)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> Iterator[PlayerPage]:
    page = PlayerPage(LIGHT, POSES)
    qtbot.addWidget(page)
    page.show()
    yield page
    apply(dressed, LIGHT, paths.assets_dir())


def snapshots() -> list[Snapshot]:
    """A step of each technique, on its leg, 25 seconds before its end."""
    session = Session(planned())
    work = next(stage for stage in session.stages if stage.kind is StageKind.WORK)
    shown = []
    for technique in TECHNIQUES.values():
        stage = replace(work, technique=technique)
        here = replace(session.snapshot(), state=State.RUNNING, index=1, stage=stage, following=replace(stage))
        shown.append(replace(here, length=stage.seconds, elapsed=stage.seconds - 25.0))
    return shown


def settled(page: PlayerPage) -> None:
    """Let layouts ask each other until they agree."""
    before: list[QRect] = []
    for _ in range(20):
        QApplication.processEvents()
        now = [each.geometry() for each in page.findChildren(QWidget) if each.isVisible()]
        if now == before:
            return
        before = now
    pytest.fail("the layout does not come to rest")


def wrong(page: PlayerPage, height: int) -> list[str]:
    """What of the promises to somebody three metres away is not kept."""
    step, stage = page._step, page._stage
    found = faults(page)
    if step._ring.digit_height < height / 8:
        found.append(f"digits are {step._ring.digit_height:.0f} px high")
    leg = stage._figure.leg if stage._figure.leg.isVisible() else step._side
    for name, label in (("title", step._words.title), ("leg", leg)):
        if not label.isVisible() or label.font().pixelSize() < height / 25:
            found.append(f"{name} is small")
    if page._cue.isVisible() and page._cue.font().pixelSize() > step._words.title.font().pixelSize():
        found.append("how it is done is larger than what is done")
    scrolled = step._words.verticalScrollBar().maximum()
    if scrolled and page.width() >= 900:
        found.append(f"words scroll by {scrolled} px, {step.size()}, {step._ring.size()}")
    if not (page._cue if page._cue.isVisible() else step._words.cue).isVisible():
        found.append("nothing says how")
    parts = [step._ring, step._words] + [each for each in (step._next,) if each.isVisible()]
    boxes = [QRect(part.mapTo(page, part.rect().topLeft()), part.size()) for part in (*parts, page._run._left)]
    boxes += [each.geometry() for each in (page._cue, page._foot) if each.isVisible()]
    found += [f"{a} lies over {b}" for n, a in enumerate(boxes) for b in boxes[:n] if a.intersects(b)]
    found += [f"{box} leaves the page" for box in boxes if not page.rect().contains(box)]
    return found


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_step_can_be_read_in_every_window(
    page: PlayerPage, dressed: QApplication, size: tuple[int, int], text_size: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    page.resize(*size)
    made = planned()
    page.show_plan(made.routine.title, made.stages, (), (), 5)
    all_of_them = size == (900, 600) and text_size == 100
    for on_floor in (False, True):
        page.set_floor_view(on_floor)
        for snapshot in snapshots():
            if all_of_them or snapshot.stage.technique in LONGEST:
                page.show_snapshot(snapshot)
                settled(page)
                assert wrong(page, size[1]) == [], snapshot.stage.technique.id


def test_a_title_that_does_not_fit_is_seen_to_be_wrong(page: PlayerPage) -> None:
    made = planned()
    page.resize(900, 600)
    page.show_plan(made.routine.title, made.stages, (), (), 5)
    page.show_snapshot(snapshots()[0])
    settled(page)
    page._step._words.setMaximumHeight(20)
    settled(page)
    assert wrong(page, 600) != []
    page._step._words.title.set_letters(10)
    assert "title is small" in wrong(page, 600)


@pytest.mark.parametrize("size", [(900, 600), (1200, 800), (1920, 1080), (3840, 2160)])
def test_what_is_wrong_is_read_and_answered_from_the_floor(page: PlayerPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    made = planned()
    page.show_plan(made.routine.title, made.stages, (), (), 5)
    page.set_floor_view(True)
    page.show_snapshot(snapshots()[0])
    for cause in CAUSES:
        page.show_trouble("112")
        settled(page)
        causes = page._trouble._buttons
        assert min(each.font().pixelSize() for each in causes.values()) >= size[1] // 34
        assert faults(page) == []
        assert all(in_view(page, each) for each in causes.values())
        causes[cause].click()
        settled(page)
        assert page._trouble._advice.font().pixelSize() >= size[1] // 26
        assert min(each.font().pixelSize() for each in page._trouble._ways._offered) >= size[1] // 40
        assert faults(page) == []
