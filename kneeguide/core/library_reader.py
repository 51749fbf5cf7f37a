"""Reads all routine files into a library. One bad file never hides the good ones."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kneeguide.core.library import Library
from kneeguide.core.library_rules import technique_faults
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Origin, Position, Routine, Source, Technique
from kneeguide.core.routine_reader import read_document, read_routine, shown_name, tempo_of
from kneeguide.core.shared_files import SourceFields, SourcesFile, TechniqueFields, TechniquesFile
from kneeguide.core.yaml_reader import Document, validate

_ENDINGS = {".yaml", ".yml"}

_File = TypeVar("_File", TechniquesFile, SourcesFile)
_Fields = TypeVar("_Fields", TechniqueFields, SourceFields)


def load_library(shipped: Path, user: Path | None) -> Library:
    """Read all routines in the folder ``shipped``, with the techniques and sources in its folder ``shared``, and in
    the folder ``user`` if there is one. Never raises for what any file holds or is."""
    library = _Shelf()
    library.add_shipped(shipped)
    if user is not None:
        library.add_routines(library.files_in(user), Origin.USER)
    return library.closed()


def check_paths(shipped: Path, paths: Iterable[Path]) -> Library:
    """Read files, or all files of folders, as if they lay together in the user's folder.

    Files in a folder of the same make as ``shipped``, with techniques of its own, are held to the rules for those.
    """
    library = _Shelf()
    library.add_shipped(shipped)
    for path in paths:
        own = _shipped_folder_of(path)
        if own is None:
            library.add_routines(library.files_in(path) if path.is_dir() else [path], Origin.USER)
        else:
            found = load_library(own, None).problems
            library.problems += [p for p in found if Path(p.file).is_relative_to(shown_name(path))]
    return library.closed()


def _shipped_folder_of(path: Path) -> Path | None:
    """The folder with techniques of its own that a folder is, or that a file is part of."""
    folder = path if path.is_dir() else path.parent
    if folder.name == "shared":
        folder = folder.parent
    return folder if (folder / "shared" / "techniques.yaml").is_file() else None


@dataclass
class _Shelf:
    """A library that is being filled. ``taken``: whose each id is."""

    routines: list[Routine] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    techniques: dict[str, Technique] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    def closed(self) -> Library:
        return Library(
            tuple(sorted(self.routines, key=_ease)), self.techniques, self.sources, tuple(self.problems), self.warnings
        )

    def files_in(self, folder: Path) -> list[Path]:
        """The files that should be routines, by name. A user's folder that was never made holds none."""
        try:
            return sorted(
                path for path in folder.iterdir() if path.suffix in _ENDINGS and not path.name.startswith(".")
            )
        except FileNotFoundError:
            return []
        except OSError as error:
            reason = error.strerror or "the disk refused"
            self.problems.append(Problem(shown_name(folder), 1, 1, "folder", f"cannot be read ({reason})"))
            return []

    def add_shipped(self, folder: Path) -> None:
        self._add_shared(folder / "shared")
        self.add_routines(self.files_in(folder), Origin.SHIPPED)

    def _add_shared(self, folder: Path) -> None:
        _, sources = self._entries(folder / "sources.yaml", SourcesFile, lambda file: file.sources)
        for source in sources:
            self.sources[source.id] = Source(**source.model_dump())
        document, techniques = self._entries(folder / "techniques.yaml", TechniquesFile, lambda file: file.techniques)
        for number, said in enumerate(techniques):
            if document is not None:
                self.problems += self._technique_problems(document, number, said)
            named = tuple(self.sources[name] for name in said.sources if name in self.sources)
            self.techniques[said.id] = Technique(
                **said.model_dump() | {"tempo": tempo_of(said.tempo), "sources": named}
            )

    def _technique_problems(self, document: Document, number: int, said: TechniqueFields) -> Iterator[Problem]:
        for place, name in enumerate(said.sources):
            if name not in self.sources and self.sources:
                where = ("techniques", number, "sources", place)
                yield document.problem(where, "is none of the sources that come with KneeGuide")
        for name, sentence in technique_faults(said):
            yield document.problem(("techniques", number, name), sentence)

    def _entries(
        self, path: Path, kind: type[_File], entries_of: Callable[[_File], tuple[_Fields, ...]]
    ) -> tuple[Document | None, tuple[_Fields, ...]]:
        """What a file of the folder ``shared`` lists, nothing if it cannot be used, and the document itself."""
        document, problems = read_document(path)
        file, invalid = validate(document, kind) if document is not None else (None, [])
        self.problems += problems + invalid
        if document is None or file is None:
            return document, ()
        entries = entries_of(file)
        ids = [entry.id for entry in entries]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                self.problems.append(document.problem((path.stem, number, "id"), "is given twice"))
        return document, entries

    def add_routines(self, files: Iterable[Path], origin: Origin) -> None:
        for path in files:
            if origin is Origin.SHIPPED:  # so that no user's routine takes its place even when it cannot be read
                self.taken[path.stem] = "KneeGuide"
            reading = read_routine(path, origin, self.techniques, self.sources)
            self.problems += reading.problems
            routine = reading.routine
            if routine is None or reading.document is None:
                continue
            if origin is Origin.USER and routine.id in self.taken:
                expectation = f"is already the id of a routine of {self.taken[routine.id]}; choose another"
                self.problems.append(reading.document.problem(("id",), expectation))
                continue
            self.taken.setdefault(routine.id, shown_name(path))
            self.routines.append(routine)
            if reading.warnings:
                self.warnings[routine.id] = reading.warnings


def _ease(routine: Routine) -> tuple[bool, bool, int]:
    """What is shipped comes first, and of that what needs no floor and least time."""
    return (routine.origin is Origin.USER, Position.FLOOR in routine.positions, routine.total_seconds)
