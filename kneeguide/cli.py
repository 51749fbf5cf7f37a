"""The ``kneeguide`` command: open the window, or answer one question about files without one.

Qt is imported only to open the window and to write PNG, and its translations alone to print what the window says, so
that the other commands work on machines that could never show it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kneeguide import __version__, paths
from kneeguide.core.errors import KneeGuideError
from kneeguide.output import FINE, PROBLEMS, USAGE, put, save, write, write_no_more

if TYPE_CHECKING:
    from kneeguide.core.library import Library
    from kneeguide.core.routine import Routine


_COMMANDS = {"check", "figure", "list", "log", "schema", "text"}

SPEAK = "--speak-for-parent"
"""A frozen program starts itself with this to be the process that speaks; see services/voice.py."""

KINDS = ("routine", "shipped-routine", "techniques", "sources", "diary")
"""The files that have a schema. Named here, since what makes the schemas takes long to load."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 fine, 1 a problem, 2 called in a way that cannot work."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [SPEAK]:
        from kneeguide.services import voice_child

        voice_child.main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parsed = _parse(given)
    try:
        code = _run(parsed)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KneeGuideError as error:
        print(f"kneeguide: {error}", file=sys.stderr)
        return PROBLEMS
    except BrokenPipeError:  # whoever read the output has seen enough
        write_no_more()
        return PROBLEMS


def _parse(arguments: list[str]) -> argparse.Namespace:
    if not arguments:  # as at most starts, which need not wait for a parser to be made
        return argparse.Namespace(command="", routine=None)
    parser = argparse.ArgumentParser(
        prog="kneeguide",
        description="A guided self-massage timer and comfort diary for sore knees.",
        epilog="Other commands: kneeguide check, list, log, figure, schema and text; each explains itself with --help.",
    )
    parser.add_argument("--version", action="version", version=f"KneeGuide {__version__}")
    if arguments[0] not in _COMMANDS:
        parser.add_argument("routine", nargs="?", metavar="ROUTINE_ID", help="open the window at this routine")
        parser.set_defaults(command="")
        return parser.parse_args(arguments)

    from kneeguide.log_command import log_arguments

    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="look for problems in routine files, one a line")
    check.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a routine file, or a folder of them")
    listing = commands.add_parser("list", help="show the routines there are")
    listing.add_argument("--condition", choices=_conditions(), help="only those often used with this condition")
    listing.add_argument("--json", action="store_true", help="as JSON")
    log = commands.add_parser("log", help="show or export the diary")
    log_arguments(log)
    schema = commands.add_parser("schema", help="print the JSON Schema of routine files or of an exported diary")
    schema.add_argument(
        "kind", nargs="?", choices=KINDS, default=KINDS[0], help="of which file; one of your own if left out"
    )
    text = commands.add_parser("text", help="print every sentence about health, with its sources, for a reviewer")
    text.add_argument("--json", action="store_true", help="as JSON")
    text.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to this file")
    figure = commands.add_parser("figure", help="write a figure, or a contact sheet of all, for a document")
    which = figure.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", metavar="NAME", help="the figure: the id of a technique")
    which.add_argument("--sheet", action="store_true", help="all figures with their names")
    figure.add_argument("-o", "--output", metavar="FILE", type=Path, help="a file ending in .svg or .png")
    figure.add_argument("--phase", type=_phase, help="of the stroke, 0 to 1; the still form if left out")
    figure.add_argument("--side", choices=("left", "right"), default="right", help="the leg that is worked on")
    return parser.parse_args(arguments)


def _phase(text: str) -> float:
    try:
        phase = float(text)
    except ValueError:
        phase = -1.0
    if not 0 <= phase <= 1:
        raise argparse.ArgumentTypeError("must be a number from 0 to 1")
    return phase % 1.0


def _conditions() -> list[str]:
    from kneeguide.core.routine import Condition

    return [condition.value for condition in Condition]


def _run(parsed: argparse.Namespace) -> int:
    match parsed.command:
        case "check":
            return _check(parsed.paths)
        case "list":
            return _list(parsed.condition, as_json=parsed.json)
        case "log":
            from kneeguide.log_command import run_log

            return run_log(parsed)
        case "figure":
            return _figure(parsed.name, parsed.phase, parsed.side, parsed.output)
        case "schema":
            return _schema(parsed.kind)
        case "text":
            return _text(as_json=parsed.json, output=parsed.output)
        case _:
            return _open_window(parsed.routine)


def _open_window(routine_id: str | None) -> int:
    from kneeguide.display import NO_DISPLAY, has_display

    if not has_display(os.environ):
        print(f"kneeguide: {NO_DISPLAY}", file=sys.stderr)
        return USAGE
    if routine_id is not None and routine_id not in {routine.id for routine in _library().routines}:
        print(f"kneeguide: there is no routine {routine_id!r}; kneeguide list shows those there are.", file=sys.stderr)
        return USAGE
    from kneeguide.quick_start import loading_for_good

    with loading_for_good():
        from kneeguide import app

    return app.run(routine_id)


def _library() -> "Library":
    from kneeguide.core.library_reader import load_library

    folders = paths.user_folders()
    return load_library(paths.routines_dir(), None if folders is None else folders.routines)


def _list(condition: str | None, *, as_json: bool) -> int:
    library = _library()
    shown = [routine for routine in library.routines if condition is None or condition in routine.conditions]
    if as_json:
        import json

        write(json.dumps([_described(routine) for routine in shown], ensure_ascii=False, indent=2) + "\n")
    else:
        width = max((len(routine.id) for routine in shown), default=0)
        for routine in shown:
            minutes, seconds = divmod(routine.total_seconds, 60)
            print(f"{routine.id:<{width}}  {minutes:>3}:{seconds:02}  {routine.title}")
    for problem in library.problems:
        print(problem, file=sys.stderr)
    return FINE


def _described(routine: "Routine") -> dict[str, object]:
    return {
        "id": routine.id,
        "title": routine.title,
        "version": routine.version,
        "origin": routine.origin,
        "seconds": routine.total_seconds,
        "conditions": routine.conditions,
        "areas": routine.areas,
        "tools": routine.tools,
        "positions": routine.positions,
        "certainty": routine.certainty,
    }


def _check(wanted: list[Path]) -> int:
    from kneeguide.core.library_reader import check_paths

    missing = [path for path in wanted if not os.path.lexists(path)]
    for path in missing:
        print(f"kneeguide: there is no file or folder {str(path)!r}.", file=sys.stderr)
    if missing:
        return USAGE
    library = check_paths(paths.routines_dir(), wanted)
    for warnings in library.warnings.values():
        for warning in warnings:
            print(f"warning: {warning}", file=sys.stderr)
    for problem in library.problems:
        print(problem)
    return PROBLEMS if library.problems else FINE


def _text(*, as_json: bool, output: Path | None) -> int:
    from kneeguide.core import review_text
    from kneeguide.core.learn_reader import load_learn
    from kneeguide.core.library_reader import load_library
    from kneeguide.core.pose_shelf import PoseShelf
    from kneeguide.ui import health_text  # of Qt it needs the translations alone, and no display

    library = load_library(paths.routines_dir(), None)
    assets = paths.assets_dir()
    learn = load_learn(assets / "learn", library.sources, PoseShelf(assets / "figures"))
    write = review_text.as_json if as_json else review_text.as_text
    put(write(health_text.pages(library, learn), library.sources), output)
    return FINE


def _figure(name: str | None, phase: float | None, leg: str, output: Path | None) -> int:
    from kneeguide.core.figure_colours import figure_colours
    from kneeguide.core.figure_svg import figure_svg, sheet_svg
    from kneeguide.core.pose_shelf import PoseShelf
    from kneeguide.core.routine import Side
    from kneeguide.core.settings import Skin, Theme

    poses = PoseShelf(paths.assets_dir() / "figures")
    if name is not None and name not in poses:
        from difflib import get_close_matches

        near = get_close_matches(name, poses) or [each for each in sorted(poses) if name in each]
        hint = f"did you mean {', '.join(near[:3])}?" if near else "kneeguide figure --sheet shows all there are."
        print(f"kneeguide: there is no figure {name!r}; {hint}", file=sys.stderr)
        return USAGE
    if output is not None and output.suffix.lower() not in (".svg", ".png"):
        print(f"kneeguide: {str(output)!r} must end in .svg or .png.", file=sys.stderr)
        return USAGE
    colours, side = figure_colours(Theme.LIGHT, Skin.MEDIUM), Side(leg)
    svg = sheet_svg(poses, phase, side, colours) if name is None else figure_svg(poses[name], phase, side, colours)
    if output is not None and output.suffix.lower() == ".png":
        try:
            from kneeguide.svg_image import as_png
        except ImportError as error:
            raise KneeGuideError("Qt, which PNG needs, cannot be used here. Choose a file ending in .svg.") from error
        save(as_png(svg), output)
    else:
        put(svg, output)
    return FINE


def _schema(kind: str) -> int:
    from kneeguide.core import diary_file, routine_schema

    write(diary_file.schema_text() if kind == "diary" else routine_schema.schema_text(kind))
    return FINE
