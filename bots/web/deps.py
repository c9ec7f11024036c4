"""What the pages are given, once, at the start."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bots.web.limits import Burst
from bots.web.listeners import Listeners
from bots.web.ports import Posts
from core.ports import Blobs, CallRoom, Clock, Desk, Ids, Library, Recordings, Store


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How this server is reached and entered.

    `secret` signs links and cookies, `base_url` is what people type, without a slash at the end.
    `link_minutes` is how long an invitation can be used.
    """

    secret: str = field(repr=False)
    base_url: str
    demo: bool
    workspace: str
    link_minutes: int

    @property
    def secure(self) -> bool:
        """Whether cookies may travel over https only."""
        return self.base_url.startswith("https:")


@dataclass(frozen=True, slots=True)
class WebDeps:
    """Everything the pages work with.

    `folders` hold the documents and pictures: nothing outside them is ever served.
    `listeners` is shared with the WebSurface that wakes them. `room` is None while no calls by
    voice can be held. Without `recordings` and `blobs` no call has a recording.
    """

    store: Store
    desk: Desk
    library: Library
    posts: Posts
    clock: Clock
    ids: Ids
    settings: WebSettings
    folders: tuple[Path, ...]
    listeners: Listeners = field(default_factory=Listeners)
    burst: Burst = field(default_factory=Burst)
    room: CallRoom | None = None
    recordings: Recordings | None = None
    blobs: Blobs | None = None


DEPS = web.AppKey("deps", WebDeps)
