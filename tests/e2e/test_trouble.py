"""A full disk and a locked database, under a real server and a real browser.

The disk is full when the server may not let a file grow: the kernel refuses its writes, as it does
on a disk with no room.
"""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import Page, expect

from tests.e2e.server import Server
from tests.e2e.steps import begin, customer_lines, say, trainee_lines

WORDS = "Hello Dana, what email is on the account?"


@contextmanager
def full_disk(server: Server) -> Iterator[None]:
    """Let no file of the server's grow while the block runs."""
    _, most = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, most))
    yield
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database's write lock from another program while the block runs."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.rollback()
    other.close()


async def test_a_full_disk_is_told_and_harms_nothing(page: Page, server: Server) -> None:
    await begin(page, server.url, "Charged twice")
    with full_disk(server):
        await say(page, WORDS)
        await expect(page.locator("#pending")).to_contain_text("ot sent")
    await page.locator("#pending").get_by_role("button", name="Try again").click()
    await expect(trainee_lines(page)).to_have_count(1)
    await expect(customer_lines(page)).to_have_count(2)
    assert WORDS not in server.log()


async def test_a_locked_database_is_waited_out(page: Page, server: Server, tmp_path: Path) -> None:
    await begin(page, server.url, "Charged twice")
    with locked(tmp_path / "scrimmage.db"):
        await say(page, WORDS)
        await expect(page.locator("#pending .say")).to_have_count(1)
    await expect(customer_lines(page)).to_have_count(2)
    await page.reload()
    await expect(trainee_lines(page)).to_have_count(1)
