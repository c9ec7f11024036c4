"""What people fill in: inputs of Adaptive Cards, within Teams' limits.

An input's `id` is the name under which its answer comes back, as a string: a date as 2026-03-04, a
time as 14:05, several choices joined by commas.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Literal

from bots.chat.texts import fit
from bots.teams.texts import escaped, guarded

Element = dict[str, Any]
LABEL, CHOICE = 200, 120
_Style = Literal["compact", "expanded", "filtered"]


def text_input(  # noqa: PLR0913 - as many as an input has sides; all but two by name
    name: str,
    label: str,
    *,
    value: str = "",
    hint: str = "",
    most: int = 0,
    lines: bool = False,
    required: str = "",
) -> Element:
    """Words; `lines`: more than one. `required` is what to say to whoever leaves it empty."""
    return {
        "type": "Input.Text",
        **_named(name, label, required),
        **_filled(value=guarded(value), placeholder=fit(hint, LABEL), maxLength=most),
        "isMultiline": lines,
    }


def number_input(  # noqa: PLR0913 - as many as an input has sides; all but two by name
    name: str,
    label: str,
    *,
    value: float | None = None,
    least: float | None = None,
    most: float | None = None,
    hint: str = "",
    required: str = "",
) -> Element:
    """A number, from `least` to `most`."""
    bounds = {"value": value, "min": least, "max": most}
    return {
        "type": "Input.Number",
        **_named(name, label, required),
        **{key: each for key, each in bounds.items() if each is not None},
        **_filled(placeholder=fit(hint, LABEL)),
    }


def choice_input(  # noqa: PLR0913 - as many as an input has sides; all but three by name
    name: str,
    label: str,
    choices: Sequence[tuple[str, str]],
    *,
    value: str = "",
    style: _Style = "compact",
    several: bool = False,
    hint: str = "",
    required: str = "",
) -> Element:
    """Choices as (value, words); `several` may be chosen. "filtered" lets people type to find."""
    # Titles of buttons are read as Markdown where those of a menu are not.
    words = escaped if style == "expanded" else guarded
    told = [{"title": words(fit(w, CHOICE)).strip() or "–", "value": v} for v, w in choices]
    return {
        "type": "Input.ChoiceSet",
        **_named(name, label, required),
        "choices": told,
        "style": style,
        "isMultiSelect": several,
        "wrap": True,
        **_filled(value=value, placeholder=fit(hint, LABEL)),
    }


def date_input(name: str, label: str, *, value: date | None = None, required: str = "") -> Element:
    """A day."""
    filled = {"value": value.isoformat()} if value else {}
    return {"type": "Input.Date", **_named(name, label, required), **filled}


def time_input(name: str, label: str, *, value: time | None = None, required: str = "") -> Element:
    """A time of the day."""
    filled = {"value": f"{value:%H:%M}"} if value else {}
    return {"type": "Input.Time", **_named(name, label, required), **filled}


def _named(name: str, label: str, required: str) -> Element:
    needed = {"isRequired": True, "errorMessage": fit(required, LABEL)} if required else {}
    return {"id": name, "label": fit(label, LABEL), **needed}


def _filled(**given: str | int) -> Element:
    return {key: each for key, each in given.items() if each}
