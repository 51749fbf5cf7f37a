"""Pages and widgets take colours, letters and distances from the theme: none is written down a second time."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "kneeguide" / "ui"
FILES = sorted(file for folder in ("pages", "widgets") for file in (UI / folder).glob("*.py"))
DISTANCES = frozenset(
    {
        "setContentsMargins",
        "setSpacing",
        "addSpacing",
        "setHorizontalSpacing",
        "setVerticalSpacing",
        "setFixedWidth",
        "setFixedHeight",
        "setFixedSize",
        "setMinimumWidth",
        "setMinimumHeight",
        "setMinimumSize",
        "setMaximumWidth",
        "setMaximumHeight",
        "setMaximumSize",
        "setRowMinimumHeight",
        "setColumnMinimumWidth",
    }
)
"""What tells a layout or a widget how many pixels something is."""

LETTERS = frozenset({"setPixelSize", "setPointSize", "setPointSizeF", "font_for"})
"""What tells how large letters are."""

_COLOUR = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


def literals(source: str) -> list[str]:
    """Every colour, size of letters and distance that a source writes down itself."""
    return [f"line {line}: {what}" for line, what in sorted(_found(ast.parse(source)))]


def _found(tree: ast.Module) -> Iterator[tuple[int, str]]:
    named = dict(_named(tree))
    for name, value in named.items():
        if "LETTERS" in name and is_bare(value, named):
            yield value.lineno, f"the letters {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value):
            yield node.lineno, f"the colour {node.value!r}"
        if (
            isinstance(node, ast.Attribute)
            and ast.unparse(node.value) == "Qt.GlobalColor"
            and node.attr != "transparent"
        ):
            yield node.lineno, f"the colour {node.attr}"
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func).rpartition(".")[2]
        if called == "setStyleSheet":
            yield node.lineno, "a style sheet of its own"
        if called == "QColor" and any(isinstance(argument, ast.Constant) for argument in node.args):
            yield node.lineno, f"the colour {ast.unparse(node)}"
        if called == "QFont" and any(isinstance(argument, ast.Constant) for argument in node.args):
            yield node.lineno, f"the letters {ast.unparse(node)}"
        if called in DISTANCES | LETTERS and any(is_bare(argument, named) for argument in node.args):
            yield node.lineno, f"the number in {ast.unparse(node)}"


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """What a module calls by a name of its own."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from ((ast.unparse(name), value) for name, value in zip(names, values, strict=True))


def is_bare(expression: ast.expr, named: Mapping[str, ast.expr]) -> bool:
    """Whether an expression is or adds a number of pixels.

    Zero is none, what multiplies is a share or a count, ``max(1, …)`` only keeps a size from being none at all, and a
    power of two less one is what Qt takes for no limit.
    """
    match expression:
        case ast.Constant(value=value):
            return isinstance(value, int | float) and value != 0
        case ast.Name(id=name):
            return name in named and is_bare(named[name], named)
        case ast.BinOp(left=ast.BinOp(op=ast.Pow() | ast.LShift())):
            return False
        case ast.UnaryOp(operand=operand):
            return is_bare(operand, named)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            return is_bare(left, named) or is_bare(right, named)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return is_bare(left, named) and is_bare(right, named)
        case ast.IfExp(body=body, orelse=orelse):
            return is_bare(body, named) or is_bare(orelse, named)
        case ast.Call(func=ast.Name(id="max"), args=[ast.Constant(value=1 | 1.0), *rest]):
            return any(is_bare(argument, named) for argument in rest)
        case ast.Call(func=ast.Name(id="max" | "min" | "round"), args=args):
            return any(is_bare(argument, named) for argument in args)
    return False


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_nothing_that_the_theme_decides_is_decided_again(file: Path) -> None:
    assert literals(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'ink = "#FFF"',
        'ink = "#16242E"',
        'sheet = "color: #16242e; border: none"',
        "ink = QColor('red')",
        "ink = QColor(22, 36, 46)",
        "ink = QtGui.QColor(0x16242E)",
        "painter.setPen(Qt.GlobalColor.white)",
        "page.setStyleSheet(sheet)",
        'font = QFont("Inter", 15)',
        "font.setPixelSize(15)",
        "font.setPointSizeF(11.5)",
        "font.setPixelSize(max(13, size))",
        "font = font_for(TextRole.BODY, 18)",
        "column.setContentsMargins(0, 0, 7, 0)",
        "column.setSpacing(8)",
        "column.setSpacing(8 if roomy else STEP)",
        "column.addSpacing(2 * 4)",
        "column.addSpacing(STEP + 1)",
        "column.addSpacing(-3)",
        "chip.setMinimumWidth(max(words, 120))",
        "chip.setFixedHeight(46)",
        "_HEIGHT = 46\nchip.setFixedHeight(_HEIGHT)",
        "_FRAME, _GAP = 3, STEP\ncolumn.setContentsMargins(5 * STEP - _FRAME, _GAP, 0, 0)",
        "_LEAST_LETTERS = 15",
    ],
)
def test_what_a_page_decides_itself_is_found(line: str) -> None:
    assert len(literals(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        'text = "Step #1 of 12"',
        "ink = QColor(colours.ink)",
        "area.fill(Qt.GlobalColor.transparent)",
        "font.setPixelSize(round(self.height() * 0.3))",
        "font = font_for(TextRole.BODY)",
        "column.setContentsMargins(0, 0, 2 * STEP, 0)",
        "column.setSpacing((2 if stacks else 6) * STEP)",
        "chip.setMinimumWidth(words + 9 * STEP)",
        "chip.setMinimumHeight(max(1, round(width * share)))",
        "SIZE = 11 * STEP\nchip.setFixedSize(SIZE, SIZE)",
        "_LETTERS = 1 / 24",
        "_ANY_WIDTH = 2**24 - 1\nchip.setMaximumWidth(_ANY_WIDTH)",
    ],
)
def test_what_the_theme_decides_is_let_pass(line: str) -> None:
    assert literals(line) == []
