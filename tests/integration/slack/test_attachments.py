"""What a customer sends along stands in the thread as a file, once."""

from __future__ import annotations

from core.messages import CustomerSaid, Face, Outgoing, ToThread
from core.scenario import Document
from scenarios.shelf import LIBRARY
from tests.slack_house import SlackHouse

PHOTO = next(LIBRARY.rglob("des-puddle.svg"))


async def _sends(house: SlackHouse, file: str, *, times: int = 1) -> None:
    [attempt] = await house.attempts()
    photo = Document("photo", "The puddle", file)
    line = CustomerSaid(attempt.id, 9, Face("Pat Sample"), "Here, look.", photo)
    sent = Outgoing(
        f"call:{attempt.id}:turn9", attempt.workspace, ToThread(attempt.id), line, house.clock.now()
    )
    for _ in range(times):
        await house.process.bot.surface.deliver(sent)
    await house.idle()


async def test_a_picture_is_uploaded_once_as_slack_can_show_it(house: SlackHouse) -> None:
    await house.staff()
    head = await house.guest("tia").starts()
    await _sends(house, str(PHOTO), times=2)
    [asked] = house.town.calls("files.getUploadURLExternal")
    assert asked.arguments["filename"] == "des-puddle.png"
    [done] = house.town.calls("files.completeUploadExternal")
    assert str(done.arguments["thread_ts"]) == head
    assert "The puddle" in str(done.arguments["files"])


async def test_a_file_that_is_gone_leaves_the_line(house: SlackHouse) -> None:
    await house.staff()
    head = await house.guest("tia").starts()
    await _sends(house, "no-such-picture.png")
    assert house.town.calls("files.getUploadURLExternal") == []
    thread = await house.guest("tia").thread(head)
    assert any("Here, look." in message["text"] for message in thread)
