from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.documents import root_of
from scenarios.loader import load_scenario
from tests.unit.scenarios.folder import SCENARIO, Folder, make_folder

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
WEBP = b"RIFF\x20\0\0\0WEBPVP8 "


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("guide.md", b"# Guide\n"),
        ("guide.md", b""),
        ("guide.md", b"a" * 65_535 + "é".encode()),
        ("guide.pdf", b"%PDF-1.7\n"),
        ("guide.PDF", b"%PDF-1.7\n"),
        ("guide.png", PNG),
        ("guide.jpg", b"\xff\xd8\xff\xe0"),
        ("guide.webp", WEBP),
        ("guide.svg", b"<?xml version='1.0'?>\n<svg/>"),
    ],
    ids=["text", "empty", "cut", "pdf", "capitals", "png", "jpg", "webp", "svg"],
)
def test_documents_of_known_kinds_are_taken(folder: Folder, name: str, content: bytes) -> None:
    (folder.root / "documents" / name).write_bytes(content)
    folder.spoil("timetable.md", name)

    (document,) = folder.load().scenario.documents

    assert Path(document.file) == (folder.root / "documents" / name).resolve()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("guide.pdf", b"MZ this is a program"),
        ("guide.png", b"\xff\xd8\xff\xe0"),
        ("guide.jpg", PNG),
        ("guide.webp", b"RIFF\0\0\0\0WAVE"),
        ("guide.svg", b"<html></html>"),
        ("guide.md", b"caf\xe9"),
        ("guide.md", b"a\0b"),
    ],
    ids=["pdf", "png", "jpg", "webp", "svg", "latin", "binary"],
)
def test_a_document_that_is_not_what_it_says_is_refused(
    folder: Folder, name: str, content: bytes
) -> None:
    (folder.root / "documents" / name).write_bytes(content)
    folder.spoil("timetable.md", name)

    problem = folder.problem()

    assert problem.field == "documents[timetable].file"
    assert f"is not a {name[6:].upper()} file" in problem.what


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("../../../../etc/passwd", "leads out of the folder"),
        ("../../../../../../../../../etc/hostname", "leads out of the folder"),
        ("../../secret.md", "leads out of the folder"),
        ("/etc/passwd", "no path seen from"),
        ("~/notes.md", "no path seen from"),
        ("https://example.com/guide.md", "no path seen from"),
        ("..\\\\documents\\\\timetable.md", "no path seen from"),
        ("../documents/missing.md", "no such file"),
        ("../documents", "cannot be shown"),
        ("../documents/guide.docx", "cannot be shown"),
        ("../documents/guide.html", "cannot be shown"),
    ],
)
def test_documents_from_elsewhere_or_of_other_kinds_are_refused(
    folder: Folder, file: str, what: str
) -> None:
    (folder.root.parent / "secret.md").write_text("secret")
    folder.spoil("../documents/timetable.md", f'"{file}"')

    problem = folder.problem()

    assert what in problem.what
    assert problem.line == SCENARIO[: SCENARIO.index("timetable.md")].count("\n") + 1


def test_a_link_that_leads_out_is_refused(folder: Folder) -> None:
    (folder.root.parent / "secret.md").write_text("secret")
    (folder.root / "documents" / "guide.md").symlink_to(folder.root.parent / "secret.md")
    folder.spoil("timetable.md", "guide.md")

    assert "leads out of the folder" in folder.problem().what


def test_a_link_to_nowhere_is_refused(folder: Folder) -> None:
    (folder.root / "documents" / "guide.md").symlink_to("missing.md")
    folder.spoil("timetable.md", "guide.md")

    assert "no such file" in folder.problem().what


def test_a_document_may_have_twenty_megabytes_and_no_more(folder: Folder) -> None:
    with (folder.root / "documents" / "timetable.md").open("wb") as file:
        file.truncate(20_000_001)

    assert "over 20 MB" in folder.problem().what


def test_a_folder_named_like_a_document_is_refused(folder: Folder) -> None:
    (folder.root / "documents" / "guide.md").mkdir()
    folder.spoil("timetable.md", "guide.md")

    assert "this is a folder" in folder.problem().what


def test_outside_of_a_library_documents_lie_beside_the_scenario(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "own")
    alone = folder.root / "drafts" / "late-train.yaml"
    alone.parent.mkdir()
    alone.write_text(SCENARIO.replace("../documents/", "").replace("../pictures/", ""))
    (alone.parent / "timetable.md").write_text("# Trains")
    (alone.parent / "ticket.svg").write_text("<svg/>")

    assert load_scenario(alone).scenario.documents[0].file == str(alone.parent / "timetable.md")
    assert root_of(alone) == alone.parent


def test_scenarios_at_the_top_of_the_disk_do_not_open_all_of_it() -> None:
    assert root_of(Path("/scenarios/late-train.yaml")) == Path("/scenarios")
