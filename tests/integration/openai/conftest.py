"""One llama.cpp server for all tests that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.llama import llama_server


@pytest.fixture(scope="session")
def llama() -> Iterator[str]:
    """The address of a running llama.cpp server."""
    with llama_server() as address:
        yield address
