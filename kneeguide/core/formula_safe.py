"""Text for the cells of a spreadsheet, which would run some of it as a formula, and back without loss.

A line that a spreadsheet might run gets an apostrophe before it. So does a line that has apostrophes before such a
start already: else nobody could tell later which of them was there before.
"""

import re

_UNSEEN = "[^\\S\r\n]|[\x00-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
_RUN = f"'*(?:\t|(?:{_UNSEEN})*[=+\\-@＝＋－＠])"
_START = f"(?:\\A(?={{0}}(?:{_RUN}|'*[\r\n]))|(?:(?<=\n)|(?<=\r)(?!\n))(?={{0}}{_RUN}))"
_TO_MARK = re.compile(_START.format(""))
_MARKED = re.compile(_START.format("'") + "'")


def formula_safe(text: str) -> str:
    """The text, with an apostrophe before each line that a spreadsheet might run."""
    return _TO_MARK.sub("'", text)


def from_formula_safe(cell: str) -> str:
    """What ``formula_safe`` was given."""
    return _MARKED.sub("", cell)
