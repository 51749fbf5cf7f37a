"""A picture that a user put beside their routine, ready to be painted.

It comes from a file that anybody may have made. What it holds is looked at once more, and what reads it is kept to the
kinds of pictures that a routine can name, to a limit of memory, and from complaining to the log.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer, QtSvg

from kneeguide.core.picture_file import PictureKind, read_picture
from kneeguide.ui.widgets.figure_view import Picture

LARGEST = QSize(1600, 1600)
MEMORY_MB = 32
"""What one picture may take while it is read: a small file can hold a huge picture."""
MOST_DOTS = 64_000_000
"""More would take long to read even where they are read at a smaller size, as JPEG is."""

translate = QCoreApplication.translate


def users_picture(path: Path) -> Picture:
    """The picture in a file. Raises ValueError with what is wrong, as what follows "The picture"."""
    try:
        status = path.stat()
    except OSError:
        return _opened(path, 0, 0)
    return _opened(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _opened(path: Path, _changed: int, _size: int) -> Picture:
    """A picture that was just shown is not read again for the next stage, unless its file has changed."""
    kind, content = read_picture(path)
    with _silence():
        return _DrawnPicture(content) if kind is PictureKind.SVG else _PhotoOrScan(kind, content)


class _PhotoOrScan:
    """A picture of dots, at a size fit for the screen."""

    def __init__(self, kind: PictureKind, content: bytes) -> None:
        QImageReader.setAllocationLimit(MEMORY_MB)
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(kind.value.encode()))
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.width() > LARGEST.width() or size.height() > LARGEST.height():
            reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = QImage() if size.width() * size.height() > MOST_DOTS else reader.read()
        if self._image.isNull():
            raise ValueError(translate("wording", "is damaged, or too large to be shown"))

    @property
    def size(self) -> QSizeF:
        """Its natural size, of which only the proportions count."""
        return QSizeF(self._image.size())

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place of its proportions."""
        on_screen = (place.size() * painter.device().devicePixelRatio()).toSize()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        smaller = on_screen.width() < self._image.width()
        image = (
            self._image.scaled(
                on_screen, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            if smaller
            else self._image
        )
        painter.drawImage(place, image)


class _DrawnPicture:
    """A drawing in SVG. Nothing in it moves, and no more of the format is understood than a drawing needs."""

    def __init__(self, content: bytes) -> None:
        self._renderer = QSvgRenderer()
        self._renderer.setOptions(
            QtSvg.Option.Tiny12FeaturesOnly | QtSvg.Option.DisableSMILAnimations | QtSvg.Option.DisableCSSAnimations
        )
        if not self._renderer.load(QByteArray(content)) or self._renderer.viewBoxF().isEmpty():
            raise ValueError(translate("wording", "is damaged, or has no size"))

    @property
    def size(self) -> QSizeF:
        """Its natural size, of which only the proportions count."""
        return self._renderer.viewBoxF().size()

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place of its proportions; what a drawing has outside of itself is not shown."""
        painter.save()
        painter.setClipRect(place)
        with _silence():
            self._renderer.render(painter, place)
        painter.restore()


@contextmanager
def _silence() -> Iterator[None]:
    """Keep Qt's remarks on a strange picture out of the log: the user is told what counts."""
    usual = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(usual)
