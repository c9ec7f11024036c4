"""The demo is open to people at this machine, and to nobody else."""

from __future__ import annotations

import pytest

from tests.house import COACH
from tests.web_house import WebHouse


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "LOCALHOST:1"])
async def test_it_is_open_on_this_machine(demo: WebHouse, host: str) -> None:
    async with demo.visit(Host=host) as visitor:
        status, text = await visitor.get("/")

    assert status == 200
    assert "Demo: you are" in text


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "10.0.0.7"},
        {"Host": "localhost@evil.example:80"},
        {"Forwarded": "for=203.0.113.9"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Host": "localhost"},
        {"Via": "1.1 proxy"},
    ],
)
async def test_it_is_closed_to_other_names_and_proxies(
    demo: WebHouse, headers: dict[str, str]
) -> None:
    async with demo.visit(**headers) as visitor:
        assert (await visitor.get("/"))[0] == 403


async def test_a_demo_cookie_opens_nothing_through_a_proxy(demo: WebHouse) -> None:
    async with demo.visit() as visitor:
        assert (await visitor.get("/"))[0] == 200
        assert (await visitor.get("/", **{"X-Forwarded-For": "203.0.113.9"}))[0] == 403


async def test_one_chooses_who_one_is(demo: WebHouse) -> None:
    async with demo.visit() as visitor:
        status, _ = await visitor.post("/become", data={"person": COACH})
        _, text = await visitor.get("/")

    assert status == 303
    assert "Cleo." in text
    assert "My people" in text


async def test_nobody_becomes_somebody_else_outside_a_demo(pages: WebHouse) -> None:
    async with pages.visit(COACH) as coach:
        status, _ = await coach.post("/become", data={"person": "tia"})

    assert status == 403
