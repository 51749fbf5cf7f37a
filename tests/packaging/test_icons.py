"""The icon of the app: each size is what our script makes of our drawings, and a desktop finds it under one name."""

import importlib.util
import os
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kneeguide import app

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "assets" / "icons"
LINUX = ROOT / "packaging" / "linux"
APP_ID = "org.kneeguide.KneeGuide"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture(scope="module")
def make_icons() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_icons", ROOT / "packaging" / "make_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def farthest(one: QImage, other: QImage) -> int:
    """The most by which a channel of a pixel differs, 0 to 255."""
    channels = (
        abs(a - b)
        for x in range(one.width())
        for y in range(one.height())
        for a, b in zip(one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb(), strict=True)
    )
    return max(channels)


def test_the_shipped_pictures_are_what_the_script_makes(
    qapp: QApplication, make_icons: ModuleType, tmp_path: Path
) -> None:
    made = make_icons.write(tmp_path)
    assert {file.name for file in made} == {file.name for file in ICONS.glob("*.png")}
    for file in made[:6]:  # to compare the largest takes seconds, and they come of the same drawing
        shipped, fresh = QImage(str(ICONS / file.name)), QImage(str(file))
        assert shipped.size() == fresh.size()
        assert farthest(shipped, fresh) <= 8, file.name  # other releases of Qt may round an edge otherwise
    assert farthest(QImage(str(made[0])), QImage(str(made[1])).scaled(16, 16)) > 8, "the comparison would notice"


@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_there_with_clear_corners_and_both_colours(qapp: QApplication, size: int) -> None:
    image = QImage(str(ICONS / f"kneeguide-{size}.png"))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 16
    seen = [image.pixelColor(x * size // 32, y * size // 32).getRgb()[:3] for x in range(32) for y in range(32)]
    for name, (red, green, blue) in {"teal": (15, 118, 110), "coral": (255, 122, 89), "white": (255, 255, 255)}.items():
        near = sum(abs(r - red) + abs(g - green) + abs(b - blue) < 60 for r, g, b in seen)
        assert near >= 8, f"{name} cannot be told at {size} px"


def test_the_window_wears_it(qapp: QApplication) -> None:
    sizes = {size.width() for size in app.window_icon().availableSizes()}
    assert sizes == set(app.ICON_SIZES) <= set(SIZES)
    assert not app.window_icon().pixmap(32, 32).isNull()


def entry() -> ConfigParser:
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    return read


def test_the_desktop_file_has_the_name_that_the_window_gives(qapp: QApplication) -> None:
    said = entry()["Desktop Entry"]
    assert (said["Name"], said["Icon"], said["Terminal"]) == ("KneeGuide", APP_ID, "false")
    source = (ROOT / "kneeguide" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP_ID}")' in source
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert said["Exec"] in project["project"]["gui-scripts"]


def test_the_wheel_puts_them_where_a_desktop_looks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    placed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert all((ROOT / source).is_file() for source in placed)
    assert {Path(target).stem.removesuffix(".metainfo") for target in placed.values()} == {APP_ID}
    assert "share/icons/hicolor/scalable/apps" in {Path(target).parent.as_posix() for target in placed.values()}
    for source, target in placed.items():
        if source.endswith(".png"):
            size = Path(source).stem.rpartition("-")[2]
            assert f"/{size}x{size}/" in target


def test_the_shop_entry_tells_of_the_same_app() -> None:
    root = ET.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.findtext("provides/binary") == entry()["Desktop Entry"]["Exec"]


@pytest.mark.parametrize(
    ("checker", "arguments", "file"),
    [
        ("desktop-file-validate", (), f"{APP_ID}.desktop"),
        ("appstreamcli", ("validate", "--no-net"), f"{APP_ID}.metainfo.xml"),
    ],
)
def test_the_desktops_own_checkers_find_nothing(checker: str, arguments: tuple[str, ...], file: str) -> None:
    found = shutil.which(checker)
    if found is None:
        pytest.skip(f"{checker} is not on this computer")
    ran = subprocess.run([found, *arguments, str(LINUX / file)], capture_output=True, text=True, env=os.environ)
    assert ran.returncode == 0, ran.stdout + ran.stderr
