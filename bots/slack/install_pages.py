"""What a browser shows when the app was installed, or was not."""

from __future__ import annotations

from html import escape

from slack_bolt.response import BoltResponse

from bots.slack.settings import INSTALL_PATH

_AGAIN = f'<a href="{INSTALL_PATH}">Begin again</a>'
# By the reason that Bolt or Slack gives.
_WHY = {
    "access_denied": f"You did not allow it, and nothing was changed. {_AGAIN} if you like.",
    "invalid_browser": (
        f"This page belongs to an installation that another window began. {_AGAIN} in this one."
    ),
    "invalid_state": f"That took more than ten minutes, or the page was opened twice. {_AGAIN}.",
    "missing_code": f"Slack sent you here without its permission to go on. {_AGAIN}.",
    "invalid_code": f"Slack did not take its own permission back, which can pass. {_AGAIN}.",
    "org_install": (
        "Scrimmage is installed in single workspaces, not in a whole organisation. "
        f"{_AGAIN} and choose a workspace at the top right."
    ),
}
_OTHERWISE = f"Something went wrong here. {_AGAIN} in a minute."
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:4em auto}}</style>
</head><body><h1>{title}</h1><p>{text}</p></body></html>
"""
_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def success(app_id: str, team_id: str, team_name: str) -> BoltResponse:
    """Return the page that sends people on to the app in Slack."""
    link = f"slack://app?team={escape(team_id)}&amp;id={escape(app_id)}"
    where = escape(team_name) or "your workspace"
    text = (
        f'<a href="{link}">Open it in Slack</a> and write /practice there. If you are the first '
        "who installed it, you are its administrator: /practice settings is where you go on."
    )
    return _page(200, f"Scrimmage is installed in {where}", text)


def failure(reason: str, status: int, reference: str = "") -> BoltResponse:
    """Return the page that says why not; of an unknown reason it says only what to do."""
    text = _WHY.get(reason, _OTHERWISE)
    if reference:
        text += f" If it happens again, tell your administrator the reference {escape(reference)}."
    return _page(status, "Scrimmage was not installed", text)


def known(reason: str) -> str:
    """Return the reason if it is one we know: anybody can put words into the address."""
    return reason if reason in _WHY else "other"


def _page(status: int, title: str, text: str) -> BoltResponse:
    return BoltResponse(
        status=status, body=_PAGE.format(title=title, text=text), headers=dict(_HEADERS)
    )
