"""The two commands, from nothing to an open app: a real .venv and a real pip, on a small stand-in for the project.

The stand-in needs no network: its build backend writes a wheel with a ``kneeguide`` that prints what it was given, and
a ``PySide6``, ``pytest`` and tour that do the same.
"""

import ast
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
SCRIPTS = [PACKAGING / "bootstrap.py", PACKAGING / "system_packages.py"]

PYPROJECT = """
[build-system]
requires = []
build-backend = "stand_in"
backend-path = ["."]
[project]
name = "kneeguide"
version = "1"
dependencies = [{dependencies}]
[project.optional-dependencies]
test = []
voice = []
"""

BACKEND = """
import zipfile

SAYS = "import os, sys; print(sys.argv[1:], os.environ.get('QT_QPA_PLATFORM')); sys.exit(7)"
FILES = {
    "kneeguide/__init__.py": "",
    "kneeguide/__main__.py": "print('kneeguide', end=' ')\\n" + SAYS,
    "kneeguide/display.py": "def has_display(environ): return environ['DISPLAY'] == ':7'\\n",
    "pytest.py": "print('pytest', end=' ')\\n" + SAYS,
    "PySide6/__init__.py": "",
    "PySide6/QtSvg.py": "",
    "PySide6/QtWidgets.py": "class QApplication:\\n    def __init__(self, arguments): pass\\n",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so": "",
    "kneeguide-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "kneeguide-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: kneeguide\\nVersion: 1\\n"
    "Provides-Extra: test\\nProvides-Extra: voice\\n",
}

def build_editable(directory, config_settings=None, metadata_directory=None):
    import tomllib
    with open("pyproject.toml", "rb") as file:
        needs = tomllib.load(file)["project"]["dependencies"]
    with zipfile.ZipFile(directory + "/kneeguide-1-py3-none-any.whl", "w") as wheel:
        for name, text in FILES.items():
            if name.endswith("METADATA"):
                text += "".join(f"Requires-Dist: {need}\\n" for need in needs)
            wheel.writestr(name, text)
        wheel.writestr("kneeguide-1.dist-info/RECORD", "".join(f"{name},,\\n" for name in FILES))
    return "kneeguide-1-py3-none-any.whl"

build_wheel = build_editable
"""

HAS_SCREEN_READERS = """
import shutil
look = shutil.which
shutil.which = lambda name: name if name.startswith('/usr/libexec/') else look(name)
"""
"""The one tool of the tests that lies on no PATH is there, whatever the machine that runs the tests has."""

NO_SPEECH_SERVER = """
import shutil
find = shutil.which
shutil.which = lambda name: None if name == 'speech-dispatcher' else find(name)
"""
"""What hides the speech server of the machine that runs the tests."""

TOUR = "import os, sys; print('tour', os.path.basename(sys.argv[1]), os.environ['QT_QPA_PLATFORM']); sys.exit(0)"


class Machine:
    """A computer with a fresh checkout of the stand-in. What it has on its PATH besides its own is in ``programs``."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "check out"
        self.programs = folder / "programs"
        self.programs.mkdir()
        (self.root / "packaging").mkdir(parents=True)
        for script in SCRIPTS:
            shutil.copy(script, self.root / "packaging")
        (self.root / "packaging" / "tour.py").write_text(TOUR)
        (self.root / "stand_in.py").write_text(BACKEND)
        self.needs()
        for name in ("Xvfb", "xauth", "strace", "faketime", "xdotool", "pdftotext", "dbus-daemon"):
            self.has(name, "exit 0")
        self.has("ldd", "exit 0")

    def needs(self, *dependencies: str) -> None:
        """Write the project file."""
        listed = ", ".join(f'"{name}"' for name in dependencies)
        (self.root / "pyproject.toml").write_text(PYPROJECT.format(dependencies=listed))

    def has(self, name: str, script: str) -> None:
        """Put a program on the PATH, before the real one of that name."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def type(self, *words: str, before: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """Type a command in the checkout, offline and without a display unless the variables say otherwise.

        ``before``: what to change in Python before the script runs.
        """
        start = f"import os, runpy, sys; sys.path.insert(0, 'packaging'); sys.argv = {['bootstrap.py', *words]}"
        start += f"\n{HAS_SCREEN_READERS}"
        script = f"{start}\n{before or 'pass'}\nrunpy.run_path('packaging/bootstrap.py', run_name='__main__')"
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PIP_", "QT_", "PYTEST_")) and key not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        environment |= {
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            **variables,
        }
        return subprocess.run(
            [sys.executable, "-c", script],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="what Qt needs of the system, and displays, are Linux's"
)


@linux_only
def test_a_fresh_machine_is_set_up_step_by_step_and_the_app_opens_with_its_arguments(machine: Machine) -> None:
    first = machine.type("run", "--", "oa-hands-short", DISPLAY=":7")
    steps = [line for line in first.stdout.splitlines() if line.startswith("Step")]
    assert [line[:12] for line in steps] == ["Step 1 of 3:", "Step 2 of 3:", "Step 3 of 3:"]
    assert first.stdout.endswith("kneeguide ['oa-hands-short'] None\n")
    assert first.returncode == 7

    second = machine.type("run", DISPLAY=":7")
    assert second.stdout == "kneeguide [] None\n"
    assert second.stderr == ""

    without_display = machine.type("run")
    lines = without_display.stdout.splitlines()
    assert "There is no display here" in lines[-3]
    assert str(machine.root / "tour") in lines[-3]
    assert lines[-2] == "tour tour offscreen"
    assert str(machine.root / "tour") in lines[-1]
    assert without_display.returncode == 0

    display_that_is_gone = machine.type("run", DISPLAY=":8")
    assert display_that_is_gone.stdout.splitlines() == lines[-3:]

    told_to_stay_off_screen = machine.type("run", DISPLAY=":7", QT_QPA_PLATFORM="offscreen")
    assert told_to_stay_off_screen.stdout.splitlines()[-2] == "tour tour offscreen"

    tests = machine.type("test", "tests/core", "-q")
    assert "Step 1 of" in tests.stdout
    assert tests.stdout.endswith("pytest ['tests/core', '-q'] offscreen\n")
    assert tests.returncode == 7
    on_a_screen = machine.type("test", QT_QPA_PLATFORM="xcb")
    assert on_a_screen.stdout == "pytest ['--numprocesses', 'auto', '--dist', 'worksteal'] xcb\n"

    machine.needs("nonesuch-package")
    changed = machine.type("run", DISPLAY=":7")
    assert "Step 2 of 3: installing" in changed.stdout
    assert changed.returncode == 1


def test_a_failed_install_is_told_in_one_sentence_and_the_next_start_recovers(machine: Machine) -> None:
    machine.needs("nonesuch-package")
    failed = machine.type("run", "--", "x")
    assert failed.returncode == 1
    assert failed.stderr.splitlines() == [
        "KneeGuide: installing failed (ERROR: No matching distribution found for nonesuch-package): "
        "put that right, then type the same command again."
    ]
    offline = machine.type(
        "run", "--", "x", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1", PIP_TIMEOUT="1"
    )
    assert offline.returncode == 1
    assert offline.stderr.splitlines() == [
        "KneeGuide: the Python package index cannot be reached: go online, then type the same command again."
    ]
    machine.needs()
    assert machine.type("run", "--", "x").stdout.endswith("kneeguide ['x'] None\n")


def test_a_half_made_environment_is_made_anew(machine: Machine) -> None:
    (machine.root / ".venv" / "bin").mkdir(parents=True)
    (machine.root / ".venv" / "leftover").touch()
    machine.type("run", "--", "x")
    assert not (machine.root / ".venv" / "leftover").exists()

    (machine.root / ".venv" / "leftover").touch()
    (machine.root / ".venv" / "kneeguide-setup" / "unfinished").touch()
    again = machine.type("run", "--", "x")
    assert again.stdout.endswith("kneeguide ['x'] None\n")
    assert not (machine.root / ".venv" / "leftover").exists()


def test_an_environment_that_works_is_kept(machine: Machine) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(machine.root / ".venv")], check=True)
    (machine.root / ".venv" / "own").touch()
    assert machine.type("run", "--", "x").returncode == 7
    assert (machine.root / ".venv" / "own").exists()


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(machine: Machine) -> None:
    (machine.root / ".venv").write_text("in the way")
    refused = machine.type("run")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert ".venv cannot be written or started" in refused.stderr


@linux_only
def test_missing_system_libraries_are_installed_on_debian(machine: Machine) -> None:
    machine.has(
        "ldd", "echo '	libxcb-cursor.so.0 => not found'; echo '	libc.so.6 => /lib/libc.so.6 (0x1)'; exit 0"
    )
    machine.has("apt-get", f'echo "$@" >> "{machine.programs}/asked"')
    machine.has("sudo", 'shift; exec "$@"')
    started = machine.type("run", DISPLAY=":7")
    assert "Qt misses libxcb-cursor.so.0: installing" in started.stdout
    update, install = (machine.programs / "asked").read_text().splitlines()
    assert update == "-qq update"
    assert install.startswith("-q -y install --no-install-recommends libgl1 ")
    assert "libxcb-cursor0" in install.split()


@linux_only
def test_a_voice_is_set_up_only_when_asked_for(machine: Machine) -> None:
    machine.has("apt-get", f'echo "$@" >> "{machine.programs}/asked"')
    machine.has("sudo", 'shift; exec "$@"')
    machine.type("run", before=NO_SPEECH_SERVER, DISPLAY=":7")
    assert not (machine.programs / "asked").exists()

    asked = machine.type("run", "--voice", "--", "x", before=NO_SPEECH_SERVER, DISPLAY=":7")
    assert "Step 1 of 2: installing" in asked.stdout
    assert "Step 2 of 2: looking for a voice" in asked.stdout
    assert asked.stdout.endswith("kneeguide ['x'] None\n")
    assert (machine.programs / "asked").read_text().splitlines()[-1] == (
        "-q -y install --no-install-recommends speech-dispatcher speech-dispatcher-espeak-ng libspeechd2"
    )
    assert machine.type("run", "--voice", DISPLAY=":7").stdout == "kneeguide [] None\n"


@linux_only
def test_a_voice_that_may_not_be_installed_is_named_and_the_app_opens_all_the_same(machine: Machine) -> None:
    machine.has("sudo", "exit 1")
    machine.has("apt-get", "exit 1")
    told = machine.type("run", "--voice", before=f"{NO_SPEECH_SERVER}os.geteuid = lambda: 1000", DISPLAY=":7")
    assert told.stderr.splitlines() == [
        "  to speak, KneeGuide needs a voice: type this line, then the same command again:",
        "  sudo apt-get install --no-install-recommends speech-dispatcher speech-dispatcher-espeak-ng libspeechd2",
    ]
    assert told.returncode == 7


@linux_only
def test_a_voice_that_is_there_is_let_be(machine: Machine) -> None:
    machine.has("speech-dispatcher", "exit 0")
    machine.has("apt-get", f'touch "{machine.programs}/asked"')
    assert machine.type("run", "--voice", DISPLAY=":7").returncode == 7
    assert not (machine.programs / "asked").exists()


@linux_only
def test_who_may_not_install_is_shown_the_one_line_to_type(machine: Machine) -> None:
    machine.has("ldd", "echo '\tlibEGL.so.1 => not found'")
    machine.has("apt-get", f'touch "{machine.programs}/asked"')
    machine.has("sudo", "exit 1")
    told = machine.type("run", before="os.geteuid = lambda: 1000")
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        "KneeGuide: Qt misses libEGL.so.1: type this line, then the same command again:",
        "  sudo apt-get install --no-install-recommends "
        "libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3",
    ]
    assert not (machine.programs / "asked").exists()


@linux_only
def test_a_python_without_venv_is_told_which_package_holds_it(machine: Machine) -> None:
    machine.has("sudo", "exit 1")
    machine.has("apt-get", "exit 0")
    hidden = "import importlib.util; importlib.util.find_spec = lambda name: None; os.geteuid = lambda: 1000"
    told = machine.type("run", before=hidden)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert told.stderr.splitlines()[-1] == f"  sudo apt-get install --no-install-recommends {package}"
    assert told.returncode == 1


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (3, 15, 0)])
def test_other_pythons_are_refused_in_one_line_that_says_what_to_do(
    machine: Machine, version: tuple[int, int, int]
) -> None:
    machine.has("python3.14", "exit 0")
    refused = machine.type("run", before=f"sys.version_info = {(*version, 'final', 0)}")
    assert refused.returncode == 1
    assert refused.stderr == (
        f"KneeGuide: Python 3.11 to 3.14 is needed and this is Python {version[0]}.{version[1]}: "
        "type: python3.14 packaging/bootstrap.py run\n"
    )
    assert not (machine.root / ".venv").exists()


def test_old_pythons_can_read_the_scripts() -> None:
    for script in SCRIPTS:
        ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 8))
    with pytest.raises(SyntaxError):
        ast.parse("match x:\n    case 1: pass", feature_version=(3, 8))


@pytest.mark.parametrize("words", [[], ["walk"], ["run", "list"], ["run", "--voice", "list"]])
def test_anything_else_is_answered_with_how_to_use_it(machine: Machine, words: list[str]) -> None:
    told = machine.type(*words)
    assert told.returncode == 2
    assert "packaging/bootstrap.py run [--voice] [-- ARGUMENTS FOR KNEEGUIDE]" in told.stderr
    assert len(told.stderr.splitlines()) == 2
