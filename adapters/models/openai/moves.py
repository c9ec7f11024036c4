"""A beat's moves in words, for the model that writes the line."""

from __future__ import annotations

from adapters.models.thoughts import fitting, own_lines
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.moods import Mood

_MEANS = {
    Act.GREET: "greet the agent back, in a few words",
    Act.SOFTEN: "show that the agent's kind words did some good",
    Act.OFFENCE: "object to the agent's tone, with dignity",
    Act.DOES_NOT_KNOW: "say that you do not know what the agent asked for, and guess nothing",
    Act.PUSH_BACK: "not accept the refusal, and say so",
    Act.DOUBT: "want something firmer than the agent's vague words",
    Act.WAIT: "agree to wait a moment",
    Act.FOLLOW: "show that you have followed what the agent explained",
    Act.CONFUSED: "say that you have not understood, and ask for plainer words",
    Act.PRESS: "come back to what you need",
    Act.CONFIRM: "confirm what the agent has asked you to confirm",
    Act.CONSIDER: "take the agent's offer or promise in, without being content with it yet",
    Act.RETURN: "leave the side issue and come back to what you need",
    Act.INTERRUPT: "cut in, because the agent goes on too long, and come to the point",
    Act.DEFLECT: "be puzzled by the agent's odd words, take them for a slip, and go on",
    Act.HURT: "be hurt by what the agent said, and say that you will not be spoken to like this",
    Act.PUZZLED: "say that the agent's words have nothing to do with your matter",
    Act.ILLEGIBLE: "say that the message made no sense, and ask what was meant",
    Act.NUDGE: "ask whether the agent is still there, because there was no answer",
    Act.LOST: "say that the line was gone for a moment and that you lost the agent",
    Act.LEAVE_SILENCE: "end the conversation, because nobody answers, and say goodbye",
    Act.LEAVE_RUDE: "end the conversation, because you have been treated badly, and say goodbye",
    Act.LEAVE_STUCK: "end the conversation, because it leads nowhere, and say goodbye",
    Act.GOODBYE: "answer the goodbye, and remind the agent briefly of what is still open",
}
_THOUGHTS = {
    Act.TELL: "answer with exactly this, adding nothing to it",
    Act.TELL_AGAIN: "repeat, as something you have said before",
    Act.USE_TOOL: "do what the agent asked and tell what you see, exactly this",
    Act.OBJECT: "bring up this doubt, in your own words",
    Act.OBJECT_AGAIN: "come back to this doubt, which the agent passed over",
    Act.ACCEPT: "accept the agent's answer to your doubt, along the lines of",
    Act.TANGENT: "change the subject, along the lines of",
    Act.CLOSE: "be done and end the conversation with a goodbye, along the lines of",
}
_ELSE = {
    Act.OBJECT_AGAIN: "come back to the doubt that the agent passed over",
    Act.ACCEPT: "accept the agent's answer to your doubt",
    Act.CLOSE: "be done, and end the conversation with a goodbye",
}


def described(beat: Beat, call: Call) -> list[str]:
    """Return each move as an order: "bring up this doubt, in your own words: ..."."""
    return [_described(move, call, beat.mood) for move in beat.moves]


def _described(move: Move, call: Call, mood: Mood) -> str:
    thought = fitting(own_lines(move, call), mood)
    if move.act in _THOUGHTS and thought:
        return f'{_THOUGHTS[move.act]}: "{thought}"'
    return _ELSE.get(move.act) or _MEANS.get(move.act) or _MEANS[Act.PRESS]
