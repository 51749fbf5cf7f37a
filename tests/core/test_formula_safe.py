"""No line of a cell starts what a spreadsheet would run, and every text comes back as it was."""

import pytest
from diaries import NASTY, texts
from hypothesis import given

from kneeguide.core.formula_safe import formula_safe, from_formula_safe


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("It went well.", "It went well."),
        ("3 - 2 = 1", "3 - 2 = 1"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
        ("=1+1", "'=1+1"),
        ("-", "'-"),
        ("\tindented", "'\tindented"),
        (" \u00a0@SUM(A1)", "' \u00a0@SUM(A1)"),
        ("fine\n=1", "fine\n'=1"),
        ("fine\r\n=1\r\nend", "fine\r\n'=1\r\nend"),
        ("fine\r=1", "fine\r'=1"),
        ("\x00=1", "'\x00=1"),
        ("\u200f=1", "'\u200f=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
    ],
)
def test_a_line_that_might_be_run_gets_an_apostrophe(text: str, cell: str) -> None:
    assert formula_safe(text) == cell
    assert from_formula_safe(cell) == text


@given(texts)
def test_every_text_comes_back_and_no_line_starts_with_a_sign(text: str) -> None:
    cell = formula_safe(text)
    assert from_formula_safe(cell) == text
    for line in cell.replace("\r", "\n").split("\n"):
        assert not line.lstrip().startswith(("=", "+", "-", "@", "＝")), cell
    assert not cell.startswith(("\t", "\r", "\n"))


def test_a_sheet_without_marks_would_be_noticed() -> None:
    assert any(text.lstrip().startswith("=") for text in NASTY)
