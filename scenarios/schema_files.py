"""The JSON Schemas of the files, for editors that check while one writes.

`python -m scenarios.schema_files` writes them anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from scenarios.format.persona import PersonaFile
from scenarios.format.scenario import ScenarioFile
from scenarios.rubric_file import RubricFile

FOLDER: Final = Path(__file__).parent / "schema"
MODELS: Final[dict[str, type[BaseModel]]] = {
    "scenario": ScenarioFile,
    "persona": PersonaFile,
    "rubric": RubricFile,
}


class _Untitled(GenerateJsonSchema):
    """Writes no titles of fields: they would say no more than the names do."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's
        """Never."""
        return False


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file. KeyError when there is no such kind."""
    body = MODELS[kind].model_json_schema(by_alias=True, schema_generator=_Untitled)
    return {"$schema": GenerateJsonSchema.schema_dialect} | body


def as_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file as it is written."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def path_of(kind: str) -> Path:
    """Return where the JSON Schema of a kind of file lies."""
    return FOLDER / f"{kind}.schema.json"


def write() -> None:
    """Write all schemas into their files."""
    FOLDER.mkdir(exist_ok=True)
    for kind in MODELS:
        path_of(kind).write_text(as_text(kind), encoding="utf-8")


if __name__ == "__main__":
    write()
