"""From YAML events to plain data, remembering where each value stands.

Events, and not nodes, because only events still tell anchors, aliases and tags, and because
nothing recurses: ten thousand opening brackets are refused at the twenty-first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.problems import quoted
from scenarios.yaml_scalars import plain

MAX_DEPTH = 20
MAX_VALUES = 50_000
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Trail = tuple[str | int, ...]
Complaint = tuple[int, str, str]  # line, what, mend


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, both counted from 1, and its text as written when it is a scalar."""

    line: int
    column: int
    text: str = ""


class Refused(Exception):  # noqa: N818 - a file is refused, which need not be an error of ours
    """Reading cannot go on; carries one complaint."""


@dataclass(slots=True)
class _Open:
    """A mapping or a list that has been opened and not yet closed."""

    value: dict[str, Any] | list[Any]
    trail: Trail
    key: str | None = None
    key_place: Place | None = None


@dataclass(slots=True)
class Tree:
    """The data of one document, the place of every value in it, and what is wrong with it."""

    data: Any = None
    places: dict[Trail, Place] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    documents: int = 0
    _open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Add one event. Raises Refused when the file is not worth reading further."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._check(event)
            self._node(event)

    def _document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            line = _place(event).line
            raise Refused((line, "the file holds several documents", "Keep one; delete the ---."))

    def _check(self, event: yaml.NodeEvent) -> None:
        line = _place(event).line
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            what = "anchors and aliases (&name, *name) are not read"
            self.complaints.append((line, what, "Write the value out, or put the text in quotes."))
        if tag := getattr(event, "tag", None):
            what = f"the tag {quoted(tag)} is not read"
            self.complaints.append((line, what, "Delete it, or put the text in quotes."))
        if len(self.places) > MAX_VALUES:
            raise Refused((line, f"there are over {MAX_VALUES} values", "Split the file."))

    def _node(self, event: yaml.NodeEvent) -> None:
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event)
            return
        value, trail = self._value(event), self._trail(parent)
        self._put(parent, trail, value, _place(event))
        if isinstance(value, dict | list):
            self._descend(_Open(value, trail), event)

    def _descend(self, opened: _Open, event: yaml.Event) -> None:
        self._open.append(opened)
        if len(self._open) > MAX_DEPTH:
            what = f"values are nested over {MAX_DEPTH} deep"
            raise Refused((_place(event).line, what, "Check the indentation and the brackets."))

    def _value(self, event: yaml.NodeEvent) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if not isinstance(event, yaml.ScalarEvent):
            return None
        return event.value if event.style else plain(event.value)

    def _key(self, parent: _Open, event: yaml.NodeEvent) -> None:
        place = _place(event)
        if not isinstance(event, yaml.ScalarEvent):
            what, mend = "a key must be one word", "Put text that holds brackets in quotes."
            raise Refused((place.line, what, mend))
        meant = event.value if event.style else plain(event.value)
        if meant == "<<" or not isinstance(meant, str | int) or isinstance(meant, bool):
            what = f"{quoted(event.value)} cannot be a key"
            self.complaints.append((place.line, what, "Use a word, or put it in quotes."))
        if event.value in parent.value:
            first = self.places[*parent.trail, event.value].line
            what = f"{quoted(event.value)} stands here twice; the first is on line {first}"
            self.complaints.append((place.line, what, "Keep one of them."))
        parent.key, parent.key_place = event.value, place

    @staticmethod
    def _trail(parent: _Open | None) -> Trail:
        if parent is None:
            return ()
        if isinstance(parent.value, list):
            return (*parent.trail, len(parent.value))
        return (*parent.trail, parent.key or "")

    def _put(self, parent: _Open | None, trail: Trail, value: object, place: Place) -> None:
        if parent is None:
            self.data = value
        elif isinstance(parent.value, list):
            parent.value.append(value)
        else:
            parent.value[parent.key or ""] = value
            key = parent.key_place or place
            place = Place(key.line, key.column, place.text)
            parent.key = parent.key_place = None
        self.places[trail] = place


def _place(event: yaml.Event) -> Place:
    text = event.value if isinstance(event, yaml.ScalarEvent) else ""
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1, text) if mark else Place(1, 1, text)


def grow(text: str) -> Tree:
    """Read YAML text. Raises Refused, and yaml.YAMLError when it is not YAML."""
    tree = Tree()
    for event in yaml.parse(text, Loader=LOADER):
        tree.take(event)
    return tree
