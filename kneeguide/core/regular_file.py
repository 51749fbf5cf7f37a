"""Reading a file that a stranger may have put there: never a pipe that hangs, a device without end, or a folder."""

import stat
from pathlib import Path


def read_regular_file(path: Path, *, at_most: int) -> bytes:
    """All bytes of a file. Raises ValueError, with what was expected, if it cannot be had or is larger."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ValueError("must be a file, not a folder or a device")
        if status.st_size > at_most:
            raise ValueError(f"must be at most {at_most // 1024} KiB")
        with path.open("rb") as file:
            content = file.read(at_most + 1)
    except FileNotFoundError:
        raise ValueError("is not there, or is a link that leads nowhere") from None
    except PermissionError:
        raise ValueError("may not be read; check the permissions of the file") from None
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror or 'the disk refused'})") from None
    if len(content) > at_most:
        raise ValueError(f"must be at most {at_most // 1024} KiB")
    return content
