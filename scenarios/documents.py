"""Documents of a scenario: where they may lie, and whether they are what they say."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from pathlib import Path

from scenarios.disk import MEGABYTE, unreadable
from scenarios.problems import quoted

MAX_BYTES = 20 * MEGABYTE
_HEAD = 65_536


class Unusable(Exception):  # noqa: N818 - said of the document, which need not be an error
    """A document that cannot be used; carries what is wrong and the mend."""


def root_of(scenario: Path) -> Path:
    """Return the folder that everything of a scenario has to lie in.

    It is the folder around `scenarios/`, or the scenario's own folder when that has another
    name, or when the folder around it is the whole disk.
    """
    folder = scenario.resolve().parent
    around = folder.parent
    return around if folder.name == "scenarios" and around != around.parent else folder


def locate(scenario: Path, name: str) -> Path:
    """Return the path of a document, with links followed. Raises Unusable."""
    if "://" in name or "\\" in name or name.startswith(("/", "~")):
        what = f"{quoted(name)} is no path seen from the scenario's folder"
        raise Unusable(what, "Write one such as ../documents/guide.md.")
    try:
        path = (scenario.resolve().parent / name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise Unusable(f"{quoted(name)} is no path", "Check the spelling.") from error
    root = root_of(scenario)
    if not path.is_relative_to(root):
        what = f"{quoted(name)} leads out of the folder {quoted(root.name)}"
        raise Unusable(what, "Put the document beside the scenario, or into ../documents.")
    _look(path, name)
    return path


def _look(path: Path, name: str) -> None:
    test = _TESTS.get(path.suffix.lower())
    if test is None:
        raise Unusable(f"{quoted(name)} cannot be shown", f"Use one of {', '.join(_TESTS)}.")
    if trouble := unreadable(path, MAX_BYTES):
        raise Unusable(f"{quoted(name)}: {trouble[0]}", trouble[1])
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        what = f"{quoted(name)} cannot be read ({error.strerror})"
        raise Unusable(what, "Check who may read it.") from error
    if not test(head):
        kind = path.suffix[1:].upper()
        raise Unusable(f"{quoted(name)} is not a {kind} file", f"Save it as {kind}, or rename it.")


def digest(path: Path) -> bytes:
    """Return the SHA-256 of what a file holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _is_text(head: bytes) -> bool:
    try:
        # Of a longer file, the last character may be cut.
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < _HEAD)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head


_TESTS: dict[str, Callable[[bytes], bool]] = {
    ".md": _is_text,
    ".pdf": lambda head: b"%PDF-" in head[:1024],
    ".png": lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"),
    ".svg": lambda head: b"<svg" in head,
    ".jpg": lambda head: head.startswith(b"\xff\xd8\xff"),
    ".webp": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
}
