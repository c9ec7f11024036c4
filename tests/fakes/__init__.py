"""Fakes of our own ports, and scripted servers of other people's."""
