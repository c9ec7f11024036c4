"""The customer behind an OpenAI-compatible address, piece by piece."""
