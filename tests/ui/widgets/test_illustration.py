"""A technique is shown by its figure or by the user's own picture; whatever is wrong with that, its title is there."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import OWN_STEP, PALM_GLIDES
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageReader
from pytestqt.qtbot import QtBot
from ui_fakes import POSES

from kneeguide.core.picture_file import read_picture
from kneeguide.core.routine import Side
from kneeguide.core.settings import Skin
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets import users_picture
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.users_picture import LARGEST, MEMORY_MB

RED = QColor("#FF0000")


@pytest.fixture
def view(qtbot: QtBot) -> Illustration:
    view = Illustration(POSES, LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 300)
    return view


def picture(path: Path, size: tuple[int, int] = (80, 60), kind: str = "PNG") -> Path:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path), kind)
    return path


def look(view: Illustration) -> QImage:
    return view.grab().toImage()


def shows_red(view: Illustration) -> bool:
    middle = look(view).pixelColor(200, 150)
    return middle.red() > 240 and middle.green() < 20


def test_a_technique_with_a_figure_shows_it_and_says_what_it_shows(view: Illustration) -> None:
    view.show_technique(PALM_GLIDES, Side.LEFT)
    assert view.accessibleName() == POSES[PALM_GLIDES.id].alt
    assert look(view) != look(Illustration(POSES, LIGHT))


def test_the_other_leg_is_the_mirror_image(view: Illustration) -> None:
    view.show_technique(PALM_GLIDES, Side.LEFT)
    left = look(view)
    view.show_technique(PALM_GLIDES, Side.RIGHT)
    right = look(view)
    assert left != right
    view.show_technique(PALM_GLIDES, None)
    assert not look(view).isNull()


def test_a_technique_without_a_figure_shows_its_title(view: Illustration) -> None:
    view.show_technique(OWN_STEP, Side.LEFT)
    assert view.accessibleName() == OWN_STEP.title


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_users_picture_takes_the_place_of_the_figure(view: Illustration, tmp_path: Path, kind: str) -> None:
    if kind.lower().encode() not in [bytes(known.data()) for known in QImageReader.supportedImageFormats()]:
        pytest.fail(f"this Qt reads no {kind}")
    view.show_technique(replace(PALM_GLIDES, picture=picture(tmp_path / f"mine.{kind.lower()}", kind=kind)), None)
    assert view.accessibleName() == PALM_GLIDES.title
    assert shows_red(view)


def test_the_content_decides_not_the_name(view: Illustration, tmp_path: Path) -> None:
    view.show_technique(replace(OWN_STEP, picture=picture(tmp_path / "really-a-png.jpg")), None)
    assert shows_red(view)


def spoiled(tmp_path: Path, how: str) -> Path:
    path = tmp_path / "mine.png"
    match how:
        case "missing":
            pass
        case "empty":
            path.touch()
        case "a folder":
            path.mkdir()
        case "text":
            path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
        case "bitmap":
            picture(path, kind="BMP")
        case "broken":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        case "cut off":
            path.write_bytes(picture(path).read_bytes()[:50])
        case "a drawing that leads out":
            path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><image href='#a'/></svg>", encoding="utf-8")
    return path


def test_a_picture_that_was_refused_when_it_was_read_is_named_with_why(view: Illustration) -> None:
    view.show_technique(replace(OWN_STEP, picture_fault="is not there"), None)
    assert view.accessibleName() == f"{OWN_STEP.title}. The picture is not there."


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">
<rect width="80" height="60" fill="#ff0000"/></svg>"""


def test_a_users_drawing_takes_the_place_of_the_figure(view: Illustration, tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text(DRAWING, encoding="utf-8")
    view.show_technique(replace(OWN_STEP, picture=tmp_path / "mine.svg"), None)
    assert view.accessibleName() == OWN_STEP.title
    assert shows_red(view)


def test_a_drawing_keeps_its_proportions_and_is_sharp_at_any_size(view: Illustration, tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text(DRAWING.replace("0 0 80 60", "0 0 4 1"), encoding="utf-8")
    view.show_technique(replace(OWN_STEP, picture=tmp_path / "mine.svg"), None)
    image = look(view)
    column = [image.pixelColor(200, y).name() for y in range(300)]
    red = [y for y, colour in enumerate(column) if colour == "#ff0000"]
    assert len(red) == pytest.approx((400 - 2 * 0.05 * 300) / 4, abs=2)
    assert red == list(range(red[0], red[-1] + 1))
    soft = [colour for colour in column if colour not in ("#ff0000", LIGHT.stage.lower())]
    assert len(soft) <= 2, "only the edges are mixed"


def test_a_drawing_that_uses_what_is_not_understood_is_shown_without_a_word(view: Illustration, tmp_path: Path) -> None:
    odd = DRAWING.replace("<rect", "<mask id='m'/><use href='#nobody'/><path d='M 0 0 nonsense' mask='url(#m)'/><rect")
    (tmp_path / "mine.svg").write_text(odd, encoding="utf-8")
    view.show_technique(replace(OWN_STEP, picture=tmp_path / "mine.svg"), None)
    assert shows_red(view)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("missing", "is not there, or is a link that leads nowhere"),
        ("empty", "is not the kind of picture that its name says"),
        ("a folder", "must be a file, not a folder or a device"),
        ("text", "is damaged, or has no size"),
        ("bitmap", "is not the kind of picture that its name says"),
        ("broken", "is damaged, or too large to be shown"),
        ("cut off", "is damaged, or too large to be shown"),
        ("a drawing that leads out", "must hold nothing but a drawing: no image, film or web page"),
    ],
)
def test_a_picture_that_cannot_be_shown_leaves_its_title_and_why(
    view: Illustration, tmp_path: Path, how: str, why: str
) -> None:
    view.show_technique(replace(OWN_STEP, picture=spoiled(tmp_path, how)), None)
    assert view.accessibleName() == f"{OWN_STEP.title}. The picture {why}."
    assert not shows_red(view)
    image = look(view)
    assert len({image.pixel(x, y) for x in range(400) for y in range(120, 180)}) > 2, "the title is painted"


def test_a_large_picture_is_read_at_a_size_fit_for_the_screen(view: Illustration, tmp_path: Path) -> None:
    view.show_technique(replace(OWN_STEP, picture=picture(tmp_path / "wide.jpg", (3000, 1500), "JPEG")), None)
    assert shows_red(view)


def test_a_small_file_that_holds_a_huge_picture_is_not_read(view: Illustration, tmp_path: Path) -> None:
    size = QSize(6000, 6000)
    assert size.width() * size.height() * 4 > MEMORY_MB * 1024 * 1024
    huge = picture(tmp_path / "huge.png", (size.width(), size.height()))
    assert huge.stat().st_size < 1_000_000
    view.show_technique(replace(OWN_STEP, picture=huge), None)
    assert not shows_red(view)
    assert view.accessibleName().endswith("The picture is damaged, or too large to be shown.")
    assert LARGEST.width() < size.width()


def test_a_picture_is_read_once_until_its_file_changes(
    view: Illustration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    monkeypatch.setattr(users_picture, "read_picture", lambda path: read.append(path) or read_picture(path))
    mine = replace(OWN_STEP, picture=picture(tmp_path / "mine.png"))
    for _ in range(3):
        view.show_technique(mine, None)
    assert len(read) == 1
    assert shows_red(view)
    (tmp_path / "mine.png").write_text("no picture", encoding="utf-8")
    view.show_technique(mine, None)
    assert len(read) == 2
    assert not shows_red(view)


def test_what_was_shown_before_leaves_no_trace(view: Illustration, tmp_path: Path) -> None:
    view.show_technique(OWN_STEP, None)
    alone = look(view)
    view.show_technique(replace(OWN_STEP, picture=picture(tmp_path / "mine.png")), None)
    view.show_technique(PALM_GLIDES, Side.LEFT)
    view.show_technique(OWN_STEP, None)
    assert look(view) == alone


def test_another_skin_repaints_it(view: Illustration) -> None:
    view.show_technique(PALM_GLIDES, Side.LEFT)
    before = look(view)
    view.use_theme(replace(LIGHT, skin=Skin.DARK))
    assert look(view) != before


def test_another_theme_repaints_it(view: Illustration) -> None:
    view.show_technique(PALM_GLIDES, Side.LEFT)
    by_day = look(view)
    view.use_theme(DARK)
    by_night = look(view)
    assert by_night != by_day
    assert by_night.pixelColor(30, 30) == QColor(DARK.stage)
