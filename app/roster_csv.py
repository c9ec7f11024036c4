"""A roster as a spreadsheet saves it, read into the same shape as one in YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.disk import MEGABYTE, read_bytes
from scenarios.problems import Problem, ScenarioError, choice, quoted
from scenarios.yaml_source import YamlSource
from scenarios.yaml_tree import Place, Trail

_NEEDED = ("id", "name", "roles")
_LISTS = ("roles", "coaches", "manages")
_COLUMNS = ("id", "name", "roles", "team", "time_zone", "coaches", "manages")

Row = tuple[int, list[str]]  # the line on which it begins, and its cells


def read_csv(path: Path) -> tuple[YamlSource, list[Problem]]:
    """Return the people of a CSV file and where each value stands, and what is wrong in its text.

    Empty cells are fields that are not there. Raises ScenarioError when there is no going on.
    """
    content = read_bytes(path, MEGABYTE)
    rows = list(_rows(path, _decode(path, content)))
    if not rows:
        raise ScenarioError([Problem(path, 0, "", "the file is empty", "Write a header into it.")])
    line, header = rows[0][0], [cell.lower() for cell in rows[0][1]]
    problems = [Problem(path, line, *trouble) for trouble in _header(header)]
    if problems:
        raise ScenarioError(problems)
    people: list[dict[str, Any]] = []
    places: dict[Trail, Place] = {(): Place(line, 1), ("people",): Place(line, 1)}
    for at, cells in rows[1:]:
        if len(cells) > len(header):
            problems.append(_too_many(path, at, len(cells), len(header)))
        fields = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
        places |= _places(("people", len(people)), at, fields)
        people.append({name: _value(name, cell) for name, cell in fields.items()})
    return YamlSource(path, content, {"people": people}, places), problems


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        mend = 'Save it as UTF-8; Excel calls it "CSV UTF-8".'
        raise ScenarioError([Problem(path, line, "", "the file is not UTF-8", mend)]) from error


def _rows(path: Path, text: str) -> Iterator[Row]:
    """Yield the rows in which anything stands."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        mend = 'Put text that holds a quote in quotes, and write the quote twice: "".'
        raise ScenarioError([Problem(path, line, "", f"this is no CSV ({error})", mend)]) from error


def _header(header: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield field, what is wrong, and mend."""
    if len(header) == 1 and ";" in header[0]:
        what = "the columns are separated by semicolons"
        yield "", what, "Separate them by commas; semicolons separate the items of a list."
        return
    while header and not header[-1]:
        header.pop()  # spreadsheets leave empty columns at the right
    for number, name in enumerate(header):
        if name not in _COLUMNS:
            yield "", f"{quoted(name)} is no column here", choice(name, _COLUMNS)
        elif name in header[:number]:
            yield name, "this column stands here twice", "Keep one of them."
    for name in _NEEDED:
        if name not in header:
            yield name, "this column is missing", f"The columns are {', '.join(_COLUMNS)}."


def _too_many(path: Path, line: int, cells: int, columns: int) -> Problem:
    what = f"there are {cells} cells here, and {columns} columns"
    return Problem(path, line, "", what, "Put text that holds a comma in quotes.")


def _value(name: str, cell: str) -> str | list[str]:
    return _items(cell) if name in _LISTS else cell


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";") if item.strip()]


def _places(row: Trail, line: int, fields: dict[str, str]) -> dict[Trail, Place]:
    places = {row: Place(line, 1)}
    for name, cell in fields.items():
        places[*row, name] = Place(line, 1, cell)
        if name in _LISTS:
            places |= {(*row, name, n): Place(line, 1, one) for n, one in enumerate(_items(cell))}
    return places
