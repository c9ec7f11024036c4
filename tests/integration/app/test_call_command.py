"""`scrimmage call`, in a process of its own, with the speech of this machine."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.integration.app.placing import Done, noise, own_scenario, scrimmage

CUT_IN = "Can I stop you there, please?"
SAID = "Sorry about that. What is the number of your order?"


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Done]:
    """One call to a shipped scenario as text, one to a scenario of one's own as JSON."""
    folder = tmp_path_factory.mktemp("calls")
    own = own_scenario(folder)
    noise(folder / "door.wav", 0.5)
    script = [{"play": "door.wav", "into_s": 0.3}, {"say": SAID, "after_s": 0.3}]
    # The server's Slack is in the environment, and a call from a file does not go there.
    slack = {"slack_bot_token": "xoxb-1-a", "slack_app_token": "xapp-1-a"}
    with ThreadPoolExecutor() as both:
        shipped = both.submit(
            scrimmage,
            *("call", "duplicate-charge", "--script", "-"),
            folder=folder,
            said=json.dumps({"say": CUT_IN, "into_s": 1.5}),
            **slack,
        )
        mine = both.submit(
            scrimmage,
            *("call", str(own), "--script", "-", "--json"),
            folder=folder,
            said="\n".join(map(json.dumps, script)),
        )
        return shipped.result(), mine.result()


def test_a_call_is_printed_to_be_read(calls: tuple[Done, Done]) -> None:
    done, _ = calls
    assert (done.returncode, done.stderr) == (0, "")
    head, empty, *rows, gap, summary = done.stdout.splitlines()
    assert head == "Charged twice, with Dana Whitfield on the line"
    assert (empty, gap) == ("", "")
    assert all(re.match(r" +\d+:\d\d\.\d  (Dana|You |    )  \S", row) for row in rows)
    assert "  Dana  “Hi. You" in rows[0]
    assert f"  You   “{CUT_IN}”  (while Dana speaks" in done.stdout
    assert rows[-1].endswith("        You ended the call.")
    assert summary == "No answer was timed: what cuts in has none of its own."


def test_a_scenario_of_ones_own_is_called_and_told_as_json(calls: tuple[Done, Done]) -> None:
    _, done = calls
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["scenario"] == "late-cake"
    assert [said["text"] for said in told["said"]] == ["door.wav", SAID]
    assert [turn["speaker"] for turn in told["turns"]][:3] == ["customer", "trainee", "customer"]
    assert "number of your order" in told["turns"][1]["text"]
    assert told["ended"] == {"reason": "trainee_ended", "words": "You ended the call."}
    assert len(told["answered_after_s"]) == 1


def test_where_speech_is_off_a_sentence_says_so(tmp_path: Path) -> None:
    said = ("call", "duplicate-charge", "--script", "-")
    done = scrimmage(*said, folder=tmp_path, said="Hi", speech="off")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "scrimmage: There are no calls by voice here: SCRIMMAGE_SPEECH is off. "
        "Leave it away for speech of this machine.\n"
    )
