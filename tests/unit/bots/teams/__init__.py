"""The Teams surface, without a Teams."""
