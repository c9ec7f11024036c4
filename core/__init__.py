"""The practice itself: pure, with no I/O, no clock and no framework."""
