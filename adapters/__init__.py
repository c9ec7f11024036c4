"""What the practice needs from outside: models, speech, storage, queue and clock."""
