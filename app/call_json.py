"""A scripted call as JSON, for `scrimmage call --json`."""

from __future__ import annotations

from typing import Any

from app.calling import Placed


def call_json(placed: Placed) -> dict[str, Any]:
    """Return the call: what was said, what was heard when, and what was kept. Times in seconds."""
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
