"""Takes off what models put around a line: labels, quotation marks, the other one's turn."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator

from adapters.models.out_of_role import labelled

_OWN = ("customer", "you", "me")
_QUOTES = '"“”'


async def tidied(sentences: AsyncIterator[str], name: str) -> AsyncGenerator[str]:
    """Yield the sentences of the customer's line; what follows another label is not its own."""
    first = True
    async for raw in sentences:
        sentence = _without_own_label(raw, name) if first else raw
        if not first and labelled(sentence, (name, name.split(maxsplit=1)[0])):
            return
        sentence = _unquoted(sentence)
        if sentence:
            first = False
            yield sentence


def _without_own_label(sentence: str, name: str) -> str:
    label, colon, rest = sentence.partition(":")
    own = {*_OWN, name.lower(), name.split(maxsplit=1)[0].lower()}
    return rest.strip() if colon and label.strip().strip("*").lower() in own else sentence


def _unquoted(sentence: str) -> str:
    """Drop a quotation mark that is opened or closed and has no partner in the sentence."""
    text = sentence.strip()
    while text and text[0] in _QUOTES and text[-1] in _QUOTES and len(text) > 1:
        if any(mark in text[1:-1] for mark in _QUOTES):
            break
        text = text[1:-1].strip()
    if sum(text.count(mark) for mark in _QUOTES) % 2 == 0:
        return text
    if text[0] in _QUOTES:
        return text[1:].strip()
    return text[:-1].strip() if text[-1] in _QUOTES else text
