"""Spares the start what others do at each import, which takes longer than building all that the first window shows.

Qt for Python reads the source of every module that is loaded after it, and keeps it, to learn which modules may ask for
its names in snake_case; none of ours do. And Python looks again and again through what has been loaded, for what could
be let go of; all of it stays.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading_for_good() -> Iterator[None]:
    """Load quickly in the block what stays as long as the program runs."""
    gc.disable()
    try:
        _leave_sources_unread()
        yield
    finally:
        gc.freeze()
        gc.enable()


def _leave_sources_unread() -> None:
    import PySide6.QtCore  # noqa: F401 - what reads comes with it

    looks = sys.modules.get("shibokensupport.feature")
    if hasattr(looks, "_mod_uses_pyside"):  # no promise of Qt's: another version may do without
        vars(looks)["_mod_uses_pyside"] = _asks_for_none


def _asks_for_none(_module: object) -> bool:
    return False
