"""Keeping order on one machine: one owner per attempt, one per thread that is delivered to."""
