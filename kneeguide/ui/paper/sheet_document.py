"""The sheet of a routine, to be laid on the floor beside the mat: every step with its picture, and when to stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kneeguide.core.drawing import Drawing
from kneeguide.core.figure import draw
from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.routine import Phase, Routine, Side, Source
from kneeguide.core.settings import Skin, Theme
from kneeguide.ui import choosing_wording, keep_off_wording, session_wording, sheet_wording
from kneeguide.ui.paper.document import Block, Document, Step, Steps, Style, Words
from kneeguide.ui.paper.layout import Density, pages
from kneeguide.ui.paper.letters import millimetres
from kneeguide.ui.paper.pieces import Leaf
from kneeguide.ui.widgets.figure_painter import fitted, outlined, paint
from kneeguide.ui.widgets.figure_view import Picture
from kneeguide.ui.widgets.users_picture import users_picture

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

FEW_PAGES = 2
_ON_ONE = (Density(1.3, millimetres(36)), Density(1.15, millimetres(34)), Density(1.0, millimetres(30)))
_ON_TWO = (*_ON_ONE, Density(0.92, millimetres(26)), Density(0.85, millimetres(20)))
"""Large letters come first: whoever lies on the floor reads from afar. A routine of the user's own that is longer still
takes more pages rather than lose a step."""


@dataclass(frozen=True)
class DrawnFigure:
    """A figure in its still form, in the colours of print, as a picture."""

    drawing: Drawing
    colours: Mapping[FigureRole, str]

    @property
    def size(self) -> QSizeF:
        """Its proportions, in body heights."""
        left, bottom, right, top = self.drawing.bounds
        return QSizeF(right - left, top - bottom)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place of its proportions."""
        painter.save()
        painter.setTransform(fitted(self.drawing.bounds, place), True)
        paint(painter, map(outlined, self.drawing.shapes), self.colours)
        painter.restore()


def sheet_pages(
    routine: Routine, poses: "Mapping[str, Pose]", skin: Skin, paper: PaperSize
) -> tuple[Document, tuple[Leaf, ...]]:
    """The sheet as blocks and as pages: on one page if it can be read there, else on two."""
    document = sheet_document(routine, poses, skin)
    for most, densities in ((1, _ON_ONE), (FEW_PAGES, _ON_TWO)):
        for density in densities:
            made = pages(document, paper, density)
            if len(made) <= most:
                return document, made
    return document, pages(document, paper)


def sheet_document(routine: Routine, poses: "Mapping[str, Pose]", skin: Skin) -> Document:
    """The sheet block by block."""
    told = _sources(routine)
    blocks: tuple[Block, ...] = (
        Words(routine.title, Style.TITLE),
        Words(sheet_wording.at_a_glance(routine), Style.STRONG),
        *([Words(routine.why)] if routine.why else []),
        Words(sheet_wording.check_first(), Style.STRONG),
        Words(session_wording.how_pressure_feels()),
        Steps(tuple(_step(number, phase, poses, skin) for number, phase in enumerate(routine.phases, start=1))),
        Words(sheet_wording.stop_title(), Style.HEADING),
        Words(sheet_wording.when_to_stop()),
        Words(sheet_wording.in_an_emergency(), Style.STRONG),
        Words(keep_off_wording.title(), Style.HEADING),
        Words(sheet_wording.keep_off()),
        Words(sheet_wording.sources_title(), Style.HEADING),
        Words(sheet_wording.sources(routine, told), Style.SMALL),
        Words(choosing_wording.not_reviewed(), Style.SMALL),
    )
    return Document(routine.title, blocks, sheet_wording.foot())


def _step(number: int, phase: Phase, poses: "Mapping[str, Pose]", skin: Skin) -> Step:
    technique = phase.technique
    return Step(
        sheet_wording.step_title(number, phase),
        sheet_wording.dose(phase),
        technique.cue,
        sheet_wording.avoid(technique.avoid) if technique.avoid else "",
        _picture(phase, poses, skin),
    )


def _picture(phase: Phase, poses: "Mapping[str, Pose]", skin: Skin) -> Picture | None:
    technique = phase.technique
    if technique.picture is not None:
        try:
            return users_picture(technique.picture)
        except ValueError:  # the page of the routine says what is wrong with it
            return None
    pose = poses.get(technique.id)
    if pose is None:
        return None
    return DrawnFigure(draw(pose, pose.still, Side.RIGHT), figure_colours(Theme.LIGHT, skin))


def _sources(routine: Routine) -> list[Source]:
    """Those of the routine, then those of its techniques, each once."""
    of_techniques = [source for phase in routine.phases for source in phase.technique.sources]
    return list({source.id: source for source in (*routine.sources, *of_techniques)}.values())
