"""Reading up: what is known of massage and knees, how sure that is, and what to look out for, one page at a time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.learn import Learn, Topic
from kneeguide.ui.theme import LINE, Colours, TextRole, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.reading_area import ReadingArea
from kneeguide.ui.widgets.topic_list import TopicList
from kneeguide.ui.widgets.topic_text import TopicText
from kneeguide.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

LIST_WIDTH, NARROW_LIST_WIDTH = 62 * STEP, 51 * STEP
NARROW = 200 * STEP
"""Width of the page, in pixels, below which the list makes room for what is read."""

MOST_FOR_LIST = 0.4
"""The share of the page that the list takes at most, however large its letters are."""


class LearnPage(QWidget):
    """A list of topics and, beside it, the one that is read."""

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._poses = poses
        self._topics: tuple[Topic, ...] = ()
        self._text: TopicText | None = None
        self._trouble = QWidget()
        self._trouble_text = Text(TextRole.BODY)
        self._list = TopicList(colours)
        self._reading = ReadingArea()
        self._place = Text(TextRole.QUIET, wraps=False)
        self._previous = Button(self.tr("Previous page"))
        self._next = Button(self.tr("Next page"))
        self._both = QWidget()
        self._arrange()
        self.setFocusProxy(self._list)
        self._list.chosen.connect(self._show)
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))

    def show_learn(self, learn: Learn, topic_id: str = "") -> None:
        """Show what there is to read, at the topic of this id, else at the one that was read last, or the first."""
        if learn.topics != self._topics:
            self._topics = learn.topics
            self._list.show_topics(learn.topics)
        ids = [topic.id for topic in self._topics]
        if topic_id in ids:
            self._list.choose(ids.index(topic_id))
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
        width = event.size().width()
        usual = NARROW_LIST_WIDTH if width < NARROW else LIST_WIDTH
        self._list.setFixedWidth(min(round(usual * letter_scale()), round(width * MOST_FOR_LIST)))

    def _show(self, topic: Topic) -> None:
        self._text = TopicText(topic, self._poses, self._colours)
        self._reading.show_reading(self._text, topic.title)
        number, count = self._list.row + 1, len(self._topics)
        self._place.setText(self.tr("Page {number} of {count}").format(number=number, count=count))
        for button, other, is_there in (
            (self._previous, self._next, number > 1),
            (self._next, self._previous, number < count),
        ):
            if button.hasFocus() and not is_there:  # or Qt would hand the keyboard to who knows whom
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(is_there)

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
        foot = WrappingRow()
        foot.addWidget(self._previous)
        foot.addWidget(self._next)
        foot.addStretch()
        foot.addWidget(self._place)
        bar = Box("bar")
        bar.column.setContentsMargins(6 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        bar.column.addLayout(foot)
        right = Box("reading")
        right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        right.column.setContentsMargins(LINE, 0, 0, 0)
        right.column.setSpacing(0)
        right.column.addWidget(self._reading, 1)
        right.column.addWidget(bar)
        left = QVBoxLayout()
        left.setContentsMargins(5 * STEP, 7 * STEP, 0, 4 * STEP)
        left.setSpacing(4 * STEP)
        title = Text(TextRole.TITLE, self.tr("Learn"))
        title.setContentsMargins(4 * STEP, 0, 0, 0)
        left.addWidget(title)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * STEP)
        row.addLayout(left)
        row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self._both, 1)
        column.addStretch(0)
