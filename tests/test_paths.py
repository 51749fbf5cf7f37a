"""Where files are looked for and kept, on machines with and without a home."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kneeguide import paths
from kneeguide.core.errors import KneeGuideError

REPOSITORY = Path(__file__).parents[1]
IN_IT = ("data", "routines", "database", "backups", "settings_file", "log_file", "lock_file", "erase_mark")


def test_one_variable_moves_everything_under_one_folder(tmp_path: Path) -> None:
    folders = paths.user_folders({"KNEEGUIDE_HOME": str(tmp_path / "knee")})
    assert folders is not None
    assert folders.formers == ()
    for name in IN_IT:
        assert getattr(folders, name).is_relative_to(tmp_path / "knee"), name
    assert list(tmp_path.iterdir()) == []  # nothing is made by asking


def test_a_relative_folder_is_taken_from_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folders = paths.user_folders({"KNEEGUIDE_HOME": "knee"})
    assert folders is not None
    assert folders.data == tmp_path / "knee"


def asked_in_a_process(environ: dict[str, str]) -> str:
    program = (
        "from kneeguide import paths\nfolders = paths.user_folders()\nprint(folders.database if folders else None)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], env=environ, cwd=REPOSITORY, capture_output=True, text=True
    )
    assert finished.stderr == ""
    return finished.stdout.strip()


def test_the_systems_own_places_are_used_otherwise(tmp_path: Path) -> None:
    assert asked_in_a_process({"HOME": str(tmp_path)}).startswith(str(tmp_path))


def test_the_systems_places_come_down_to_one_folder_and_the_others_are_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    for kind in ("data", "config", "state"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", lambda *_, kind=kind, **__: tmp_path / kind)
    folders = paths.user_folders({})
    assert folders is not None
    assert folders.data == tmp_path / "data"
    assert folders.formers == (tmp_path / "config", tmp_path / "state")
    for name in IN_IT:
        assert getattr(folders, name).is_relative_to(folders.data), name


def test_where_a_system_has_one_place_for_all_there_are_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    for kind in ("data", "config", "state"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", lambda *_, **__: tmp_path / "all")
    folders = paths.user_folders({})
    assert folders is not None
    assert folders.formers == ()


def test_an_empty_home_is_not_the_root_of_the_disk() -> None:
    assert asked_in_a_process({"HOME": ""}) == "None"


def test_a_home_that_is_not_there_is_no_home() -> None:
    assert asked_in_a_process({"HOME": "/nonexistent"}) == "None"


def test_an_account_that_nobody_knows_has_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    def no_home(*args: object, **kwargs: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_data_path", no_home)
    assert paths.user_folders({"HOME": os.environ.get("HOME", "/")}) is None


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    made = paths.ensure(tmp_path / "a" / "b")
    assert made.is_dir()
    assert made.stat().st_mode & 0o077 == 0
    assert paths.ensure(made) == made


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KneeGuideError, match=r"cannot be made \(Not a directory\).*KNEEGUIDE_HOME"):
        paths.ensure(tmp_path / "file" / "b")


def test_shipped_folders_are_beside_the_package_in_a_checkout() -> None:
    assert paths.routines_dir() == REPOSITORY / "routines"
    assert paths.assets_dir() == REPOSITORY / "assets"


def test_shipped_folders_inside_the_package_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kneeguide" / "routines").mkdir(parents=True)
    shutil.copytree(REPOSITORY / "routines", tmp_path / "routines")
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kneeguide")
    assert paths.routines_dir() == tmp_path / "kneeguide" / "routines"


def test_a_folder_beside_an_installed_package_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "routines").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kneeguide")
    with pytest.raises(KneeGuideError, match="install KneeGuide again"):
        paths.routines_dir()
