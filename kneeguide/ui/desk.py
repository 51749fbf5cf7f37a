"""What the user does between sessions, but for looking back: read up, and set things."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kneeguide.core.health_log import HealthLog
from kneeguide.core.learn import Learn
from kneeguide.core.settings import Settings
from kneeguide.services.voice import Voice
from kneeguide.ui import spoken_wording
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.speaking import manner_of

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.pages.learn import LearnPage
    from kneeguide.ui.pages.settings import SettingsPage


class Desk(QObject):
    """The pages to read and the settings. ``changed`` carries new Settings, ``tone_requested`` a Tone to be tried,
    ``routines_requested`` a Condition; other wishes are handed on."""

    changed = Signal(object)
    tone_requested = Signal(object)
    routines_requested = Signal(object)
    reload_requested = Signal()
    health_requested = Signal()
    data_requested = Signal()
    troubled = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        health: HealthLog,
        settings: Callable[[], Settings],
        folder: Path | None,
        notices: tuple[str, ...],
        learn: Callable[[], Learn],
        voice: Voice,
        poses: "Mapping[str, Pose]",
        parent: QObject | None = None,
    ) -> None:
        """``folder``: of the user's own routines. ``notices``: about settings that were not understood.

        ``learn``: gives what there is to read, and is asked when it is first wanted.
        """
        super().__init__(parent)
        self._window = window
        self._health = health
        self._settings = settings
        self._folder = folder
        self._notices = notices
        self._read_learn = learn
        self._voice = voice
        self._poses = poses

    def show_learn(self, page_id: str = "") -> None:
        """Open what there is to read, at the page of this id, else at the one that was read last."""
        self._learn_page.show_learn(self._learn, page_id)
        self._window.show_page(self._learn_page, Place.LEARN)

    def show_settings(self) -> None:
        """Open the settings."""
        answers = self._health.answers
        self._settings_page.show_settings(
            self._settings(), str(self._folder or ""), answers.at if answers else None, self._notices
        )
        if self._settings().voice:
            self._voice.prepare()
        self._show_voices()
        self._window.show_page(self._settings_page, Place.SETTINGS)

    def open_folder(self, folder: Path | None) -> None:
        """Open a folder of the user's in their file manager, or say where it is."""
        if folder is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            where = str(folder) if folder else self.tr("nowhere: no folder of yours could be found")
            self.troubled.emit(self.tr("The folder could not be opened. It is at: {0}").format(where))

    def _change(self, settings: Settings) -> None:
        """Hand on what was changed. A voice is looked for only once one is wanted."""
        is_new = settings.voice and not self._settings().voice
        self.changed.emit(settings)
        if is_new:
            self._voice.prepare()
            self._show_voices()

    def _show_voices(self) -> None:
        voice = self._voice
        self._settings_page.voice.show_voices(voice.voices, voice.problem or "", missing=voice.is_missing)

    def _try_voice(self) -> None:
        self._voice.manner = manner_of(self._settings())
        self._voice.say(spoken_wording.sample())

    @cached_property
    def _learn(self) -> Learn:
        return self._read_learn()

    @cached_property
    def _learn_page(self) -> "LearnPage":
        from kneeguide.ui.pages.learn import LearnPage

        page = LearnPage(self._window.colours, self._poses)
        page.routines_requested.connect(self.routines_requested)
        return page

    @cached_property
    def _settings_page(self) -> "SettingsPage":
        from kneeguide.ui.pages.settings import SettingsPage

        page = SettingsPage()
        page.changed.connect(self._change)
        page.tone_requested.connect(self.tone_requested)
        page.folder_requested.connect(lambda: self.open_folder(self._folder))
        page.reload_requested.connect(self.reload_requested)
        page.health_requested.connect(self.health_requested)
        page.data_requested.connect(self.data_requested)
        page.voice.tried.connect(self._try_voice)
        self._voice.changed.connect(self._show_voices)
        return page
