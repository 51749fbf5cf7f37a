"""Builds every object once and joins them: the only file that knows all the others."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QApplication

from kneeguide import __version__, paths
from kneeguide.core import routine
from kneeguide.core.at_a_glance import (
    is_any_answer_yes,
    is_any_plan_open,
    rest_until,
    routines_done_lately,
    session_left_open,
    session_to_ask_about,
)
from kneeguide.core.clock import Clock, SystemClock
from kneeguide.core.database import StorageTrouble, open_database
from kneeguide.core.kept_library import open_library
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.settings import Loudness, Settings, SettingsFault, load_settings, save_settings
from kneeguide.core.storage import Database, StorageFault
from kneeguide.log_file import log_to
from kneeguide.services.keep_awake import KeepAwake, WakepyKeepAwake
from kneeguide.services.reminders import DesktopReminders, Reminders
from kneeguide.services.single_instance import Kind, claim
from kneeguide.services.sound import PlayerSound, Sound
from kneeguide.services.voice import ChildVoice, Voice
from kneeguide.ui import messages
from kneeguide.ui.first_paint import FirstPaint
from kneeguide.ui.flow import Flow
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.next_day import NextDay
from kneeguide.ui.pick import Pick
from kneeguide.ui.screen_reader import describe_widgets
from kneeguide.ui.system_signals import LeaveOnSignal
from kneeguide.ui.theme import Colours, apply, colours_for, letter_scale
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

    from kneeguide.core.cues import Tone
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.history import Record
    from kneeguide.core.history_store import HistoryStore
    from kneeguide.core.learn import Learn
    from kneeguide.core.questions import Answers
    from kneeguide.core.weekly_plan import Today
    from kneeguide.ui.desk import Desk
    from kneeguide.ui.guided_session import GuidedSession
    from kneeguide.ui.look_at_charts import LookAtCharts
    from kneeguide.ui.look_back import LookBack
    from kneeguide.ui.paperwork import Paperwork
    from kneeguide.ui.safe_keeping import SafeKeeping
    from kneeguide.ui.weekly import Weekly

ICON_SIZES = (16, 24, 32, 48, 64, 128)
"""Pixels of the pictures of our icon that window lists take."""
RESTART = 64
"""What the event loop ends with when everything must be built anew, on a restored diary."""

START_AS_NEW = 65
"""What it ends with when everything is to be deleted first."""


@dataclass
class Ahead:
    """What comes after this life of the window. ``backup``: to be put back before the next."""

    backup: Path | None = None


@dataclass
class Program:
    """Everything that runs, so that it can be let go of in order."""

    window: MainWindow
    flow: Flow
    database: Database
    health: "Callable[[], HealthLog]"
    sound: Sound
    voice: Voice
    keep_awake: KeepAwake
    reminders: Reminders
    unhook: Callable[[], object]
    ahead: Ahead

    def close(self) -> None:
        """Silence, a screen that may sleep, and a diary that is shut."""
        self.unhook()
        self.window.deleteLater()
        self.sound.close()
        self.voice.close()
        self.keep_awake.close()
        self.reminders.close()
        self.database.close()


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


def build(
    application: QApplication,
    folders: paths.UserFolders | None,
    clock: Clock,
    sound: Sound,
    voice: Voice,
    keep_awake: KeepAwake,
    reminders: Reminders,
) -> Program:
    """Make the window and all behind it, from the user's own files. ``folders`` None: nothing can be kept."""
    settings, notices = load_settings(folders.settings_file if folders else None)
    now = clock.now().wall
    backups = folders.backups if folders else None
    opened = open_database(folders.database if folders else None, backups, now)
    database = opened.database
    history = cache(partial(_history, database))
    assets = paths.assets_dir()
    edition = _edition()
    poses = PoseShelf(assets / "figures", _kept("figures", folders), edition)
    health = cache(partial(_health, database))
    own_routines = folders.routines if folders else None
    ahead = Ahead()

    library = partial(open_library, paths.routines_dir(), own_routines, _kept("routines", folders), edition)

    def make_pick(flow: Flow) -> Pick:
        lately = partial(routines_done_lately, database)
        pick = Pick(window, clock, library, answers, lately, lambda: flow.settings, poses, lambda: today(pick), flow)
        pick.plan_requested.connect(lambda: weekly(pick).show_plan())
        pick.put_off_requested.connect(lambda: weekly(pick).put_off())
        return pick

    @cache
    def weekly(pick: Pick) -> "Weekly":
        from kneeguide.core.weekly_plan_store import WeeklyPlanStore
        from kneeguide.ui.weekly import Weekly

        resting = partial(rest_until, database)
        store = WeeklyPlanStore(database)
        made = Weekly(window, clock, store, resting, lambda: pick.to_plan, reminders, lambda: flow.is_playing, flow)
        made.changed.connect(pick.show_today)
        made.left.connect(flow.show_library)
        return made

    def today(pick: Pick) -> "Today | None":
        # Without a plan most starts need not load what plans are made of.
        return weekly(pick).today() if weekly.cache_info().currsize or is_any_plan_open(database) else None

    def answers() -> "Answers | None":
        # Without a yes they change no routine, and most starts need not load what answers are made of.
        return health().answers if health.cache_info().currsize or is_any_answer_yes(database) else None

    def learn() -> "Learn":
        from kneeguide.core.kept_learn import open_learn

        rests_on, kept = [paths.routines_dir() / "shared", assets / "figures"], _kept("learn", folders)
        return open_learn(assets / "learn", lambda: library().sources, poses, rests_on, kept, edition)

    def make_guided(flow: Flow) -> "GuidedSession":
        from kneeguide.ui.guided_session import GuidedSession
        from kneeguide.ui.play import Play

        sound.prepare()
        if flow.settings.voice:
            voice.prepare()
        play = Play(window, clock, history(), sound, _tones(assets), voice, keep_awake, poses, flow)
        return GuidedSession(window, clock, history(), health(), play, lambda: flow.settings, flow)

    def make_look_back(flow: Flow) -> "LookBack":
        from kneeguide.ui.hand_over import HandOver
        from kneeguide.ui.look_back import LookBack

        look_back = LookBack(window, clock, history(), health(), lambda: library().routines, flow)
        look_back.join_charts(lambda: make_charts(look_back))
        hand_over = HandOver(window, clock, database, health, flow)
        look_back.export_requested.connect(hand_over.export)
        look_back.import_requested.connect(hand_over.bring_in)
        hand_over.left.connect(look_back.show_history)
        application.aboutToQuit.connect(hand_over.give_up)
        return look_back

    def make_charts(look_back: "LookBack") -> "LookAtCharts":
        from kneeguide.core.activity_store import ActivityStore
        from kneeguide.core.history_sums_store import HistorySumsStore
        from kneeguide.ui.look_at_charts import LookAtCharts

        stores = HistorySumsStore(database), ActivityStore(database)
        return LookAtCharts(window.colours, clock, history(), *stores, look_back)

    def make_paperwork(flow: Flow) -> "Paperwork":
        from kneeguide.ui.paperwork import Paperwork

        return Paperwork(window, clock, history(), health(), poses, parent=flow)

    def make_desk(flow: Flow) -> "Desk":
        from kneeguide.ui.desk import Desk

        sound.prepare()
        desk = Desk(window, health(), lambda: flow.settings, own_routines, notices, learn, voice, poses, flow)
        tones = _tones(assets)
        desk.tone_requested.connect(lambda tone: _try_tone(sound, tones[flow.settings.tone_level][tone], window))
        desk.data_requested.connect(lambda: safe_keeping(desk).show())
        return desk

    @cache
    def safe_keeping(desk: "Desk") -> "SafeKeeping":
        from kneeguide.ui.safe_keeping import SafeKeeping

        made = SafeKeeping(window, clock, database, backups, folders.erase_mark if folders else None, desk)
        made.left.connect(desk.show_settings)
        made.folder_requested.connect(lambda: desk.open_folder(folders.data if folders else None))
        made.put_back_requested.connect(lambda backup: _offer(backup, ahead, application, window, flow))
        made.erased.connect(lambda: application.exit(START_AS_NEW))
        application.aboutToQuit.connect(made.give_up)
        return made

    _dress(application, settings)
    window = MainWindow(_colours(application, settings))
    if settings.window is not None:
        window.restore_place_on_screen(*settings.window)
    flow = Flow(
        window,
        clock,
        partial(session_left_open, database),
        history,
        settings,
        NextDay(window, clock, partial(session_to_ask_about, database), history, health, window),
        make_pick,
        make_guided,
        make_look_back,
        make_desk,
        make_paperwork,
        own_routines,
        window,
    )
    flow.settings_changed.connect(lambda changed: _keep(changed, folders, application, window))
    scheme_changed = application.styleHints().colorSchemeChanged
    following = scheme_changed.connect(lambda _scheme: _redress(application, window, flow.settings))
    _tell(window, notices, opened.trouble)
    backup = opened.trouble.newest_backup if opened.trouble else None
    if backup is not None:
        window.banner_action_requested.connect(lambda: _offer(backup, ahead, application, window, flow))
    unhook = partial(scheme_changed.disconnect, following)
    return Program(window, flow, database, health, sound, voice, keep_awake, reminders, unhook, ahead)


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
        PlayerSound(lambda: clock.now().steady),
        ChildVoice(),
        WakepyKeepAwake(),
        DesktopReminders(),
    )
    shown.append(program)
    _hand_over(carried, program, clock)
    sys.excepthook = messages.CrashReporter(program.window, program.flow.hold)
    leave_on_signal = LeaveOnSignal(partial(_end, application, program), program.window)
    if claimed is not None and claimed.problem is not None:
        program.window.show_banner(claimed.problem)
    first_paint = FirstPaint(program.window)
    first_paint.seen.connect(lambda: application.setWindowIcon(window_icon()))
    if claimed is not None:
        first_paint.seen.connect(claimed.listen)
    if folders is not None and changed is not None and program.database.saves:
        first_paint.seen.connect(partial(_catch_up, application, program, folders, changed, clock))
    program.flow.start(routine_id)
    program.window.show()
    if carried.returned:
        program.window.say_in_passing(program.window.tr("{0} is put back.").format(carried.returned))

    status = application.exec()

    leave_on_signal.close()
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
    try:
        return _history(program.database).last_record()
    except StorageFault:
        return None


def _offer(backup: Path, ahead: Ahead, application: QApplication, window: MainWindow, flow: Flow) -> None:
    """Put the backup back if the user says so; never under a running session, which it would lose."""
    if not flow.is_playing and messages.ask_to_put_back(window, backup.name):
        ahead.backup = backup
        application.exit(RESTART)


def _catch_up(
    application: QApplication, program: Program, folders: paths.UserFolders, changed: datetime, clock: Clock
) -> None:
    """Make a backup that was missed, once the window is seen, and beside it."""
    if changed.date() < clock.now().wall.date():  # else none was missed, and nothing need be loaded
        from kneeguide.services.in_background import InBackground

        job = InBackground(lambda _watch: catch_up(program.database, folders, changed, clock), program.window)
        application.aboutToQuit.connect(job.give_up)
        job.start()


def _end(application: QApplication, program: Program) -> None:
    """Leave without asking, and leave whatever box still waits for an answer."""
    program.flow.shut()
    application.quit()


def _colours(application: QApplication, settings: Settings) -> Colours:
    system_is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return colours_for(settings.theme, system_is_dark, settings.skin)


def _dress(application: QApplication, settings: Settings) -> None:
    apply(application, _colours(application, settings), paths.assets_dir(), settings.text_size)


def _redress(application: QApplication, window: MainWindow, settings: Settings) -> None:
    _dress(application, settings)
    window.set_colours(_colours(application, settings))


def _keep(settings: Settings, folders: paths.UserFolders | None, application: QApplication, window: MainWindow) -> None:
    """Write changed settings, and show what can be seen of them at once."""
    if _colours(application, settings) != window.colours or round(100 * letter_scale()) != settings.text_size:
        _redress(application, window, settings)
    if folders is None:
        return
    try:
        save_settings(folders.settings_file, settings)
    except SettingsFault as fault:
        window.show_banner(str(fault))


def _edition() -> str:
    """The version, and when the newest part of what reads files was changed, for those who follow the sources."""
    newest = max(file.stat().st_mtime_ns for file in Path(routine.__file__).parent.glob("*.py"))
    return f"{__version__}-{newest}"


def _kept(what: str, folders: paths.UserFolders | None) -> Path | None:
    """Where what was read from shipped and users' files is kept for the next start."""
    return folders.lock_file.with_name(f"{what}.kept") if folders else None


def _history(database: Database) -> "HistoryStore":
    from kneeguide.core.history_store import HistoryStore

    return HistoryStore(database)


def _health(database: Database) -> "HealthLog":
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.health_store import HealthStore

    return HealthLog(HealthStore(database))


def _tones(assets: Path) -> "Mapping[Loudness, Mapping[Tone, Path]]":
    from kneeguide.core.cues import Tone

    return {level: {tone: assets / "sounds" / level / f"{tone}.wav" for tone in Tone} for level in Loudness}


def _try_tone(sound: Sound, tone: Path, window: MainWindow) -> None:
    """Let a tone be heard, or say why it cannot be."""
    sound.play(tone)
    if sound.problem:
        window.say_in_passing(sound.problem)


def _tell(window: MainWindow, notices: tuple[str, ...], trouble: StorageTrouble | None) -> None:
    """Say what went wrong at the start: with the diary, and with settings that were not understood."""
    said = " ".join([*([trouble.sentence] if trouble else []), *notices])
    backup = trouble.newest_backup if trouble else None
    if said:
        window.show_banner(said, window.tr("Put back {0}").format(backup.name) if backup else "")
