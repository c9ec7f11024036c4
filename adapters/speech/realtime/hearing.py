"""One stretch of sound, heard by a session and forgotten there."""

from __future__ import annotations

from collections.abc import Callable

from adapters.speech.certainty import sure_of
from adapters.speech.realtime import events
from adapters.speech.realtime.events import Event
from adapters.speech.realtime.failures import of_error
from adapters.speech.realtime.response import refused
from adapters.speech.realtime.socket import Socket
from core.speech import Heard

_TRANSCRIBED = "conversation.item.input_audio_transcription"


async def hear(socket: Socket, name: str, sound: bytes, left_s: Callable[[], float]) -> Heard:
    """Return what was said. `sound` is at OpenAI's rate, `name` one of ours. Raises ModelError.

    `left_s` tells how much longer the server may take, and raises ModelError when no longer.
    """
    item = ""
    with socket.listening() as inbox:
        for event in events.heard(sound):
            await socket.send({**event, "event_id": name})
        while True:
            event = await socket.next(inbox, left_s())
            refused(event, name)
            if event["type"] == "input_audio_buffer.committed":
                item = str(event.get("item_id"))
            elif item and event.get("item_id") == item:
                if event["type"] == f"{_TRANSCRIBED}.failed":
                    raise of_error(event.get("error"))
                if event["type"] == f"{_TRANSCRIBED}.completed":
                    await socket.send({**events.forget(item), "event_id": f"{name}-forget"})
                    return _understood(event)


def _understood(event: Event) -> Heard:
    text, tokens = event.get("transcript"), event.get("logprobs")
    told = tokens if isinstance(tokens, list) else []
    logprobs = (token.get("logprob") for token in told if isinstance(token, dict))
    return Heard(text.strip() if isinstance(text, str) else "", sure_of(logprobs))
