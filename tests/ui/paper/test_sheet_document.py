"""The sheet of a routine leaves nothing out that one needs on the floor, and can be read from there."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import OWN_STEP, PALM_GLIDES, SEATED, phase, routine_of
from page_checks import POSES
from paper_checks import lines_of, paper_faults
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.library_reader import load_library
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.routine import Routine, Source, Technique
from kneeguide.core.settings import Skin
from kneeguide.ui import keep_off_wording, session_wording, sheet_wording, source_wording
from kneeguide.ui.paper.document import Steps, as_text
from kneeguide.ui.paper.pieces import Drawn
from kneeguide.ui.paper.sheet_document import FEW_PAGES, sheet_document, sheet_pages

ROUTINES = load_library(paths.routines_dir(), None).routines
LONG = replace(
    OWN_STEP,
    title="A title as long as a title may be. " * 2,
    cue="Press, wait, breathe. " * 27,
    avoid="The knee. " * 60,
)


def text(routine: Routine) -> str:
    return as_text(sheet_document(routine, POSES, Skin.MEDIUM)).replace("\u00a0", " ")


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_every_shipped_routine_fits_two_pages(qapp: QApplication, routine: Routine, paper: PaperSize) -> None:
    _, pages = sheet_pages(routine, POSES, Skin.MEDIUM, paper)
    assert len(pages) <= FEW_PAGES
    assert paper_faults(pages) == []
    pictures = [piece for page in pages for piece in page.pieces if isinstance(piece, Drawn)]
    assert len(pictures) == len(routine.phases)


@pytest.mark.parametrize("steps", [1, 2, 3, 20, 60])
@pytest.mark.parametrize("technique", [PALM_GLIDES, OWN_STEP, LONG], ids=["drawn", "bare", "long"])
def test_no_step_is_lost_or_cut_however_many_there_are(qapp: QApplication, steps: int, technique: Technique) -> None:
    routine = routine_of(*[technique] * steps)
    _, pages = sheet_pages(routine, POSES, Skin.MEDIUM, PaperSize.LETTER)
    assert paper_faults(pages) == []
    numbers = [line.partition(".")[0] for line in lines_of(pages) if line.partition(".")[0].isdigit()]
    assert numbers == [str(number) for number in range(1, steps + 1)]


def test_a_step_is_told_with_its_dose_cue_and_what_to_avoid(qapp: QApplication) -> None:
    told = replace(PALM_GLIDES, avoid="The kneecap.")
    said = text(replace(SEATED, phases=(phase(told, 40, sets=2, pressure=3),)))
    assert (
        "1. Palm glides, front of thigh\n40 s on each leg · 2 sets · pressure 3 of 10 · 3 s up, 2 s lightly back"
        in said
    )
    assert f"\n{told.cue}\nAvoid: The kneecap.\n" in said


def test_when_to_stop_and_every_place_to_keep_off_are_on_it(qapp: QApplication) -> None:
    said = text(SEATED)
    assert sheet_wording.check_first() in said
    assert "Numb, tingling or shooting pain" in said
    assert "I just need to stop" not in said
    assert sheet_wording.in_an_emergency() in said
    assert session_wording.how_pressure_feels() in said
    for area in KeepOff:
        assert keep_off_wording.keep_off(area) in said


def test_sources_are_named_in_short_each_once(qapp: QApplication) -> None:
    for routine in ROUTINES:
        said = text(routine)
        named: list[Source] = [*routine.sources, *(each for step in routine.phases for each in step.technique.sources)]
        for source in named:
            assert said.count(source_wording.short(source).replace("\u00a0", " ")) >= 1


def test_a_routine_of_ones_own_without_sources_says_nobody_looked(qapp: QApplication) -> None:
    assert "Research has not looked into this one." in text(routine_of(OWN_STEP))


def test_a_users_picture_is_on_it_and_a_missing_one_leaves_its_room_free(qapp: QApplication, tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#0F766E"))
    image.save(str(tmp_path / "own.png"))
    there, gone = (replace(OWN_STEP, picture=tmp_path / name) for name in ("own.png", "gone.png"))
    (steps,) = (
        block
        for block in sheet_document(routine_of(there, gone), POSES, Skin.MEDIUM).blocks
        if isinstance(block, Steps)
    )
    assert [step.picture is not None for step in steps.steps] == [True, False]


def test_the_drawn_person_has_the_users_skin(qapp: QApplication) -> None:
    def steps(skin: Skin) -> object:
        return next(b for b in sheet_document(ROUTINES[0], POSES, skin).blocks if isinstance(b, Steps))

    assert steps(Skin.DARK) == steps(Skin.DARK)
    assert steps(Skin.DARK) != steps(Skin.LIGHT)
