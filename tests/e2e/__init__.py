"""The product as a whole: a real server process, a real browser."""
