"""Builds every object once and joins them: the only file that knows all the others."""

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from kneeguide import __version__, paths
from kneeguide.core.clock import Clock, SystemClock
from kneeguide.core.database import StorageTrouble, open_database
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.kept_library import open_library
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.settings import Settings, SettingsFault, Theme, load_settings, save_settings
from kneeguide.core.storage import Database, StorageFault
from kneeguide.log_file import log_to
from kneeguide.services.keep_awake import KeepAwake, WakepyKeepAwake
from kneeguide.services.single_instance import Kind, claim
from kneeguide.services.sound import PlayerSound, Sound
from kneeguide.ui import messages
from kneeguide.ui.first_paint import FirstPaint
from kneeguide.ui.flow import Flow
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.system_signals import LeaveOnSignal
from kneeguide.ui.theme import Colours, apply, colours_for

if TYPE_CHECKING:
    from kneeguide.core.cues import Tone
    from kneeguide.core.health_log import HealthLog
    from kneeguide.ui.desk import Desk
    from kneeguide.ui.guided_session import GuidedSession

RESTART = 64
"""What the event loop ends with when everything must be built anew, on a restored diary."""

_log = logging.getLogger(__name__)


@dataclass
class Program:
    """Everything that runs, so that it can be let go of in order."""

    window: MainWindow
    flow: Flow
    database: Database
    sound: Sound
    keep_awake: KeepAwake

    def close(self) -> None:
        """Silence, a screen that may sleep, and a diary that is shut."""
        self.sound.close()
        self.keep_awake.close()
        self.database.close()


def run(routine_id: str | None = None) -> int:
    """Open the window and stay until it is closed. Returns the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("kneeguide")
    application.setApplicationDisplayName("KneeGuide")
    application.setDesktopFileName("org.kneeguide.KneeGuide")
    # Dates follow the words around them, which are English so far.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    folders = paths.user_folders()
    clock = SystemClock()
    log_to(folders.log_file if folders else None)
    while True:
        status = _run_once(application, folders, clock, routine_id)
        if status != RESTART:
            return status


def build(
    application: QApplication,
    folders: paths.UserFolders | None,
    clock: Clock,
    sound: Sound,
    keep_awake: KeepAwake,
) -> Program:
    """Make the window and all behind it, from the user's own files. ``folders`` None: nothing can be kept."""
    settings, notices = load_settings(folders.settings_file if folders else None)
    now = clock.now().wall
    opened = open_database(folders.database if folders else None, folders.backups if folders else None, now)
    database = opened.database
    history = HistoryStore(database)
    assets = paths.assets_dir()
    poses = PoseShelf(assets / "figures", _kept("figures", folders), __version__)
    health = cache(partial(_health, database))

    def make_guided(flow: Flow) -> "GuidedSession":
        from kneeguide.ui.guided_session import GuidedSession
        from kneeguide.ui.play import Play

        sound.prepare()
        play = Play(window, clock, history, sound, _tones(assets), keep_awake, poses, flow)
        return GuidedSession(window, clock, history, health(), play, lambda: flow.settings, flow)

    def make_desk(flow: Flow) -> "Desk":
        from kneeguide.core.cues import Tone
        from kneeguide.ui.desk import Desk

        routines = folders.routines if folders else None
        desk = Desk(window, history, health(), lambda: flow.settings, routines, flow)
        desk.tone_requested.connect(lambda: sound.play(_tones(assets)[Tone.STEP_START]))
        return desk

    _dress(application, settings.theme)
    window = MainWindow(_colours(application, settings.theme))
    if settings.window is not None:
        window.restore_place_on_screen(*settings.window)
    flow = Flow(
        window,
        clock,
        partial(
            open_library,
            paths.routines_dir(),
            folders.routines if folders else None,
            _kept("routines", folders),
            __version__,
        ),
        history,
        settings,
        poses,
        make_guided,
        make_desk,
        folders.routines if folders else None,
        window,
    )
    flow.settings_changed.connect(lambda changed: _keep(changed, folders, application, window))
    application.styleHints().colorSchemeChanged.connect(
        lambda _scheme: _redress(application, window, flow.settings.theme)
    )
    _tell(window, notices, opened.trouble)
    if opened.trouble is not None and opened.trouble.newest_backup is not None:
        window.banner_action_requested.connect(lambda: application.exit(RESTART))
    return Program(window, flow, database, sound, keep_awake)


def _run_once(
    application: QApplication, folders: paths.UserFolders | None, clock: Clock, routine_id: str | None
) -> int:
    """One life of the window; RESTART when a backup has been put back."""
    shown: list[Program] = []

    def come_forward(wanted: str) -> None:
        for program in shown:
            program.window.bring_to_front()
            if wanted:
                program.flow.offer_routine(wanted)

    claimed = claim(folders.lock_file.parent, routine_id or "", come_forward) if folders else None
    if claimed is not None and claimed.kind is Kind.SECOND:
        return 0
    if folders is not None:
        _make_users_folder(folders.routines)
    program = build(application, folders, clock, PlayerSound(lambda: clock.now().steady), WakepyKeepAwake())
    shown.append(program)
    sys.excepthook = messages.CrashReporter(program.window, program.flow.hold)
    leave_on_signal = LeaveOnSignal(partial(_end, application, program), program.window)
    if claimed is not None and claimed.problem is not None:
        program.window.show_banner(claimed.problem)
    first_paint = FirstPaint(program.window)
    if claimed is not None:
        first_paint.seen.connect(claimed.listen)
    program.flow.start(routine_id)
    program.window.show()

    status = application.exec()

    leave_on_signal.close()
    sys.excepthook = sys.__excepthook__
    if status == RESTART:
        program.flow.shut()
    else:
        _look_after(program.database, folders, clock)
    program.close()
    if claimed is not None:
        claimed.close()
    if status == RESTART:
        _put_back(folders, clock)
    return status


def _end(application: QApplication, program: Program) -> None:
    """Leave without asking, and leave whatever box still waits for an answer."""
    program.flow.shut()
    application.quit()


def _colours(application: QApplication, theme: Theme) -> Colours:
    return colours_for(theme, application.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def _dress(application: QApplication, theme: Theme) -> None:
    apply(application, _colours(application, theme), paths.assets_dir())


def _redress(application: QApplication, window: MainWindow, theme: Theme) -> None:
    _dress(application, theme)
    window.set_colours(_colours(application, theme))


def _keep(settings: Settings, folders: paths.UserFolders | None, application: QApplication, window: MainWindow) -> None:
    """Write changed settings, and show what can be seen of them at once."""
    colours = _colours(application, settings.theme)
    if colours != window.colours:
        _redress(application, window, settings.theme)
    if folders is None:
        return
    try:
        save_settings(folders.settings_file, settings)
    except SettingsFault as fault:
        window.show_banner(str(fault))


def _kept(what: str, folders: paths.UserFolders | None) -> Path | None:
    """Where what was read from shipped and users' files is kept for the next start."""
    return folders.lock_file.with_name(f"{what}.kept") if folders else None


def _health(database: Database) -> "HealthLog":
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.health_store import HealthStore

    return HealthLog(HealthStore(database))


def _tones(assets: Path) -> "Mapping[Tone, Path]":
    from kneeguide.core.cues import Tone

    return {tone: assets / "sounds" / f"{tone.value}.wav" for tone in Tone}


def _tell(window: MainWindow, notices: tuple[str, ...], trouble: StorageTrouble | None) -> None:
    """Say what went wrong at the start; trouble with the diary outweighs a setting that was not understood."""
    if trouble is not None:
        backup = trouble.newest_backup
        window.show_banner(trouble.sentence, window.tr("Put back {0}").format(backup.name) if backup else "")
    elif notices:
        window.show_banner(" ".join(notices))


def _make_users_folder(folder: Path) -> None:
    """The folder for the user's own routines is there from the first start; without it the program still works."""
    try:
        paths.ensure(folder)
    except KneeGuideError as error:
        _log.warning("%s", error)


def _look_after(database: Database, folders: paths.UserFolders | None, clock: Clock) -> None:
    """On leaving, when nobody waits: forget what the user deleted, and make the day's backup."""
    if folders is None or not database.saves:
        return
    from kneeguide.core.backups import backup_if_due

    try:
        HistoryStore(database).purge_deleted()
        backup_if_due(database, folders.backups, clock.now().wall)
    except StorageFault as fault:
        _log.warning("%s", fault)


def _put_back(folders: paths.UserFolders | None, clock: Clock) -> None:
    """Put the newest good backup in the place of the diary."""
    from kneeguide.core.backups import newest_good_backup, restore

    backup = newest_good_backup(folders.backups) if folders else None
    if folders is None or backup is None:
        return
    try:
        restore(backup, folders.database, clock.now().wall)
    except StorageFault as fault:
        _log.warning("%s", fault)
