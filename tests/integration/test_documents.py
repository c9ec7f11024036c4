"""What the documents show is run: the whole scenario of docs/scenarios.md, and the links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from app.config import Settings
from core.speech import MARKS
from scenarios.library import load_stock
from scenarios.loader import load_scenario
from scenarios.rehearsing import rehearse_tests

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_YAML = re.compile(r"```yaml\n# (\S+\.yaml)\n(.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """The files that docs/scenarios.md shows, in a folder of their own."""
    found = _YAML.findall((ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8"))
    for name, text in found:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "scenarios" / "late-cake.yaml"


async def test_the_scenario_in_the_documents_works(shown: Path) -> None:
    loaded = load_scenario(shown)
    customer = EmbeddedCustomer(MiniLM(), load_stock())
    results = await rehearse_tests(loaded, customer)
    assert [result.name for result in results] == ["handled well", "handled badly", "attacked"]
    assert [problem for result in results for problem in result.problems] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_setting_is_in_the_documents() -> None:
    text = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    missing = [n for n in Settings.model_fields if f"SCRIMMAGE_{n.upper()}" not in text]
    assert missing == []


def test_every_mark_of_the_sound_is_explained() -> None:
    explained = (ROOT / "docs" / "voice.md").read_text(encoding="utf-8")
    assert [kind for kind in MARKS if f"`{kind}`" not in explained] == []
