"""What `tests/setup.sh` found on this machine: the programs that tests drive."""

import os
from pathlib import Path

_FILE = Path(__file__).parent.parent / ".test-env"


def found(name: str) -> Path:
    """The path that is known as `name`, for example SCRIMMAGE_TEST_CHROMIUM.

    The environment goes before the file. Raises LookupError when neither names it.
    """
    value = os.environ.get(name) or _written().get(name)
    if not value:
        raise LookupError(f"{name} is not known: run 'make test', or tests/setup.sh, first.")
    return Path(value)


def _written() -> dict[str, str]:
    if not _FILE.exists():
        return {}
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {key: value for key, _, value in (line.partition("=") for line in lines)}
