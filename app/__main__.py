"""`python -m app` is `scrimmage`."""

from app.cli import main

main()
