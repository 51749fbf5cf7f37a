"""Pages into a file, or onto a printer. A file is made in memory first, so that trouble with the disk is Python's."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from kneeguide.core.durable import replacing
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.paper_size import PaperSize
from kneeguide.ui.paper.letters import DOTS_PER_INCH
from kneeguide.ui.paper.pieces import Leaf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

AUTHOR = "KneeGuide"
"""Nothing in a file says whose it is."""

translate = QCoreApplication.translate


class PaperFault(KneeGuideError):  # noqa: N818 - it goes with StorageFault
    """The file could not be written."""


def page_size(paper: PaperSize) -> QPageSize:
    """The paper as Qt knows it."""
    return QPageSize(QPageSize.PageSizeId.A4 if paper is PaperSize.A4 else QPageSize.PageSizeId.Letter)


def as_pdf(pages: Sequence[Leaf], title: str, paper: PaperSize) -> bytes:
    """The pages as a PDF with its letters in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setAuthor(AUTHOR)
    writer.setCreator(AUTHOR)
    writer.setResolution(DOTS_PER_INCH)
    _lay(writer, paper)
    painter = QPainter(writer)
    _paint(painter, writer, pages)
    painter.end()
    return bytes(buffer.data().data())


def save_pdf(path: Path, pages: Sequence[Leaf], title: str, paper: PaperSize) -> None:
    """Write the pages to a file, whole or not at all. Raises PaperFault."""
    content = as_pdf(pages, title, paper)
    try:
        with replacing(path) as part:
            part.write_bytes(content)
    except OSError as error:
        raise PaperFault(_why(error, path)) from error


def printer_for(title: str, paper: PaperSize) -> "QPrinter":
    """The user's usual printer, with this paper in it."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator(AUTHOR)
    _lay(printer, paper)
    return printer


def print_on(printer: "QPrinter", pages: Sequence[Leaf]) -> bool:
    """Print the pages. False: the printer would not begin."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    _paint(painter, printer, pages)
    return painter.end()


def _lay(device: QPagedPaintDevice, paper: PaperSize) -> None:
    device.setPageLayout(QPageLayout(page_size(paper), QPageLayout.Orientation.Portrait, QMarginsF()))


def _paint(painter: QPainter, device: QPagedPaintDevice, pages: Sequence[Leaf]) -> None:
    """Each page as large as it is meant to be, whatever dots the device has; on smaller paper as large as it can be."""
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        meant = page.size * (device.logicalDpiX() / DOTS_PER_INCH)
        sheet = QSizeF(device.width(), device.height())
        scale = min(1.0, sheet.width() / meant.width(), sheet.height() / meant.height())
        page.paint(painter, QRectF(QPointF(), meant * (scale if scale < 0.99 else 1.0)))


def _why(error: OSError, path: Path) -> str:
    folder = str(path.parent)
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return translate("paper", "The disk is full, so the file was not saved. Make room, or choose another place.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return translate(
            "paper", "KneeGuide may not write to {folder}, so the file was not saved. Choose another folder."
        ).format(folder=folder)
    return translate("paper", "The file could not be saved in {folder} ({reason}). Choose another place.").format(
        folder=folder, reason=error.strerror or translate("paper", "the disk refused")
    )
