"""Report and sheet from end to end: the real diary is read, the page shows it, a real file is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from fakes import SEATED, START, FakeClock, health
from long_diaries import diary
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, texts

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.questions import Question
from kneeguide.core.storage import StorageFault, TroubleKind
from kneeguide.ui import paperwork, safety_wording
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.paperwork import AT_A_TIME, Paperwork, ask_where


@dataclass
class Stand:
    window: MainWindow
    history: HistoryStore
    health: HealthLog
    qtbot: QtBot
    file: Path | None
    suggested: list[Path] = field(default_factory=list)
    paperwork: Paperwork = field(init=False)

    def keep(self, sessions: int) -> None:
        for record in diary(sessions):
            self.history.save(record)

    def where(self, _parent: QWidget, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.file

    def click(self, name: str) -> None:
        button(self.window.page, name).click()

    def wait(self) -> None:
        """Until the pages are there."""
        self.qtbot.waitUntil(lambda: button(self.window.page, "Save as PDF").isEnabled(), timeout=5000)

    @property
    def text(self) -> str:
        return self.window.page.findChildren(QPlainTextEdit)[0].toPlainText()

    @property
    def said(self) -> list[str]:
        return texts(self.window.page)


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow, clock: FakeClock, qtbot: QtBot) -> Iterator[Stand]:
    database = open_database(tmp_path / "history.db", None, START.wall).database
    history, known = HistoryStore(database), HealthLog(HealthStore(database))
    stand = Stand(window, history, known, qtbot, tmp_path / "out.pdf")
    stand.paperwork = Paperwork(window, clock, history, known, POSES, stand.where)
    yield stand
    database.close()


def test_the_report_is_of_the_last_four_weeks_until_more_is_chosen(stand: Stand) -> None:
    stand.keep(200)
    stand.paperwork.show_report()
    assert "Reading the diary…" in stand.said
    stand.wait()
    assert "Period: Tue 3 Feb 2026 to Mon 2 Mar 2026\nSessions: 28 (" in stand.text
    stand.click("Time: 3 months")
    stand.wait()
    assert "Sessions: 91 (" in stand.text
    stand.click("Time: All")
    stand.wait()
    assert "Sessions: 200 (" in stand.text


def test_more_sessions_than_are_read_at_a_time_are_all_told(stand: Stand) -> None:
    stand.keep(2 * AT_A_TIME)
    stand.paperwork.show_report()
    stand.wait()
    stand.click("Time: All")
    assert not button(stand.window.page, "Save as PDF").isEnabled()
    stand.wait()
    assert f"Sessions: {2 * AT_A_TIME} (" in stand.text


def test_another_time_chosen_while_one_is_read_counts(stand: Stand) -> None:
    stand.keep(8 * AT_A_TIME)
    stand.paperwork.show_report()
    stand.click("Time: All")
    stand.click("Time: 3 months")
    stand.wait()
    assert "Sessions: 91 (" in stand.text
    stand.qtbot.wait(1)
    assert "Sessions: 91 (" in stand.text


def test_leaving_ends_the_reading(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.keep(2)
    stand.paperwork.show_report()
    elsewhere = QWidget()
    stand.window.show_page(elsewhere)
    monkeypatch.setattr(stand.history, "records", lambda *_, **__: pytest.fail("read on"))
    stand.qtbot.wait(1)
    assert stand.window.page is elsewhere


def test_health_answers_are_told_once_they_are_ticked(stand: Stand) -> None:
    stand.health.answer(health(Question.ASK_ANTICOAGULANT))
    stand.keep(3)
    stand.paperwork.show_report()
    stand.wait()
    question = safety_wording.question(Question.ASK_ANTICOAGULANT)
    assert question not in stand.text
    stand.click("My health answers")
    stand.wait()
    assert question in stand.text
    stand.paperwork.show_report()
    stand.wait()
    assert question not in stand.text


def test_a_session_kept_since_is_in_the_next_report(stand: Stand) -> None:
    stand.paperwork.show_report()
    stand.wait()
    assert "Sessions: none" in stand.text
    stand.keep(1)
    stand.paperwork.show_report()
    stand.wait()
    assert "Sessions: 1 (1 completed)" in stand.text


def test_a_diary_that_cannot_be_read_is_said_in_place(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StorageFault(TroubleKind.CORRUPT, "The diary cannot be read. Restart KneeGuide.")

    monkeypatch.setattr(stand.history, "records", fail)
    stand.paperwork.show_report()
    stand.qtbot.waitUntil(lambda: "The diary cannot be read. Restart KneeGuide." in stand.said)
    assert "Reading the diary…" not in stand.said
    assert not button(stand.window.page, "Save as PDF").isEnabled()


def test_saving_writes_the_file_and_says_so(stand: Stand) -> None:
    stand.keep(3)
    stand.paperwork.show_report()
    stand.wait()
    stand.click("Save as PDF")
    assert stand.file is not None
    assert stand.file.read_bytes().startswith(b"%PDF-")
    assert "Saved as out.pdf." in stand.said
    assert [path.name for path in stand.suggested] == ["KneeGuide report 2026-03-02.pdf"]


def test_who_would_rather_not_save_hears_nothing(stand: Stand) -> None:
    stand.file = None
    stand.paperwork.show_report()
    stand.wait()
    before = stand.said
    stand.click("Save as PDF")
    assert stand.said == before


def test_a_place_that_cannot_be_written_to_is_one_sentence(stand: Stand, tmp_path: Path) -> None:
    stand.file = tmp_path / "gone" / "out.pdf"
    stand.paperwork.show_report()
    stand.wait()
    stand.click("Save as PDF")
    assert any(line.startswith(f"The file could not be saved in {tmp_path / 'gone'}") for line in stand.said)


def test_the_sheet_of_a_routine_is_there_at_once(stand: Stand) -> None:
    stand.paperwork.show_sheet(SEATED)
    assert "1. Palm glides, front of thigh" in stand.text
    assert SEATED.title in stand.said
    stand.click("Paper: Letter")
    stand.click("Save as PDF")
    assert [path.name for path in stand.suggested] == ["KneeGuide Five-minute seated ease.pdf"]


def test_a_title_that_is_no_name_for_a_file_becomes_one(stand: Stand) -> None:
    stand.paperwork.show_sheet(replace(SEATED, title="../a/b: c?\n"))
    stand.click("Save as PDF")
    assert [path.name for path in stand.suggested] == ["KneeGuide a b c.pdf"]


def test_one_gets_back_to_where_one_came_from(stand: Stand, qtbot: QtBot) -> None:
    stand.paperwork.show_sheet(SEATED)
    with qtbot.waitSignal(stand.paperwork.sheet_left) as left:
        stand.click("Back to the routine")
    assert left.args == [SEATED.id]
    stand.paperwork.show_report()
    with qtbot.waitSignal(stand.paperwork.report_left):
        stand.click("Back to history")


def test_without_a_printer_that_is_said(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    stand.paperwork.show_sheet(SEATED)
    stand.click("Print")
    assert "This computer knows no printer. Save as PDF, and print that where there is one." in stand.said


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that puts everything into a file."""
    target = tmp_path / "printed.pdf"
    real = paperwork.printer_for

    def into_file(title: str, paper: PaperSize) -> QPrinter:
        made = real(title, paper)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(target))
        return made

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
    monkeypatch.setattr(paperwork, "printer_for", into_file)
    return target


@pytest.mark.parametrize("agreed", [True, False])
def test_a_printer_prints_once_the_user_agrees(
    stand: Stand, printer: Path, agreed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: agreed)
    stand.paperwork.show_sheet(SEATED)
    stand.click("Print")
    assert printer.exists() == agreed
    assert ("Sent to the printer." in stand.said) == agreed


def test_a_printer_that_does_not_begin_is_said(stand: Stand, printer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: True)
    monkeypatch.setattr(paperwork, "print_on", lambda *_: False)
    stand.paperwork.show_sheet(SEATED)
    stand.click("Print")
    assert "The printer did not begin. See whether it is on, then try again." in stand.said
    assert not printer.exists()


@pytest.mark.parametrize("agreed", [True, False])
def test_where_to_save_is_asked_with_a_name_to_begin_with(
    window: MainWindow, tmp_path: Path, agreed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: agreed)
    suggested = tmp_path / "KneeGuide report.pdf"
    assert ask_where(window, suggested) == (suggested if agreed else None)
