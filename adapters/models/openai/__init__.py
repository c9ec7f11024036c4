"""The customer, and whatever else is asked, behind any OpenAI-compatible address."""
