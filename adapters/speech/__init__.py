"""Ears and voices: what stands behind the ports of `core.speech`."""
