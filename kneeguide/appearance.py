"""How the program looks by the user's settings, and that a change of them is seen at once and kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.core.settings import Settings, SettingsFault, save_settings
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import Colours, apply, colours_for, letter_scale


def colours_of(application: QApplication, settings: Settings) -> Colours:
    """The colours that the user chose, or those of the desktop."""
    system_is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return colours_for(settings.theme, system_is_dark, settings.skin)


def dress(application: QApplication, settings: Settings) -> None:
    """Give all controls their colours and sizes."""
    apply(application, colours_of(application, settings), paths.assets_dir(), settings.text_size)


def redress(application: QApplication, window: MainWindow, settings: Settings) -> None:
    """The same for a window that is open."""
    dress(application, settings)
    window.set_colours(colours_of(application, settings))


def keep(settings: Settings, folders: paths.UserFolders | None, application: QApplication, window: MainWindow) -> None:
    """Write changed settings, and show what can be seen of them at once."""
    if colours_of(application, settings) != window.colours or round(100 * letter_scale()) != settings.text_size:
        redress(application, window, settings)
    if folders is None:
        return
    try:
        save_settings(folders.settings_file, settings)
    except SettingsFault as fault:
        window.show_banner(str(fault))
