"""One response while it is made: its sound and its words, as they come."""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from adapters.models.failures import Failure, ModelError
from adapters.speech.realtime import events
from adapters.speech.realtime.events import Event, Item
from adapters.speech.realtime.failures import of_error, of_response
from adapters.speech.realtime.socket import Socket

# In the beta, which some compatible servers still speak, these had other names.
_SOUND = frozenset(("response.output_audio.delta", "response.audio.delta"))
_WORDS = frozenset(("response.output_audio_transcript.delta", "response.audio_transcript.delta"))


@dataclass(frozen=True, slots=True)
class Sounding:
    """A piece of sound, at OpenAI's rate."""

    audio: bytes


@dataclass(frozen=True, slots=True)
class Wording:
    """A piece of the transcript of that sound."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a response is asked for with. `line` is a name no other one in the session has."""

    model: str
    line: str
    instructions: str
    items: Sequence[Item]


async def respond(
    socket: Socket, asked: Asked, stall_s: float
) -> AsyncGenerator[Sounding | Wording]:
    """Ask for a response, and yield it as it comes. Raises ModelError; leaving early cancels it."""
    response: str | None = None
    done = False
    ours = {"line": asked.line}
    with socket.listening() as inbox:
        request = events.respond(asked.model, asked.line, asked.instructions, asked.items)
        await socket.send({**request, "event_id": asked.line})
        try:
            while not done:
                event = await socket.next(inbox, stall_s)
                refused(event, asked.line)
                if event["type"] == "response.created" and _metadata(event) == ours:
                    response = event["response"].get("id")
                elif event["type"] == "response.done" and _metadata(event) == ours:
                    done = True
                    if failed := of_response(event["response"]):
                        raise failed
                elif response and event.get("response_id") == response and (part := _part(event)):
                    yield part
        finally:
            if response is not None and not done:
                # Lost or not: there is nobody left who could do anything about it.
                with suppress(ModelError):
                    await socket.send(events.cancel(response))


def refused(event: Event, line: str) -> None:
    """Raise ModelError for an error about what we sent under this name, or about the session."""
    if event["type"] != "error":
        return
    error = event.get("error")
    about = error.get("event_id") if isinstance(error, dict) else None
    if about in {None, line}:
        raise of_error(error)


def _metadata(event: Event) -> object:
    response = event.get("response")
    return response.get("metadata") if isinstance(response, dict) else None


def _part(event: Event) -> Sounding | Wording | None:
    delta = event.get("delta")
    if not isinstance(delta, str):
        return None
    if event["type"] in _WORDS:
        return Wording(delta)
    return Sounding(_decoded(delta)) if event["type"] in _SOUND else None


def _decoded(delta: str) -> bytes:
    audio: bytes | None = None
    with suppress(binascii.Error, ValueError):
        audio = base64.b64decode(delta, validate=True)
    if audio is None:
        raise ModelError(Failure.BAD_ANSWER)
    return audio
