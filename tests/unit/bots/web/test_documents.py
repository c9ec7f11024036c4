"""Documents are readable, harmless, and the only files that are served."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from bots.web.documents import find, markdown
from core.commands import Say
from core.reading import Reading
from core.stances import Stance
from tests.fakes.customer import ScriptedCustomer
from tests.house import OTHER, TRAINEE
from tests.web_house import WebHouse


def test_markdown_is_read_without_its_html() -> None:
    html = markdown("# Title\n\n<script>x</script> [a](javascript:x) | **b**\n\n- [c](https://d.e)")

    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<h3>Title</h3>" in html
    assert '<a href="https://d.e" target="_blank" rel="noopener noreferrer">' in html


def test_tables_are_tables() -> None:
    assert "<td>2</td>" in markdown("| a | b |\n|---|---|\n| 1 | 2 |")


@pytest.mark.parametrize(
    "name", ["../outside.md", "/etc/passwd", "secret.txt", "documents", "", "none.md", "a\x00.md"]
)
def test_nothing_else_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.md").write_text("outside")
    files = tmp_path / "files"
    (files / "documents").mkdir(parents=True)
    (files / "secret.txt").write_text("secret")

    assert find((files,), name) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text("outside")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "inside.md").symlink_to(tmp_path / "outside.md")

    assert find((tmp_path / "files",), "inside.md") is None


async def test_the_briefing_shows_its_documents(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/assignments/as1")
        status, raw = await trainee.get("/assignments/as1/documents/guide")
        missing, _ = await trainee.get("/assignments/as1/documents/secret")

    assert "Refund <strong>within</strong> 5 days. &lt;script&gt;" in text
    assert (status, missing) == (200, 404)
    assert raw.startswith("# The guide")


async def test_what_the_customer_may_show_is_served_once_it_was_shown(pages: WebHouse) -> None:
    await pages.inner.start()
    path = "/attempts/t1/documents/statement"
    scripted = cast("ScriptedCustomer", pages.inner.customer)
    scripted.readings = [Reading(frozenset({Stance.REQUESTS}), tool="app")]
    async with pages.visit(TRAINEE) as trainee, pages.visit(OTHER) as other:
        before, _ = await trainee.get(path)
        assert await pages.inner.does(Say("t1", "Check your app.")) == ""
        after, _ = await trainee.get(path)
        strange, _ = await other.get(path)
        async with trainee.session.get(pages.base.with_path(path)) as response:
            headers = response.headers

    assert (before, after, strange) == (404, 200, 403)
    assert headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "script" not in headers["Content-Security-Policy"]


async def test_only_faces_of_the_library_are_pictures(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        for name in ("statement.svg", "guide.md", "..%2Fsecret.txt", "%00"):
            assert (await trainee.get(f"/pictures/{name}"))[0] == 404
