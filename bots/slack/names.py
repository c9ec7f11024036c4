"""The names that cards and modals carry to Slack, and that its events bring back.

An action's value is an id: of the assignment or of the attempt, as said beside it. Where either
may be meant, it is written `assignment:<id>` or `attempt:<id>`.
"""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """`action_id` of buttons and selects."""

    ACCEPT = "accept"  # assignment
    NOT_NOW = "not_now"  # assignment
    START_CHAT = "start_chat"  # assignment; also Try again
    START_CALL = "start_call"  # assignment
    DOCUMENTS = "documents"  # assignment:<id> or attempt:<id>; opens a modal
    END_CALL = "end_call"  # attempt
    REPORT = "report"  # attempt; opens a modal
    OPEN_THREAD = "open_thread"  # a link, there is nothing to do
    CALL_LINK = "call_link"  # attempt; answers with a fresh one-time link
    TRANSCRIPT = "transcript"  # attempt; opens a modal
    ASK_COACH = "ask_coach"  # attempt
    SAY_THERE = "say_there"  # JSON: attempt, text; says to the customer what was said elsewhere
    SHOW_LINES = "show_lines"  # attempt
    COMMENT = "comment"  # attempt; opens a modal
    REVIEW = "review"  # attempt; opens the review modal
    TRAINING = "training"  # no value; shows My Training
    ASSIGN = "assign"  # no value; opens a modal
    WAYS = "ways"  # no value; opens the workspace's settings
    PERSON = "person"  # a person's id, "" for somebody new; opens a modal
    PEOPLE = "people"  # no value; opens the list of people
    DIGEST_TIME = "digest_time"  # no value; opens a modal
    PICK_PERSON = "pick_person"  # a users_select in the list of people
    NEXT_STEP = "next_step"  # a select in the review modal that changes what it asks


class Modal(StrEnum):
    """`callback_id` of modals that send something in, and of the message shortcut."""

    REPORT = "report"
    COMMENT = "comment"
    REVIEW = "review"
    ASSIGN = "assign"
    WAYS = "ways"
    PERSON = "person"
    DIGEST_TIME = "digest_time"
    SHORTCUT = "comment_on_line"


COMMAND = "/practice"
