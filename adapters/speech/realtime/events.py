"""What we send to the Realtime API, in the form that is generally available since 2025."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.speech.resampling import OPENAI_RATE

Event = dict[str, Any]
Item = Mapping[str, Any]

_PCM = {"type": "audio/pcm", "rate": OPENAI_RATE}
_PIECE = OPENAI_RATE * 2
"""Bytes of sound in one message: a second."""
_THINKING = re.compile(r"gpt-realtime-2(?:\.\d+)?(?:-mini)?")
_MANY_LANGUAGES = frozenset(("gpt-transcribe", "gpt-live-transcribe"))
_NO_PROMPT = "gpt-realtime-whisper"
_TELLS_HOW_SURE = "gpt-4o"
SURE = "item.input_audio_transcription.logprobs"


def session(transcription: Item, voice: str, tools: Sequence[Item] = ()) -> Event:
    """Return how a session is set up: nobody is answered, and functions are never called."""
    hears = {"format": _PCM, "transcription": transcription, "turn_detection": None}
    sure = str(transcription["model"]).startswith(_TELLS_HOW_SURE)
    return {
        "type": "session.update",
        "session": {
            "type": "realtime",
            "output_modalities": ["audio"],
            "audio": {"input": hears, "output": {"format": _PCM, "voice": voice}},
            "include": [SURE] if sure else [],
            "tools": list(tools),
            "tool_choice": "none",
        },
    }


def expecting(transcription: Item) -> Event:
    """Change what is known of the sound, and nothing else: a voice that has spoken is fixed."""
    session = {"type": "realtime", "audio": {"input": {"transcription": transcription}}}
    return {"type": "session.update", "session": session}


def transcription(model: str, language: str, hint: str) -> Event:
    """Return what is known of what will be heard, as this model takes it."""
    short = language.partition("-")[0].lower()
    known: Event = {"model": model}
    known |= {"languages": [short]} if model in _MANY_LANGUAGES else {"language": short}
    return {**known, "prompt": hint} if hint and not model.startswith(_NO_PROMPT) else known


def heard(audio: bytes) -> Iterator[Event]:
    """Yield what puts this sound, and nothing older, into the buffer, and closes it."""
    yield {"type": "input_audio_buffer.clear"}
    for at in range(0, len(audio), _PIECE):
        piece = base64.b64encode(audio[at : at + _PIECE]).decode("ascii")
        yield {"type": "input_audio_buffer.append", "audio": piece}
    yield {"type": "input_audio_buffer.commit"}


def forget(item: str) -> Event:
    """Take an item out of the conversation, which is kept empty."""
    return {"type": "conversation.item.delete", "item_id": item}


def respond(model: str, line: str, instructions: str, items: Sequence[Item]) -> Event:
    """Ask for a line out of band: it knows `instructions` and `items`, and leaves nothing."""
    response: Event = {
        "conversation": "none",
        "metadata": {"line": line},
        "output_modalities": ["audio"],
        "instructions": instructions,
        "input": list(items),
        "tool_choice": "none",
    }
    if _THINKING.fullmatch(model):
        # What is to be said is decided: to think about it would only keep the trainee waiting.
        response["reasoning"] = {"effort": "minimal"}
    return {"type": "response.create", "response": response}


def cancel(response: str) -> Event:
    """Stop a response that is still being made."""
    return {"type": "response.cancel", "response_id": response}


def message(text: str) -> Event:
    """Return a message of the user's, as an item."""
    content = [{"type": "input_text", "text": text}]
    return {"type": "message", "role": "user", "content": content}
