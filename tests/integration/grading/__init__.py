"""Grading with its real judges, over HTTP and from the command line."""
