"""The library as the program opens it: kept from the last start where nothing has changed, else read from its files."""

from pathlib import Path

from kneeguide.core.kept_copy import kept_copy
from kneeguide.core.library import Library


def open_library(shipped: Path, user: Path | None, kept: Path | None, version: str) -> Library:
    """The library in these folders, as it was last read if nothing has changed since. Never raises for what they hold.

    ``kept``: the file in which it is kept between starts, None for nowhere. ``version``: of KneeGuide.
    """

    def read() -> Library:
        # Not above: what checks the files would be loaded at every start, needed or not.
        from kneeguide.core.library_reader import load_library

        return load_library(shipped, user)

    folders = [shipped, *([user] if user else [])]
    modules = {"kneeguide.core.library", "kneeguide.core.problem", "kneeguide.core.routine"}
    return kept_copy(kept, version, folders, modules, Library, read)
