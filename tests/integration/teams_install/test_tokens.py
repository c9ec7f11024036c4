"""Tokens as the bot uses them: asked for once, and kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bots.teams.settings import Identity, TeamsSettings
from bots.teams.tokens import TokenRefused, Tokens
from core.errors import ProviderError
from tests.integration.teams_install.entra import TOKEN, Entra


@pytest.fixture
async def tokens(bot: TeamsSettings) -> AsyncIterator[Tokens]:
    tokens = Tokens(bot, call_s=5)
    yield tokens
    await tokens.close()


async def test_a_token_is_asked_for_once(entra: Entra, tokens: Tokens) -> None:
    assert await asyncio.gather(*(tokens.get() for _ in range(5))) == [TOKEN] * 5
    assert len(entra.asked) == 1


async def test_a_secret_that_is_mended_is_taken_up(entra: Entra, tokens: Tokens) -> None:
    entra.code = 7000222
    with pytest.raises(TokenRefused) as caught:
        await tokens.get()
    assert (caught.value.code, caught.value.retryable) == ("7000222", True)
    entra.code = 0
    assert await tokens.get() == TOKEN


async def test_without_an_answer_it_may_be_asked_again(entra: Entra, tokens: Tokens) -> None:
    entra.trouble = 503
    with pytest.raises(ProviderError) as caught:
        await tokens.get()
    assert caught.value.retryable
    assert not isinstance(caught.value, TokenRefused)


async def test_the_playground_asks_for_none() -> None:
    tokens = Tokens(TeamsSettings(identity=Identity.NONE))
    assert await tokens.get() == ""
    await tokens.close()
