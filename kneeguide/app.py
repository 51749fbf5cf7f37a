"""Runs the program: one window after another, until the user has closed it for good."""

import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.core.clock import Clock, SystemClock
from kneeguide.core.storage import StorageFault
from kneeguide.log_file import log_to
from kneeguide.program import RESTART, START_AS_NEW, Program, build
from kneeguide.services.single_instance import Kind, claim
from kneeguide.ui import messages
from kneeguide.ui.first_paint import FirstPaint
from kneeguide.ui.screen_reader import describe_widgets
from kneeguide.upkeep import (
    Carried,
    carry,
    catch_up,
    finish_erasing,
    last_change,
    look_after,
    make_users_folder,
    move_in,
    put_back,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from kneeguide.core.history import Record
    from kneeguide.services.keep_awake import KeepAwake
    from kneeguide.services.reminders import Reminders
    from kneeguide.services.sound import Sound
    from kneeguide.services.voice import Voice

ICON_SIZES = (16, 24, 32, 48, 64, 128)
"""Pixels of the pictures of our icon that window lists take."""


def run(routine_id: str | None = None) -> int:
    """Open the window and stay until it is closed. Returns the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("kneeguide")
    application.setApplicationDisplayName("KneeGuide")
    application.setDesktopFileName("org.kneeguide.KneeGuide")
    # Dates follow the words around them, which are English so far.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    describe_widgets()
    folders = paths.user_folders()
    if folders is not None:
        folders = move_in(folders)
    clock = SystemClock()
    log_to(folders.log_file if folders else None)
    carried = Carried()
    while True:
        status, carried = _run_once(application, folders, clock, routine_id, carried)
        if status not in (RESTART, START_AS_NEW):
            return status


def window_icon() -> "QIcon":
    """Our icon in the sizes that window lists take; which of them is read is for Qt to say."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(paths.assets_dir() / "icons" / f"kneeguide-{size}.png"), QSize(size, size))
    return icon


def _run_once(
    application: QApplication,
    folders: paths.UserFolders | None,
    clock: Clock,
    routine_id: str | None,
    carried: Carried,
) -> tuple[int, Carried]:
    """One life of the window. Returns RESTART when a backup was put back, START_AS_NEW when everything is to be
    deleted, and what the next life must know."""
    shown: list[Program] = []

    def come_forward(wanted: str) -> None:
        for program in shown:
            program.window.bring_to_front()
            if wanted:
                program.flow.offer_routine(wanted)

    claimed = claim(folders.lock_file.parent, routine_id or "", come_forward) if folders else None
    if claimed is not None and claimed.kind is Kind.SECOND:
        return 0, carried
    if folders is not None and folders.erase_mark.exists():
        carried = Carried(notice=finish_erasing(folders))
        if folders.erase_mark.exists():
            folders = None
    if folders is not None:
        make_users_folder(folders.routines)
    changed = last_change(folders, clock)
    program = build(
        application,
        folders,
        clock,
        partial(_player_sound, clock),
        _child_voice,
        _keep_awake,
        _desktop_reminders,
    )
    shown.append(program)
    _hand_over(carried, program, clock)
    sys.excepthook = messages.CrashReporter(program.window, program.flow.hold)
    if claimed is not None and claimed.problem is not None:
        program.window.show_banner(claimed.problem)
    first_paint = FirstPaint(program.window)
    first_paint.seen.connect(lambda: application.setWindowIcon(window_icon()))
    listening = ExitStack()
    first_paint.seen.connect(partial(_leave_on_signal, application, program, listening))
    if claimed is not None:
        first_paint.seen.connect(claimed.listen)
    if folders is not None and changed is not None and program.database.saves:
        first_paint.seen.connect(partial(_catch_up, application, program, folders, changed, clock))
    program.flow.start(routine_id)
    program.window.show()
    if carried.returned:
        program.window.say_in_passing(program.window.tr("{0} is put back.").format(carried.returned))

    status = application.exec()

    listening.close()
    sys.excepthook = sys.__excepthook__
    if status in (RESTART, START_AS_NEW):
        program.flow.shut()
    if status == RESTART:
        carried = carry(program.health(), _last_session(program))
    elif status != START_AS_NEW:
        look_after(program.database, folders, clock)
    program.close()
    if claimed is not None:
        claimed.close()
    if status == RESTART and program.ahead.backup is not None:
        trouble = put_back(program.ahead.backup, folders, clock)
        carried = replace(carried, notice=trouble, returned="" if trouble else program.ahead.backup.name)
    return status, carried


def _hand_over(carried: Carried, program: Program, clock: Clock) -> None:
    """Give what was carried over to a new life of the window."""
    if replace(carried, notice="", returned="") != Carried():
        carried.give_to(program.health(), clock.now().wall)
    if carried.notice:
        program.window.show_banner(carried.notice)


def _last_session(program: Program) -> "Record | None":
    from kneeguide.core.history_store import HistoryStore

    try:
        return HistoryStore(program.database).last_record()
    except StorageFault:
        return None


def _catch_up(
    application: QApplication, program: Program, folders: paths.UserFolders, changed: datetime, clock: Clock
) -> None:
    """Make a backup that was missed, once the window is seen, and beside it."""
    if changed.date() < clock.now().wall.date():  # else none was missed, and nothing need be loaded
        from kneeguide.services.in_background import InBackground

        job = InBackground(lambda _watch: catch_up(program.database, folders, changed, clock), program.window)
        application.aboutToQuit.connect(job.give_up)
        job.start()


def _leave_on_signal(application: QApplication, program: Program, listening: ExitStack) -> None:
    """Leave in order when the system asks for it, once the window is seen: before, nothing could be lost."""
    from kneeguide.ui.system_signals import LeaveOnSignal

    listening.enter_context(closing(LeaveOnSignal(partial(_end, application, program), program.window)))


def _end(application: QApplication, program: Program) -> None:
    """Leave without asking, and leave whatever box still waits for an answer."""
    program.flow.shut()
    application.quit()


# What the desktop does for us: loaded when first wanted


def _player_sound(clock: Clock) -> "Sound":
    from kneeguide.services.sound import PlayerSound

    return PlayerSound(lambda: clock.now().steady)


def _child_voice() -> "Voice":
    from kneeguide.services.voice import ChildVoice

    return ChildVoice()


def _keep_awake() -> "KeepAwake":
    from kneeguide.services.keep_awake import WakepyKeepAwake

    return WakepyKeepAwake()


def _desktop_reminders() -> "Reminders":
    from kneeguide.services.reminders import DesktopReminders

    return DesktopReminders()
