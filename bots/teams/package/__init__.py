"""The app package that Teams installs: a manifest and two icons in a zip."""

from bots.teams.package.archive import build_package
from bots.teams.package.manifest import CHANNEL_MESSAGES, VERSION, App, manifest

__all__ = ["CHANNEL_MESSAGES", "VERSION", "App", "build_package", "manifest"]
