"""Who may import whom, and what nobody may do: every rule is held on the whole package and seen to bite."""

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "kneeguide"

STANDARD = "the standard library"
CORE, UI = "kneeguide.core", "kneeguide.ui"
SQL = tuple(
    f"{CORE}.{name}"
    for name in (
        "storage",
        "schema",
        "backups",
        "copies",
        "database",
        "history_store",
        "record_rows",
        "health_store",
        "weekly_plan_store",
        "history_sums_store",
        "activity_store",
        "diary_store",
    )
)
"""Where the diary's tables are known."""

STORES = (*SQL, f"{CORE}.health_log", f"{CORE}.session_log")
WORDING = tuple(
    f"{UI}.{file.stem}"
    for file in sorted((PACKAGE / "ui").glob("*.py"))
    if file.stem.endswith(("wording", "sentences"))
)
"""What turns values into sentences."""

TRANSLATIONS = "PySide6.QtCore"
"""All of Qt that sentences need. It wants no display."""

HEALTH_TEXT = tuple(f"{UI}.health_text{part}" for part in ("", "_gate", "_session", "_weeks"))
"""What gathers the sentences about health for a reviewer, on the command line too."""

SHOWN = (f"{UI}.theme", *WORDING, f"{UI}.widgets")


@dataclass(frozen=True)
class Layer:
    """What the modules that match a pattern may import: ``may`` and all below it, less ``never``."""

    pattern: str
    may: tuple[str, ...]
    never: tuple[str, ...] = ()


LAYERS = (
    Layer("kneeguide", ()),
    Layer("kneeguide.__main__", (STANDARD, "kneeguide.cli")),
    Layer("kneeguide.app", (STANDARD, "PySide6", "kneeguide")),
    Layer("kneeguide.program", (STANDARD, "PySide6", "kneeguide")),
    Layer(
        "kneeguide.appearance",
        (STANDARD, "PySide6", "kneeguide.paths", f"{CORE}.settings", f"{UI}.main_window", f"{UI}.theme"),
        ("sqlite3",),
    ),
    Layer(
        "kneeguide.cli",
        (
            STANDARD,
            CORE,
            "kneeguide.paths",
            "kneeguide.display",
            "kneeguide.app",
            "kneeguide.svg_image",
            "kneeguide.__version__",
            "kneeguide.log_command",
            "kneeguide.output",
            "kneeguide.quick_start",
            "kneeguide.services.voice_child",
            HEALTH_TEXT[0],
        ),
        ("sqlite3",),
    ),
    Layer("kneeguide.log_command", (STANDARD, CORE, "kneeguide.paths", "kneeguide.output"), ("sqlite3",)),
    Layer("kneeguide.output", (STANDARD, CORE), ("sqlite3",)),
    Layer("kneeguide.paths", (STANDARD, "platformdirs", f"{CORE}.errors"), ("sqlite3",)),
    Layer("kneeguide.log_file", (STANDARD, "PySide6", "kneeguide.paths", f"{CORE}.errors"), ("sqlite3",)),
    Layer("kneeguide.upkeep", (STANDARD, CORE, "kneeguide.paths"), ("sqlite3",)),
    Layer("kneeguide.display", (STANDARD,), ("sqlite3",)),
    Layer("kneeguide.quick_start", (STANDARD, "PySide6"), ("sqlite3",)),
    Layer("kneeguide.svg_image", ("PySide6",)),
    Layer(f"{CORE}.yaml_reader", (STANDARD, "pydantic", "pydantic_core", "yaml", CORE), ("sqlite3",)),
    *(Layer(module, (STANDARD, CORE)) for module in SQL),
    Layer(f"{CORE}.calendar_file", (STANDARD, "icalendar", CORE), ("sqlite3",)),
    Layer(f"{CORE}*", (STANDARD, "pydantic", "pydantic_core", CORE), ("sqlite3",)),
    Layer(
        "kneeguide.services*",
        (STANDARD, "PySide6", "playsound3", "wakepy", "jeepney", "kneeguide.services", f"{CORE}.errors"),
        ("sqlite3",),
    ),
    Layer(f"{UI}.widgets*", (STANDARD, "PySide6", CORE, *SHOWN), ("sqlite3", *STORES)),
    Layer(f"{UI}.pages*", (STANDARD, "PySide6", CORE, *SHOWN), ("sqlite3", *STORES)),
    *(Layer(module, (STANDARD, TRANSLATIONS, CORE, *WORDING), ("sqlite3", *STORES)) for module in WORDING),
    *(
        Layer(module, (STANDARD, TRANSLATIONS, CORE, *WORDING, *HEALTH_TEXT), ("sqlite3", *STORES))
        for module in HEALTH_TEXT
    ),
    Layer(f"{UI}.theme", (STANDARD, "PySide6", CORE, *WORDING), ("sqlite3", *STORES)),
    Layer(f"{UI}.messages", (STANDARD, "PySide6", "kneeguide.__version__", f"{CORE}.errors", *SHOWN), ("sqlite3",)),
    Layer(f"{UI}*", (STANDARD, "PySide6", CORE, "kneeguide.services", UI), ("sqlite3",)),
)
"""The first that matches counts. Whatever matches none may not be there at all."""


def modules() -> dict[str, Path]:
    """Every module of the package, by its name."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PROJECT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def below(name: str, *tops: str) -> bool:
    """Whether a module is one of the others or inside it."""
    return any(name == top or name.startswith(top + ".") for top in tops)


def imported(module: str, source: str) -> list[tuple[int, str, bool]]:
    """What a module imports, wherever in it, as line, full name, and whether that is inside a function."""
    tree = ast.parse(source)
    within = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = node.module or ""
            if node.level:
                start = ".".join(filter(None, [*module.split(".")[: -node.level], start]))
            names = [f"{start}.{alias.name}" for alias in node.names]
        else:
            continue
        found += [(node.lineno, name, id(node) in within) for name in names]
    return found


def import_faults(module: str, source: str) -> list[str]:
    """Each import that the layer of a module does not allow."""
    layer = next((layer for layer in LAYERS if fnmatchcase(module, layer.pattern)), None)
    if layer is None:
        return [f"{module}: no rule says what this may import"]
    faults = []
    for line, name, in_function in imported(module, source):
        top = name.partition(".")[0]
        allowed = below(name, *layer.may) or (STANDARD in layer.may and top in sys.stdlib_module_names)
        if not allowed or below(name, *layer.never):
            faults.append(f"{module}:{line}: may not import {name}")
        if module == "kneeguide.cli" and below(name, "kneeguide.app", "kneeguide.svg_image", UI) and not in_function:
            faults.append(f"{module}:{line}: imports Qt though a command may not need it")
    return faults


def text_faults(module: str, source: str) -> list[str]:
    """Each way of showing text that might be taken for HTML, which would hide it or load a file it names.

    Labels are made in one place, where they are plain. A tool tip guesses, so it may show only our own words.
    """
    faults = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(node, "id", getattr(node, "attr", ""))
        makes = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
        made = {getattr(maker, "id", getattr(maker, "attr", "")) for maker in makes}
        if "QLabel" in made and module != f"{UI}.widgets.labels":
            faults.append(f"{module}:{node.lineno}: makes a QLabel; use widgets/labels.py")
        if name in ("QTextBrowser", "setHtml", "insertHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText"):
            faults.append(f"{module}:{node.lineno}: shows rich text by {name}")
        if isinstance(node, ast.Call) and "setToolTip" in made and not is_our_own_wording(node.args[0]):
            faults.append(f"{module}:{node.lineno}: a tool tip with words that are not ours")
    return faults


def is_our_own_wording(argument: ast.expr) -> bool:
    """Whether an expression is a translated literal and nothing else."""
    return (
        isinstance(argument, ast.Call)
        and getattr(argument.func, "attr", "") in ("tr", "translate")
        and all(isinstance(part, ast.Constant) for part in argument.args)
    )


# -- imports -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    assert import_faults(module, modules()[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.core.plan", "from PySide6.QtCore import QObject"),
        ("kneeguide.core.plan", "def f():\n    import PySide6"),
        ("kneeguide.core.plan", "import playsound3"),
        ("kneeguide.core.plan", "import yaml"),
        ("kneeguide.core.plan", "import sqlite3"),
        ("kneeguide.core.yaml_reader", "import sqlite3"),
        ("kneeguide.core.history_store", "import yaml"),
        ("kneeguide.core.library", "from kneeguide import paths"),
        ("kneeguide.core.library", "from .. import paths"),
        ("kneeguide.core.library", "from ..services.sound import Sound"),
        ("kneeguide.core.library", "from kneeguide.ui.wording import clock_time"),
        ("kneeguide.core.library", "import kneeguide.app"),
        ("kneeguide.core.library", "import numpy"),
        ("kneeguide.core.weekly_plan", "import icalendar"),
        ("kneeguide.core.calendar_file", "import sqlite3"),
        ("kneeguide.services.sound", "from kneeguide.core.cues import Tone"),
        ("kneeguide.services.sound", "from kneeguide.ui import theme"),
        ("kneeguide.services.sound", "from kneeguide.paths import Paths"),
        ("kneeguide.services.sound", "import kneeguide.app"),
        ("kneeguide.services.reminders", "from kneeguide.core.weekly_plan import WeeklyPlan"),
        ("kneeguide.ui.widgets.figure_view", "from kneeguide.ui.pages.player import PlayerPage"),
        ("kneeguide.ui.widgets.figure_view", "from kneeguide.services.sound import Sound"),
        ("kneeguide.ui.widgets.figure_view", "from kneeguide.core.history_store import HistoryStore"),
        ("kneeguide.ui.widgets.figure_view", "from kneeguide.ui import flow"),
        ("kneeguide.ui.pages.player", "from kneeguide.ui.pages.summary import SummaryPage"),
        ("kneeguide.ui.pages.player", "from .summary import SummaryPage"),
        ("kneeguide.ui.pages.player", "from kneeguide.core.health_log import HealthLog"),
        ("kneeguide.ui.pages.player", "from kneeguide.core import session_log"),
        ("kneeguide.ui.pages.player", "from kneeguide.services import sound"),
        ("kneeguide.ui.pages.player", "import sqlite3"),
        ("kneeguide.ui.pages.player", "import yaml"),
        ("kneeguide.ui.pages.player", "from kneeguide.ui.session_runner import SessionRunner"),
        ("kneeguide.ui.theme", "from kneeguide.ui.pages.player import PlayerPage"),
        ("kneeguide.ui.wording", "from kneeguide.core.database import StorageFault"),
        ("kneeguide.ui.messages", "from kneeguide.services.sound import Sound"),
        ("kneeguide.ui.flow", "from kneeguide.app import run"),
        ("kneeguide.ui.flow", "from kneeguide.paths import Paths"),
        ("kneeguide.ui.flow", "import sqlite3"),
        ("kneeguide.ui.flow", "import yaml"),
        ("kneeguide.ui.session_runner", "import playsound3"),
        ("kneeguide.ui.session_runner", "import wakepy"),
        ("kneeguide.app", "import numpy"),
        ("kneeguide.cli", "from PySide6 import QtWidgets"),
        ("kneeguide.cli", "def main():\n    from PySide6 import QtWidgets"),
        ("kneeguide.cli", "from kneeguide.app import run"),
        ("kneeguide.cli", "from kneeguide.ui import health_text"),
        ("kneeguide.cli", "from kneeguide.svg_image import as_png"),
        ("kneeguide.svg_image", "from kneeguide.core.figure import draw"),
        ("kneeguide.cli", "def main():\n    from kneeguide.ui.flow import Flow"),
        ("kneeguide.ui.health_text", "from PySide6.QtGui import QFont"),
        ("kneeguide.ui.health_text", "from kneeguide.ui.pages.player import PlayerPage"),
        ("kneeguide.ui.health_text", "from kneeguide.core.health_store import HealthStore"),
        ("kneeguide.ui.safety_wording", "from PySide6.QtWidgets import QLabel"),
        ("kneeguide.paths", "from kneeguide.core.library import Library"),
        ("kneeguide.display", "from PySide6 import QtGui"),
        ("kneeguide.__main__", "from kneeguide.app import run"),
        ("kneeguide", "import os"),
        ("kneeguide.elsewhere", "import os"),
    ],
)
def test_an_import_across_the_layers_is_noticed(module: str, source: str) -> None:
    assert len(import_faults(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.core.plan", "import math\nfrom pydantic import BaseModel\nfrom .routine import Routine"),
        ("kneeguide.core.yaml_reader", "import yaml"),
        ("kneeguide.core.history_store", "import sqlite3"),
        (
            "kneeguide.services.sound",
            "def f():\n    import playsound3\nfrom kneeguide.core.errors import KneeGuideError",
        ),
        ("kneeguide.ui.pages.player", "from kneeguide.ui.widgets.labels import Text\nfrom ..theme import Colours"),
        (
            "kneeguide.ui.flow",
            "from kneeguide.core.safety import assess\nfrom kneeguide.ui.pages.player import PlayerPage",
        ),
        ("kneeguide.cli", "def main():\n    from kneeguide.app import run\nfrom kneeguide import __version__, paths"),
        ("kneeguide.cli", "def main():\n    from kneeguide.ui import health_text"),
        ("kneeguide.ui.health_text", "from PySide6.QtCore import QCoreApplication"),
    ],
)
def test_what_a_layer_may_import_is_let_pass(module: str, source: str) -> None:
    assert import_faults(module, source) == []


def brings_qt(module: str, folder: Path = PROJECT) -> bool:
    """Whether loading a module in a fresh interpreter loads PySide6 too."""
    ask = f"import sys, importlib; importlib.import_module({module!r}); sys.exit('PySide6' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=folder, capture_output=True, text=True, check=False)
    assert loaded.stderr == ""
    return loaded.returncode == 1


@pytest.mark.parametrize("module", [module for module in modules() if below(module, CORE)])
def test_a_core_module_loads_without_qt(module: str) -> None:
    assert not brings_qt(module)


def test_qt_that_comes_along_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "drags_qt.py").write_text("from PySide6 import QtCore\n", encoding="utf-8")
    assert brings_qt("drags_qt", tmp_path)


# -- nothing leaves the computer -----------------------------------------------------------------------------------


NETWORK = (
    "_socket",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.error",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
)
"""What can reach other computers. Of urllib, ``parse`` only takes words apart."""

LOCAL = {
    "kneeguide.services.single_instance": {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"},
    "kneeguide.display": {"socket", "socket.socket(socket.AF_UNIX)"},
    "kneeguide.ui.system_signals": {"socket", "socket.socketpair()"},
}
"""Who may talk to another start, to the screen and to itself, and how: by sockets that no other computer can see."""


def network_faults(module: str, source: str) -> list[str]:
    """Each thing in a module that could reach other computers."""
    local, tree = LOCAL.get(module, set()), ast.parse(source)
    names = {name for _, name, _ in imported(module, source)}
    found = {name for name in names if below(name, *NETWORK) or name in ("urllib", "PySide6.*")} - local
    if "socket" in local:
        made = [
            node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node).startswith("socket.")
        ]
        found |= {ast.unparse(node) for node in made} - local
    for node in ast.walk(tree):
        name = getattr(node, "id", getattr(node, "attr", ""))
        if name in ("import_module", "__import__"):
            found.add(name)
    return [f"{module}: {name} can reach other computers" for name in sorted(found)]


@pytest.mark.parametrize("module", modules())
def test_no_module_can_reach_other_computers(module: str) -> None:
    assert network_faults(module, modules()[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.core.library", "import socket"),
        ("kneeguide.core.library", "import urllib"),
        ("kneeguide.core.library", "import urllib.request"),
        ("kneeguide.core.library", "from urllib import request"),
        ("kneeguide.core.library", "from urllib.request import urlopen"),
        ("kneeguide.core.library", "def f():\n    import http.client"),
        ("kneeguide.core.library", "from http.client import HTTPSConnection"),
        ("kneeguide.core.library", "import webbrowser"),
        ("kneeguide.ui.desk", "from PySide6.QtNetwork import QNetworkAccessManager as Reach"),
        ("kneeguide.ui.desk", "from PySide6 import QtNetwork"),
        ("kneeguide.ui.desk", "from PySide6.QtNetwork import QLocalSocket"),
        ("kneeguide.services.single_instance", "from PySide6.QtNetwork import QTcpServer"),
        ("kneeguide.services.single_instance", "import socket"),
        ("kneeguide.display", "import socket\nsocket.socket(socket.AF_INET)"),
        ("kneeguide.display", "import socket\nsocket.create_connection((host, 80))"),
        ("kneeguide.display", "from socket import create_connection"),
        ("kneeguide.services.sound", "import importlib\nimportlib.import_module(name)"),
        ("kneeguide.services.sound", "__import__(name)"),
    ],
)
def test_a_way_to_other_computers_is_noticed(module: str, source: str) -> None:
    assert len(network_faults(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.core.storage", "from urllib.parse import quote"),
        ("kneeguide.services.single_instance", "from PySide6.QtNetwork import QLocalServer, QLocalSocket"),
        ("kneeguide.display", "import socket\nwith socket.socket(socket.AF_UNIX) as screen: ..."),
        ("kneeguide.ui.desk", "from PySide6.QtGui import QDesktopServices"),
    ],
)
def test_what_stays_on_this_computer_is_let_pass(module: str, source: str) -> None:
    assert network_faults(module, source) == []


# -- names, text, time ---------------------------------------------------------------------------------------------


def says_nothing(file: Path) -> bool:
    """Whether a file's name tells nothing about what is in it."""
    return not {"utils", "util", "common", "helpers", "helper", "misc"}.isdisjoint(file.stem.lower().split("_"))


def test_file_names_say_what_is_inside() -> None:
    folders = [PACKAGE, PROJECT / "tests", PROJECT / "packaging"]
    assert [file for folder in folders for file in folder.rglob("*.py") if says_nothing(file)] == []


@pytest.mark.parametrize("name", ["utils.py", "common.py", "helpers.py", "misc.py", "qt_utils.py"])
def test_a_name_that_says_nothing_is_noticed(name: str) -> None:
    assert says_nothing(Path("kneeguide") / name)


@pytest.mark.parametrize("module", modules())
def test_a_module_shows_text_as_plain_text(module: str) -> None:
    assert text_faults(module, modules()[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "label = QLabel(title)",
        "label = QtWidgets.QLabel()",
        "class Title(QLabel): ...",
        "view = QTextBrowser()",
        "from PySide6 import QtWidgets\nview = QtWidgets.QTextBrowser()",
        "edit.setHtml(note)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "button.setToolTip(routine.title)",
        "button.setToolTip(self.tr('Start {0}').format(title))",
        "button.setToolTip(f'Start {title}')",
    ],
)
def test_text_that_may_be_taken_for_html_is_noticed(source: str) -> None:
    assert len(text_faults("kneeguide.ui.pages.library", source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.ui.widgets.labels", "class Text(QLabel): ..."),
        ("kneeguide.ui.pages.library", "from PySide6.QtWidgets import QLabel\nlabel: QLabel = Text(title)"),
        ("kneeguide.ui.pages.library", "button.setToolTip(self.tr('Start'))"),
        ("kneeguide.ui.pages.library", "button.setToolTip(QCoreApplication.translate('library', 'Start'))"),
    ],
)
def test_plain_text_is_let_pass(module: str, source: str) -> None:
    assert text_faults(module, source) == []


SENTENCE = re.compile(r"\w+ \w+ \w+.*[.!?]\s*$", re.DOTALL)
"""Three words and a stop: what is said to a user. Lists of names, queries and faults of ours have none."""


SAYS = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP", "warning"})
"""What takes sentences: translations, and the log, which is for us."""


def untranslated(module: str, source: str) -> list[str]:
    """Sentences that are shown in English whatever language the system speaks.

    Core knows no Qt, and says in English what is wrong with files; the log and the command line are in English too.
    """
    if not below(module, UI, "kneeguide.services"):
        return []
    tree = ast.parse(source)
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in SAYS:
            passed |= {id(part) for part in ast.walk(node)}
    return [
        f"{module}:{node.lineno} says {node.value!r} untranslated"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in passed and SENTENCE.search(node.value)
    ]


@pytest.mark.parametrize("module", modules())
def test_a_module_shows_no_sentence_that_cannot_be_translated(module: str) -> None:
    assert untranslated(module, modules()[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.services.sound", "NOT_HEARD = 'The tone could not be played.'"),
        ("kneeguide.services.sound", "self.problem = f'The tone {tone} could not be played.'"),
        ("kneeguide.ui.pages.library", "label.setText('Nothing fits that choice.')"),
        ("kneeguide.ui.wording", "def word() -> str:\n    return 'Are you well today?'"),
    ],
)
def test_a_sentence_that_cannot_be_translated_is_noticed(module: str, source: str) -> None:
    assert len(untranslated(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("kneeguide.services.sound", 'def close() -> None:\n    """Silence for good."""'),
        ("kneeguide.services.sound", "translate('sound', 'The tone could not be played.')"),
        ("kneeguide.ui.pages.library", "label.setText(self.tr('Nothing fits that choice.'))"),
        ("kneeguide.core.database", "raise StorageFault('The diary cannot be read now.')"),
    ],
)
def test_a_sentence_that_can_be_or_need_not_be_is_let_pass(module: str, source: str) -> None:
    assert untranslated(module, source) == []


def lint(file: str, source: str) -> str:
    """What ruff, with the project's settings, says of the banned names in a file that is not there."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--stdin-filename", file, "-"]
    return subprocess.run(command, cwd=PROJECT, input=source, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("file", "source", "says"),
    [
        ("kneeguide/ui/pages/player.py", "from PySide6.QtCore import QTimer\n", "only ui/session_runner.py"),
        ("kneeguide/ui/weekly.py", "from PySide6.QtCore import QTimer\n", "only ui/session_runner.py"),
        ("kneeguide/ui/pages/player.py", "from PySide6 import QtCore\nQtCore.QTimer()\n", "only ui/session_runner.py"),
        ("kneeguide/core/session.py", "import time\ntime.monotonic()\n", "only core/clock.py"),
        ("kneeguide/core/session.py", "from time import monotonic\n", "only core/clock.py"),
        ("kneeguide/core/session.py", "import time\ntime.time()\n", "only core/clock.py"),
        ("kneeguide/core/session.py", "import time\ntime.perf_counter()\n", "only core/clock.py"),
        ("kneeguide/core/history.py", "from datetime import datetime\ndatetime.now()\n", "only core/clock.py"),
        ("kneeguide/core/history.py", "import datetime\ndatetime.date.today()\n", "only core/clock.py"),
        ("kneeguide/services/sound.py", "import time\ntime.sleep(1)\n", "nobody sleeps"),
        ("kneeguide/core/library.py", "import yaml\nyaml.safe_load('')\n", "core/yaml_reader.py alone"),
    ],
)
def test_a_banned_name_is_noticed_by_ruff(file: str, source: str, says: str) -> None:
    found = lint(file, source)
    assert "TID251" in found
    assert says in found


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("kneeguide/ui/session_runner.py", "from PySide6.QtCore import QTimer\n"),
        ("kneeguide/services/reminders.py", "from PySide6.QtCore import QTimer\n"),
        ("kneeguide/core/clock.py", "import time\ntime.monotonic()\n"),
        ("kneeguide/ui/pages/player.py", "from PySide6.QtCore import Qt\n"),
    ],
)
def test_a_name_where_it_belongs_is_let_pass_by_ruff(file: str, source: str) -> None:
    assert "TID251" not in lint(file, source)
