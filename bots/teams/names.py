"""The names that cards and dialogs carry to Teams, and that its activities bring back.

A verb's value is an id: of the assignment or of the attempt, as said beside it. Where either may
be meant, it is written `assignment:<id>` or `attempt:<id>`.
"""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What a button asks for."""

    ACCEPT = "accept"  # assignment
    NOT_NOW = "not_now"  # assignment
    START_CHAT = "start_chat"  # assignment; also Try again
    START_CALL = "start_call"  # assignment
    END_CALL = "end_call"  # attempt
    CALL_LINK = "call_link"  # attempt; answers with a fresh one-time link
    ASK_COACH = "ask_coach"  # attempt
    SHOW_LINES = "show_lines"  # attempt
    TRAINING = "training"  # no value; shows My Training
    REVIEWS = "reviews"  # no value; shows the calls that wait for a review
    DIGEST = "digest"  # no value; sends the digest
    HELP = "help"  # no value

    # These open a dialog.
    DOCUMENTS = "documents"  # assignment:<id> or attempt:<id>
    TRANSCRIPT = "transcript"  # attempt; `page` beside the value turns the page
    REPORT = "report"  # attempt
    COMMENT = "comment"  # attempt; `turn` beside the value chooses a line
    REVIEW = "review"  # attempt
    ASSIGN = "assign"  # a trainee's id, "" for nobody in particular
    WAYS = "ways"  # no value; the workspace's settings
    PEOPLE = "people"  # no value; the list of people
    PERSON = "person"  # a person's id
    DIGEST_TIME = "digest_time"  # no value


DIALOGS = frozenset(
    {
        Verb.DOCUMENTS,
        Verb.TRANSCRIPT,
        Verb.REPORT,
        Verb.COMMENT,
        Verb.REVIEW,
        Verb.ASSIGN,
        Verb.WAYS,
        Verb.PEOPLE,
        Verb.PERSON,
        Verb.DIGEST_TIME,
    }
)
