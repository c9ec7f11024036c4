"""Asks an address at the start whether it will do, and says plainly what is wrong when not."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.chat import Chat
from adapters.models.openai.connection import Connection
from adapters.models.openai.errors import asked
from adapters.models.openai.settings import OpenAISettings
from core.errors import PracticeError

if TYPE_CHECKING:
    import openai

_NAMED = 8
"""Models that are named when ours is not among them."""
_ADDRESS = "Check SCRIMMAGE_OPENAI_BASE_URL: it ends in /v1 as a rule."
_KEY = "Check SCRIMMAGE_OPENAI_API_KEY."


async def check_address(settings: OpenAISettings) -> None:
    """Raise PracticeError, with the mend, when no customer can be had with these settings."""
    host = host_of(settings.base_url)
    if not settings.api_key and not is_local(host):
        raise PracticeError(
            f"There is no key for the model at {host}.", "Set SCRIMMAGE_OPENAI_API_KEY."
        )
    if not settings.model:
        raise PracticeError("No model is named.", "Set SCRIMMAGE_OPENAI_MODEL.")
    chat = Chat(settings)
    try:
        await _Probe(chat, host).run()
    finally:
        await chat.aclose()


def host_of(url: str) -> str:
    """Return the host of a web address. Raises PracticeError when it is none."""
    try:
        parts = urlsplit(url)
        host, scheme = parts.hostname, parts.scheme
    except ValueError:
        host, scheme = None, ""
    if not host or scheme not in {"http", "https"}:
        raise PracticeError("The model's address is no web address.", _ADDRESS)
    return host


def is_local(host: str) -> bool:
    """Whether the host is this machine or its network, where servers ask for no key."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))


@dataclass(frozen=True, slots=True)
class _Probe:
    chat: Chat
    host: str

    async def run(self) -> None:
        listed = await self._listed()
        model = self.chat.settings.model
        if listed is not None and model in listed:
            return
        try:
            await self._greet()
        except ModelError as error:
            if error.kind in {Failure.UNKNOWN_MODEL, Failure.BAD_REQUEST}:
                raise _unknown(model, self.host, listed or ()) from None
            raise self._told(error) from None

    async def _listed(self) -> Sequence[str] | None:
        """The models the server names, None when it has no list. Raises PracticeError."""
        try:
            return await models_at(self.chat)
        except ModelError as error:
            if error.kind not in {Failure.UNKNOWN_MODEL, Failure.BAD_ANSWER, Failure.BAD_REQUEST}:
                raise self._told(error) from None
            await self._suggest_v1()
            if error.kind is Failure.BAD_ANSWER:
                raise self._told(error) from None
        return None

    async def _suggest_v1(self) -> None:
        """Raise PracticeError when the address works with /v1 behind it."""
        url = self.chat.settings.base_url.rstrip("/")
        if url.endswith("/v1"):
            return
        other = Chat(replace(self.chat.settings, base_url=f"{url}/v1"))
        try:
            await models_at(other)
        except ModelError:
            return
        finally:
            await other.aclose()
        raise PracticeError(
            "The model's address lacks its end.",
            f"Set SCRIMMAGE_OPENAI_BASE_URL to {url}/v1.",
        )

    async def _greet(self) -> None:
        """Ask for one word: not every server lists all the models that it serves."""
        within = self.chat.settings.timeout_s
        await self.chat.complete("Answer with one word.", "Hello.", within, max_tokens=1)

    def _told(self, error: ModelError) -> PracticeError:
        sentence, mend = _TOLD.get(error.kind, (str(error), "Try again in a minute."))
        return PracticeError(sentence.format(host=self.host), mend)


_TOLD = {
    Failure.WRONG_KEY: ("{host} does not accept the key.", _KEY),
    Failure.UNREACHABLE: (
        "{host} cannot be reached.",
        "Check SCRIMMAGE_OPENAI_BASE_URL, and that the server runs.",
    ),
    Failure.TIMEOUT: (
        "{host} did not answer in time.",
        "Check that it runs, or give it longer with SCRIMMAGE_OPENAI_TIMEOUT_S.",
    ),
    Failure.OVER_TIME: (
        "{host} did not answer in time.",
        "Check that it runs, or give it longer with SCRIMMAGE_OPENAI_TIMEOUT_S.",
    ),
    Failure.BAD_ANSWER: ("{host} does not answer as a model's server does.", _ADDRESS),
    Failure.BROKEN_STREAM: ("{host} does not answer as a model's server does.", _ADDRESS),
}


def _unknown(model: str, host: str, listed: Sequence[str]) -> PracticeError:
    sentence = f"{host} does not serve the model {model}."
    if not listed:
        return PracticeError(sentence, "Check SCRIMMAGE_OPENAI_MODEL and the address.")
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return PracticeError(sentence, f"It lists {', '.join(listed[:_NAMED])}{more}.")


async def models_at(connection: Connection) -> Sequence[str]:
    """Return the ids that the server lists. Raises ModelError."""
    answer = await asked(_list(await connection.open()), connection.settings.timeout_s)
    try:
        ids = [str(model["id"]) for model in json.loads(answer)["data"]]
    except (ValueError, KeyError, TypeError):
        raise ModelError(Failure.BAD_ANSWER) from None
    return sorted(ids)


async def _list(client: openai.AsyncOpenAI) -> Any:  # noqa: ANN401 - bytes, which the SDK types loosely
    # Read raw: the SDK would take a web page for a list of models.
    return (await client.models.with_raw_response.list()).http_response.content
