"""Reading up: what is known of massage and knees, how sure that is, and what to look out for, one page at a time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.learn import Learn, Topic
from kneeguide.core.routine import Condition
from kneeguide.ui.theme import LINE, Colours, TextRole, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.reading_area import ReadingArea
from kneeguide.ui.widgets.topic_foot import TopicFoot
from kneeguide.ui.widgets.topic_list import TopicList
from kneeguide.ui.widgets.topic_text import TopicText

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

LIST_WIDTH, NARROW_LIST_WIDTH = 62 * STEP, 54 * STEP
NARROW = 200 * STEP
"""Width of the page, in pixels, below which the list makes room for what is read."""

MOST_FOR_LIST = 0.4
"""The share of the page that the list takes at most, however large its letters are."""

LEAST_TO_READ = 140 * STEP
"""Pixels, at the usual size of letters, that what is read needs beside the list, or each has the page alone."""

_BESIDE_LIST = 9 * STEP
_ANY_WIDTH = 2**24 - 1
"""What Qt takes for no limit; PySide6 has no name for it."""


class LearnPage(QWidget):
    """A list of topics and, beside it, the one that is read; one of the two where there is no room for both.

    ``routines_requested`` carries the Condition that the user reads about.
    """

    routines_requested = Signal(object)

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._poses = poses
        self._topics: tuple[Topic, ...] = ()
        self._text: TopicText | None = None
        self._trouble = QWidget()
        self._trouble_text = Text(TextRole.BODY)
        self._list = TopicList(colours)
        self._beside = QWidget()
        self._reading = ReadingArea()
        self._foot = TopicFoot()
        self._read = Box("reading")
        self._both = QWidget()
        self._is_reading = False
        self._is_alone = False
        self._arrange()
        self._fit()
        self._list.chosen.connect(self._show)
        self._list.opened.connect(self._open)
        self._foot.turned.connect(self._turn)
        self._foot.all_requested.connect(self._show_all)
        self._foot.routines_requested.connect(
            lambda: self.routines_requested.emit(Condition(self._topics[self._list.row].id))
        )

    def show_learn(self, learn: Learn, topic_id: str = "") -> None:
        """Show what there is to read, at the topic of this id, else at the one that was read last, or the first."""
        if learn.topics != self._topics:
            self._topics = learn.topics
            self._list.show_topics(learn.topics)
        ids = [topic.id for topic in self._topics]
        if topic_id in ids:
            self._list.choose(ids.index(topic_id))
            self._is_reading = True
            self._fit()
        elif ids and self._list.row < 0:
            self._list.choose(0)
        self._both.setVisible(bool(ids))
        self._trouble.setVisible(bool(learn.problems))
        if learn.problems:
            what = self.tr("Part of these pages cannot be read.") if ids else self.tr("These pages cannot be read.")
            todo = self.tr("Please install KneeGuide again; your diary and your routines stay as they are.")
            self._trouble_text.setText(f"{what} {todo}\n{learn.problems[0]}")

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self._list.set_colours(colours)
        if self._text is not None:
            self._text.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Show the list, what is read, or both."""
        width = self.width()
        usual = NARROW_LIST_WIDTH if width < NARROW else LIST_WIDTH
        beside = min(round(usual * letter_scale()), round(width * MOST_FOR_LIST)) + _BESIDE_LIST
        self._is_alone = width - beside < round(LEAST_TO_READ * letter_scale())
        self._beside.setMinimumWidth(0 if self._is_alone else beside)
        self._beside.setMaximumWidth(_ANY_WIDTH if self._is_alone else beside)
        shows_list = not (self._is_alone and self._is_reading)
        shows_text = not self._is_alone or self._is_reading
        self.setFocusProxy(self._list if shows_list else self._reading)
        for pane, is_shown in sorted(
            ((self._beside, shows_list), (self._read, shows_text)), key=lambda pair: not pair[1]
        ):
            pane.setVisible(is_shown)
        self._foot.offer_all(self._is_alone)

    def _open(self) -> None:
        """Read what was chosen, where the list lies above it."""
        self._is_reading = True
        self._fit()
        if self._is_alone:
            self._reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._is_reading = False
        self._fit()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, topic: Topic) -> None:
        self._text = TopicText(topic, self._poses, self._colours)
        self._reading.show_reading(self._text, topic.title)
        number, count = self._list.row + 1, len(self._topics)
        following = self._topics[number].title if number < count else ""
        self._foot.show_place(number, count, following, has_routines=topic.id in set(Condition))

    def _turn(self, by: int) -> None:
        self._list.choose(self._list.row + by)
        announce(self, self._topics[self._list.row].title)

    def _arrange(self) -> None:
        care = Box("care")
        care.column.addWidget(self._trouble_text)
        above = QVBoxLayout(self._trouble)
        above.setContentsMargins(9 * STEP, 7 * STEP, 9 * STEP, 2 * STEP)
        above.addWidget(care)
        self._trouble.hide()
        self._read.column.setContentsMargins(LINE, 0, 0, 0)
        self._read.column.setSpacing(0)
        self._read.column.addWidget(self._reading, 1)
        self._read.column.addWidget(self._foot)
        left = QVBoxLayout(self._beside)
        left.setContentsMargins(5 * STEP, 7 * STEP, 4 * STEP, 4 * STEP)
        left.setSpacing(4 * STEP)
        title = Text(TextRole.TITLE, self.tr("Learn"))
        title.setContentsMargins(4 * STEP, 0, 0, 0)
        left.addWidget(title)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._beside)
        row.addWidget(self._read, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self._both, 1)
        column.addStretch(0)
