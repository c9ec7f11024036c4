"""From what Slack sends to commands on the desk: saved first, acknowledged then."""
