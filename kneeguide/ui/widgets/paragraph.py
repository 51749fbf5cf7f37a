"""Keeps the end of a paragraph together: a last word alone in its line looks like a slip."""

_NO_BREAK = "\u00a0"
_SHORT = 12
"""Characters of a last word that takes the word before it along to a new line."""


def paragraph(words: str) -> str:
    """The words as they are shown, with no line ending before a short last word."""
    most, _, last = words.rpartition(" ")
    is_alone = most and len(last) <= _SHORT and _NO_BREAK not in last
    return f"{most}{_NO_BREAK}{last}" if is_alone else words
