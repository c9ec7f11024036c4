"""How long answers took, from what was said and what was heard."""

from __future__ import annotations

from voice_bridge.caller import Said, Timeline


def said(began: float, ended: float, *, cut_in: bool = False) -> Said:
    return Said("Hello", began, ended, cut_in)


def answers(things: list[Said], *sounds: tuple[float, float]) -> list[float]:
    found = Timeline(things, [list(sound) for sound in sounds]).answers()
    return [round(seconds, 3) for seconds in found]


def test_an_answer_is_the_first_sound_after_what_was_said() -> None:
    things = [said(5.0, 6.0), said(10.0, 11.0)]
    assert answers(things, (1, 4), (6.8, 8), (8.5, 9), (12.2, 13)) == [0.8, 1.2]


def test_nothing_answers_what_was_followed_by_more() -> None:
    things = [said(5.0, 6.0), said(6.5, 7.5)]
    assert answers(things, (1, 4), (8.0, 9)) == [0.5]


def test_nothing_is_made_up_where_no_sound_came() -> None:
    assert answers([said(5.0, 6.0)], (1, 4)) == []
    assert answers([]) == []


def test_a_cut_in_has_no_answer_of_its_own() -> None:
    assert answers([said(2.0, 3.0, cut_in=True)], (1, 2.2), (4.0, 5)) == []


def test_an_answer_at_the_very_end_took_no_time_and_never_less() -> None:
    assert answers([said(5.0, 6.0)], (5.96, 8)) == [0.0]
    assert answers([said(5.0, 6.0)], (5.9, 8)) == []


def test_an_answer_is_told_with_its_moment() -> None:
    timeline = Timeline([said(1.0, 2.0)], [[2.5, 4.0]])
    assert timeline.answered() == [(2.5, 0.5)]
