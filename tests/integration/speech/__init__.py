"""Ears and voices behind an address, over HTTP and a WebSocket."""
