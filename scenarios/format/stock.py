"""The stock file: lines that any customer of one language may say."""

from __future__ import annotations

from scenarios.format.cues import ActLinesFile
from scenarios.format.fields import FileModel


class StockFile(FileModel):
    """Lines that any customer of one language may say. Scenarios' and personas' come first."""

    lines: ActLinesFile
    """Lines filed under what the customer does with them."""
