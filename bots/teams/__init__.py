"""Microsoft Teams: activities to commands, messages to Adaptive Cards, delivery, installing."""
