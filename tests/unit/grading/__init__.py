"""Unit tests of grading."""
