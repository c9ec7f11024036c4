"""Grading: what an attempt is worth, and the words that show it."""
