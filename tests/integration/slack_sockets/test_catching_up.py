"""Messages that were missed, read from the threads of running calls and waiting reviews."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.storage import SqlStore
from adapters.storage.places_kept import SqlPlaces
from bots.slack.catching_up import CatchUp
from bots.slack.sockets import Sockets, Watch
from core.errors import ProviderError
from core.places import Place
from core.review import ReviewRequest, WhyReview
from core.scenario import Mode
from tests.integration.slack_sockets.moments import Moments
from tests.records import assignment, attempt, person, workspace
from tests.slack.town import Town


class Office:
    """A practice in acme whose calls have threads, and what its messages were taken as."""

    def __init__(self, town: Town, client: AsyncWebClient, store: SqlStore) -> None:
        self.town = town
        self.client = client
        self.store = store
        self.places = SqlPlaces(store)
        self.taken: list[tuple[str, dict[str, Any]]] = []
        self.waited: list[float] = []
        self.spoilt = ""
        self.catch_up = CatchUp(store, self.places, self._client_of, self._take, self._sleep)
        self.team = town.acme.team
        self.coaches = town.acme.channel("coaches")

    @property
    def texts(self) -> set[str]:
        return {event["text"] for _, event in self.taken}

    async def furnish(self) -> None:
        async with self.store.unit() as unit:
            for team, platform in ((self.team, "slack"), ("elsewhere", "web")):
                await unit.put_workspace(workspace(team, platform=platform))
                await unit.put_person(person("tess", workspace=team))
            await unit.put_assignment(assignment(workspace=self.team))

    async def head(self, call: str, kind: str = "CallOpened", channel: str = "") -> str:
        """Post the head of a thread, and remember where it stands."""
        where = channel or self.coaches
        sent = await self.client.chat_postMessage(channel=where, text="the head")
        root, now = str(sent["ts"]), datetime.now(UTC)
        place = Place(f"{call}:{kind}", "", self.team, where, "", root, kind, now, call)
        await self.places.put(place)
        return root

    async def call(self, call: str, since: datetime | None = None, channel: str = "") -> str:
        """Let a call run; gives the timestamp of its thread."""
        root = await self.head(call, channel=channel)
        begun = since or datetime.fromtimestamp(float(root), UTC)
        async with self.store.unit() as unit:
            await unit.save(attempt(call, workspace=self.team, started_at=begun, created_at=begun))
        return root

    async def says(self, text: str, root: str, channel: str = "") -> None:
        await self.town.say("tia", channel or self.coaches, text, root)

    async def _client_of(self, workspace_id: str) -> AsyncWebClient:
        if workspace_id != self.team:
            raise ProviderError("not here", retryable=False)
        return self.client

    async def _take(self, workspace_id: str, event: dict[str, Any]) -> None:
        if event["text"] == self.spoilt:
            raise ValueError
        if (workspace_id, event) not in self.taken:
            self.taken.append((workspace_id, event))

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
async def office(town: Town, client: AsyncWebClient, store: SqlStore) -> Office:
    built = Office(town, client, store)
    await built.furnish()
    return built


async def test_what_people_said_in_a_call_is_handed_in_as_an_event(office: Office) -> None:
    root = await office.call("one")
    said = await office.town.say("tia", office.coaches, "Hello?", root)
    await office.client.chat_postMessage(
        channel=office.coaches, text="the customer", thread_ts=root
    )
    await office.town.say("tia", office.coaches, "outside")
    await office.catch_up.run()

    [(team, event)] = office.taken
    assert team == office.team
    expected = {
        "type": "message",
        "channel": office.coaches,
        "user": office.town.acme.user("tia"),
        "text": "Hello?",
        "ts": said["ts"],
        "thread_ts": root,
    }
    assert {key: event[key] for key in expected} == expected


async def test_only_what_may_have_been_missed_is_read(office: Office) -> None:
    root = await office.call("one", since=datetime.now(UTC) + timedelta(minutes=10))
    await office.says("long known", root)
    await office.catch_up.run()

    assert office.taken == []


async def test_calls_by_voice_and_of_other_platforms_are_left_alone(
    office: Office, logs: list[Any]
) -> None:
    root = await office.call("one")
    await office.says("Hello?", root)
    async with office.store.unit() as unit:
        await unit.save(attempt("one", workspace=office.team, mode=Mode.VOICE))
        await unit.save(attempt("two", workspace="elsewhere"))
    now = datetime.now(UTC)
    await office.places.put(Place("p", "", "elsewhere", "C1", "", "1.0", "CallOpened", now, "two"))
    await office.catch_up.run()

    assert office.taken == []
    assert office.town.calls("conversations.replies") == []
    assert logs == []


async def test_replies_to_a_review_that_waits_are_read(office: Office) -> None:
    root = await office.head("done", "ReviewAsked")
    await office.says("Well done", root)
    now = datetime.now(UTC)
    async with office.store.unit() as unit:
        await unit.save(attempt("done", workspace=office.team, mode=Mode.VOICE))
        await unit.put_request(ReviewRequest("done", office.team, "tess", WhyReview.ASKED, now))
    await office.catch_up.run()

    assert office.texts == {"Well done"}


async def test_a_long_thread_is_read_page_by_page(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.slack.catching_up._PAGE", 2)
    root = await office.call("one")
    for number in range(5):
        await office.says(f"line {number}", root)
    await office.catch_up.run()

    assert [event["text"] for _, event in office.taken] == [f"line {n}" for n in range(5)]


async def test_a_rate_limit_is_waited_out(office: Office) -> None:
    root = await office.call("one")
    await office.says("Hello?", root)
    office.town.fault("conversations.replies", retry_after=7, times=5)
    await office.catch_up.run()

    assert office.waited == [7.0] * 5
    assert office.texts == {"Hello?"}


@pytest.mark.parametrize("fault", [{"error": "channel_not_found"}, {"status": 503}])
async def test_the_trouble_of_one_thread_does_not_stop_the_others(
    fault: dict[str, Any], office: Office, logs: list[Any]
) -> None:
    other = office.town.acme.channel("team-a")
    await office.says("lost", await office.call("one"))
    await office.says("found", await office.call("two", channel=other), other)
    office.town.fault("conversations.replies", channel=office.coaches, times=9, **fault)
    await office.catch_up.run()

    assert office.texts == {"found"}
    assert [each["event"] for each in logs] == ["slack_thread_not_read"]


async def test_a_message_that_cannot_be_taken_does_not_stop_other_threads(
    office: Office, logs: list[Any]
) -> None:
    office.spoilt = "lost"
    await office.says("lost", await office.call("one"))
    await office.says("found", await office.call("two"))
    await office.catch_up.run()

    assert office.texts == {"found"}
    assert [each["event"] for each in logs] == ["slack_thread_failed"]


async def test_trouble_that_passes_is_outlived(office: Office) -> None:
    await office.says("Hello?", await office.call("one"))
    office.town.fault("conversations.replies", status=503, times=2)
    await office.catch_up.run()

    assert office.texts == {"Hello?"}


async def test_only_a_handful_is_asked_for_at_once(office: Office) -> None:
    for number in range(6):
        await office.call(f"call {number}")
    held = [office.town.hold("conversations.replies") for _ in range(6)]
    running = asyncio.create_task(office.catch_up.run())
    for each in held[:4]:
        await each.arrived.wait()
    # A call that came after all this would have been noted before auth.test was answered.
    await office.client.auth_test()
    assert len(office.town.calls("conversations.replies")) == 4
    for each in held:
        each.release()
    await running

    assert len(office.town.calls("conversations.replies")) == 6


async def test_two_at_the_same_time_become_one_after_the_other(office: Office) -> None:
    root = await office.call("one")
    held = office.town.hold("conversations.replies")
    running = asyncio.create_task(office.catch_up.run())
    await held.arrived.wait()
    await office.catch_up.run()
    await office.catch_up.run()
    assert len(office.town.calls("conversations.replies")) == 1
    await office.says("meanwhile", root)
    held.release()
    await running

    assert len(office.town.calls("conversations.replies")) == 2
    assert office.texts == {"meanwhile"}


async def test_what_was_missed_while_the_socket_was_dead_is_read(
    office: Office, moments: Moments, app: AsyncApp
) -> None:
    root = await office.call("one")
    read = asyncio.Event()

    async def back() -> None:
        await office.catch_up.run()
        if office.taken:
            read.set()

    watch = Watch(moments.monotonic, moments.sleep)
    sockets = Sockets(app, "xapp-scrimmage", office.client, back, watch)
    await sockets.start()
    await office.town.sockets.connected()
    office.town.sockets.silence()
    await office.says("Are you there?", root)
    await moments.passes(60)
    await read.wait()
    await sockets.close()

    assert office.texts == {"Are you there?"}
