"""Routine files that could not be used: which, and what is wrong in each, without pushing the good ones away."""

from collections.abc import Sequence

from kneeguide.core.problem import Problem
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import Box
from kneeguide.ui.widgets.labels import Text

FILES_SHOWN = 3


class LeftOutFiles(Box):
    """A line for each file, up to a few."""

    def __init__(self) -> None:
        super().__init__("care")
        heading = Text(TextRole.STRONG, self.tr("Some routine files could not be used"))
        heading.set_tone("care")
        self._lines = Text(TextRole.BODY)
        self.column.addWidget(heading)
        self.column.addWidget(self._lines)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Name the files of these, in the order of the first problem of each."""
        files: dict[str, list[Problem]] = {}
        for problem in problems:
            files.setdefault(problem.file, []).append(problem)
        lines = [self._line_about(found) for found in list(files.values())[:FILES_SHOWN]]
        more = len(files) - len(lines)
        if more:
            lines.append(self.tr("Files not listed here: {count}. kneeguide check tells of all.").format(count=more))
        self._lines.setText("\n".join(lines))

    def _line_about(self, found: list[Problem]) -> str:
        """The first thing wrong with a file, and how many more there are."""
        if len(found) == 1:
            return str(found[0])
        return self.tr("{problem} (and {count} more in this file)").format(problem=found[0], count=len(found) - 1)
