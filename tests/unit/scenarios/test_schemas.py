from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scenarios.schema_files import MODELS, as_text, path_of, schema
from scenarios.shelf import LIBRARY, yaml_files
from scenarios.yaml_source import read_yaml

FILES = [(kind, path) for kind in MODELS for path in yaml_files(LIBRARY / f"{kind}s")]


@pytest.mark.parametrize("kind", MODELS)
def test_the_written_schemas_are_those_of_the_models(kind: str) -> None:
    assert path_of(kind).read_text("utf-8") == as_text(kind), "run python -m scenarios.schema_files"


@pytest.mark.parametrize("kind", MODELS)
def test_the_schemas_are_good_and_say_what_fields_are_for(kind: str) -> None:
    body = schema(kind)

    Draft202012Validator.check_schema(body)
    assert "description" in body
    assert body["additionalProperties"] is False
    assert kind in body["required"]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[f"{k}-{p.stem}" for k, p in FILES])
def test_every_file_of_the_library_fits_its_schema(kind: str, path: Path) -> None:
    errors = Draft202012Validator(schema(kind)).iter_errors(read_yaml(path).data)

    assert [error.message for error in errors] == []


def test_every_file_of_the_library_names_its_schema() -> None:
    for kind, path in FILES:
        first = path.read_text("utf-8").splitlines()[0]
        assert first.endswith(f"$schema=../../schema/{kind}.schema.json"), path.name
