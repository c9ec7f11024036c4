"""What `scrimmage call --json` prints: others read it by these names."""

from __future__ import annotations

import json
from dataclasses import replace

from app.call_json import call_json
from app.calling import Placed
from core.attempt import Ended, EndReason
from tests.records import attempt, entry, later, turn
from voice_bridge.caller import Said, Timeline

TIMELINE = Timeline(
    said=[Said("Grüße", 1.00049, 2.0), Said("Wait", 6.0, 7.0, cut_in=True)],
    sounds=[[2.5, 4.00049]],
    events=[(0.1, "line", {"line": 1, "from_ms": 0})],
    closed=(1000, "You ended the call."),
)


def placed() -> Placed:
    held = replace(
        attempt(turns=0),
        started_at=later(0),
        turns=(turn(0, at=later(0.1)),),
        ended=Ended(EndReason.TRAINEE, later(1)),
    )
    log = (entry(0, "line_heard", ms=12),)
    return Placed(TIMELINE, held, log, "Dana Whitfield", "Twice", unsaid=1)


def test_every_field_is_where_it_is_documented() -> None:
    told = call_json(placed())
    assert told == {
        "scenario": "sample",
        "said": [
            {"text": "Grüße", "began_s": 1.0, "ended_s": 2.0, "cut_in": False},
            {"text": "Wait", "began_s": 6.0, "ended_s": 7.0, "cut_in": True},
        ],
        "unsaid": 1,
        "heard": [[2.5, 4.0]],
        "answered_after_s": [0.5],
        "events": [{"at_s": 0.1, "what": "line", "line": 1, "from_ms": 0}],
        "turns": [{"speaker": "customer", "text": "Hello.", "at_s": 6.0, "mood": "calm"}],
        "log": [{"at_s": 0.0, "kind": "line_heard", "ms": 12}],
        "ended": {"reason": "trainee_ended", "words": "You ended the call."},
    }
    assert json.loads(json.dumps(told)) == told
    assert all(f"`{name}`" in (call_json.__doc__ or "") for name in told)


def test_a_call_that_has_not_ended_has_no_reason() -> None:
    going_on = replace(placed(), attempt=replace(placed().attempt, ended=None))
    assert call_json(going_on)["ended"]["reason"] is None
