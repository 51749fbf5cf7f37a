"""A picture is what its name says it is, and is looked at again when it is shown. Where a name may lead is told in the
tests of the library."""

from pathlib import Path

import pytest

from kneeguide.core.picture_file import PictureKind, picture_beside, read_picture

CONTENT = {
    PictureKind.SVG: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    PictureKind.PNG: b"\x89PNG\r\n\x1a\n" + bytes(20),
    PictureKind.JPEG: b"\xff\xd8\xff\xe0" + bytes(20),
    PictureKind.WEBP: b"RIFF\x10\0\0\0WEBPVP8 ",
}
ENDINGS = {"svg": PictureKind.SVG, "png": PictureKind.PNG, "jpg": PictureKind.JPEG, "webp": PictureKind.WEBP}
ENDINGS["jpeg"] = PictureKind.JPEG


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", PictureKind)
def test_only_the_kind_that_the_name_says_is_let_in(tmp_path: Path, ending: str, kind: PictureKind) -> None:
    file = tmp_path / f"ankle.{ending}"
    file.write_bytes(CONTENT[kind])
    if kind is ENDINGS[ending]:
        assert picture_beside(tmp_path, file.name) == file.resolve()
        assert read_picture(file) == (kind, CONTENT[kind])
    else:
        with pytest.raises(ValueError, match=r"^is not the kind of picture that its name says$"):
            picture_beside(tmp_path, file.name)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n  ", b'<?xml version="1.0"?>', b"<!-- mine -->"])
def test_a_drawing_is_known_whatever_comes_before_it(tmp_path: Path, before: bytes) -> None:
    (tmp_path / "ankle.svg").write_bytes(before + CONTENT[PictureKind.SVG])
    assert picture_beside(tmp_path, "ankle.svg") == (tmp_path / "ankle.svg").resolve()


def test_a_link_within_the_folder_may_have_another_name(tmp_path: Path) -> None:
    (tmp_path / "Ankle 1.PNG").write_bytes(CONTENT[PictureKind.PNG])
    (tmp_path / "ankle.png").symlink_to("Ankle 1.PNG")
    assert picture_beside(tmp_path, "ankle.png") == (tmp_path / "Ankle 1.PNG").resolve()


def test_a_drawing_goes_through_the_gate_when_it_is_named_and_when_it_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "ankle.svg"
    file.write_bytes(CONTENT[PictureKind.SVG])
    picture_beside(tmp_path, "ankle.svg")
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="pipe"/></svg>', encoding="utf-8")
    for look in (lambda: picture_beside(tmp_path, "ankle.svg"), lambda: read_picture(file)):
        with pytest.raises(ValueError, match=r"^must hold nothing but a drawing"):
            look()


def test_a_packed_drawing_is_told_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "ankle.svg").write_bytes(b"\x1f\x8b\x08" + bytes(20))
    with pytest.raises(ValueError, match=r"^must be plain SVG, not packed as \.svgz$"):
        picture_beside(tmp_path, "ankle.svg")


@pytest.mark.parametrize("content", [b"", b"no picture", b"GIF89a", b"BM" + bytes(30), b"%PDF-1.7"])
def test_other_kinds_are_refused_when_they_are_shown(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ankle.png").write_bytes(content)
    with pytest.raises(ValueError, match=r"^is not the kind of picture that its name says$"):
        read_picture(tmp_path / "ankle.png")
