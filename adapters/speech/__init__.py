"""Speech: ears, a voice and a sense for turns, on this machine and with no network."""
