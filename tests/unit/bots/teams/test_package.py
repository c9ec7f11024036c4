"""The package asks for what is used, in the form that Teams takes.

Lengths, sizes and numbers are those of the schema 1.19 of the manifest, at
developer.microsoft.com/json-schemas/teams, and of Microsoft's page about the app package.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bots.teams.names import DIALOGS, Verb
from bots.teams.package import CHANNEL_MESSAGES, App, build_package, manifest
from bots.teams.package.manifest import ACCENT, COLOR_ICON, OUTLINE_ICON

APP_ID = "01234567-89ab-cdef-0123-456789abcdef"
APP = App(APP_ID, "https://practice.example.com/")
DOCUMENT = Path(__file__).parents[4] / "docs" / "teams.md"
_PIXEL = {2: 3, 6: 4}
"""Bytes of a pixel by PNG's kinds of colour: RGB, and RGB with how opaque it is."""


def _told(app: App = APP) -> dict[str, Any]:
    return manifest(app)


def _files(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _picture(name: str) -> tuple[int, int, int, list[tuple[int, ...]]]:
    """Width, height, kind of colour and pixels of an icon that was written with no filter."""
    png = _files(build_package(APP))[name]
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (png[:8], depth) == (b"\x89PNG\r\n\x1a\n", 8)
    size = int.from_bytes(png[33:37])
    rows, bytes_each = zlib.decompress(png[41 : 41 + size]), _PIXEL[kind]
    length = 1 + width * bytes_each
    pixels = []
    for start in range(0, len(rows), length):
        row = rows[start : start + length]
        assert row[0] == 0
        pixels += [tuple(row[i : i + bytes_each]) for i in range(1, length, bytes_each)]
    return width, height, kind, pixels


def test_it_holds_a_manifest_and_two_icons() -> None:
    files = _files(build_package(APP))
    assert list(files) == ["manifest.json", "color.png", "outline.png"]
    assert json.loads(files["manifest.json"]) == manifest(APP)
    assert set(_told()["icons"].values()) < set(files)


def test_the_same_app_gives_the_same_bytes() -> None:
    package = build_package(APP)
    assert package == build_package(App(APP_ID, "https://practice.example.com"))
    with ZipFile(BytesIO(package)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_bot_is_that_of_the_registration() -> None:
    told = _told()
    (bot,), (menu,) = told["bots"], told["composeExtensions"]
    assert {told["id"], bot["botId"], menu["botId"], told["webApplicationInfo"]["id"]} == {APP_ID}
    assert bot["scopes"] == ["personal", "team"]
    assert told["validDomains"] == ["practice.example.com"]
    assert told["defaultInstallScope"] in bot["scopes"]


def test_the_schema_is_that_which_it_names() -> None:
    told = _told()
    assert f"/teams/v{told['manifestVersion']}/" in told["$schema"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["version"])
    assert _told(App(APP_ID, "https://a.example.com", version="2.0.1"))["version"] == "2.0.1"


def test_people_are_offered_the_words_that_the_bot_takes() -> None:
    (bot,) = _told()["bots"]
    offered = {
        of["scopes"][0]: [command["title"] for command in of["commands"]]
        for of in bot["commandLists"]
    }
    assert offered["personal"] == [
        "training",
        "help",
        "end call",
        "review",
        "assign",
        "digest",
        "digest time",
        "people",
        "settings",
    ]
    assert set(offered["team"]) < set(offered["personal"])


def test_the_menu_of_a_message_opens_the_dialog_for_comments() -> None:
    (menu,) = _told()["composeExtensions"]
    (command,) = menu["commands"]
    assert Verb(command["id"]) is Verb.COMMENT
    assert Verb.COMMENT in DIALOGS
    assert (command["type"], command["context"]) == ("action", ["message"])
    assert command["fetchTask"] is True


def test_it_asks_for_just_this_permission() -> None:
    told = _told()
    permissions = told["authorization"]["permissions"]
    assert permissions == {"resourceSpecific": [{"name": CHANNEL_MESSAGES, "type": "Application"}]}
    # Microsoft's page: with the permission this has to be there, and may say anything.
    assert told["webApplicationInfo"]["resource"]


def test_without_channel_messages_it_asks_for_no_permission() -> None:
    told = _told(App(APP_ID, "https://practice.example.com", hears_channels=False))
    assert not {"authorization", "webApplicationInfo"} & set(told)


def test_the_documents_name_each_permission() -> None:
    table = DOCUMENT.read_text(encoding="utf-8").partition("| permission | for |")[2]
    named = re.findall(r"^\| `([A-Za-z.]+)`", table.partition("\n\n")[0], re.MULTILINE)
    assert named == [CHANNEL_MESSAGES]


@pytest.mark.parametrize("base", ["", "http://practice.example.com", "https://", "practice"])
def test_without_an_https_address_teams_could_not_come(base: str) -> None:
    with pytest.raises(ValueError, match="https"):
        manifest(App(APP_ID, base))


def test_every_text_has_a_length_that_teams_takes() -> None:
    told = _told()
    assert len(told["name"]["short"]) <= 30
    assert len(told["name"]["full"]) <= 100
    assert len(told["description"]["short"]) <= 80
    assert len(told["description"]["full"]) <= 4000
    assert told["description"]["short"] not in told["description"]["full"]
    assert len(told["developer"]["name"]) <= 32
    lists = told["bots"][0]["commandLists"]
    assert all(len(of["commands"]) <= 10 for of in lists)
    (menu,) = told["composeExtensions"]
    for command in [*menu["commands"], *(one for of in lists for one in of["commands"])]:
        assert len(command["title"]) <= 32
        assert len(command["description"]) <= 128


def test_the_colour_icon_is_square_and_its_sign_stays_clear_of_the_corners() -> None:
    width, height, kind, pixels = _picture(COLOR_ICON)
    assert (width, height, kind) == (192, 192, 2)
    ground = tuple(bytes.fromhex(ACCENT.removeprefix("#")))
    drawn = [divmod(i, width) for i, pixel in enumerate(pixels) if pixel != ground]
    assert drawn
    assert all(48 <= y < 144 and 48 <= x < 144 for y, x in drawn)


def test_the_outline_icon_is_white_on_nothing() -> None:
    width, height, kind, pixels = _picture(OUTLINE_ICON)
    assert (width, height, kind) == (32, 32, 6)
    assert {pixel[:3] for pixel in pixels} == {(255, 255, 255)}
    assert {0, 255} <= {pixel[3] for pixel in pixels}
