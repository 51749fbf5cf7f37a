"""Every bad file is named with what is wrong in it, and many of them take no more room than a few."""

import pytest
from page_checks import at_size, faults, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.problem import Problem
from kneeguide.ui.widgets.left_out_files import LeftOutFiles


def problem(file: str, line: int = 3) -> Problem:
    return Problem(file, line, 5, "seconds", "must be a whole number")


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([problem("a.yaml")], ["a.yaml:3:5: seconds: must be a whole number"]),
        (
            [problem("a.yaml"), problem("b.yaml"), problem("a.yaml", 9)],
            [
                "a.yaml:3:5: seconds: must be a whole number (and 1 more in this file)",
                "b.yaml:3:5: seconds: must be a whole number",
            ],
        ),
        (
            [problem(f"{letter}.yaml") for letter in "abcde"],
            [
                *(f"{letter}.yaml:3:5: seconds: must be a whole number" for letter in "abc"),
                "Files not listed here: 2. kneeguide check tells of all.",
            ],
        ),
    ],
    ids=["one", "two in one file", "five files"],
)
def test_each_file_has_one_line_up_to_a_few(
    qtbot: QtBot, dressed: QApplication, problems: list[Problem], said: list[str]
) -> None:
    files = LeftOutFiles()
    qtbot.addWidget(files)
    files.show_problems(problems)
    at_size(files, 700, 400)
    assert faults(files) == []
    assert words(files).splitlines() == ["Some routine files could not be used", *said]
