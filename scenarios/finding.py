"""Finding a scenario that somebody named on the command line."""

from __future__ import annotations

from pathlib import Path

from scenarios.library import FolderLibrary
from scenarios.loader import LoadedScenario, load_scenario


def find_scenario(named: str) -> LoadedScenario:
    """Return the scenario at a path, or of an id of the shipped library.

    What looks like a path is taken for one. Raises PracticeError, which lists what there is.
    """
    path = Path(named)
    if path.suffix in {".yaml", ".yml"} or "/" in named or path.is_file():
        return load_scenario(path)
    return FolderLibrary().loaded(named)
