"""What models are told: templates, and a digest by which a record can name them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).parent


def render(name: str, /, **values: object) -> str:
    """Fill the template `name` (without its ending). Raises UndefinedError for a missing value."""
    return _environment().get_template(f"{name}.j2").render(**values).strip()


@cache
def revision(prefix: str = "") -> str:
    """Return twelve hex digits that change when a template whose name starts so changes."""
    digest = hashlib.sha256()
    for path in sorted(_FOLDER.glob(f"{prefix}*.j2")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


@cache
def _environment() -> Environment:
    # Prompts are plain text: what looks like markup in them is meant for nobody's browser.
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701
        keep_trailing_newline=False,
    )
