"""What others do at each import is left out while the window is loaded, and nothing else changes by it."""

import subprocess
import sys
from pathlib import Path

import pytest

QUICKLY = "from kneeguide.quick_start import loading_for_good\nwith loading_for_good()"
PROJECT = Path(__file__).resolve().parents[1]


def printed(program: str) -> str:
    """What a program of these lines prints, in an interpreter of its own."""
    ran = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.mark.parametrize(
    ("before", "read"),
    [("import PySide6.QtCore", "True"), (f"{QUICKLY}: pass", "False")],
    ids=["Qt by itself", "as the window opens"],
)
def test_no_source_is_read_for_a_module_that_is_loaded(before: str, read: str) -> None:
    kept = "any(file.endswith('routine.py') for file in linecache.cache)"
    assert printed(f"{before}\nimport linecache\nfrom kneeguide.core.routine import Routine\nprint({kept})") == read


def test_qt_goes_by_its_usual_names_afterwards() -> None:
    assert printed(
        f"{QUICKLY}: from kneeguide.ui.widgets.flow_layout import FlowLayout\n"
        "print(hasattr(FlowLayout, 'heightForWidth'), hasattr(FlowLayout, 'height_for_width'))"
    ) == ("True False")


def test_a_qt_that_looks_for_nothing_is_left_as_it_is() -> None:
    assert (
        printed(
            "import PySide6.QtCore, sys, types\n"
            "other = sys.modules['shibokensupport.feature'] = types.ModuleType('other')\n"
            f"{QUICKLY}: pass\n"
            "print(hasattr(other, '_mod_uses_pyside'))"
        )
        == "False"
    )


def test_what_is_no_longer_needed_is_let_go_of_again_once_all_is_loaded() -> None:
    assert (
        printed(f"import gc\n{QUICKLY}: print(gc.isenabled())\nprint(gc.isenabled(), gc.get_freeze_count() > 0)")
        == "False\nTrue True"
    )


def test_a_program_that_cannot_be_loaded_says_so() -> None:
    failed = f"import gc\ntry:\n with {QUICKLY.partition('with ')[2]}: import kneeguide.not_there\n"
    assert (
        printed(
            "from kneeguide.quick_start import loading_for_good\n"
            + failed
            + "except ImportError: print(gc.isenabled())"
        )
        == "True"
    )


def test_none_of_our_modules_asks_for_other_names() -> None:
    modules = sorted((PROJECT / "kneeguide").rglob("*.py"))
    assert modules
    assert not [module.name for module in modules if "__feature__" in module.read_text(encoding="utf-8")]
