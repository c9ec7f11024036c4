"""A scripted caller: a trainee who is a file, on the same socket as the call page.

It speaks docs/voice-protocol.md in real time, answers and cuts in as its script says, and writes
down when it heard what: what a person at the page would have heard.
"""

from voice_bridge.caller.caller import Caller, Timeline
from voice_bridge.caller.script import Step, parse

__all__ = ["Caller", "Step", "Timeline", "parse"]
