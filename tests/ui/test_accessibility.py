"""What the accessibility statement in the README says of every page, seen as a screen reader and a keyboard see it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from every_page import PAGES, WHOLE_WINDOW
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.figure_view import FigureView

Role = QAccessible.Role
ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QCheckBox: {Role.CheckBox},
    QAbstractButton: {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu},
    QComboBox: {Role.ComboBox},
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QSlider: {Role.Slider},
    QSpinBox: {Role.SpinBox},
    QAbstractItemView: {Role.List, Role.Table, Role.Tree},
    QLabel: {Role.StaticText},
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, window: MainWindow) -> QWidget:
    page = PAGES[request.param]()
    window.show_page(page, whole_window=request.param in WHOLE_WINDOW)
    QApplication.processEvents()
    return page


def heard(widget: QWidget) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    """All of a page that a screen reader comes to, in its order."""
    for each in (QAccessible.queryAccessibleInterface(widget),):
        yield from _below(each)


def _below(node: QAccessibleInterface | None) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    if node is None or node.state().invisible:
        return
    if isinstance(node.object(), QWidget):
        yield node.object(), node
    for number in range(node.childCount()):
        yield from _below(node.child(number))


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def controls(widget: QWidget) -> list[tuple[QWidget, QAccessibleInterface]]:
    return [
        (each, node)
        for each, node in heard(widget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and node.state().focusable and each.focusProxy() is None
    ]


def nameless(widget: QWidget) -> list[str]:
    return [repr(each) for each, node in controls(widget) if not name_of(node)]


def namesakes(widget: QWidget) -> list[str]:
    """Names that several controls have, with nothing in their descriptions or around them to tell them apart."""
    told = Counter(
        (name_of(node), node.text(QAccessible.Text.Description), *labels_of(node), *around(each))
        for each, node in controls(widget)
    )
    return [name for (name, *_), count in told.items() if count > 1]


def labels_of(node: QAccessibleInterface) -> list[str]:
    """The words that stand beside a control and name it: boxes of choices have no other name on Linux."""
    return [name_of(other) for other, relation in node.relations() if relation == QAccessible.RelationFlag.Label]


def context(widget: QWidget, node: QAccessibleInterface) -> list[str]:
    """What is said beside the name."""
    return [node.text(QAccessible.Text.Description), *labels_of(node), *around(widget)]


def around(widget: QWidget) -> list[str]:
    """The names of the groups that a control is in."""
    held = widget.parentWidget()
    return [] if held is None else [held.accessibleName(), *around(held)]


def wrong_roles(widget: QWidget) -> list[str]:
    found = []
    for each, node in heard(widget):
        wanted = next((roles for kind, roles in ROLES.items() if isinstance(each, kind)), None)
        if wanted and node.role() not in wanted:
            found.append(f"{each!r} is a {node.role().name}")
    return found


def test_every_control_has_a_name(page: QWidget) -> None:
    assert controls(page), "a screen reader would find nothing to do here"
    assert nameless(page) == []


def test_no_two_controls_sound_the_same(page: QWidget) -> None:
    assert namesakes(page) == []


def test_every_control_says_what_kind_it_is(page: QWidget) -> None:
    assert wrong_roles(page) == []


def falsely_several(widget: QWidget) -> list[str]:
    """Choices that are heard as check boxes, though one takes the place of another."""
    boxes = [each for each, node in controls(widget) if node.role() is Role.CheckBox]
    found = []
    for one, other in pairwise(each for each in boxes if isinstance(each, QAbstractButton)):
        if one.parentWidget() is not other.parentWidget():
            continue
        for each in (one, other):
            if each.isVisible() and not each.isChecked():
                each.click()
        if one.isVisible() and not one.isChecked():
            found.append(f"{other.accessibleName()} takes the place of {one.accessibleName()}")
    return found


def test_what_is_heard_as_one_of_several_that_count_can_be_chosen_beside_others(page: QWidget) -> None:
    assert falsely_several(page) == []


def test_every_box_of_choices_says_what_is_chosen_there(page: QWidget) -> None:
    boxes = [(each, node) for each, node in controls(page) if isinstance(each, QComboBox)]
    unsaid = [name_of(node) for _, node in boxes if not node.text(QAccessible.Text.Description) and not labels_of(node)]
    assert unsaid == []


def test_every_label_is_heard_as_it_is_seen(page: QWidget) -> None:
    """A name replaces the text of a label for screen readers, so that it must hold the whole of it or be its words."""
    hidden = [
        (node.object().text(), name_of(node))
        for each, node in heard(page)
        if isinstance(each, QLabel) and each.text() and not name_of(node)
    ]
    assert hidden == []


def test_every_picture_is_told_in_words(page: QWidget) -> None:
    pictures = [each for kind in (FigureView, AreaMap, ChartPicture) for each in page.findChildren(kind)]
    silent = [repr(each) for each in pictures if each.isVisible() and not told(each)]
    assert silent == []


def told(picture: QWidget) -> str:
    """The words for a picture, or for what it is a part of."""
    held: QWidget | None = picture
    while held is not None:
        words = f"{held.accessibleName()}{held.accessibleDescription()}"
        if words:
            return words
        held = held.parentWidget()
    return ""


# Where the keyboard is can be seen

MAKERS = {
    "primary": lambda: Button("Start", "primary"),
    "plain": lambda: Button("Back"),
    "stop": lambda: Button("Stop", "stop"),
    "link": lambda: Button("Leave", "link"),
    "chip": lambda: Button("Chair", "chip"),
    "chosen chip": lambda: chosen(Button("Chair", "chip")),
    "yes": lambda: Button("Yes", "yes"),
    "chosen no": lambda: chosen(Button("No", "no")),
    "place to go": lambda: Button("Learn", "nav"),
    "chosen place": lambda: chosen(Button("Learn", "nav")),
    "star": lambda: FavouriteButton(LIGHT, "Seated ease"),
    "tick": lambda: QCheckBox("I am an adult"),
    "box of choices": lambda: filled(QComboBox()),
    "line": QLineEdit,
    "text": QPlainTextEdit,
}


def chosen(button: Button) -> Button:
    button.setChecked(True)
    return button


def filled(box: QComboBox) -> QComboBox:
    box.addItem("Four weeks")
    return box


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda colours: colours.theme.value)
@pytest.mark.parametrize("kind", MAKERS)
def test_focus_shows(dressed: QApplication, qtbot: QtBot, kind: str, colours: Colours) -> None:
    apply(dressed, colours, paths.assets_dir())
    room = QWidget()
    on_screen(qtbot, room, 400, 300)
    other, widget = Button("Other"), MAKERS[kind]()
    for each, top in ((other, 0), (widget, 60)):
        each.setParent(room)
        each.setGeometry(10, top, 200, 56)
        each.show()
    room.window().activateWindow()
    qtbot.waitUntil(room.window().isActiveWindow)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    without = room.grab(widget.geometry()).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    focused = room.grab(widget.geometry()).toImage()  # with the ground that shows through
    differ = sum(
        without.pixelColor(x, y) != focused.pixelColor(x, y)
        and contrast(without.pixelColor(x, y), focused.pixelColor(x, y)) >= 3
        for x in range(focused.width())
        for y in range(focused.height())
    )
    around = focused.width() + focused.height()
    assert differ >= around / 2, f"only {differ} pixels show that the {kind} has the keyboard"


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


# Each of these has to be seen


def test_a_nameless_control_and_a_namesake_would_be_found(dressed: QApplication, qtbot: QtBot) -> None:
    room = QWidget()
    for top, name in enumerate(("", "Back", "Back")):
        button = Button(name, parent=room)
        button.move(0, 60 * top)
    on_screen(qtbot, room)
    assert len(nameless(room)) == 1
    assert namesakes(room) == ["Back"]


def test_a_wrong_role_would_be_found(dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    room = QWidget()
    Button("Back", parent=room)
    on_screen(qtbot, room)
    monkeypatch.setitem(ROLES, QAbstractButton, {Role.Slider})
    assert len(wrong_roles(room)) == 1


def test_check_boxes_of_which_one_counts_would_be_found(dressed: QApplication, qtbot: QtBot) -> None:
    room = QWidget()
    chips = [Button(name, "chip", room) for name in ("Sessions", "Charts")]
    on_screen(qtbot, room)
    assert falsely_several(room) == []
    chips[1].clicked.connect(lambda: chips[0].setChecked(False))
    chips[1].setChecked(False)
    assert falsely_several(room) == ["Charts takes the place of Sessions"]
