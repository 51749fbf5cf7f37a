"""A picture that a user's routine names: which file beside the routine that is, if it may be shown at all.

The name comes from a file that anybody may have written, so it can lead nowhere but to a picture in the same folder
or below it: no device, no pipe, no other disk, no address on the network.
"""

import re
from pathlib import Path

from kneeguide.core.regular_file import read_regular_file

MAX_BYTES = 5 * 1024 * 1024

LONGEST_NAME = 120
NAME = r"[a-z0-9_-]+(/[a-z0-9_-]+){0,3}\.(png|jpg|jpeg|webp)"
"""The pattern of a name that can lead only to a picture beside the routine."""

NO_NAME = (
    "must name a picture beside this file in small letters, digits, - and _, "
    "a PNG, JPEG or WebP ending in .png, .jpg, .jpeg or .webp"
)

_BEGINS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}


def is_picture_name(name: str) -> bool:
    """Whether a name can be that of a picture beside the routine, if there is one."""
    return len(name) <= LONGEST_NAME and re.fullmatch(NAME, name) is not None


def picture_beside(folder: Path, name: str) -> Path:
    """The resolved path of the picture ``name`` in ``folder``. Raises ValueError with what was expected."""
    if not is_picture_name(name):
        raise ValueError(NO_NAME)
    try:
        path = (folder / name).resolve(strict=True)
        inside = path.is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError):
        raise ValueError("names a picture that is not there") from None
    if not inside:
        raise ValueError("must name a picture in the folder of this file, not a link out of it")
    beginning = read_regular_file(path, at_most=MAX_BYTES)
    if not _BEGINS[name.rpartition(".")[2]].match(beginning):
        raise ValueError("names a file whose content is not the kind of picture that its name says")
    return path
