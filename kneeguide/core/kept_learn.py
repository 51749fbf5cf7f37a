"""The topics of Learn as the program opens them: kept from the last time where nothing has changed, else read anew."""

from collections.abc import Callable, Container, Mapping
from pathlib import Path

from kneeguide.core.kept_copy import kept_copy
from kneeguide.core.learn import Learn
from kneeguide.core.routine import Source


def open_learn(
    folder: Path,
    sources: Callable[[], Mapping[str, Source]],
    figures: Container[str],
    rests_on: list[Path],
    kept: Path | None,
    version: str,
) -> Learn:
    """The topics in this folder. Never raises for what it holds.

    ``sources``: gives all there are, and is asked only if the files are read. ``rests_on``: the folders of sources and
    figures. ``kept``: the file in which it is kept between starts, None for nowhere. ``version``: of KneeGuide.
    """

    def read() -> Learn:
        # Not above: what checks the files would be loaded each time, needed or not.
        from kneeguide.core.learn_reader import load_learn

        return load_learn(folder, sources(), figures)

    modules = {"kneeguide.core.learn", "kneeguide.core.problem", "kneeguide.core.routine"}
    return kept_copy(kept, version, [folder, *rests_on], modules, Learn, read)
