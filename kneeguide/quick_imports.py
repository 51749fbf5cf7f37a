"""Spares the start what Qt for Python does at each import.

It reads the source of every module that is loaded after it, and keeps it, to learn which modules may ask for its names
in snake_case. None of ours do. Reading takes longer than building all that the first window shows.
"""

import sys


def leave_sources_unread() -> None:
    """Have Qt for Python take it that no module asks for other names, before those that need Qt are loaded."""
    import PySide6.QtCore  # noqa: F401 - what reads comes with it

    looks = sys.modules.get("shibokensupport.feature")
    if hasattr(looks, "_mod_uses_pyside"):  # no promise of Qt's: another version may do without
        vars(looks)["_mod_uses_pyside"] = _asks_for_none


def _asks_for_none(_module: object) -> bool:
    return False
