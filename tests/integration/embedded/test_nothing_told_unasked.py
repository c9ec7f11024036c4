"""No fact is told without being asked for: twenty turns of statements."""

from core.scenario import Scenario
from tests.integration.embedded.conftest import Talk, heard, noted

STATEMENTS = """
Hello, this is Sam speaking.
I've opened the file.
Our company has been around for thirty years.
We take these things seriously.
I have all day.
Everything is on my screen now.
The system is a bit slow this morning.
I'm making some notes.
That is good to know.
There is a lot going on here today.
I work in a team of six.
We moved to a new building last spring.
The line is clear.
I'm typing that up.
My colleague sits next door.
The coffee here is terrible.
We're open until six.
I've been doing this for two years.
It's all written down.
Thank you for bearing with me.
""".strip().splitlines()


async def test_statements_bring_no_fact_to_light(scenario: Scenario, talk: Talk) -> None:
    call = await talk(scenario, STATEMENTS)
    assert noted(call, "fact_asked") == []
    told = call.attempt.customer.told
    assert told == ()
    said = " ".join(heard(call)[1:])
    secrets = [line.text for fact in scenario.all_facts for line in fact.says]
    assert [secret for secret in secrets if secret in said] == []
