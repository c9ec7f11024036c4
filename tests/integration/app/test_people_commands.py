"""`scrimmage people` and `scrimmage assign`: from a roster to a trainee who sees their scenario."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.e2e.server import Server
from tests.integration.app.test_practice_command import run

YAML = """\
people:
  - id: sam.lee
    name: Sam Lee
    roles: [trainee]
    team: Support
    time_zone: America/New_York
  - {id: jo, name: Jo Brandt, roles: [trainee], team: Support}
  - {id: uma, name: Uma Patel, roles: [coach], coaches: [sam.lee]}
  - {id: kit, name: Kit Moreau, roles: [manager, admin], manages: [Support]}
"""
CSV = (
    "\ufeffid,name,roles,team,time_zone,coaches,manages\r\n"
    "sam.lee,Sam Lee,trainee,Support,America/New_York,,\r\n"
    'jo,"Brandt, Jo",trainee,Support,,,\r\n'
    ",,,,,,\r\n"
    "uma,Uma Patel,coach; trainee,,Europe/London,sam.lee; jo,\r\n"
    "kit,Kit Moreau,manager;admin,,,,Support\r\n"
)


def roster(folder: Path, text: str, name: str = "team.yaml") -> str:
    """Write a roster."""
    (folder / name).write_bytes(text.encode())
    return name


def load(folder: Path, text: str, name: str = "team.yaml") -> str:
    """Load a roster that is right."""
    done = run("people", "load", roster(folder, text, name), folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(folder: Path, *arguments: str) -> str:
    """Run a command that is refused, and return the sentence."""
    done = run(*arguments, folder=folder)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the database."""
    with closing(sqlite3.connect(folder / "data" / "scrimmage.db")) as database:
        return database.execute(query).fetchall()


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """The server for real people, on the commands' data folder."""
    server = Server(folder / "data", demo=False)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def seen_by_link(folder: Path, server: Server, person: str) -> str:
    """Enter by a link, and return the page that opens."""
    link = run("link", person, folder=folder).stdout.strip()
    path = link.removeprefix("http://127.0.0.1:8080")
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    with browser.open(server.url + path, timeout=20) as page:
        return str(page.read().decode())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the roster was loaded; to be copied, not used."""
    folder = tmp_path_factory.mktemp("filled")
    load(folder, YAML)
    return folder


@pytest.fixture
def house(filled: Path, tmp_path: Path) -> Path:
    """A folder of one's own into which the roster was loaded."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return tmp_path


async def test_from_a_roster_to_the_trainees_page(house: Path) -> None:
    due = (datetime.now(UTC) + timedelta(days=30)).date()
    told = run("assign", "sam.lee", "duplicate-charge", "--due", str(due), folder=house)
    assert told.stdout.startswith("Kit Moreau gave Sam Lee “Charged twice”, due ")
    assert f"{due} 17:00 (America/New_York)" in told.stdout
    with served(house) as server:
        page = await asyncio.to_thread(seen_by_link, house, server, "sam.lee")
        assert "Charged twice" in page
        assert "Sam Lee" in page
        again = run("assign", "sam.lee", "late-parcel", "--due-days", "7", folder=house)
        assert again.returncode == 0, again.stderr
        page = await asyncio.to_thread(seen_by_link, house, server, "sam.lee")
        assert "parcel" in page
        other = await asyncio.to_thread(seen_by_link, house, server, "jo")
        assert "Charged twice" not in other
    assert rows(house, "select count(*) from web_posts") == [(4,)]
    assert rows(house, "select count(*) from outbox where delivered_at is null") == [(0,)]


def test_a_table_is_read_as_spreadsheets_save_it(tmp_path: Path) -> None:
    assert load(tmp_path, CSV, "team.csv") == "Scrimmage: 4 added, 0 updated, 0 unchanged.\n"
    listed = run("people", "list", folder=tmp_path).stdout.splitlines()
    assert len(listed) == 4
    assert any(line.startswith("jo ") and "Brandt, Jo (trainee; " in line for line in listed)
    uma = next(line for line in listed if line.startswith("uma"))
    assert uma.endswith("(coach, trainee; coaches jo, sam.lee; Europe/London)")


def test_people_are_updated_and_nobody_is_removed(house: Path) -> None:
    text = (
        "people:\n"
        "  - {id: jo, name: Jo Brandt-Li, roles: [trainee]}\n"
        "  - {id: kit, name: Kit Moreau, roles: [manager, admin], manages: [Support]}\n"
        "  - {id: new, name: New, roles: [coach], coaches: [sam.lee]}\n"
    )
    told = load(house, text)
    assert "1 added, 1 updated, 1 unchanged; 2 who are not in the file stayed" in told
    audits = rows(house, "select what, data from audit order by at")
    assert [what for what, _ in audits] == ["people_loaded"] * 2
    assert '"added": 1' in str(audits[1][1])


def test_a_workspace_gets_its_name(tmp_path: Path) -> None:
    file = roster(tmp_path, YAML)
    named = run("people", "load", file, "--name", "Harbour Desk", folder=tmp_path)
    assert named.stdout.startswith("Harbour Desk: 4 added")
    assert load(tmp_path, YAML).startswith("Harbour Desk: 0 added, 0 updated, 4 unchanged")
    assert "no workspace elsewhere" in refused(
        tmp_path, "people", "load", file, "--workspace", "elsewhere"
    )
    assert "control character" in refused(tmp_path, "people", "load", file, "--name", "a\tb")


WRONG_YAML = f"""\
people:
  - id: Sam Lee
    name: "Sam\\tLee"
    roles: [traine]
    time_zone: Europe/Londn
  - id: jo
    name: ""
    roles: []
    colour: red
  - {{id: jo, name: {"x" * 101}, roles: [coach], coaches: [jo, sam.lee, nobody]}}
  - {{id: 7, name: Seven}}
"""


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, "people", "load", roster(tmp_path, WRONG_YAML))
    for expected in (
        "Nothing was changed: the roster has 13 mistakes.",
        'team.yaml:2: people[Sam Lee].id: "Sam Lee" cannot be an id.',
        "team.yaml:3: people[Sam Lee].name: the text holds a control character.",
        'team.yaml:4: people[Sam Lee].roles[1]: "traine" is not known here.',
        'Did you mean "trainee"?',
        'team.yaml:5: people[Sam Lee].time_zone: "Europe/Londn" is no time zone.',
        'Did you mean "Europe/London"?',
        "team.yaml:7: people[jo].name: nothing stands here.",
        "team.yaml:8: people[jo].roles: the list is too short.",
        'team.yaml:9: people[jo].colour: "colour" is no field here.',
        'team.yaml:10: people[jo].id: "jo" stands here twice; the first is on line 6.',
        "team.yaml:10: people[jo].name: the text is too long. Keep it to 100",
        'team.yaml:10: people[jo].coaches[2]: "sam.lee" is nobody in this file',
        'team.yaml:10: people[jo].coaches[3]: "nobody" is nobody in this file',
        "team.yaml:11: people[7].id: 7 is read as a number",
        "people[7].roles: this field is missing.",
    ):
        assert expected in told


WRONG_CSV = (
    "id,name,roles,coaches\n"
    "sam,Sam,trainer,\n"
    'sam,"Two\nlines",coach,ghost\n'
    ",Nameless,coach,\n"
    "kim,Kim,coach,sam,Support\n"
)


def test_mistakes_of_a_table_have_lines_too(tmp_path: Path) -> None:
    told = refused(tmp_path, "people", "load", roster(tmp_path, WRONG_CSV, "team.csv"))
    for expected in (
        "the roster has 6 mistakes",
        'team.csv:2: people[sam].roles[1]: "trainer" is not known here.',
        'team.csv:3: people[sam].coaches[1]: "ghost" is nobody',
        'team.csv:3: people[sam].id: "sam" stands here twice; the first is on line 2',
        "team.csv:3: people[sam].name: the text holds a control character",
        "team.csv:5: people[3].id: this field is missing",
        "team.csv:6: there are 5 cells here, and 4 columns",
    ):
        assert expected in told


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("team.csv", "", "the file is empty"),
        ("team.csv", "id,name,roles\n", "the list is too short"),
        ("team.csv", "id;name;roles\n", "separated by semicolons"),
        ("team.csv", "id,nam,id\n", 'Did you mean "name"?'),
        ("team.csv", "id,nam,id\n", "roles: this column is missing"),
        ("team.csv", 'id,name,roles\nsam,"Sam,trainee\n', "team.csv:2: this is no CSV"),
        ("team.yaml", "people: [", "team.yaml:"),
        ("team.xlsx", "PK", "a roster is a .yaml, .yml or .csv file"),
    ],
)
def test_a_file_that_is_no_roster_is_told(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    assert expected in refused(tmp_path, "people", "load", roster(tmp_path, text, name))


def test_nothing_is_written_when_anything_is_wrong(house: Path) -> None:
    tables = ("workspaces", "people", "audit")
    before = [rows(house, f"select * from {table}") for table in tables]  # noqa: S608 - our own
    text = YAML.replace("Sam Lee", "Samuel Lee").replace("coaches: [sam.lee]", "coaches: [ghost]")
    file = roster(house, text)
    assert "ghost" in refused(house, "people", "load", file, "--name", "Another")
    assert [rows(house, f"select * from {table}") for table in tables] == before  # noqa: S608


def test_the_only_coach_gives_where_there_are_two_admins(house: Path) -> None:
    load(house, "people:\n  - {id: ada, name: Ada, roles: [admin]}\n")
    told = run("assign", "sam.lee", "duplicate-charge", "--attempts", "2", folder=house)
    assert told.stdout == "Uma Patel gave Sam Lee “Charged twice”.\n"
    unclear = refused(house, "assign", "jo", "duplicate-charge")
    assert "It is not clear who gives this to Jo Brandt. Say it with --by: ada, kit." in unclear
    assert rows(house, "select trainee, assigned_by, attempts from assignments") == [
        ("sam.lee", "uma", 2)
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("sam", "duplicate-charge"), 'There is no sam in this workspace. Did you mean "sam.lee"?'),
        (("jo", "duplicate-charg"), 'Did you mean "duplicate-charge"?'),
        (("jo", "duplicate-charge", "--by", "nobody"), "There is no nobody"),
        (("jo", "duplicate-charge", "--by", "uma"), "cannot give assignments to Jo Brandt"),
        (("jo", "duplicate-charge", "--by", "jo"), "cannot give assignments to Jo Brandt"),
        (("jo", "duplicate-charge", "--due", "2020-01-01"), "Name a day between today"),
        (("jo", "duplicate-charge", "--due", "9999-12-31"), "Name a day between today"),
        (("jo", "duplicate-charge", "--due", "2999-01-01", "--due-days", "2"), "Give one of them"),
        (("jo", "duplicate-charge", "--workspace", "elsewhere"), "scrimmage people load"),
    ],
)
def test_what_cannot_be_given_is_refused(
    house: Path, arguments: tuple[str, ...], expected: str
) -> None:
    assert expected in refused(house, "assign", *arguments)
    assert rows(house, "select count(*) from assignments") == [(0,)]
    assert rows(house, "select count(*) from outbox") == [(0,)]
    assert rows(house, "select count(*) from inbox") == [(0,)]


def test_an_empty_house_says_what_to_do(tmp_path: Path) -> None:
    assert "scrimmage people load" in refused(tmp_path, "people", "list")
    assert "scrimmage people load" in refused(tmp_path, "assign", "jo", "duplicate-charge")
