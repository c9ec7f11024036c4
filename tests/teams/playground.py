"""The Agents Playground, written by Microsoft, as a process of its own: a Teams to test against.

It keeps chats, channels, threads and cards, and logs each request between it and a bot, in either
direction. It has one bot, which needs no token, and knows no rates, and no dialogs of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.environment import found, free_port

Thing = Mapping[str, Any]
_READY_S, _SEES_S = 60.0, 30.0
_OURS = "User Application"


@dataclass(frozen=True, slots=True)
class Logged:
    """A request and its answer. `ours`: the bot sent it. `id` is the message's or activity's."""

    ours: bool
    kind: str
    id: str
    body: Thing
    status: int
    answer: Any

    @property
    def conversation(self) -> str:
        """Where it was, as far as it says."""
        return str((self.body.get("conversation") or {}).get("id") or "")


@dataclass
class Log:
    """All that was logged so far."""

    entries: list[Logged] = field(default_factory=list)
    _more: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def add(self, entry: Logged) -> None:
        """Append an entry, and wake who waits for it."""
        async with self._more:
            self.entries.append(entry)
            self._more.notify_all()

    async def sees(
        self, wanted: Callable[[Logged], bool], after: int = 0, what: str = "what was waited for"
    ) -> Logged:
        """Return the first entry from this number on that is wanted; wait until it is there."""
        at = after

        def found() -> Logged | None:
            nonlocal at
            while at < len(self.entries):
                at += 1
                if wanted(self.entries[at - 1]):
                    return self.entries[at - 1]
            return None

        try:
            async with asyncio.timeout(_SEES_S), self._more:
                while (entry := found()) is None:
                    await self._more.wait()
                return entry
        except TimeoutError:
            told = "\n".join(f"{e.kind} {e.status} {words(e.body)[:200]}" for e in self.entries)
            raise AssertionError(f"{what} is not in the log:\n{told}") from None


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground. `config` holds its people, teams and ids."""

    url: str
    config: Thing
    session: aiohttp.ClientSession
    log: Log

    @property
    def bot(self) -> str:
        """The id of the bot."""
        return str(self.config["bot"]["id"])

    @property
    def tenant(self) -> str:
        """The id of the tenant."""
        return str(self.config["tenantId"])

    @property
    def service(self) -> str:
        """The address of its connector, as activities name it."""
        return self.url.replace("127.0.0.1", "localhost") + "/_connector"

    def user(self, name: str) -> Thing:
        """Somebody by their first name."""
        everybody = [self.config["currentUser"], *self.config["users"]]
        found: Thing = next(u for u in everybody if u["givenName"].lower() == name)
        return found

    async def chat(self, user: Thing) -> str:
        """Return the personal chat of somebody with the bot; begins it for all but the first."""
        if user["id"] == self.config["currentUser"]["id"]:
            return str(self.config["personalChat"]["id"])
        asked = {"bot": {"id": self.bot}, "isGroup": False, "members": [{"id": user["id"]}]}
        asked |= {"tenantId": self.tenant, "channelData": {"tenant": {"id": self.tenant}}}
        answer = await self.ask("/_connector/v3/conversations", asked)
        return str(answer["id"])

    async def ask(self, path: str, body: Thing) -> Thing:
        """Ask the playground itself. Raises AssertionError for a refusal."""
        async with self.session.post(self.url + path, json=body) as response:
            said = await response.text()
            assert response.status < 300, f"{path} answered {response.status}: {said}"
            told: Thing = json.loads(said) if said.strip() else {}
            return told

    async def install(self, conversation: str) -> None:
        """Let the app be installed in a chat, or in a channel's team."""
        await self.ask(f"/_debug/conversation/{conversation}/installation", {})


@asynccontextmanager
async def playground(bot_url: str) -> AsyncIterator[Playground]:
    """Run a playground for the bot at this address. Raises RuntimeError when it does not start."""
    folder = Path(tempfile.mkdtemp(prefix="scrimmage-teams-"))
    port = free_port()
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *_command(bot_url, port),
            stdout=log,
            stderr=asyncio.subprocess.STDOUT,
            cwd=folder,
            env=_surroundings(),
            start_new_session=True,
        )
    try:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}"
            config = await _config(session, url, process, folder)
            running = Playground(url, config, session, Log())
            listening = asyncio.create_task(_listen(running), name="playground's log")
            try:
                yield running
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
    finally:
        # It starts a helper of its own: both go.
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _command(bot_url: str, port: int) -> list[str]:
    modules = found("SCRIMMAGE_TEST_NODE_MODULES")
    script = modules / "@microsoft" / "m365agentsplayground" / "cli.js"
    how = ("start", "-e", bot_url, "-c", "msteams", "-p", str(port), "--dt")
    return [str(found("SCRIMMAGE_TEST_NODE")), str(script), *how]


def _surroundings() -> dict[str, str]:
    """No browser of its own, and no proxy between it and the bot on the same machine."""
    kept = {
        name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")
    }
    return kept | {"TEAMSAPPTESTER_BROWSER": "none"}


async def _config(
    session: aiohttp.ClientSession,
    url: str,
    process: asyncio.subprocess.Process,
    folder: Path,
) -> Thing:
    """Knock until it answers."""
    ending = asyncio.ensure_future(process.wait())
    for _ in range(int(_READY_S / 0.1)):
        try:
            async with session.get(f"{url}/_internal/v1/config") as response:
                told = await response.json()
                ending.cancel()
                config: Thing = told["config"]
                return config
        except aiohttp.ClientError:
            # Waiting for its end is the pause between two knocks.
            await asyncio.wait({ending}, timeout=0.1)
            if ending.done():
                break
    said = (folder / "log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"the playground did not start:\n{said}")


async def _listen(running: Playground) -> None:
    async with running.session.ws_connect(f"{running.url}/_ws/log/stream") as socket_:
        async for message in socket_:
            told = json.loads(message.data).get("log") or {}
            if told.get("type") == "bot":
                await running.log.add(_logged(told))


def _logged(told: Thing) -> Logged:
    request, response = told.get("request") or {}, told.get("response") or {}
    body, answer = request.get("body") or {}, response.get("body")
    sent = isinstance(answer, dict) and answer.get("activityId", answer.get("id"))
    return Logged(
        told.get("from") == _OURS,
        str(told.get("activityName")),
        str(sent or told.get("messageId") or body.get("id") or ""),
        body,
        int(response.get("statusCode") or 0),
        answer,
    )


def words(thing: Any) -> str:  # noqa: ANN401 - any part of an activity
    """All that can be read in an activity, a card or a dialog."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, Mapping):
        if thing.get("isVisible") is False:
            return ""
        return " ".join(words(thing[key]) for key in _READ if key in thing)
    if isinstance(thing, list | tuple):
        return " ".join(words(each) for each in thing)
    return ""


_READ = (
    "activity",
    "text",
    "title",
    "label",
    "attachments",
    "content",
    "body",
    "items",
    "columns",
    "inlines",
    "facts",
    "value",
    "rows",
    "cells",
    "actions",
    "card",
    "task",
)
