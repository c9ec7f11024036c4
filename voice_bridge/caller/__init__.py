"""A scripted caller: a trainee who is a file, on the same socket as the call page.

It speaks docs/voice-protocol.md in real time, answers and cuts in as its script says, and writes
down when it heard what: what a person at the page would have heard.
"""

from voice_bridge.caller.caller import Caller
from voice_bridge.caller.script import Step, parse
from voice_bridge.caller.timeline import Said, Timeline

__all__ = ["Caller", "Said", "Step", "Timeline", "parse"]
