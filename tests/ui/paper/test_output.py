"""What is saved is real text in embedded letters, says nothing of whose it is, and never harms a file that is there."""

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from long_diaries import summed
from page_checks import POSES
from paper_checks import lines_of
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.core.library_reader import load_library
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.settings import Skin
from kneeguide.ui.paper.document import Document
from kneeguide.ui.paper.letters import DOTS_PER_INCH
from kneeguide.ui.paper.output import PaperFault, as_pdf, print_on, printer_for, save_pdf
from kneeguide.ui.paper.pieces import Leaf
from kneeguide.ui.paper.report_document import report_pages
from kneeguide.ui.paper.sheet_document import sheet_pages

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is missing: install poppler-utils (packaging/bootstrap.py does where it may)",
)
POINT = DOTS_PER_INCH / 72


def made(sessions: int = 12, paper: PaperSize = PaperSize.A4) -> tuple[Document, tuple[Leaf, ...]]:
    return report_pages(summed(sessions), paper)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def ask(program: str, file: Path, *options: str) -> str:
    asked = subprocess.run(
        [program, *options, str(file), *(["-"] if program == "pdftotext" else [])], capture_output=True, check=True
    )
    return asked.stdout.decode()


def assert_told(pages: tuple[Leaf, ...], file: Path) -> None:
    """Every line is found in the file; how wide its gaps are is for whoever reads it to guess."""
    found = "".join(ask("pdftotext", file, "-raw").split())
    assert [line for line in lines_of(pages) if "".join(line.split()) not in found] == []


@needs_poppler
def test_every_line_of_the_report_is_text_in_the_file(qapp: QApplication, file: Path) -> None:
    document, pages = made()
    save_pdf(file, pages, document.title, PaperSize.A4)
    assert_told(pages, file)
    found = " ".join(ask("pdftotext", file, "-layout").split())
    assert "12 (10 completed, 2 stopped early)" in found
    assert re.search(r"Front of thigh 8 min 7 min", found)


@needs_poppler
def test_letters_that_usually_join_can_be_searched_for(qapp: QApplication, file: Path) -> None:
    pages = report_pages(summed(1, "Office, affluent, first fjord."), PaperSize.A4)[1]
    save_pdf(file, pages, "", PaperSize.A4)
    assert "Office, affluent, first fjord." in ask("pdftotext", file)


@needs_poppler
@pytest.mark.parametrize("paper", PaperSize)
def test_words_are_in_the_file_where_the_layout_has_them(qapp: QApplication, file: Path, paper: PaperSize) -> None:
    document, pages = made(paper=paper)
    save_pdf(file, pages, document.title, paper)
    words = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]+)<', ask("pdftotext", file, "-bbox")
    )
    (title,) = (each for each in pages[0].pieces if getattr(each, "text", "") == document.title)
    first = next(word for word in words if word[3] == document.title.split()[0])
    assert float(first[0]) == pytest.approx(title.room.left() / POINT, abs=0.5)
    last = next(word for word in words if word[3] == document.title.split()[-1])
    assert float(last[2]) == pytest.approx(title.room.right() / POINT, abs=0.5)
    width = paper.millimetres[0] / 25.4 * 72
    assert max(float(word[2]) for word in words) < width


@needs_poppler
def test_the_letters_are_in_the_file(qapp: QApplication, file: Path) -> None:
    document, pages = made()
    save_pdf(file, pages, document.title, PaperSize.A4)
    fonts = ask("pdffonts", file).splitlines()[2:]
    assert fonts
    assert all(font.split()[-5] == "yes" for font in fonts)


@needs_poppler
@pytest.mark.parametrize(("paper", "size"), [(PaperSize.A4, "595 x 842"), (PaperSize.LETTER, "612 x 792")])
def test_the_file_says_what_it_is_and_not_whose(
    qapp: QApplication, file: Path, paper: PaperSize, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, pages = made(paper=paper)
    save_pdf(file, pages, document.title, paper)
    info = dict(line.split(":", 1) for line in ask("pdfinfo", file).splitlines())
    assert info["Title"].strip() == document.title
    assert info["Author"].strip() == info["Creator"].strip() == "KneeGuide"
    assert info["Pages"].strip() == str(len(pages))
    assert size in info["Page size"]
    for whose in (os.environ.get("USER", "root"), Path.home().name, os.uname().nodename):
        assert whose not in ask("pdfinfo", file, "-meta")


@needs_poppler
def test_the_sheet_has_the_words_of_every_step(qapp: QApplication, file: Path) -> None:
    for routine in load_library(paths.routines_dir(), None).routines:
        document, pages = sheet_pages(routine, POSES, Skin.MEDIUM, PaperSize.A4)
        save_pdf(file, pages, document.title, PaperSize.A4)
        assert_told(pages, file)


def test_the_same_pages_make_the_same_drawing(qapp: QApplication) -> None:
    one, other = (_without_dates(as_pdf(made()[1], "", PaperSize.A4)) for _ in range(2))
    assert one == other


def _without_dates(content: bytes) -> bytes:
    return re.sub(rb"\(D:\d+[^)]*\)|\d{4}-\d\d-\d\dT[\d:+-]+Z?|uuid:[0-9a-f-]+|<[0-9a-f]{32,}>", b"", content)


def test_a_file_that_is_there_is_replaced_whole(qapp: QApplication, file: Path) -> None:
    file.write_bytes(b"old")
    save_pdf(file, made()[1], "", PaperSize.A4)
    assert file.read_bytes().startswith(b"%PDF-")
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "The disk is full, so the file was not saved. Make room, or choose another place."),
        (errno.EACCES, "KneeGuide may not write to {folder}, so the file was not saved. Choose another folder."),
        (errno.EROFS, "KneeGuide may not write to {folder}, so the file was not saved. Choose another folder."),
        (errno.EIO, "The file could not be saved in {folder} (Input/output error). Choose another place."),
    ],
)
def test_trouble_is_one_sentence_and_the_old_file_stays(
    qapp: QApplication, file: Path, number: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"old")

    def fail(_path: Path, _content: bytes) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(PaperFault) as trouble:
        save_pdf(file, made()[1], "", PaperSize.A4)
    assert str(trouble.value) == says.format(folder=file.parent)
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(PaperFault, match="could not be saved in"):
        save_pdf(tmp_path / "gone" / "report.pdf", made()[1], "", PaperSize.A4)


@needs_poppler
@pytest.mark.parametrize("paper", PaperSize)
def test_a_printer_gets_the_same_pages(qapp: QApplication, file: Path, paper: PaperSize) -> None:
    document, pages = made(paper=paper)
    printer = printer_for(document.title, paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    assert print_on(printer, pages)
    assert_told(pages, file)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_for("", PaperSize.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
    assert not print_on(printer, made()[1])
