"""Tells in the terminal what a check of a chat platform found."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from bots.chat.findings import Finding, Level

_MARKS = {Level.GOOD: "✓", Level.UNSURE: "?", Level.WRONG: "✗"}


def tell(found: Sequence[Finding]) -> None:
    """Print what was found, one a line; ends with exit code 1 when something is wrong."""
    for finding in found:
        click.echo(f"{_MARKS[finding.level]} {finding}")
    if any(finding.level is Level.WRONG for finding in found):
        sys.exit(1)
