"""Builds every object once and joins them: the only file that knows all the others."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kneeguide import __version__, paths
from kneeguide.appearance import colours_of, dress, keep, redress
from kneeguide.core import routine
from kneeguide.core.at_a_glance import (
    is_any_answer_yes,
    is_any_plan_open,
    is_first_week,
    rest_until,
    routines_done_lately,
    session_left_open,
    session_to_ask_about,
)
from kneeguide.core.clock import Clock
from kneeguide.core.database import StorageTrouble, open_database
from kneeguide.core.kept_library import open_library
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.settings import Loudness, load_settings
from kneeguide.core.storage import Database
from kneeguide.ui import messages
from kneeguide.ui.flow import Flow
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.next_day import NextDay
from kneeguide.ui.pick import Pick

if TYPE_CHECKING:
    from kneeguide.core.cues import Tone
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.history_store import HistoryStore
    from kneeguide.core.learn import Learn
    from kneeguide.core.questions import Answers
    from kneeguide.core.weekly_plan import Today
    from kneeguide.services.keep_awake import KeepAwake
    from kneeguide.services.reminders import Reminders
    from kneeguide.services.sound import Sound
    from kneeguide.services.voice import Voice
    from kneeguide.ui.desk import Desk
    from kneeguide.ui.guided_session import GuidedSession
    from kneeguide.ui.hand_over import HandOver
    from kneeguide.ui.look_at_charts import LookAtCharts
    from kneeguide.ui.look_back import LookBack
    from kneeguide.ui.paperwork import Paperwork
    from kneeguide.ui.safe_keeping import SafeKeeping
    from kneeguide.ui.weekly import Weekly

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
    services: ExitStack
    unhook: Callable[[], object]
    ahead: Ahead

    def close(self) -> None:
        """Silence, a screen that may sleep, and a diary that is shut."""
        self.unhook()
        self.window.deleteLater()
        self.services.close()
        self.database.close()


def build(
    application: QApplication,
    folders: paths.UserFolders | None,
    clock: Clock,
    make_sound: "Callable[[], Sound]",
    make_voice: "Callable[[], Voice]",
    make_keep_awake: "Callable[[], KeepAwake]",
    make_reminders: "Callable[[], Reminders]",
) -> Program:
    """Make the window and all behind it, from the user's own files. ``folders`` None: nothing can be kept.

    What the desktop does for us is made when first wanted: the first page wants none of it.
    """
    services = ExitStack()
    sound = cache(lambda: services.enter_context(closing(make_sound())))
    voice = cache(lambda: services.enter_context(closing(make_voice())))
    keep_awake = cache(lambda: services.enter_context(closing(make_keep_awake())))
    reminders = cache(lambda: services.enter_context(closing(make_reminders())))
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
        is_new = partial(is_first_week, database)
        pick = Pick(
            window, clock, library, answers, lately, lambda: flow.settings, poses, lambda: today(pick), is_new, flow
        )
        pick.plan_requested.connect(lambda: weekly(pick).show_plan())
        pick.put_off_requested.connect(lambda: weekly(pick).put_off())
        return pick

    @cache
    def weekly(pick: Pick) -> "Weekly":
        from kneeguide.core.weekly_plan_store import WeeklyPlanStore
        from kneeguide.ui.weekly import Weekly

        resting = partial(rest_until, database)
        store = WeeklyPlanStore(database)
        made = Weekly(window, clock, store, resting, lambda: pick.to_plan, reminders(), lambda: flow.is_playing, flow)
        made.changed.connect(pick.show_today)
        made.left.connect(flow.show_library)
        made.routine_requested.connect(flow.open_routine)
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

        sound().prepare()
        if flow.settings.voice:
            voice().prepare()
        play = Play(window, clock, history(), sound(), _tones(assets), voice(), keep_awake(), poses, flow)
        return GuidedSession(window, clock, history(), health(), play, lambda: flow.settings, flow)

    def make_look_back(flow: Flow) -> "LookBack":
        from kneeguide.ui.look_back import LookBack

        look_back = LookBack(window, clock, history(), health(), lambda: library().routines, flow)
        look_back.join_charts(lambda: make_charts(look_back))
        look_back.export_requested.connect(lambda: hand_over(look_back).export())
        look_back.import_requested.connect(lambda: hand_over(look_back).bring_in())
        return look_back

    @cache
    def hand_over(look_back: "LookBack") -> "HandOver":
        from kneeguide.ui.hand_over import HandOver

        made = HandOver(window, clock, database, health, look_back)
        made.left.connect(look_back.show_history)
        application.aboutToQuit.connect(made.give_up)
        return made

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

        sound().prepare()
        desk = Desk(window, health(), lambda: flow.settings, own_routines, notices, learn, voice(), poses, flow)
        tones = _tones(assets)
        desk.tone_requested.connect(lambda tone: _try_tone(sound(), tones[flow.settings.tone_level][tone], window))
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

    dress(application, settings)
    window = MainWindow(colours_of(application, settings))
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
        poses,
        window,
    )
    flow.settings_changed.connect(lambda changed: keep(changed, folders, application, window))
    scheme_changed = application.styleHints().colorSchemeChanged
    following = scheme_changed.connect(lambda _scheme: redress(application, window, flow.settings))
    _tell(window, notices, opened.trouble)
    backup = opened.trouble.newest_backup if opened.trouble else None
    if backup is not None:
        window.banner_action_requested.connect(lambda: _offer(backup, ahead, application, window, flow))
    unhook = partial(scheme_changed.disconnect, following)
    return Program(window, flow, database, health, services, unhook, ahead)


def _offer(backup: Path, ahead: Ahead, application: QApplication, window: MainWindow, flow: Flow) -> None:
    """Put the backup back if the user says so; never under a running session, which it would lose."""
    if not flow.is_playing and messages.ask_to_put_back(window, backup.name):
        ahead.backup = backup
        application.exit(RESTART)


def _edition() -> str:
    """The version, and when the newest part of what reads files was changed, for those who follow the sources."""
    with os.scandir(Path(routine.__file__).parent) as files:
        newest = max(file.stat().st_mtime_ns for file in files if file.name.endswith(".py"))
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


def _try_tone(sound: "Sound", tone: Path, window: MainWindow) -> None:
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
