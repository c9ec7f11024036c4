"""Measurements of what the embedded customer understands, on sentences it was not built on."""
