"""The digest, the people, the workspace's ways, and what a team's channel is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.commands import (
    ChooseDigest,
    End,
    GiveReview,
    GradeAgain,
    PutPerson,
    PutWays,
    Say,
    SendDigest,
    Start,
)
from core.messages import CriterionMean, Digest, HelpNeeded, Noted, ResultShared, ToChannel
from core.people import Assignment, DigestTime, Person, Role, Share, Ways
from core.rehearsal import EPOCH
from core.review import Adjustment
from core.scoring import Verdict
from tests.house import ASSIGNMENT, COACH, OTHER, PEOPLE, TRAINEE, House, house

WEEK = timedelta(days=7)


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


async def hold(at_home: House, name: str, score: int = 4, by: str = TRAINEE) -> None:
    """Hold a call to its end, an hour after the last thing that happened."""
    at_home.clock.passes(3600)
    at_home.grader.score = score
    assignment = "as1" if by == TRAINEE else f"as-{by}"
    assert await at_home.does(Start(assignment, name), by=by) == ""
    assert await at_home.does(Say(name, "Hello"), by=by) == ""
    assert await at_home.does(End(name), by=by) == ""


async def digest(at_home: House, by: str = "max") -> Digest:
    """The digest up to a moment from now."""
    until = at_home.clock.now() + timedelta(seconds=1)
    assert await at_home.does(SendDigest(until), by=by) == ""
    return at_home.shown(Digest)[-1]


async def person(at_home: House, person_id: str, workspace: str = "w") -> Person | None:
    async with at_home.store.reading() as unit:
        return await unit.person(workspace, person_id)


async def put(at_home: House, *people: Person, assignments: tuple[Assignment, ...] = ()) -> None:
    async with at_home.store.unit() as unit:
        for one in people:
            await unit.put_person(one)
        for given in assignments:
            await unit.put_assignment(given)


class TestDigest:
    async def test_an_empty_week_says_so_in_figures(self, at_home: House) -> None:
        found = await digest(at_home)
        assert found == Digest(
            since=found.until - WEEK,
            until=found.until,
            teams=("A",),
            people=1,
            attempts=0,
            done=0,
            overdue=0,
            waiting=0,
            overall=None,
            overall_before=None,
            criteria=(),
            help=(),
        )

    async def test_averages_are_of_the_scores_that_count_and_move_against_the_week_before(
        self, at_home: House
    ) -> None:
        await hold(at_home, "t1", score=4)
        at_home.clock.passes(WEEK.total_seconds())
        await hold(at_home, "t2", score=2)
        await hold(at_home, "t3", score=2)
        raised = (Adjustment("empathy", 3, "It was there."),)
        await at_home.does(GiveReview("t3", Verdict.PASSED, "", raised), by=COACH)
        found = await digest(at_home)
        assert (found.attempts, found.done, found.overall, found.overall_before) == (2, 1, 2.5, 4.0)
        assert found.criteria == (CriterionMean("Empathy", 2.5, 4.0, 2),)

    async def test_reviews_that_wait_are_counted_until_they_are_given(self, at_home: House) -> None:
        await hold(at_home, "t1", score=2)
        assert (await digest(at_home)).waiting == 1
        await at_home.does(GiveReview("t1", Verdict.PASSED), by=COACH)
        assert (await digest(at_home)).waiting == 0

    async def test_help_names_who_why_and_where_to_begin(self, at_home: House) -> None:
        late = replace(ASSIGNMENT, id="late", due_at=at_home.clock.now() - timedelta(days=1))
        await put(at_home, assignments=(late,))
        await hold(at_home, "t1", score=5)
        at_home.grader.verdict = Verdict.FAILED
        at_home.grader.others = {"Resolution": 4}
        await hold(at_home, "t2", score=1)
        found = await digest(at_home)
        assert found.overdue == 1
        assert found.help == (
            HelpNeeded(
                TRAINEE,
                "Tia Trainee",
                ("1 assignment overdue", "1 call not passed yet", "score went down"),
                "Empathy",
            ),
        )
        assert [c.name for c in found.criteria] == ["Empathy", "Resolution"]

    async def test_only_people_of_the_managers_teams_are_counted(self, at_home: House) -> None:
        await put(at_home, assignments=(replace(ASSIGNMENT, id="as-omar", trainee=OTHER),))
        await hold(at_home, "o1", score=2, by=OTHER)
        found = await digest(at_home)
        assert (found.people, found.attempts, found.waiting, found.overall) == (1, 0, 0, None)
        await put(at_home, replace(PEOPLE[3], manages=frozenset({"A", "B"})))
        found = await digest(at_home)
        assert (found.teams, found.people, found.attempts) == (("A", "B"), 2, 1)

    async def test_another_workspaces_people_are_never_counted(self, at_home: House) -> None:
        twin = replace(PEOPLE[0], workspace="elsewhere")
        boss = replace(PEOPLE[3], id="boss", workspace="elsewhere")
        await put(at_home, twin, boss)
        await hold(at_home, "t1", score=2)
        until = at_home.clock.now() + timedelta(seconds=1)
        await at_home.does(SendDigest(until), by="boss", workspace="elsewhere")
        found = at_home.shown(Digest)[-1]
        assert (found.people, found.attempts, found.done, found.waiting) == (1, 0, 0, 0)

    async def test_a_manager_who_trains_too_is_not_among_their_own_people(
        self, at_home: House
    ) -> None:
        both = frozenset({Role.MANAGER, Role.TRAINEE})
        await put(at_home, replace(PEOPLE[3], roles=both, team="A"))
        assert (await digest(at_home)).people == 1

    @pytest.mark.parametrize("by", [TRAINEE, COACH])
    async def test_others_are_told_whom_to_ask(self, at_home: House, by: str) -> None:
        refusal = await at_home.does(SendDigest(at_home.clock.now()), by=by)
        assert "for managers" in refusal
        assert "Ask Ada Admin to" in refusal

    async def test_an_administrator_is_told_that_they_can_mend_it(self, at_home: House) -> None:
        refusal = await at_home.does(SendDigest(at_home.clock.now()), by="ada")
        assert "for managers" in refusal
        assert refusal.endswith("You can do that yourself: open People.")


class TestChoosingTheDigest:
    async def test_it_comes_when_they_say_from_then_on(self, at_home: House) -> None:
        chosen = ChooseDigest(on=True, weekday=4, hour=8, time_zone="Europe/Berlin")
        assert await at_home.does(chosen, by="max") == ""
        found = await person(at_home, "max")
        assert found is not None
        assert found.digest == DigestTime(True, 4, 8, at_home.clock.now())
        assert found.time_zone == "Europe/Berlin"
        said = at_home.shown(Noted)[-1].sentence
        assert said == "Your digest comes every Friday at 08:00 (Europe/Berlin)."

    async def test_it_can_be_left_out(self, at_home: House) -> None:
        await at_home.does(ChooseDigest(on=False, weekday=0, hour=9, time_zone="UTC"), by="max")
        found = await person(at_home, "max")
        assert found is not None
        assert not found.digest.on
        assert "not be sent any more" in at_home.shown(Noted)[-1].sentence

    @pytest.mark.parametrize(
        ("weekday", "hour", "zone", "words"),
        [
            (7, 9, "UTC", "no such hour"),
            (-1, 9, "UTC", "no such hour"),
            (0, 24, "UTC", "no such hour"),
            (0, 9, "Mars/Olympus_Mons", "no time zone “Mars/Olympus_Mons”"),
        ],
    )
    async def test_times_that_do_not_exist_are_refused(
        self, at_home: House, weekday: int, hour: int, zone: str, words: str
    ) -> None:
        refusal = await at_home.does(ChooseDigest(True, weekday, hour, zone), by="max")
        assert words in refusal
        assert await person(at_home, "max") == PEOPLE[3]

    async def test_only_managers_choose(self, at_home: House) -> None:
        assert "Ask Ada Admin" in await at_home.does(ChooseDigest(True, 0, 9, "UTC"), by=COACH)


class TestPeople:
    NEW = PutPerson(
        "nia",
        "  Nia\n New ",
        frozenset({Role.TRAINEE, Role.COACH}),
        " A ",
        "Asia/Kolkata",
        frozenset({"nia", TRAINEE}),
        frozenset({" A", "", "B "}),
    )

    async def test_somebody_new_is_added_tidily(self, at_home: House) -> None:
        assert await at_home.does(self.NEW, by="ada") == ""
        assert await person(at_home, "nia") == Person(
            "nia",
            "w",
            "Nia New",
            frozenset({Role.TRAINEE, Role.COACH}),
            "A",
            "Asia/Kolkata",
            frozenset({TRAINEE}),
            frozenset({"A", "B"}),
            DigestTime(since=at_home.clock.now()),
        )
        assert at_home.shown(Noted)[-1].sentence == "Nia New is added."
        await at_home.does(replace(self.NEW, name="Nia"), by="ada")
        assert at_home.shown(Noted)[-1].sentence == "Nia is changed."

    async def test_a_manager_keeps_the_time_they_chose_and_a_new_one_begins_now(
        self, at_home: House
    ) -> None:
        chosen = DigestTime(True, 3, 7, EPOCH)
        await put(at_home, replace(PEOPLE[3], digest=chosen))
        manager = PutPerson("max", "Max", frozenset({Role.MANAGER}))
        at_home.clock.passes(60)
        await at_home.does(manager, by="ada")
        found = await person(at_home, "max")
        assert found is not None
        assert found.digest == chosen
        await at_home.does(replace(manager, person=COACH), by="ada")
        found = await person(at_home, COACH)
        assert found is not None
        assert found.digest.since == at_home.clock.now()

    async def test_a_time_zone_that_nobody_knows_becomes_utc(self, at_home: House) -> None:
        await at_home.does(replace(self.NEW, time_zone="Mars/Olympus_Mons"), by="ada")
        found = await person(at_home, "nia")
        assert found is not None
        assert found.time_zone == "UTC"

    @pytest.mark.parametrize(
        "bad", [replace(NEW, name=" \n"), replace(NEW, roles=frozenset())], ids=["name", "role"]
    )
    async def test_somebody_without_a_name_or_a_role_is_refused(
        self, at_home: House, bad: PutPerson
    ) -> None:
        assert "needs a name and a role" in await at_home.does(bad, by="ada")
        assert await person(at_home, "nia") is None

    async def test_the_last_administrator_stays_one(self, at_home: House) -> None:
        less = PutPerson("ada", "Ada Admin", frozenset({Role.COACH}))
        assert "is the only administrator" in await at_home.does(less, by="ada")
        assert await person(at_home, "ada") == PEOPLE[4]
        second = PutPerson("max", "Max Manager", frozenset({Role.MANAGER, Role.ADMIN}))
        assert await at_home.does(second, by="ada") == ""
        assert await at_home.does(less, by="ada") == ""

    async def test_an_administrator_elsewhere_does_not_count(self, at_home: House) -> None:
        await put(at_home, replace(PEOPLE[4], id="eve", workspace="elsewhere"))
        less = PutPerson("ada", "Ada Admin", frozenset({Role.COACH}))
        assert "is the only administrator" in await at_home.does(less, by="ada")

    @pytest.mark.parametrize("by", [TRAINEE, COACH, "max"])
    async def test_others_are_told_whom_to_ask_by_name(self, at_home: House, by: str) -> None:
        await put(at_home, replace(PEOPLE[4], id="bob", name="Bob Boss"))
        refusal = await at_home.does(self.NEW, by=by)
        assert refusal.endswith("changes this. Ask Ada Admin or Bob Boss to do it for you.")


class TestWays:
    async def test_an_administrator_changes_them(self, at_home: House) -> None:
        ways = Ways("C1", Share.SCORE, (("A", "C2"),), 2.5, 4.5, 2)
        assert await at_home.does(PutWays(ways), by="ada") == ""
        async with at_home.store.reading() as unit:
            found = await unit.workspace("w")
        assert found is not None
        assert (found.ways, found.name) == (ways, "w")

    @pytest.mark.parametrize(
        "ways",
        [
            Ways(review_below=0.5),
            Ways(review_below=4.0, review_above=3.0),
            Ways(review_above=6.0),
            Ways(review_below=float("nan")),
            Ways(sample=-1),
            Ways(sample=21),
        ],
        ids=["below the scale", "crossed", "above the scale", "no number", "negative", "too many"],
    )
    async def test_what_does_not_fit_is_refused(self, at_home: House, ways: Ways) -> None:
        assert await at_home.does(PutWays(ways), by="ada") != ""
        async with at_home.store.reading() as unit:
            found = await unit.workspace("w")
        assert found is not None
        assert found.ways == Ways()

    async def test_nobody_else_does(self, at_home: House) -> None:
        assert "Ask Ada Admin" in await at_home.does(PutWays(Ways()), by="max")


class TestSharing:
    async def _after(self, at_home: House, share: Share, channels: tuple[str, str]) -> None:
        await at_home.does(PutWays(Ways(share=share, team_channels=(channels,))), by="ada")
        await hold(at_home, "t1", score=5)

    @pytest.mark.parametrize(
        ("share", "verdict", "overall", "medal"),
        [
            (Share.DONE, None, None, None),
            (Share.VERDICT, "pass", None, None),
            (Share.SCORE, "pass", 5.0, "gold"),
        ],
    )
    async def test_the_teams_channel_sees_what_the_settings_let_it(
        self,
        at_home: House,
        share: Share,
        verdict: str | None,
        overall: float | None,
        medal: str | None,
    ) -> None:
        await self._after(at_home, share, ("A", "C-A"))
        (sent,) = [
            o for o in at_home.surface.delivered.values() if isinstance(o.message, ResultShared)
        ]
        assert sent.to == ToChannel("C-A")
        assert sent.message == ResultShared(
            "t1", "Tia Trainee", "A sample", verdict, overall, medal
        )

    async def test_grading_again_tells_it_no_second_time(self, at_home: House) -> None:
        await self._after(at_home, Share.SCORE, ("A", "C-A"))
        await at_home.does(GradeAgain("t1"), by=COACH)
        assert len(at_home.shown(ResultShared)) == 1

    @pytest.mark.parametrize(
        ("share", "team"), [(Share.NOTHING, "A"), (Share.SCORE, "B")], ids=["nothing", "no channel"]
    )
    async def test_nothing_is_told_where_nothing_is_to_be_told(
        self, at_home: House, share: Share, team: str
    ) -> None:
        await self._after(at_home, share, (team, "C"))
        assert at_home.shown(ResultShared) == []
