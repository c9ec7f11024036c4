"""Kind words in passing, the same on every chat platform."""

from __future__ import annotations

NO_ROOM = "Calls by voice are not set up here yet. Ask your administrator, or start a chat."
EMOJI_ALONE = "An emoji alone says little to a customer. Add a few words, and they will hear you."
BY_VOICE = "This is a call by voice: the customer hears you on the call page."
NOT_YOURS = "This call is over, or somebody else's."
NOBODY_TO_ANSWER = (
    "The call has ended, so there is nobody to answer here. "
    "Choose Ask a coach if you would like somebody to look at it."
)
NO_CALL = "You have no call running."
NOTHING_KEPT = "I cannot write anything down just now. Please try again."


def files_to_customer(*, with_words: bool) -> str:
    """The customer cannot open what was sent along."""
    went = " Your words went through." if with_words else ""
    return f"The customer cannot open files.{went} Say in words what is in it."


def files_to_trainee(trainee: str) -> str:
    """A coach sent a file and no words."""
    return f"Files do not reach {trainee}. Write it in words, please."


def not_heard(trainee: str) -> str:
    """Somebody other than the coach wrote below a review."""
    return (
        f"{trainee} does not see this: only their assigned coach's replies reach them. "
        "Ask your administrator to make you their coach if you should be."
    )


def edited(customer: str) -> str:
    """A line was changed after the customer had it."""
    return f"{customer} has read what you wrote first. Write another message to correct it."


def deleted(customer: str) -> str:
    """A line was taken away after the customer had it."""
    return f"{customer} has read it already: what was said stays in the transcript."


def only_hears(customer: str, trainee: str) -> str:
    """Somebody else wrote in the thread of a call."""
    return f"{customer} hears {trainee} alone: nobody reads there what you wrote in the call."


def beside_thread(customer: str) -> str:
    """Something was written where no customer hears it."""
    return f"{customer} only hears what you write in the thread of your call."


def sent_to(trainee: str) -> str:
    """A coach's words are on their way."""
    return f"Sent to {trainee}."
