"""Where a request comes from: this very machine, and this very site, or not."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from aiohttp import web


def is_local(request: web.Request) -> bool:
    """Whether a person at this machine asked for it, through no proxy.

    The peer alone would not do: a page elsewhere can point its own name at 127.0.0.1, and a
    proxy on this machine brings strangers. So the Host has to be a loopback name too, and no
    header may tell of a proxy.
    """
    return (
        _loopback(request.remote or "")
        and _loopback_name(request.headers.getall("Host", []))
        and not any(
            name.lower() in {"forwarded", "via"} or name.lower().startswith("x-forwarded-")
            for name in request.headers
        )
    )


def is_same_site(request: web.Request, base_url: str) -> bool:
    """Whether one of our own pages sent it; browsers do not let a page lie about this."""
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched == "same-origin"
    origin = request.headers.get("Origin", "")
    return origin != "" and origin in {base_url, f"{request.scheme}://{request.host}"}


def _loopback_name(hosts: list[str]) -> bool:
    if len(hosts) != 1:
        return False
    try:
        name = urlsplit(f"//{hosts[0]}").hostname or ""
    except ValueError:
        return False
    return name == "localhost" or _loopback(name)


def _loopback(address: str) -> bool:
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    return (mapped or ip).is_loopback
