"""A test ground for what speaks to Teams: limits of cards, servers that answer as it does."""
