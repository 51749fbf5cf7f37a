"""A language that nobody speaks: every sentence is 40 % longer, its words too, and it stands between marks."""

import re

from PySide6.QtCore import QTranslator

OPEN, CLOSE = "⟦", "⟧"
LONGER = 1.4
_LEFT_TO_RIGHT = "\u200e"
"""Keeps a mark at the end of a sentence where it is also in a window that reads from right to left."""
_MORE = "ŋ"
"""What makes a sentence longer that has too few vowels."""
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")


class PseudoTranslator(QTranslator):
    """Translates whatever goes through Qt's translation."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _count: int = -1) -> str:
        return pseudo(source)

    def isEmpty(self) -> bool:
        return False


def pseudo(sentence: str) -> str:
    """The sentence in that language: vowels are doubled from the left until it is long enough; placeholders stay."""
    parts = _PLACEHOLDER.split(sentence)
    wanted = round(sum(len(part) for part in parts[::2]) * (LONGER - 1))
    longer = []
    for number, part in enumerate(parts):
        if number % 2:
            longer.append(part)
            continue
        letters = []
        for letter in part:
            is_more = wanted > 0 and letter.lower() in "aeiou"
            letters.append(letter * 2 if is_more else letter)
            wanted -= is_more
        longer.append("".join(letters))
    return f"{_LEFT_TO_RIGHT}{OPEN}{''.join(longer)}{_MORE * wanted}{CLOSE}{_LEFT_TO_RIGHT}"


def unmarked(text: str) -> str:
    """What of a text stands outside all marks."""
    depth, outside = 0, []
    for letter in text.replace(_LEFT_TO_RIGHT, ""):
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth -= 1
        elif depth <= 0:
            outside.append(letter)
    return "".join(outside)


def plain(text: str) -> str:
    """A text without its marks and the letters that were added: the same for a sentence and its translation."""
    without = re.sub(f"[{_LEFT_TO_RIGHT}{OPEN}{CLOSE}{_MORE}]", "", text)
    return re.sub(r"(?i)([aeiou])\1+", r"\1", without).lower()
