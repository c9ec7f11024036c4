"""What comes from Teams: activities to commands, and what they are answered with."""
