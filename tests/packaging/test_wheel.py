"""What people download: the wheel, in an environment of its own and far from the checkout, and the source archive."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kneeguide

PROJECT = Path(__file__).resolve().parents[2]


def build(target: str, project: Path, folder: Path) -> Path:
    """Build the wheel or the source archive of a project."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return next(folder.iterdir())


def contents(wheel: Path) -> set[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str) -> set[str]:
    """The files of a folder of the checkout, less what Python leaves there, relative to the checkout."""
    files = [file for file in (PROJECT / folder).rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    return {file.relative_to(PROJECT).as_posix() for file in files}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", PROJECT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked."""
    archive = build("sdist", PROJECT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("sources")
    subprocess.run([sys.executable, "-m", "tarfile", "--extract", str(archive), str(folder)], check=True)
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel, and borrows what it needs from this one."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    command = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(command, check=True)
    packages = next(environment.rglob("site-packages"))
    (packages / "borrowed.pth").write_text(f"{next(filter(is_site, sys.path))}\n", encoding="utf-8")
    return programs


def is_site(folder: str) -> bool:
    """Whether Python's search path names a folder because packages are installed there."""
    return Path(folder).name == "site-packages"


def type_away(programs: Path, folder: Path, *words: str) -> str:
    """Type a command from another folder, without a display, and return what it says."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "DISPLAY")}
    ran = subprocess.run(
        [str(programs / words[0]), *words[1:]],
        cwd=folder,
        env=environment | {"KNEEGUIDE_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_the_wheel_holds_the_package_with_its_routines_and_pictures(wheel: Path) -> None:
    held = contents(wheel)
    assert shipped("kneeguide") <= held
    assert {f"kneeguide/{name}" for name in shipped("assets") | shipped("routines")} <= held
    named = f"kneeguide-{kneeguide.__version__}"
    assert {name.partition("/")[0] for name in held} == {"kneeguide", f"{named}.dist-info", f"{named}.data"}
    assert f"{named}.data/data/share/applications/org.kneeguide.KneeGuide.desktop" in held


def test_the_wheel_carries_both_licences(wheel: Path) -> None:
    licences = f"kneeguide-{kneeguide.__version__}.dist-info/licenses/"
    assert {licences + "LICENSE", licences + "LICENSE-CONTENT"} <= contents(wheel)


def test_the_installed_wheel_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    where = type_away(installed, tmp_path, "python", "-c", "import kneeguide; print(kneeguide.__file__)")
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_the_installed_wheel_finds_its_routines(installed: Path, tmp_path: Path) -> None:
    assert type_away(installed, tmp_path, "kneeguide", "--version").strip() == f"KneeGuide {kneeguide.__version__}"
    listed = json.loads(type_away(installed, tmp_path, "kneeguide", "list", "--json"))
    assert len(listed) >= 6


def test_the_installed_wheel_opens_its_window(installed: Path, tmp_path: Path) -> None:
    script = """
from PySide6.QtWidgets import QApplication

def show_and_leave(*_):
    QApplication.processEvents()
    print([window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()])
    return 0

QApplication.exec = show_and_leave
from kneeguide import app
app.run()
"""
    assert "KneeGuide" in type_away(installed, tmp_path, "python", "-c", script)


def test_the_source_archive_holds_all_that_is_needed_to_build_and_test(sources: Path) -> None:
    held = {file.relative_to(sources).as_posix() for file in sources.rglob("*") if file.is_file()}
    for folder in ("kneeguide", "assets", "routines", "tests", "packaging", ".ci"):
        assert shipped(folder) <= held, folder
    documents = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-CONTENT", "pyproject.toml"}
    assert documents <= held
    assert {name.partition("/")[0] for name in held} - documents == {
        *("kneeguide", "assets", "routines", "tests", "packaging", ".ci"),
        *("PKG-INFO", ".gitignore"),
    }


def test_the_source_archive_builds_the_same_wheel(sources: Path, wheel: Path, tmp_path: Path) -> None:
    assert contents(build("wheel", sources, tmp_path)) == contents(wheel)
