"""The browser as a surface: pages, live threads, and the translation both ways."""

from bots.web.access import sign_link
from bots.web.callers import admit
from bots.web.deps import WebDeps, WebSettings
from bots.web.listeners import Listeners
from bots.web.pages import make_app
from bots.web.ports import Posts
from bots.web.room import Pass, WebCallRoom
from bots.web.surface import WebSurface

__all__ = [
    "Listeners",
    "Pass",
    "Posts",
    "WebCallRoom",
    "WebDeps",
    "WebSettings",
    "WebSurface",
    "admit",
    "make_app",
    "sign_link",
]
