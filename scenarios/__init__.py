"""Scenarios as files: the format, the loader, the linter and the library."""
