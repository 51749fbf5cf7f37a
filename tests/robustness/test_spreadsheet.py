"""A real spreadsheet opens the exported table, and runs none of it as a formula."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from diaries import NASTY, go_on
from storage_lives import NEW

from kneeguide.core.history_export import as_csv, write_pieces

FILTER = "CSV:44,34,76,1"
"""Commas, double quotes, UTF-8, from the first line."""


@pytest.fixture(scope="session")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed: it opens the table (apt-get install libreoffice-calc-nogui)")
    return found


def opened(soffice: str, table: Path) -> str:
    """The sheet that comes of a table, as XML in which a live formula has an attribute of its own."""
    done = subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{table.parent}/profile",
            *("--headless", f"--infilter={FILTER}", "--convert-to", "fods", "--outdir", str(table.parent), str(table)),
        ],
        capture_output=True,
        text=True,
        timeout=240,
    )
    sheet = table.with_suffix(".fods")
    assert sheet.exists(), done.stderr
    return sheet.read_text(encoding="utf-8")


def test_libreoffice_finds_no_formula_in_the_table(soffice: str, tmp_path: Path) -> None:
    nasty = [*NASTY, '=HYPERLINK("http://example.org")', "=1+1\nmore", "Größer, \u200f right to left"]
    # A spreadsheet's own file cannot hold unseen characters.
    texts = ["".join(sign for sign in text if sign.isprintable() or sign in "\n\t") for text in nasty]
    records = [replace(NEW, id=f"={number}", title=text, note=text) for number, text in enumerate(texts)]
    write_pieces(tmp_path / "table.csv", as_csv(records), len(records), go_on, for_excel=True)
    sheet = opened(soffice, tmp_path / "table.csv")
    assert "table:formula" not in sheet
    assert "Größer" in sheet


def test_a_live_formula_would_be_noticed(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "live.csv").write_text("a,b\n=1+1,2\n", encoding="utf-8")
    assert "table:formula" in opened(soffice, tmp_path / "live.csv")
