"""What a model is told when it words a line: who it is, what was said, what to get across."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.models.line_checks import Fault
from adapters.models.openai.knowledge import told_before
from adapters.models.openai.moves import described
from adapters.models.openai.script import script_of
from adapters.models.prompts import render
from adapters.models.thoughts import fitting
from core.attempt import Call
from core.beats import Beat
from core.moods import Mood
from core.scenario import Mode

_TURNS = 40
"""Turns of the conversation that are shown; the rest is far back."""
_LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
_MOODS = {
    Mood.ANGRY: "angry",
    Mood.FRUSTRATED: "frustrated, and short of patience",
    Mood.CONFUSED: "confused, and unsure what is going on",
    Mood.CALM: "calm and matter-of-fact",
    Mood.HAPPY: "happy and friendly",
}
_STYLES = {
    Mode.CHAT: "as people type in a chat, in plain text without emoji",
    Mode.VOICE: "as people speak on the telephone",
}
COMPLAINTS = {
    Fault.EMPTY: "there was no sentence in it.",
    Fault.LENGTH: "it was far too long.",
    Fault.OUT_OF_CHARACTER: "it had a label, brackets or asterisks, or was not a customer's.",
    Fault.AGENT: "it was something that the agent would say. You write only the customer.",
    Fault.LANGUAGE: "it was in the wrong language.",
    Fault.REPETITION: "the customer has said that before.",
    Fault.DISCLOSURE: "the customer was not asked for that yet.",
    Fault.CONTRADICTION: "it had a number, date or name in it that nobody has given.",
}


def line_rules(call: Call) -> str:
    """Return who the customer is and how it writes: the same for the whole call."""
    scenario, persona = call.scenario, call.scenario.persona
    return render(
        "customer_say",
        name=persona.name,
        backstory=persona.backstory.strip(),
        details=persona.details.strip(),
        situation=scenario.situation.strip(),
        unknown=dict.fromkeys((*scenario.does_not_know, *persona.does_not_know)),
        language=_LANGUAGES.get(persona.language.lower()[:2], persona.language),
        style=_STYLES[Mode.VOICE if call.attempt.mode is Mode.VOICE else Mode.CHAT],
    )


def line_task(call: Call, beat: Beat, said: Sequence[str], complaint: str, nonce: str) -> str:
    """Return what to write now. `said`: sentences of this line that stand already."""
    return render(
        "customer_say_turn",
        name=call.scenario.persona.name,
        script=script_of(call.attempt.turns[-_TURNS:], nonce),
        nonce=nonce,
        facts=[fitting(fact.says, beat.mood) for fact in told_before(call, beat)],
        mood=_MOODS[beat.mood],
        moves=described(beat, call),
        said=list(said),
        complaint=complaint,
    )
