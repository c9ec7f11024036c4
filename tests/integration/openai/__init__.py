"""The customer behind an OpenAI-compatible address, over HTTP."""
