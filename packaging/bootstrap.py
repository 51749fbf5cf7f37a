"""Opens or tests KneeGuide on a machine that has nothing but Python: makes what is missing, and only that.

python3 packaging/bootstrap.py run [--voice] [-- ARGUMENTS FOR KNEEGUIDE]
python3 packaging/bootstrap.py test [ARGUMENTS FOR PYTEST]

Standard library only. Written so that Python 3.8 can still read it and be told, in one line, that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from system_packages import (
    TO_DRAW,
    TO_SHOW,
    SetupError,
    find_virtual_screen,
    find_voice,
    install_system_packages,
    missing_libraries,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SETUP = VENV / "kneeguide-setup"
"""Holds one small file for each step that was carried out, and ``unfinished`` while one is under way."""

PICTURES = ROOT / "tour"
ON_LINUX = sys.platform == "linux"
ON_ALL_PROCESSORS = ["--numprocesses", "auto", "--dist", "worksteal"]
"""How pytest-xdist runs the whole suite: whoever has done its share takes from another's."""

PYTHONS = [(3, minor) for minor in (11, 12, 13, 14)]
"""The Pythons that the Qt release we pin has packages for."""


class Step(NamedTuple):
    """One thing to do. ``name`` is its file in SETUP; ``says`` is told to the person who waits."""

    name: str
    says: str
    do: Callable[[], None]


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks and return the exit status."""
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    with_voice = command == "run" and rest[:1] == ["--voice"]
    if with_voice:
        rest = rest[1:]
    if command not in ("run", "test") or (command == "run" and rest and rest[0] != "--"):
        print((__doc__ or "").split("\n\n")[1], file=sys.stderr)
        return 2
    try:
        refuse_other_pythons(command)
        return run(rest[1:], with_voice) if command == "run" else test(rest)
    except SetupError as trouble:
        print(f"KneeGuide: {trouble}", file=sys.stderr)
    except OSError as error:
        print(
            f"KneeGuide: {error.filename or VENV} cannot be written or started ({error.strerror}): "
            "make room or give leave to write there, then type the same command again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("\nKneeGuide: stopped. Type the same command to start again.", file=sys.stderr)
        return 130
    return 1


def run(arguments: list[str], with_voice: bool) -> int:
    """Open the app, or without a display do its main job off screen and keep pictures of it.

    ``with_voice``: see first that it can speak, which takes about 175 MB more to fetch.
    """
    platform = qt_platform()
    prepare(extras="[voice]" if with_voice else "", platform=platform or "offscreen")
    if arguments or (platform and display_answers()):
        return become([str(PYTHON), "-m", "kneeguide", *arguments], os.environ)
    print(f"There is no display here: KneeGuide does its main job off screen, with pictures in {PICTURES}", flush=True)
    tour = [str(PYTHON), str(ROOT / "packaging" / "tour.py"), str(PICTURES)]
    status = subprocess.call(tour, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if status == 0:
        print(f"Done. The pictures, and tour.json that tells of the session, are in {PICTURES}")
    return status


def test(arguments: list[str]) -> int:
    """Run the whole test suite on all processors, or what the arguments name as pytest would."""
    prepare(extras="[test]", platform="xcb")
    environment = dict(os.environ)
    if ON_LINUX:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return become([str(PYTHON), "-m", "pytest", *(arguments or ON_ALL_PROCESSORS)], environment)


def refuse_other_pythons(command: str) -> None:
    """Say which Python to use instead, where this one is too old or too new."""
    if sys.version_info[:2] in PYTHONS:
        return
    here = ".".join(str(part) for part in sys.version_info[:2])
    names = ["python{}.{}".format(*version) for version in reversed(PYTHONS)]
    found = next((name for name in names if shutil.which(name)), "")
    advice = (
        f"type: {found} packaging/bootstrap.py {command}" if found else "install one from python.org or your system."
    )
    raise SetupError(f"Python 3.11 to 3.14 is needed and this is Python {here}: {advice}")


def qt_platform() -> str:
    """The platform on which Qt may open a window here, empty where nobody would see one."""
    if not ON_LINUX:
        return "native"
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if asked:
        return "" if asked in ("offscreen", "minimal") else asked
    if os.environ.get("DISPLAY"):
        return "xcb"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""


def display_answers() -> bool:
    """Whether a window can be opened: a display may be named that is long gone."""
    ask = "import os, sys; from kneeguide.display import has_display; sys.exit(not has_display(os.environ))"
    return subprocess.call([str(PYTHON), "-c", ask], cwd=ROOT) == 0


# -- setting up ---------------------------------------------------------------------------------------------------


def prepare(extras: str, platform: str) -> None:
    """Carry out the steps that were not yet carried out for this Python and this project file."""
    key = fingerprint()
    steps = [
        Step("environment", "making a Python environment in .venv", make_environment),
        Step(
            "packages" + extras,
            "installing KneeGuide and Qt (the first time about 100 MB to fetch)",
            lambda: install(extras),
        ),
        Step("qt-" + platform, "checking that Qt can load", lambda: check_qt(platform)),
    ]
    if ON_LINUX and extras == "[test]":
        steps.append(Step("screen", "looking for a virtual screen for the window tests", find_virtual_screen))
    if ON_LINUX and extras == "[voice]":
        steps.append(Step("voice", "looking for a voice", find_voice))
    waiting = [step for step in steps if not is_done(step, key)]
    for number, step in enumerate(waiting, 1):
        print(f"Step {number} of {len(waiting)}: {step.says}", flush=True)
        began = time.monotonic()
        step.do()
        SETUP.mkdir(exist_ok=True)
        (SETUP / step.name).write_text(key, encoding="utf-8")
        print(f"  done after {time.monotonic() - began:.0f} s", flush=True)


def fingerprint() -> str:
    """Changes when what was set up may no longer do: another Python, project file, set-up or place."""
    parts = [
        (ROOT / "pyproject.toml").read_bytes(),
        *(script.read_bytes() for script in (Path(__file__), ROOT / "packaging" / "system_packages.py")),
        sys.version.encode(),
        str(ROOT).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_done(step: Step, key: str) -> bool:
    """Whether a step was carried out in full and still holds."""
    note = SETUP / step.name
    try:
        return PYTHON.exists() and not (SETUP / "unfinished").exists() and note.read_text(encoding="utf-8") == key
    except FileNotFoundError:
        return False


def make_environment() -> None:
    """Make .venv, or make it anew where it is half made or belongs to another Python."""
    if not (SETUP / "unfinished").exists() and environment_works():
        return
    find_ensurepip()
    if VENV.exists():
        shutil.rmtree(VENV)
    SETUP.mkdir(parents=True)
    (SETUP / "unfinished").touch()
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise SetupError(f".venv could not be made ({reason(made)}): make sure of 1 GB of free disk, then try again.")


def environment_works() -> bool:
    """Whether .venv has a Python of this version and a pip."""
    ask = "import sys, pip; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def find_ensurepip() -> None:
    """See that Python can make environments: Debian and Ubuntu keep that part in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        install_system_packages(["python{}.{}-venv".format(*sys.version_info)], "Python here cannot make environments")


def install(extras: str) -> None:
    """Install the checkout in place, with what it needs. pip shows its own progress."""
    (SETUP / "unfinished").touch()
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
    command = [str(PYTHON), "-m", "pip", "install", "--editable", str(ROOT) + extras]
    pip = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    if pip.returncode:
        raise SetupError(why_pip_failed(pip))
    (SETUP / "unfinished").unlink()


def why_pip_failed(pip: subprocess.CompletedProcess[str]) -> str:
    """One sentence for the commonest causes, pip's own last words for the rest."""
    if "No space left on device" in pip.stderr:
        return "the disk is full: make 1 GB of room, then type the same command again."
    if "Retrying (" in pip.stderr or "Connection broken" in pip.stderr:
        return "the Python package index cannot be reached: go online, then type the same command again."
    return f"installing failed ({reason(pip)}): put that right, then type the same command again."


def reason(finished: subprocess.CompletedProcess[str]) -> str:
    """The last words of a program that failed: on its errors if it wrote any."""
    lines = [line.strip() for line in (finished.stderr or finished.stdout or "").splitlines() if line.strip()]
    return lines[-1] if lines else f"exit status {finished.returncode}"


def check_qt(platform: str) -> None:
    """See that Qt loads and that its platforms find their libraries; install those where possible."""
    if ON_LINUX and missing_libraries(VENV, platform):
        install_system_packages(
            TO_DRAW + TO_SHOW.get(platform, []), "Qt misses " + ", ".join(missing_libraries(VENV, platform))
        )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if ON_LINUX else dict(os.environ)
    start = "from PySide6 import QtSvg, QtWidgets; QtWidgets.QApplication([])"
    started = subprocess.run([str(PYTHON), "-c", start], env=environment, capture_output=True, text=True, check=False)
    if started.returncode:
        raise SetupError(
            f"Qt cannot start ({reason(started)}): put that right, or delete .venv, then type the same command again."
        )


def become(command: list[str], environment: Mapping[str, str]) -> int:
    """Hand this process over to a program; Windows cannot, so there wait for it and pass on its exit status."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
