"""Every author's test of the library passes with the embedded customer."""

import pytest

from adapters.models.embedded import EmbeddedCustomer
from scenarios.finding import find_scenario
from scenarios.library import scenario_files
from scenarios.rehearsing import rehearse_tests
from scenarios.shelf import LIBRARY

PATHS = sorted(map(str, scenario_files(LIBRARY)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.rsplit("/", 1)[-1])
async def test_the_authors_tests_pass(customer: EmbeddedCustomer, path: str) -> None:
    results = await rehearse_tests(find_scenario(path), customer, seed=0)
    assert [(r.name, r.problems) for r in results if not r.passed] == []
    assert results
