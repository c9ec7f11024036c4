"""The people of the workspace, for an administrator to choose one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bots.chat.forms import people as known
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from bots.chat.texts import fit
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.menus import within
from bots.teams.elements import Element, heading, rich, small
from bots.teams.names import Verb
from bots.teams.sizes import size
from bots.teams.texts import bold, lined, subtle
from core.contacts import Contact
from core.people import Person

HERE, ELSEWHERE = "here", "elsewhere"
_MENU, _LIST = 30_000, 30_000  # bytes
_HERE = Question("Somebody who is here, or has met me")
_ELSEWHERE = Question("Somebody else in your organisation", "Search by name.")
_NOBODY = "Choose somebody in one of the two lists."
_BOTH = "Choose in one of the two lists only."
_EMPTY = "There is nobody here yet."


def dialog(
    people: Sequence[Person],
    contacts: Sequence[Contact] = (),
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return the list, with menus above it: of everybody here, and of the organisation.

    `contacts` are people who have met the app.
    """
    fields, listed = Fields(errors or {}, answers), known.listed(people)
    choices = within(_choices(listed, contacts), _MENU)
    here = [fields.choice(_HERE, HERE, choices, style="filtered")] if choices else []
    parts: list[Asked | Element] = [
        *rich([known.INTRO]),
        *here,
        fields.somebody(_ELSEWHERE, ELSEWHERE),
        heading("Who is here", size="Medium"),
        *_list(listed),
    ]
    return form(known.TITLE, parts, Sends(Verb.PEOPLE, words="Go on"), fields.errors)


def _choices(listed: Sequence[Person], contacts: Iterable[Contact]) -> list[Choice]:
    here = {person.id for person in listed}
    met = sorted((c for c in contacts if c.id not in here), key=lambda c: (c.name, c.id))
    new = [Choice(f"{fit(c.name, known.NAME_FITS) or c.id} · new here", c.id) for c in met]
    return [*(Choice(f"{_name(p)} · {known.about(p)}", p.id) for p in listed), *new]


def _name(person: Person) -> str:
    return fit(person.name, known.NAME_FITS)


def _list(listed: Sequence[Person]) -> list[Element]:
    shown: list[Element] = []
    room = _LIST
    for number, person in enumerate(listed):
        row = rich(lined([bold(_name(person))], [subtle(known.about(person))]))
        room -= size(row)
        if room < 0:
            return [*shown, *small(f"And {len(listed) - number} more.")]
        shown += row
    return shown or rich([_EMPTY])


def read(answers: Answers) -> str | Errors:
    """Return the id of whoever was chosen, or what is wrong."""
    chosen = {answers.choice(HERE), answers.choice(ELSEWHERE)} - {""}
    if len(chosen) > 1:
        return {ELSEWHERE: _BOTH}
    return next(iter(chosen), "") or {ELSEWHERE: _NOBODY}
