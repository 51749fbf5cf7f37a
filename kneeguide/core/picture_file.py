"""A picture that a user's routine names: which file beside the routine that is, if it may be shown at all.

The name comes from a file that anybody may have written, so it can lead nowhere but to a picture in the same folder
or below it: no device, no pipe, no other disk, no address on the network. What is in the picture is looked at as
strictly, and once more when it is shown, for it may have changed since.
"""

import re
from enum import StrEnum
from pathlib import Path

from kneeguide.core.regular_file import read_regular_file
from kneeguide.core.svg_gate import check_svg

MAX_BYTES = 5 * 1024 * 1024

LONGEST_NAME = 120
NAME = r"[a-z0-9_-]+(/[a-z0-9_-]+){0,3}\.(svg|png|jpg|jpeg|webp)"
"""The pattern of a name that can lead only to a picture beside the routine."""

NO_NAME = (
    "must be a file beside this one, named in small letters, digits, - and _, "
    "an SVG, PNG, JPEG or WebP ending in .svg, .png, .jpg, .jpeg or .webp"
)


class PictureKind(StrEnum):
    """What a picture is, by its content."""

    SVG = "svg"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"


_BEGINS = {
    PictureKind.SVG: re.compile(rb"(\xef\xbb\xbf)?\s*<|\x1f\x8b"),
    PictureKind.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    PictureKind.JPEG: re.compile(rb"\xff\xd8\xff"),
    PictureKind.WEBP: re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_OTHER_KIND = "is not the kind of picture that its name says"


def is_picture_name(name: str) -> bool:
    """Whether a name can be that of a picture beside the routine, if there is one."""
    return len(name) <= LONGEST_NAME and re.fullmatch(NAME, name) is not None


def picture_beside(folder: Path, name: str) -> Path:
    """The resolved path of the picture ``name`` in ``folder``. Raises ValueError with what was expected of it."""
    if not is_picture_name(name):
        raise ValueError(NO_NAME)
    try:
        path = (folder / name).resolve(strict=True)
        inside = path.is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError):
        raise ValueError("is not there") from None
    if not inside:
        raise ValueError("must be in the folder of this file, not a link out of it")
    kind, _ = read_picture(path)
    if kind.value != name.rpartition(".")[2].replace("jpg", "jpeg"):
        raise ValueError(_OTHER_KIND)
    return path


def read_picture(path: Path) -> tuple[PictureKind, bytes]:
    """What a picture is, by its content, and that content. Raises ValueError with what was expected of it."""
    content = read_regular_file(path, at_most=MAX_BYTES)
    kind = next((kind for kind, beginning in _BEGINS.items() if beginning.match(content)), None)
    if kind is None:
        raise ValueError(_OTHER_KIND)
    if kind is PictureKind.SVG:
        check_svg(content)
    return kind, content
