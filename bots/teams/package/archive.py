"""The package as a file: the same app gives the same bytes, on every machine and day."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bots.teams.package.manifest import COLOR_ICON, OUTLINE_ICON, App, manifest

_HERE = Path(__file__).parent
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say."""
_UNIX = 3
_READABLE = 0o644 << 16


def build_package(app: App) -> bytes:
    """Return the zip to upload to Teams. Raises ValueError without an https address."""
    told = json.dumps(manifest(app), indent=2, ensure_ascii=False) + "\n"
    files = {
        "manifest.json": told.encode(),
        COLOR_ICON: (_HERE / COLOR_ICON).read_bytes(),
        OUTLINE_ICON: (_HERE / OUTLINE_ICON).read_bytes(),
    }
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(_entry(name), content)
    return written.getvalue()


def _entry(name: str) -> ZipInfo:
    """Stored, not packed: another zlib would pack it to other bytes."""
    entry = ZipInfo(name, _MOMENT)
    entry.compress_type = ZIP_STORED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
