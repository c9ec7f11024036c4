"""Who gets in, and what they may see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.web import sign_link
from bots.web.access import COOKIE, SESSION_DAYS
from tests.house import COACH, OTHER, TRAINEE
from tests.web_house import WebHouse

PAGES = ["/", "/assignments/as1", "/attempts/t1", "/attempts/t1/transcript", "/attempts/t1/events"]


@pytest.mark.parametrize("path", PAGES)
async def test_without_a_link_every_page_refuses_kindly(pages: WebHouse, path: str) -> None:
    async with pages.visit() as nobody:
        status, text = await nobody.get(path)

    assert status == 403
    assert "Ask your administrator" in text


async def test_static_files_are_open(pages: WebHouse) -> None:
    async with pages.visit() as nobody:
        status, _ = await nobody.get("/static/base.css")

    assert status == 200


async def test_a_link_lets_its_person_in_and_leads_to_its_page(pages: WebHouse) -> None:
    url = pages.link(TRAINEE, "/assignments/as1")
    async with pages.visit() as visitor, visitor.session.get(url) as response:
        text = await response.text()
        cookie = response.history[0].headers["Set-Cookie"]

    assert "A sample" in text
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


async def test_over_https_the_cookie_is_secure(pages: WebHouse) -> None:
    await pages.stop()
    pages.settings = replace(pages.settings, base_url="https://scrimmage.test")
    await pages.serve()
    async with pages.visit() as visitor:
        url = pages.link(TRAINEE)
        async with visitor.session.get(url, allow_redirects=False) as response:
            assert "Secure" in response.headers["Set-Cookie"]


async def _enters(pages: WebHouse, url: str) -> int:
    async with (
        pages.visit() as visitor,
        visitor.session.get(url, allow_redirects=False) as response,
    ):
        assert (COOKIE in response.cookies) == (response.status == 303)
        return response.status


async def test_an_expired_link_is_refused(pages: WebHouse) -> None:
    link = pages.link(TRAINEE)
    assert await _enters(pages, link) == 303

    pages.inner.clock.passes(61 * 60)

    assert await _enters(pages, link) == 403


async def test_a_forged_link_is_refused(pages: WebHouse) -> None:
    base = str(pages.base).rstrip("/")
    forger = replace(pages.settings, base_url=base, secret="another secret")
    neighbour = replace(pages.settings, base_url=base, workspace="elsewhere")
    now = pages.inner.clock.now()

    assert await _enters(pages, sign_link(forger, TRAINEE, now=now)) == 403
    assert await _enters(pages, sign_link(neighbour, TRAINEE, now=now)) == 403
    assert await _enters(pages, pages.link(TRAINEE) + "x") == 403
    assert await _enters(pages, pages.link("nobody")) == 403
    assert await _enters(pages, f"{base}/enter") == 403


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example"])
async def test_a_link_leads_nowhere_else(pages: WebHouse, to: str) -> None:
    async with pages.visit() as visitor:
        url = pages.link(TRAINEE, to)
        async with visitor.session.get(url, allow_redirects=False) as response:
            assert response.headers["Location"] == "/"


async def test_a_session_ends_some_day(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        assert (await trainee.get("/"))[0] == 200
        pages.inner.clock.passes(SESSION_DAYS * 24 * 3600)
        assert (await trainee.get("/"))[0] == 403


async def test_somebody_elses_attempt_is_refused_with_whom_to_ask(pages: WebHouse) -> None:
    await pages.inner.start()
    for path in ("/attempts/t1", "/attempts/t1/transcript", "/assignments/as1"):
        async with pages.visit(OTHER) as other:
            status, text = await other.get(path)
        assert status == 403
        assert "administrator" in text


async def test_only_the_trainee_talks_in_a_call(pages: WebHouse) -> None:
    await pages.inner.start()
    async with pages.visit(COACH) as coach:
        assert (await coach.get("/attempts/t1"))[0] == 200
        said = await coach.post("/attempts/t1/say", json={"text": "Hi", "key": "k" * 12})
        ended, _ = await coach.post("/attempts/t1/end")
        remark, _ = await coach.post("/attempts/t1/remark", data={"text": "Well done"})

    assert (said[0], ended, remark) == (403, 403, 403)
    assert "as soon as it has ended" in said[1]["mend"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": ""},
        {"X-Form-Token": "guessed"},
        {"X-Form-Token": ""},
    ],
)
async def test_another_site_cannot_send_a_form(pages: WebHouse, headers: dict[str, str]) -> None:
    async with pages.visit(TRAINEE) as trainee:
        status, _ = await trainee.post("/assignments/as1/accept", headers=headers)

    assert status == 403


async def test_headers_keep_pages_to_themselves(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee, trainee.session.get(pages.base) as response:
        headers = response.headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
