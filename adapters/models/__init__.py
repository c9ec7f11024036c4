"""Models: what reads and words, embedded or behind an OpenAI-compatible address."""
