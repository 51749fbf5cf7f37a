"""Where commands write: a file or standard output, the same bytes on every computer."""

import os
import sys
from pathlib import Path

from kneeguide.core.errors import KneeGuideError

FINE, PROBLEMS, USAGE = 0, 1, 2
"""What a command ends with: all is well, something is wrong, or it was called in a way that cannot work."""


def put(text: str, output: Path | None) -> None:
    """To a file or to standard output."""
    if output is None:
        write(text)
    else:
        save(text.encode("utf-8"), output)


def write(text: str) -> None:
    """To standard output in UTF-8 whatever the locale, since other programs read it."""
    if sys.stdout is not None:
        try:
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            write_no_more()
            reason = error.strerror or "the disk refused"
            raise KneeGuideError(f"the output cannot be written ({reason}). Make room, or write elsewhere.") from error


def write_no_more() -> None:
    """What is left to write would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save(content: bytes, output: Path) -> None:
    """To a file, all or nothing."""
    from kneeguide.core.durable import replacing

    try:
        with replacing(output) as part:
            part.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise KneeGuideError(f"{output} cannot be written ({reason}). Choose another file.") from error
