"""The form that a model fills in, and what is made of it."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.models.openai.answer import MOST_IDS, NotTheForm, parse, reading_of
from adapters.models.openai.form import form_of
from core.reading import Note, Reading
from core.stances import Attack, Stance
from tests.samples import scenario

FORM = form_of(scenario())
EMPTY: dict[str, object] = {
    "stances": [],
    "attack": None,
    "asked_unknown": False,
    "on_topic": True,
    "legible": True,
}


def reading(*, by_rule: Attack | None = None, **filled: object) -> Reading:
    answer = parse(json.dumps({**EMPTY, **filled}))
    return reading_of(answer, FORM, words=3, attack=by_rule)


def test_it_lists_the_scenarios_ids_and_nothing_else() -> None:
    ids = {part.field: part.ids for part in FORM.parts}
    assert ids == {
        "asked": ("email", "date"),
        "tool": ("app",),
        "answered": ("why", "when"),
        "met": ("agreed/promised", "refused/no"),
        "undone": ("agreed/promised", "refused/no"),
    }


def test_a_list_without_ids_is_left_out_for_an_empty_enumeration_is_no_schema() -> None:
    schema = FORM.schema()
    assert "raised" not in schema["properties"]
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_is_strict() -> None:
    schema = FORM.schema()
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == set(schema["properties"]) == set(FORM.fields)


def test_it_takes_a_filled_form_and_no_invented_id() -> None:
    filled = {field: [] for field in FORM.fields if field not in EMPTY} | EMPTY
    jsonschema.validate(filled, FORM.schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**filled, "asked": ["salary"]}, FORM.schema())


def test_a_reading_holds_what_was_ticked() -> None:
    found = reading(
        asked=["email"],
        tool=["app"],
        answered=["why"],
        met=["agreed/promised"],
        stances=["promises", "thanks"],
        on_topic=False,
    )
    assert found == Reading(
        stances=frozenset({Stance.PROMISES, Stance.THANKS}),
        asked=("email",),
        tool="app",
        answered=("why",),
        met=(("agreed", "promised"),),
        on_topic=False,
        words=3,
    )


def test_what_is_unknown_is_dropped_and_noted() -> None:
    found = reading(asked=["salary", "email"], stances=["sings"], met=["agreed"], attack="magic")
    assert found.asked == ("email",)
    assert not found.met
    assert found.attack is None
    assert found.notes == (Note("unknown_ids_dropped", (("count", 4),)),)


def test_what_rules_found_outweighs_the_model() -> None:
    assert reading(by_rule=Attack.INSTRUCTIONS).attack is Attack.INSTRUCTIONS
    assert reading(attack="abuse").attack is Attack.ABUSE
    assert reading(by_rule=Attack.SCORING, attack="abuse").attack is Attack.SCORING


def test_requests_ask() -> None:
    assert Stance.ASKS in reading(stances=["requests"]).stances


def test_a_step_cannot_be_met_and_undone_at_once() -> None:
    found = reading(met=["agreed/promised"], undone=["agreed/promised"])
    assert not found.met
    assert found.undone == (("agreed", "promised"),)


def test_a_question_that_has_a_fact_is_no_unknown_one() -> None:
    assert reading(asked_unknown=True).asked_unknown
    assert not reading(asked_unknown=True, asked=["email"]).asked_unknown


def test_a_model_gone_round_in_circles_is_cut_short() -> None:
    found = reading(asked=["email"] * MOST_IDS + ["date"])
    assert found.asked == ("email",)


@pytest.mark.parametrize(
    "text",
    ["", "Sure! Here it is.", '{"stances": []', "[]", "null", '{"stances": [1], "on_topic": true}'],
)
def test_what_is_no_form_is_refused_without_being_quoted(text: str) -> None:
    with pytest.raises(NotTheForm) as caught:
        parse(text)
    assert text == "" or text not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_form_may_stand_in_a_code_block() -> None:
    assert parse(f"```json\n{json.dumps(EMPTY)}\n```").on_topic


@given(st.dictionaries(st.sampled_from(FORM.fields), st.lists(st.text(max_size=8), max_size=4)))
def test_whatever_is_ticked_only_known_ids_come_through(filled: dict[str, list[str]]) -> None:
    lists = {field: ids for field, ids in filled.items() if field not in EMPTY}
    found = reading_of(parse(json.dumps({**EMPTY, **lists})), FORM, words=3, attack=None)
    assert set(found.asked) <= {"email", "date"}
    assert set(found.met) | set(found.undone) <= {("agreed", "promised"), ("refused", "no")}
