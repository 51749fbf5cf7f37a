"""The libraries and programs that Qt and the tests need of the system, and how to get them on Debian and its kin.

Standard library only, and readable by Python 3.8, like bootstrap.py which uses it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TO_DRAW = ["libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libfontconfig1", "libdbus-1-3"]
TO_SHOW: dict[str, list[str]] = {
    "offscreen": [],
    "xcb": ["libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"],
    "wayland": ["libwayland-cursor0", "libwayland-egl1"],
}
"""Debian's packages for each of Qt's platforms, beyond those needed to draw at all."""

VIRTUAL_SCREEN = {
    "Xvfb": ["xvfb"],
    "xauth": ["xauth"],
    "strace": ["strace"],
    "faketime": ["faketime"],
    "xdotool": ["xdotool"],
    "pdftotext": ["poppler-utils"],
    "dbus-daemon": ["dbus"],
    "/usr/libexec/at-spi-bus-launcher": ["at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"],
}
"""Programs, and the Debian packages that hold them or go with them, for the tests that open a real window, end the
program at each of its writes, push its clocks about, or read what it put on paper, or on the screen as a screen
reader does."""

TO_SPEAK = ["speech-dispatcher", "speech-dispatcher-espeak-ng", "libspeechd2"]
"""Debian's packages that let Qt speak: the desktop's speech server, a voice for it, and the way to it."""


class SetupError(Exception):
    """What went wrong and what to do, in one plain sentence."""


def missing_libraries(venv: Path, platform: str) -> list[str]:
    """Names of the shared libraries that Qt's modules and platform plugins need and the system has not."""
    ldd = shutil.which("ldd")
    pyside = next(venv.glob("lib*/python*/site-packages/PySide6"), None)
    if ldd is None or pyside is None:
        return []
    files = [pyside / f"Qt{module}.abi3.so" for module in ("Widgets", "Svg", "SvgWidgets", "Network", "DBus")]
    files += [pyside / "Qt" / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", platform)]
    links = subprocess.run(
        [ldd, *(str(file) for file in files if file.exists())], capture_output=True, text=True, check=False
    )
    return sorted({line.split()[0] for line in links.stdout.splitlines() if line.endswith("=> not found")})


def find_virtual_screen() -> None:
    """Install the virtual screen; without it only the tests that open a real window cannot run."""
    missing = [packages for program, packages in VIRTUAL_SCREEN.items() if shutil.which(program) is None]
    packages = [package for each in missing for package in each]
    if packages:
        try:
            install_system_packages(
                packages, "some tests need a screen that is not there, and tools that break or read things"
            )
        except SetupError as trouble:
            print(f"  {trouble}", file=sys.stderr)


def find_voice() -> None:
    """Install a voice; without it KneeGuide opens all the same, and only does not speak."""
    if shutil.which("speech-dispatcher") is None:
        try:
            install_system_packages(TO_SPEAK, "to speak, KneeGuide needs a voice")
        except SetupError as trouble:
            print(f"  {trouble}", file=sys.stderr)


def install_system_packages(packages: list[str], why: str) -> None:
    """Install Debian packages where we may, else say what to type."""
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"{why}: install what your system calls {' '.join(packages)}, then type the same command again."
        )
    install_words = ["apt-get", "install", "--no-install-recommends", *packages]
    leave = leave_to_install()
    if leave is None:
        raise SetupError(f"{why}: type this line, then the same command again:\n  sudo {' '.join(install_words)}")
    print(f"  {why}: installing {' '.join(packages)}", flush=True)
    quietly = [*leave, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.call([*quietly, "apt-get", "-qq", "update"])
    if subprocess.call([*quietly, install_words[0], "-q", "-y", *install_words[1:]]):
        raise SetupError(f"{why}, and installing failed: go online and type\n  sudo {' '.join(install_words)}")


def leave_to_install() -> list[str] | None:
    """What to put before a command to run it as root; None where a password would be asked."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None
