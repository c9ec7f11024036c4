"""Measurements of the embedded customer and judge, on words that they were not built on."""
