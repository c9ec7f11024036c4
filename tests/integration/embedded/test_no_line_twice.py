"""Small talk, echoes and near-empty lines for twenty turns: no customer line comes twice."""

import pytest

from core.scenario import Scenario
from tests.integration.embedded.conftest import Talk, heard

SMALL_TALK = """
Hello!
Hello!
Hm.
Ok
Nice weather today, isn't it?
.
Yes
Right, I see.
I see.
Mhm
Well, well.
Ok
So how was your weekend?
👍
Ah.
Lovely.
Mondays, eh?
Mondays, eh?
Ok
Right.
It's been a long day for everybody.
""".strip().splitlines()


@pytest.mark.parametrize("seed", [0, 1, 2])
async def test_no_line_comes_twice(scenario: Scenario, talk: Talk, seed: int) -> None:
    lines = heard(await talk(scenario, SMALL_TALK, seed))
    assert len(lines) > 8
    assert [line for line in set(lines) if lines.count(line) > 1] == []
    assert all(line.strip() for line in lines)
