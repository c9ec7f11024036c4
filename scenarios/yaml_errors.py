"""What is wrong with text that is not YAML, in words for people who do not know the grammar."""

from __future__ import annotations

import yaml

from scenarios.problems import quoted
from scenarios.yaml_tree import Complaint

_INDENT = "Check the indentation: what belongs together starts in the same column."
_QUOTES = "Put the text in quotes."
# A part of the parser's own message, what it means, and the mend. The first that fits is taken.
_MEANINGS = (
    ("mapping values are not allowed", "a colon stands where none can", _QUOTES),
    ("cannot start any token", "a character stands where a text cannot begin with it", _QUOTES),
    ("end of stream", "a quotation mark or bracket is never closed", "Close it."),
    ("expected key", "this line does not fit the lines above it", f"{_INDENT} Or: {_QUOTES}"),
    ("block end", "this line does not fit the lines above it", f"{_INDENT} Or: {_QUOTES}"),
    ("expected ':'", "a line has no colon after its key", f'Write "key: value". {_INDENT}'),
    ("',' or", "a bracket is not closed, or a comma is missing", "Check the brackets."),
    ("escape", "a backslash in double quotes begins nothing known", "Use single quotes."),
    ("hexdecimal", "a backslash in double quotes begins nothing known", "Use single quotes."),
    ("sequence entries are not allowed", "a dash stands where none can", _INDENT),
)


def explained(error: yaml.YAMLError, text: str) -> Complaint:
    """Return line, what and mend for what the parser said about `text`."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0, f"this is not YAML ({quoted(error)})", "Check for odd characters."
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    lines = text.splitlines()
    if any(_tabbed(row) for row in lines[max(0, line - 2) : line]):
        return line, "a tab stands in the indentation", "Use spaces."
    said = error.problem or ""
    for part, what, mend in _MEANINGS:
        if part in said:
            return line, what, mend
    return line, f"this is not YAML ({said})", _INDENT


def _tabbed(row: str) -> bool:
    return "\t" in row[: len(row) - len(row.lstrip())]
