"""Our adapters and surfaces, against real databases, servers and clients."""
