"""For every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no bug: what takes too long is ended by pytest's own timeout.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
