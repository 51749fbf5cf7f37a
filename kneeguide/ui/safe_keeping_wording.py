"""What is said about the user's own files: what they are, how much room they take, and what their copies hold."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from kneeguide.core.erasing import Kind, Stored
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy
from kneeguide.ui import time_wording

translate = QCoreApplication.translate

_KILOBYTE = 1024


def kind(kind: Kind) -> str:
    """One kind of file, as users call it."""
    return {
        Kind.DIARY: translate("safe-keeping", "Diary, plans and health answers"),
        Kind.ASIDE: translate("safe-keeping", "Earlier diaries, set aside"),
        Kind.COPIES: translate("safe-keeping", "Copies of the diary"),
        Kind.SETTINGS: translate("safe-keeping", "Settings"),
        Kind.LOG: translate("safe-keeping", "Log of faults"),
        Kind.QUICK_START: translate("safe-keeping", "Files for a quicker start"),
        Kind.ROUTINES: translate("safe-keeping", "Routines of your own"),
    }[kind]


def together(stored: Iterable[Stored]) -> str:
    """How much is kept in all."""
    return translate("safe-keeping", "All files in it together: {size}.").format(
        size=size(sum(each.size for each in stored))
    )


def amounts(stored: Iterable[Stored]) -> list[str]:
    """How much is kept of each kind of which there is something."""
    return [
        translate("safe-keeping", "{kind}: {amount}").format(kind=kind(each.kind), amount=_amount(each))
        for each in stored
        if each.files
    ]


def size(size: int) -> str:
    """A size as computers show it; nobody counts bytes."""
    if size < _KILOBYTE:
        return translate("safe-keeping", "less than 1 kB")
    return QLocale().formattedDataSize(
        size, 0 if size < _KILOBYTE**2 else 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def copy_title(copy: SafeCopy) -> str:
    """The day of a copy."""
    return time_wording.day(copy.day)


def copy_kind(copy: SafeCopy) -> str:
    """Why a copy is kept."""
    return {
        CopyKind.DAY: translate("safe-keeping", "Copy of the day"),
        CopyKind.WEEK: translate("safe-keeping", "Copy of the week"),
        CopyKind.BEFORE_CHANGE: translate("safe-keeping", "Copy from before an update of KneeGuide"),
    }[copy.kind]


def copy_contents(copy: SafeCopy) -> str:
    """What a copy holds, or that it cannot be used."""
    contents = copy.contents
    if contents is None:
        return translate("safe-keeping", "Damaged, or made by a newer KneeGuide. It cannot be put back.")
    if contents.first is None or contents.last is None:
        return translate("safe-keeping", "No sessions")
    if contents.sessions == 1:
        return translate("safe-keeping", "1 session, on {day}").format(day=time_wording.day(contents.first))
    return translate("safe-keeping", "{number} sessions, from {first} to {last}").format(
        number=contents.sessions, first=time_wording.day(contents.first), last=time_wording.day(contents.last)
    )


def what_would_change(contents: Contents) -> str:
    """What putting a copy back would do to the present diary."""
    sentences = [
        *([_would_go(contents.would_go)] if contents.would_go else []),
        *([_would_come(contents.would_come)] if contents.would_come else []),
    ]
    if not sentences:
        sentences = [translate("safe-keeping", "It holds the same sessions as your diary does now.")]
    kept = translate(
        "safe-keeping",
        "Notes, plans and ratings would be as they were then. Health answers and waiting times stay as they are now."
        " Your present diary is kept in a file beside it.",
    )
    return " ".join([*sentences, kept])


def _amount(stored: Stored) -> str:
    if stored.files == 1:
        return translate("safe-keeping", "1 file, {size}").format(size=size(stored.size))
    return translate("safe-keeping", "{number} files, {size}").format(number=stored.files, size=size(stored.size))


def _would_go(number: int) -> str:
    if number == 1:
        return translate("safe-keeping", "1 session that is not in this copy would go from your diary.")
    return translate("safe-keeping", "{number} sessions that are not in this copy would go from your diary.").format(
        number=number
    )


def _would_come(number: int) -> str:
    if number == 1:
        return translate("safe-keeping", "1 session that is not in your diary now would come back.")
    return translate("safe-keeping", "{number} sessions that are not in your diary now would come back.").format(
        number=number
    )
