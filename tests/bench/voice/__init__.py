"""How a call feels: answers, interruptions, listening sounds, how many at once. Real speech."""
