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
        ([problem("a.yaml")], ["a.yaml, line 3: seconds: must be a whole number"]),
        (
            [problem("/home/me/routines/a.yaml"), problem("b.yaml"), problem("/home/me/routines/a.yaml", 9)],
            [
                "a.yaml, line 3: seconds: must be a whole number (and 1 more in this file)",
                "b.yaml, line 3: seconds: must be a whole number",
            ],
        ),
        (
            [problem(f"{letter}.yaml") for letter in "abcde"],
            [
                *(f"{letter}.yaml, line 3: seconds: must be a whole number" for letter in "abc"),
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
    count = len({each.file for each in problems})
    heading = words(files).splitlines()[0]
    assert heading in ("One of your own routines could not be read", f"Routines that could not be read: {count}")
    assert said[0] not in words(files)
    files.why.click()
    at_size(files, 700, 400)
    assert faults(files) == []
    assert words(files).splitlines() == [heading, *said]
