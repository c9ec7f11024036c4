"""What this machine has for tests: the programs that `tests/setup.sh` found, and free ports."""

import os
import socket
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


def free_port() -> int:
    """Return a port of this machine's own address that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _written() -> dict[str, str]:
    if not _FILE.exists():
        return {}
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {key: value for key, _, value in (line.partition("=") for line in lines)}
