"""What the callers of the measurements say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

SCENARIOS = ("duplicate-charge", "late-parcel", "warranty", "it-help-desk", "service-outage")

ANSWERS = (
    "Let me have a look at that for you.",
    "Can you tell me when you noticed this for the first time?",
    "I am sorry that you had to call us twice about it.",
    "I see. And what happened after that?",
    "Could you give me the email address on the account, please?",
    "That sounds annoying, I understand why you are upset.",
    "Which device are you using at the moment?",
    "I have your account open now and I can see the order from last week.",
    "What would help you most right now?",
    "One thing I would like to check with you first.",
    "Have you had any message from us since then?",
    "I will write down what you have told me so far.",
    "Is there anybody else who uses the same account?",
    "Would tomorrow morning be a good time for a call back?",
    "Just to be sure, you have not changed anything in the settings?",
    "Okay, and did you get an answer to your first message?",
)
CUT_INS = (
    "Sorry, can I stop you there for a second?",
    "Wait, which order are we talking about?",
    "No, that is not what I meant.",
    "Hold on, let me open your account first.",
    "Excuse me, I need to ask you something.",
    "Just a moment, please.",
    "But I have already told you that.",
    "Let me explain what happened.",
    "Before you go on, what is your name?",
    "Could you say that again?",
)
LISTENING = (
    "Mhm.", "Uh-huh.", "Yeah.", "Okay.", "Right.", "I see.", "Yes.", "Oh.", "Sure.", "Mm.",
)  # fmt: skip
# The beginning of a turn, which stops where a thought is looked for, and how it goes on.
HALVES = (
    ("So what I can do for you is", "send you a new one today."),
    ("I have found your account, but I cannot see the", "second payment in it yet."),
    ("The reason why it took so long was that", "the warehouse had closed early."),
    ("If you could just give me", "the number of the order."),
    ("What I would suggest is that we", "try it once more together."),
    ("I will talk to my supervisor about", "the fee that you were charged."),
    ("You should get an email from us within", "the next two hours."),
    ("Let me just check whether the", "technician is free on Friday."),
    ("It looks to me as if your", "router had lost its connection."),
    ("I would be happy to, but", "I need your address first."),
    ("The first thing that I am going to do is", "cancel the second order."),
    ("When you called us last week, did", "anybody give you a number?"),
)


def lines(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts for ever."""
    return cycle(texts)
