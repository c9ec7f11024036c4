"""The phrases, by what they are a sign of. The notation is told in ``core.stances.phrases``.

Contractions are spelt out and everything is lower case; fillers ("just", "really", "so" ...) may
be left out or not, both ways are tried.
"""

from core.stances.phrasebook.attacks import ATTACKS
from core.stances.phrasebook.bearings import BEARINGS
from core.stances.phrasebook.classes import ATTACK_CLASSES, CLASSES
from core.stances.phrasebook.commitments import COMMITMENTS
from core.stances.phrasebook.conduct import CONDUCT
from core.stances.phrasebook.feelings import FEELINGS
from core.stances.phrasebook.guards import GUARDS
from core.stances.phrasebook.pardons import PARDONS
from core.stances.phrasebook.talk import TALK

PHRASES = COMMITMENTS | FEELINGS | CONDUCT | TALK | BEARINGS | PARDONS

__all__ = ["ATTACKS", "ATTACK_CLASSES", "CLASSES", "GUARDS", "PHRASES"]
