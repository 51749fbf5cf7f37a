"""Whether there is a screen to open a window on: Qt ends the whole process, past any handling, if there is none."""

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path

NO_DISPLAY = (
    "KneeGuide needs a screen to open its window and finds none here: "
    "start it from a desktop session, or set DISPLAY to one."
)

_NEED_A_SCREEN = {"xcb", "wayland", "wayland-egl", "wayland-brcm"}


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether Qt will find a screen. On Windows and macOS there always is one."""
    if platform in {"win32", "darwin"}:
        return True
    wanted = environ.get("QT_QPA_PLATFORM", "")
    names = [part.partition(":")[0] for part in wanted.split(";") if part]
    if any(name not in _NEED_A_SCREEN for name in names):
        return True
    return _wayland_answers(environ) or _x_answers(environ)


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as compositor:
            compositor.settimeout(2)
            compositor.connect(str(Path(environ.get("XDG_RUNTIME_DIR", "/"), name)))
    except OSError:
        return False
    return True


def _x_answers(environ: Mapping[str, str]) -> bool:
    """Connect as Qt would, through the library it would use, so that addresses and permissions are judged alike."""
    name = environ.get("DISPLAY")
    if not name:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
