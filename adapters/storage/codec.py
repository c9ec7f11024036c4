"""Dataclasses as JSON, and back exactly as they were.

The name of the class stands beside its data, `{"type": "CustomerSaid", "data": {...}}`: several
messages have the same fields, and a union could not tell them apart by these.
"""

from __future__ import annotations

import json
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from adapters.storage.columns import storable
from core.errors import StorageError

T = TypeVar("T")

# Infinity has no word in JSON, but must not come back as None.
_ANYTHING = TypeAdapter[Any](Any, config=ConfigDict(ser_json_inf_nan="constants"))


def as_json(value: object) -> str:
    """Return plain data, dataclasses and enumerations as JSON. Raises ValueError otherwise."""
    try:
        return _ANYTHING.dump_json(value).decode()
    except ValueError:
        # Half a surrogate pair somewhere in the words; seen when a client cuts an emoji.
        plain = _ANYTHING.dump_python(value, mode="json")
        return storable(json.dumps(plain, ensure_ascii=False))


class Codec(Generic[T]):
    """Writes and reads values of the given dataclasses."""

    def __init__(self, *classes: type[Any]) -> None:
        self._classes = {each.__name__: each for each in classes}
        # Filled as they are needed: building one takes milliseconds.
        self._adapters: dict[str, TypeAdapter[T]] = {}

    def encode(self, value: T) -> str:
        """Return the value as JSON. Raises TypeError for a class that could not be read back."""
        name = type(value).__name__
        if self._classes.get(name) is not type(value):
            raise TypeError(f"{name} is not among the classes that are stored here.")
        return as_json({"type": name, "data": value})

    def decode(self, text: str) -> T:
        """Return the value. Raises StorageError when the text was not written by this version."""
        tagged = json.loads(text)
        try:
            return self._adapter(tagged["type"]).validate_python(tagged["data"])
        except (KeyError, ValidationError) as error:
            raise StorageError(
                "The store holds a record that this version of Scrimmage cannot read."
            ) from error

    def _adapter(self, name: str) -> TypeAdapter[T]:
        if name not in self._adapters:
            self._adapters[name] = TypeAdapter(self._classes[name])
        return self._adapters[name]
