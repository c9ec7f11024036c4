"""The browser pages in a real browser."""
