"""The call page's end of a call: its WebSocket as a wire, one page at a time for each call."""

from voice_bridge.book import Guest
from voice_bridge.room.routes import routes
from voice_bridge.room.seats import Seats
from voice_bridge.room.socket import PageWire, Patience

__all__ = ["Guest", "PageWire", "Patience", "Seats", "routes"]
