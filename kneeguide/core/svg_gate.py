"""Whether a drawing in SVG may be shown: it holds nothing that acts, and nothing that leads out of it or without end.

What shows drawings takes a name for a file of the same name, waits for pipes, and goes on for hours through drawings
that use parts of themselves, each many times. So every drawing is looked through here first, by the standard library
alone. Names count with or without a prefix, in small letters or capitals, for that is how they may be understood.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

LARGEST = 512 * 1024
MOST_ELEMENTS = 20_000
"""How many elements are drawn, with each part counted as often as it is used."""
DEEPEST = 30
"""How deep elements lie in one another, with a part as deep as where it is used; Qt draws nothing beyond 32."""
_LONG = 256
"""An element with so many characters in its attributes counts as two, and so on: a long outline is much to draw."""

_DASHES = "must have whole lines, since dashed ones can take minutes to draw"
_OF_ITSELF = "must use parts of itself alone, no other file and no address"
_TOO_MUCH = f"must draw at most {MOST_ELEMENTS} elements, counting those of parts that are used again"
_TOO_DEEP = f"must be nested at most {DEEPEST} deep, counting parts that use others, and none that uses itself"

_ACTS = frozenset({"script", "handler", "listener", "set", "discard"})
_IS_NO_DRAWING = frozenset({"image", "feimage", "foreignobject", "iframe", "video", "audio"})
_LEADS_OUT = re.compile(r"""url\s*\(\s*["']?\s*(?!["'\s#])|@import""", re.IGNORECASE)
"""An address that is not a part of the drawing, or a second style sheet."""
_PART = re.compile(r"""url\s*\(\s*["']?\s*#([^"'\s)]+)""", re.IGNORECASE)
"""A part of the drawing that something is filled, cut or marked with, and that is drawn as often."""
_DASHED = re.compile(r"stroke-dasharray\s*:(?!\s*(none|inherit|initial)\b)", re.IGNORECASE)


def check_svg(content: bytes) -> None:
    """Raises ValueError, with what was expected, if a drawing may not be shown."""
    if content[:2] == b"\x1f\x8b":
        raise ValueError("must be plain SVG, not packed as .svgz")
    if len(content) > LARGEST:
        raise ValueError(f"must be at most {LARGEST // 1024} KiB, as a drawing in SVG")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("must be SVG in UTF-8") from None
    reader = _Reader()
    try:
        reader.read(text)
    except expat.ExpatError:
        raise ValueError("must be well-formed SVG") from None
    if len(reader.used_by_styles) * reader.count > MOST_ELEMENTS:
        raise ValueError(_TOO_MUCH)
    # Nobody here knows which elements a style sheet means, so it may be all of them.
    reader.top.uses += [part for part in reader.used_by_styles for _ in range(reader.count)]
    _weigh(reader.top, reader.named, {}, 1)


@dataclass(eq=False)
class _Element:
    """An element, what lies in it, and which parts of the drawing it uses."""

    weight: int
    inside: list["_Element"] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)


class _Reader:
    """Reads a drawing to its end, or raises ValueError at the first thing that may not be in it."""

    def __init__(self) -> None:
        self.top = _Element(1)
        self.named: dict[str, list[_Element]] = {}
        self.used_by_styles: frozenset[str] = frozenset()
        self._open = [self.top]
        self.count = 0
        self._style: list[str] = []
        self._styles = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.XmlDeclHandler = self._declares
        self._parser.StartDoctypeDeclHandler = self._has_doctype
        self._parser.ProcessingInstructionHandler = self._has_instruction
        self._parser.StartElementHandler = self._starts
        self._parser.EndElementHandler = self._ends
        self._parser.CharacterDataHandler = self._says

    def read(self, text: str) -> None:
        self._parser.Parse(text.removeprefix("\ufeff").encode(), True)

    def _declares(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8"):
            raise ValueError("must be SVG in UTF-8")

    def _has_doctype(self, *_: object) -> None:
        raise ValueError("must hold no DOCTYPE; save it as plain SVG")

    def _has_instruction(self, *_: object) -> None:
        raise ValueError("must hold no processing instructions; save it as plain SVG")

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        kind = _bare(name)
        if self.count == 0 and kind != "svg":
            raise ValueError("must be SVG")
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise ValueError(_TOO_MUCH)
        if len(self._open) > DEEPEST:
            raise ValueError(_TOO_DEEP)
        if kind in _ACTS or kind.startswith("animate"):
            raise ValueError("must hold no script and nothing that moves")
        if kind in _IS_NO_DRAWING:
            raise ValueError("must hold nothing but a drawing: no image, film or web page")
        element = _Element(1 + sum(map(len, attributes.values())) // _LONG)
        for attribute, value in attributes.items():
            self._takes(element, _bare(attribute), value)
        self._open[-1].inside.append(element)
        self._open.append(element)
        self._styles += kind == "style"

    def _takes(self, element: _Element, attribute: str, value: str) -> None:
        if attribute == "href":
            element.uses.append(value[1:])
        elif attribute == "id":
            self.named.setdefault(value, []).append(element)
        element.uses += _PART.findall(value)
        if (attribute == "href" and not value.startswith("#")) or _LEADS_OUT.search(value):
            raise ValueError(_OF_ITSELF)
        if attribute == "stroke-dasharray" and value.strip().lower() not in ("", "none", "inherit"):
            raise ValueError(_DASHES)
        if attribute == "style":
            _check_style(value)

    def _ends(self, name: str) -> None:
        self._open.pop()
        if _bare(name) == "style":
            self._styles -= 1
            style = "".join(self._style)
            _check_style(style)
            self.used_by_styles = frozenset(_PART.findall(style))

    def _says(self, text: str) -> None:
        if self._styles:
            self._style.append(text)


def _bare(name: str) -> str:
    """A name without its prefix, in small letters."""
    return name.rpartition(":")[2].lower()


def _check_style(style: str) -> None:
    if _LEADS_OUT.search(style):
        raise ValueError(_OF_ITSELF)
    if _DASHED.search(style):
        raise ValueError(_DASHES)
    if "\\" in style:
        raise ValueError("must have styles without backslashes")


def _weigh(
    element: _Element, named: dict[str, list[_Element]], known: dict[_Element, tuple[int, int]], depth: int
) -> tuple[int, int]:
    """How much is drawn for an element, and how many levels deep that goes."""
    if depth > DEEPEST:
        raise ValueError(_TOO_DEEP)
    if element not in known:
        used = [part for name in element.uses for part in named.get(name, ())]
        below = [_weigh(part, named, known, depth + 1) for part in (*element.inside, *used)]
        known[element] = (
            element.weight + sum(weight for weight, _ in below),
            1 + max((levels for _, levels in below), default=0),
        )
    weight, levels = known[element]
    if depth + levels > DEEPEST + 1:
        raise ValueError(_TOO_DEEP)
    if weight > MOST_ELEMENTS:
        raise ValueError(_TOO_MUCH)
    return weight, levels
