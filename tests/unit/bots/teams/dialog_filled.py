"""Dialogs filled in as people fill them in, in the shape in which Teams sends them back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bots.teams.dialogs.dialog import Dialog
from bots.teams.dialogs.reading import packed
from core.wording import zone
from tests.teams.limits import check_card

Thing = dict[str, Any]
TZ = "Europe/Berlin"


def sent(dialog: Dialog, answers: Mapping[str, Any] | None = None, tz: str = TZ) -> Thing:
    """Return the data that is sent in: what stood there at first, and these answers by field.

    As Teams does, inputs that stay empty are left out. An answer is a string, a number, several
    values, or a moment.
    """
    stands = {name: element.get("value", "") for name, element in inputs(dialog).items()}
    filled = dict(_flat(answers or {}, stands, tz))
    assert set(filled) <= set(stands), "an answer to what was not asked"
    kept = {name: value for name, value in (stands | filled).items() if value != ""}
    return {**submit_of(dialog)["data"], **{k: _as_sent(v) for k, v in kept.items()}}


def _as_sent(value: object) -> object:
    return value if isinstance(value, str) else f"{value:g}"


def _flat(answers: Mapping[str, Any], asked: Mapping[str, Any], tz: str) -> Iterator[Any]:
    for name, answer in answers.items():
        if f"{name}.day" in asked:
            local = answer.astimezone(zone(tz)) if isinstance(answer, datetime) else None
            yield f"{name}.day", f"{local:%Y-%m-%d}" if local else ""
            yield f"{name}.time", f"{local:%H:%M}" if local else ""
        elif isinstance(answer, list):
            yield name, packed(answer)
        else:
            yield name, "" if answer is None else answer


def elements(dialog: Dialog) -> Iterator[Thing]:
    """All elements, in the order in which they are read."""
    yield from _within(dialog.card["body"])


def _within(items: Iterable[Thing]) -> Iterator[Thing]:
    for item in items:
        yield item
        for name in ("items", "columns", "cells", "rows"):
            if isinstance(item.get(name), list):
                yield from _within(item[name])


def inputs(dialog: Dialog) -> dict[str, Thing]:
    """The elements that are to be filled in, by id."""
    return {e["id"]: e for e in elements(dialog) if str(e.get("type")).startswith("Input.")}


def choices(element: Thing) -> list[str]:
    """The values of all choices."""
    return [choice["value"] for choice in element["choices"]]


def actions(dialog: Dialog) -> list[Thing]:
    """All buttons."""
    sets = [a for e in elements(dialog) if e.get("type") == "ActionSet" for a in e["actions"]]
    return [*sets, *dialog.card.get("actions", [])]


def submit_of(dialog: Dialog) -> Thing:
    """The button that sends the form in."""
    (found,) = [a for a in actions(dialog) if "form" in a.get("data", {})]
    return found


def words_of(dialog: Dialog) -> str:
    """All words, in the order in which they are read."""
    return " ".join(" ".join(_words(dialog)).split())


def _words(dialog: Dialog) -> Iterator[str]:
    for element in elements(dialog):
        yield from (str(element[n]) for n in ("label", "text") if element.get(n))
        yield "".join(run["text"] for run in element.get("inlines", []))
        yield from (choice["title"] for choice in element.get("choices", []))


def accepted(dialog: Dialog) -> Dialog:
    """Return the dialog, which Teams would take."""
    assert problems(dialog) == []
    return dialog


def problems(dialog: Dialog) -> list[str]:
    """What Teams would refuse, or show to nobody's use."""
    return [*_of_a_dialog(dialog), *check_card(_ordinary(dialog.card))]


def _ordinary(thing: Any) -> Any:  # noqa: ANN401 - JSON
    """The same without what the limits do not know: a table's cells, and searches for people."""
    if isinstance(thing, list):
        return [_ordinary(each) for each in thing]
    if not isinstance(thing, dict):
        return thing
    if thing.get("type") == "Table":
        cells = [cell for row in thing["rows"] for cell in row["cells"]]
        return {"type": "Container", "items": [i for c in cells for i in _ordinary(c["items"])]}
    if "choices.data" in thing:
        kept = {k: v for k, v in thing.items() if k not in {"choices.data", "value"}}
        return kept | {"choices": [{"title": "Somebody", "value": "somebody"}]}
    return {name: _ordinary(value) for name, value in thing.items()}


def _of_a_dialog(dialog: Dialog) -> list[str]:
    card = dialog.card
    text = json.dumps(card, ensure_ascii=False, allow_nan=False)
    ids = [e["id"] for e in elements(dialog) if "id" in e]
    found = {
        "not UTF-8": not _encodes(text),
        "larger than 80 kB": len(text.encode("utf-16-le", "surrogatepass")) > 80_000,
        "title": not 0 < len(dialog.title) <= 64,
        "version": card["version"] != "1.5",
        "the same id twice": len(ids) != len(set(ids)),
        "empty": not card["body"],
        "too many buttons": len(card.get("actions", [])) > 6,
        "a button without words": any(not a["title"].strip() for a in actions(dialog)),
        "a text without words": any(not e["text"].strip() for e in _of(dialog, "TextBlock")),
        "a rich text without words": any(not e["inlines"] for e in _of(dialog, "RichTextBlock")),
        "an input without a label": any(not e["label"].strip() for e in inputs(dialog).values()),
        "a field without an error": any(
            e.get("isRequired") and not e.get("errorMessage") for e in inputs(dialog).values()
        ),
    }
    menus = [f"menu {e['id']}" for e in _of(dialog, "Input.ChoiceSet") if not _good_menu(e)]
    return [name for name, bad in found.items() if bad] + menus


def _of(dialog: Dialog, kind: str) -> list[Thing]:
    return [e for e in elements(dialog) if e.get("type") == kind]


def _good_menu(menu: Thing) -> bool:
    values = choices(menu)
    first = [v for v in str(menu.get("value", "")).split(",") if v]
    searched = "choices.data" in menu
    full = all(c["value"] and c["title"].strip() and "," not in c["value"] for c in menu["choices"])
    return full and len(values) == len(set(values)) and (searched or set(first) <= set(values))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
