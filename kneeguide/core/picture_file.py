"""A picture that a user's routine names: which file beside the routine that is, if it may be shown at all.

The name comes from a file that anybody may have written, so it can lead nowhere but to a picture in the same folder
or below it: no device, no pipe, no other disk, no address on the network.
"""

import re
from pathlib import Path

from kneeguide.core.regular_file import read_regular_file

MAX_BYTES = 5 * 1024 * 1024

_NAME = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+){0,3}\.(png|jpg|jpeg|webp)")
_BEGINS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}


def picture_beside(folder: Path, name: str) -> Path:
    """The resolved path of the picture ``name`` in ``folder``. Raises ValueError with what was expected."""
    if len(name) > 120 or not _NAME.fullmatch(name):
        raise ValueError(
            "must name a picture beside this file in small letters, digits, - and _, "
            "a PNG, JPEG or WebP ending in .png, .jpg, .jpeg or .webp"
        )
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
