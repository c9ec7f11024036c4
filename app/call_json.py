"""A scripted call as JSON, for `scrimmage call --json`."""

from __future__ import annotations

from typing import Any

from app.calling import Placed


def call_json(placed: Placed) -> dict[str, Any]:
    """Return the call: what was said, what was heard when, and what was kept.

    Fields are added, and none is renamed or taken away. Times are in seconds: of `said`, `heard`
    and `events` since the caller came onto the line, of `turns` and `log` since the call began.

    - `scenario`: its id.
    - `said`: what the caller said (`text`, or the path of the file), when its first and last sound
      were sent (`began_s`, `ended_s`), and whether it cut in (`cut_in`).
    - `unsaid`: how many things were left to say when the call ended.
    - `heard`: stretches in which the customer was heard, `[from, to]`.
    - `answered_after_s`: from the end of a thing said to the customer's next sound, for each thing
      that was answered and did not cut in.
    - `events`: the messages of docs/voice-protocol.md as they came, with `at_s` and `what`.
    - `turns`: the attempt's, as kept: `speaker`, `text`, `at_s`, `mood`.
    - `log`: the attempt's event log: `at_s`, `kind`, and the data of that kind.
    - `ended`: the `reason` that was kept, null where the call has not ended; and `words`, as the
      caller was told.
    """
    timeline, attempt = placed.timeline, placed.attempt
    return {
        "scenario": attempt.scenario_id,
        "said": [
            {
                "text": said.text,
                "began_s": round(said.began, 3),
                "ended_s": round(said.ended, 3),
                "cut_in": said.cut_in,
            }
            for said in timeline.said
        ],
        "unsaid": placed.unsaid,
        "heard": [[round(began, 3), round(ended, 3)] for began, ended in timeline.sounds],
        "answered_after_s": [round(answer, 3) for answer in timeline.answers()],
        "events": [
            {"at_s": round(at, 3), "what": what, **data} for at, what, data in timeline.events
        ],
        "turns": [
            {
                "speaker": turn.speaker.value,
                "text": turn.text,
                "at_s": round(attempt.seconds_in(turn.at), 2),
                "mood": turn.mood.value,
            }
            for turn in attempt.turns
        ],
        "log": [
            {"at_s": round(attempt.seconds_in(e.at), 3), "kind": e.kind, **dict(e.data)}
            for e in placed.entries
        ],
        "ended": {
            "reason": attempt.ended.reason.value if attempt.ended else None,
            "words": timeline.closed[1],
        },
    }
