"""``kneeguide log``: show the diary, write it to a file, and bring one in from a file."""

import argparse
from pathlib import Path

from kneeguide import paths
from kneeguide.core.errors import KneeGuideError
from kneeguide.output import FINE, PROBLEMS, put

_SHOWN_PROBLEMS = 10


def log_arguments(log: argparse.ArgumentParser) -> None:
    """Say what follows ``kneeguide log``."""
    kind = log.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="everything in the diary, as JSON")
    kind.add_argument("--csv", action="store_true", help="the sessions, as a table for a spreadsheet")
    log.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to this file; .json or .csv says as what")
    ways = log.add_subparsers(dest="way", metavar="import")
    bring_in = ways.add_parser("import", help="join a diary that KneeGuide wrote, as JSON or CSV, to this one")
    bring_in.add_argument("file", metavar="FILE", type=Path, help="the file; nothing is changed if anything is wrong")
    bring_in.add_argument("--check", action="store_true", help="only say what would be brought in")


def run_log(parsed: argparse.Namespace) -> int:
    """Do what was asked for."""
    if parsed.way == "import":
        return _bring_in(parsed.file, only_check=parsed.check)
    ending = "" if parsed.output is None or parsed.json or parsed.csv else parsed.output.suffix.lower()
    return _show(as_json=parsed.json or ending == ".json", as_csv=parsed.csv or ending == ".csv", output=parsed.output)


def _show(*, as_json: bool, as_csv: bool, output: Path | None) -> int:
    from kneeguide.core import history_export
    from kneeguide.core.database import read_database
    from kneeguide.core.diary_store import DiaryStore

    folders = _folders()
    opened = read_database(None if folders is None else folders.database)
    if opened.trouble is not None:
        raise KneeGuideError(opened.trouble.sentence)
    store = DiaryStore(opened.database)
    if as_json:
        pieces = history_export.as_json(store.sessions(), store.beside())
    elif as_csv:
        pieces = history_export.as_csv(store.sessions())
    else:
        pieces = history_export.as_text(store.sessions()) if store.history.count() else iter(["No sessions yet.\n"])
    if output is not None:
        history_export.write_pieces(output, pieces, store.history.count(), _go_on, for_excel=as_csv)
        return FINE
    for piece in pieces:
        put(piece, None)
    return FINE


def _folders() -> paths.UserFolders | None:
    folders = paths.user_folders()
    if folders is not None and folders.erase_mark.exists():
        raise KneeGuideError("everything is being deleted. Start KneeGuide, which ends that; then try again.")
    return folders


def _bring_in(file: Path, *, only_check: bool) -> int:
    from kneeguide.core.clock import SystemClock
    from kneeguide.core.database import open_database, read_database
    from kneeguide.core.diary_store import DiaryStore
    from kneeguide.core.history_import import bring_in, check

    folders = _folders()
    now = SystemClock().now().wall
    looked = read_database(None if folders is None else folders.database)
    if looked.trouble is not None:
        raise KneeGuideError(looked.trouble.sentence)
    preview = check(file, DiaryStore(looked.database), now, _go_on)
    looked.database.close()
    for problem in preview.problems if only_check else preview.problems[:_SHOWN_PROBLEMS]:
        put(f"{file}: {problem}\n", None)
    put(
        f"{preview.new} new, {preview.known} already here, {preview.updated} updated, "
        f"{preview.problem_count} problems.\n",
        None,
    )
    if preview.problem_count:
        return PROBLEMS
    if only_check or not preview.changes:
        return FINE
    opened = open_database(
        None if folders is None else folders.database, None if folders is None else folders.backups, now
    )
    try:
        if opened.trouble is not None:
            raise KneeGuideError(opened.trouble.sentence)
        bring_in(file, DiaryStore(opened.database), preview, now, _go_on)
    finally:
        opened.database.close()
    return FINE


def _go_on(_: float) -> None:
    """Work to the end."""
