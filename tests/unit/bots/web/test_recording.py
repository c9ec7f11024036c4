"""Hearing a call again: who may, which part, and what is said where it cannot be heard."""

from __future__ import annotations

import aiohttp
import pytest
from yarl import URL

from core.ports import Recording
from core.rehearsal import EPOCH
from core.scenario import Mode
from tests.house import COACH, OTHER, TRAINEE
from tests.voice_held import held, mark
from tests.web_house import Visitor, WebHouse

SOUND = bytes(range(256)) * 4
PATH = "/attempts/t1/recording"


async def record(pages: WebHouse, seconds: float = 60.0) -> None:
    """Keep a recording of the call."""
    pages.blobs.kept["recordings/w/t1.mp3"] = SOUND
    await pages.recordings.keep(
        Recording("t1", "recordings/w/t1.mp3", "audio/mpeg", seconds, EPOCH)
    )


async def fetched(visitor: Visitor, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the sound."""
    url = visitor.base.join(URL(PATH))
    async with visitor.session.get(url, headers=headers) as response:
        return response.status, dict(response.headers), await response.read()


async def test_the_whole_of_it_and_who_keeps_it(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee:
        status, headers, sound = await fetched(trainee)
    assert (status, sound) == (200, SOUND)
    assert headers["Content-Type"] == "audio/mpeg"
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Length"] == "1024"


@pytest.mark.parametrize(
    ("asked", "part", "where"),
    [
        ("bytes=0-", SOUND, "bytes 0-1023/1024"),
        ("bytes=10-19", SOUND[10:20], "bytes 10-19/1024"),
        ("bytes=1000-9999", SOUND[1000:], "bytes 1000-1023/1024"),
        ("bytes=-24", SOUND[1000:], "bytes 1000-1023/1024"),
        ("bytes=-9999", SOUND, "bytes 0-1023/1024"),
        ("bytes=1023-1023", SOUND[1023:], "bytes 1023-1023/1024"),
    ],
)
async def test_a_part_of_it(pages: WebHouse, asked: str, part: bytes, where: str) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee:
        status, headers, sound = await fetched(trainee, Range=asked)
    assert (status, sound) == (206, part)
    assert headers["Content-Range"] == where
    assert headers["Content-Length"] == str(len(part))


async def test_asked_for_its_head_alone_no_sound_is_sent(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee, trainee.session.head(trainee.base / PATH[1:]) as it:
        assert (it.status, it.headers["Content-Length"]) == (200, "1024")
        assert it.headers["Accept-Ranges"] == "bytes"
        assert await it.read() == b""


async def test_a_disk_that_fails_half_way_hangs_up(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee:
        pages.blobs.breaks_off = True
        with pytest.raises(aiohttp.ClientPayloadError):
            await fetched(trainee)
        pages.blobs.breaks_off = False
        status, _, sound = await fetched(trainee)
    assert (status, sound) == (200, SOUND)


async def test_beyond_its_end_there_is_nothing(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee:
        status, headers, sound = await fetched(trainee, Range="bytes=1024-")
    assert (status, sound) == (416, b"")
    assert headers["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=0-1,4-5", "seconds=1-2", "bytes=x-"])
async def test_what_cannot_be_understood_gets_all_of_it(pages: WebHouse, asked: str) -> None:
    await held(pages)
    await record(pages)
    async with pages.visit(TRAINEE) as trainee:
        status, headers, sound = await fetched(trainee, Range=asked)
    assert (status, sound) == (200, SOUND)
    assert "Content-Range" not in headers


async def test_only_who_may_see_the_attempt_may_hear_it(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    for person, expected in ((COACH, 200), (OTHER, 403), ("", 403)):
        async with pages.visit(person) as visitor:
            status, _, sound = await fetched(visitor)
        assert status == expected, person
        assert (sound == SOUND) is (expected == 200)


async def test_a_line_begins_at_its_first_sound(pages: WebHouse) -> None:
    await held(pages)
    await mark(pages, "customer_onset", 4.5, turn=0)
    await mark(pages, "customer_onset", 2.5, turn=0)
    await mark(pages, "trainee_onset", 1, turn=0)
    await mark(pages, "customer_onset", 0.5, turn=2)
    await record(pages)
    text = await transcript(pages)
    assert 'data-from="2.3"' in text
    assert "0:02 in" in text
    assert "Play from line 1" in text


@pytest.mark.parametrize(("seconds", "begins"), [(60, "8.8"), (5, "5")])
async def test_without_marks_it_begins_at_the_turns_own_time_and_within_the_sound(
    pages: WebHouse, seconds: float, begins: str
) -> None:
    await held(pages)
    await record(pages, seconds)
    assert f'data-from="{begins}"' in await transcript(pages)


async def transcript(pages: WebHouse, kind: str = "") -> str:
    async with pages.visit(TRAINEE) as trainee:
        status, text = await trainee.get(f"/attempts/t1/transcript{kind}")
    assert status == 200
    return text


async def test_a_line_that_was_cut_off_says_so(pages: WebHouse) -> None:
    await held(pages)
    assert "(cut off)" not in await transcript(pages)
    await mark(pages, "customer_offset", 4, turn=0, cut=True)
    for kind in ("", ".txt"):
        text = await transcript(pages, kind)
        assert " ".join(text.split()).count("(cut off)") == 1
        assert "You charged me twice." in text


async def test_a_recording_past_its_time_is_told_of(pages: WebHouse) -> None:
    await held(pages)
    pages.inner.clock.passes(91 * 24 * 3600)
    text = await transcript(pages)
    assert "audio is kept for 90 days" in text
    assert "<audio" not in text
    async with pages.visit(TRAINEE) as trainee:
        status, _, _ = await fetched(trainee)
    assert status == 404


async def test_a_recording_whose_sound_is_gone_is_none(pages: WebHouse) -> None:
    await held(pages)
    await record(pages)
    pages.blobs.kept.clear()
    text = await transcript(pages)
    assert "There is no recording of this call" in text
    assert "data-from" not in text


async def test_a_call_under_way_says_when_it_can_be_heard(pages: WebHouse) -> None:
    await held(pages, ended=False)
    assert "once the call has ended" in await transcript(pages)


async def test_a_call_in_writing_has_no_player_and_no_excuse(pages: WebHouse) -> None:
    await held(pages, Mode.CHAT)
    text = await transcript(pages)
    assert "recording" not in text.lower()
