"""Scores, reviews and digests: what they say, and whom they tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots.teams.cards import Card, View, render, render_reviewed
from core.messages import CheckResult, CriterionScore, Message, OneToOne, Quote
from tests.teams.limits import check_card
from tests.unit.bots.messages import NOW
from tests.unit.bots.teams.reading import buttons_of, hidden, verbs_of, words_of
from tests.unit.bots.teams.samples import (
    ASKED,
    CHANNEL,
    DIGEST,
    INES_ID,
    OTHERS,
    OWN,
    REVIEW,
    SCORE,
)


def shown(message: Message, view: View = OWN) -> Card:
    (card,) = render(message, view)
    return card


def chart_of(card: Card) -> dict[str, object]:
    (found,) = [e for e in (card.content or {})["body"] if e["type"].startswith("Chart.")]
    return dict(found)


def test_a_score_card_says_the_result_and_every_criterion_with_its_evidence() -> None:
    words = words_of(shown(SCORE))

    for said in (
        "🥉 3.6 of 5, passed on a condition",
        "Up 0.9 since last time.",
        "Empathy  30 %",
        "4 of 5 · up 1 since last time",
        "“That is twice the money gone, I am sorry” line 2",
        "Try: Say what you will do before you put her on hold.",
        "Needs at least 3 to pass.",
        "Not scored",
        "Too short a call.",
        "• No: Refund time quoted word for word – Said late.",
        "• First response: 12.5 s (usual: up to 30 s)",
        "• Greeting: Yes",
        "Scored by the built-in judge. These scores are approximate: take them as a guide.",
        "1 attempt left.",
    ):
        assert said in words


def test_a_chart_shows_this_time_beside_last_time() -> None:
    chart = chart_of(shown(SCORE))

    assert chart["data"] == [
        {
            "legend": "Last time",
            "color": "neutral",
            "values": [
                {"x": "Empathy", "y": 3},
                {"x": "Resolution", "y": 2},
                {"x": "Compliance", "y": 2},
            ],
        },
        {
            "legend": "This time",
            "color": "categoricalBlue",
            "values": [
                {"x": "Empathy", "y": 4},
                {"x": "Resolution", "y": 4},
                {"x": "Compliance", "y": 2},
            ],
        },
    ]


def test_a_client_without_charts_shows_the_same_as_bars() -> None:
    fallback = words_of(Card("", {"body": [chart_of(shown(SCORE))["fallback"]]}))

    assert fallback.split("\n") == [
        *("Empathy", "▰▰▰▰▱", "4 of 5 (was 3)"),
        *("Resolution", "▰▰▰▰▱", "4 of 5 (was 2)"),
        *("Compliance", "▰▰▱▱▱", "2 of 5 (was 2)"),
    ]


def test_a_first_score_is_compared_with_nothing() -> None:
    first = replace(SCORE, criteria=tuple(replace(c, before=None) for c in SCORE.criteria))

    chart = chart_of(shown(first))

    assert "Last time" not in str(chart)
    assert "was" not in str(chart["fallback"])


def test_one_criterion_or_a_crowd_of_them_needs_no_chart() -> None:
    crowd = tuple(replace(SCORE.criteria[0], name=f"C{n}") for n in range(20))

    for criteria in (SCORE.criteria[:1], crowd):
        assert "Chart." not in str(shown(replace(SCORE, criteria=criteria)).content)


def test_a_call_in_which_nothing_could_be_scored_says_so_once() -> None:
    none = CriterionScore("e", "Empathy", None, 1.0, "", reason="nobody said anything")
    card = shown(replace(SCORE, overall=None, verdict="unscored", criteria=(none, none)))

    assert words_of(card).split("\n")[0] == "Not scored"
    assert words_of(card).count("Nobody said anything") == 1
    assert "Chart." not in str(card.content)


def test_only_the_trainee_may_try_again_and_ask_a_coach() -> None:
    assert verbs_of(shown(SCORE)) == ["start_chat", "transcript", "ask_coach", ""]
    assert verbs_of(shown(SCORE, OTHERS)) == ["transcript", ""]
    assert verbs_of(shown(replace(SCORE, attempts_left=0))) == ["transcript", "ask_coach", ""]


def test_the_result_and_what_to_do_come_before_the_criteria() -> None:
    body = (shown(SCORE).content or {})["body"]
    (at,) = [n for n, e in enumerate(body) if "Try again" in str(e)]

    first, later = (words_of(Card("", {"body": part})) for part in (body[:at], body[at:]))
    assert (
        "\nUp 0.9 since last time.\n"
        "Went well: Empathy. You named what two charges mean to her before you looked anything up."
        "\nNext time: Empathy. Say what you will do before you put her on hold.\nScores, 1 to 5\n"
    ) in first
    assert later.startswith("Empathy  30 %\n4 of 5")
    assert "Resolution  30 %" in later


def test_what_was_best_and_lowest_counts_and_nothing_good_is_made_up() -> None:
    poor, blank = (replace(c, score=2, better="") for c in SCORE.criteria[:2])
    lowest = replace(SCORE.criteria[2], score=1, better="Name the\nthree days. " * 20)

    words = words_of(shown(replace(SCORE, criteria=(poor, blank, lowest))))

    assert "Went well" not in words
    assert "Next time: Compliance. Name the three days. Name the three days." in words
    assert max(map(len, (w for w in words.split("\n") if w.startswith("Next time")))) < 190
    assert "Next time" not in words_of(shown(replace(SCORE, criteria=(poor, blank))))


def test_checks_and_figures_are_seen_when_they_are_asked_for() -> None:
    card = shown(SCORE)
    (details,) = hidden(card)

    assert ("Details", "", details["id"]) in buttons_of(card)
    assert words_of(Card("", details)).startswith("Checks\n• No: Refund time")
    assert "Details" not in str(shown(replace(SCORE, checks=(), metrics=())).content)


def test_a_figure_without_a_value_or_told_by_a_check_is_left_out() -> None:
    greeted = CheckResult("greeted", "Greeted the customer", passed=True)
    empty = replace(SCORE.metrics[0], id="x", name="Longest wait", value=None)
    metrics = (*SCORE.metrics, empty)

    told = words_of(shown(replace(SCORE, checks=(greeted,), metrics=metrics)))
    untold = replace(greeted, passed=None)
    kept = words_of(shown(replace(SCORE, checks=(untold,), metrics=metrics)))

    assert "• First response: 12.5 s" in told
    assert "Longest wait" not in told
    assert "• Greeting" not in told
    assert "• Greeting: Yes" in kept


def test_labels_of_the_chart_are_short_whole_and_never_the_same() -> None:
    names = (
        *("Hearing the anger out", "The right place at the right time"),
        *("Calming, and keeping it so for long", "Calming, and then all of the rest"),
        "Incomprehensibilitiesandmore",
    )
    criteria = tuple(replace(SCORE.criteria[0], name=name) for name in names)
    chart = chart_of(shown(replace(SCORE, criteria=criteria)))

    now = chart["data"][1]["values"]  # type: ignore[index]
    assert [value["x"] for value in now] == [
        *("Hearing the anger out", "The right place", "3. Calming", "4. Calming"),
        "Incomprehensibilitiesan…",
    ]
    bars = words_of(Card("", {"body": [chart["fallback"]]}))
    assert all(name in bars for name in names)


def test_a_score_card_with_a_hundred_kilobytes_in_it_says_what_it_leaves_out() -> None:
    much = "You told her what you would do before you did it. " * 2_000
    criterion = replace(SCORE.criteria[0], rationale=much, quotes=(Quote(1, much),) * 9)

    card = shown(replace(SCORE, why=much, criteria=(criterion,) * 30))

    assert check_card(card.content or {}) == []
    assert "see Transcript" in words_of(card)
    assert words_of(card).count("4 of 5") >= 24


def test_in_a_channel_a_request_for_a_review_mentions_the_coaches() -> None:
    card = shown(ASKED, CHANNEL)
    entities = (card.content or {})["msteams"]["entities"]

    assert (
        "<at>Ines Duarte</at>, <at>Ines Duarte (2)</at>: would you have a look at Alex Moreau’s "
        "call?"
    ) in words_of(card)
    assert entities[0] == {
        "type": "mention",
        "text": "<at>Ines Duarte</at>",
        "mentioned": {"id": INES_ID, "name": "Ines Duarte"},
    }


def test_in_a_personal_chat_a_request_mentions_nobody() -> None:
    card = shown(ASKED, OTHERS)

    assert "Ines Duarte, Ines Duarte: would you have a look" in words_of(card)
    assert "msteams" not in (card.content or {})


def test_a_request_says_how_to_answer_it() -> None:
    heard = replace(CHANNEL, hears=True)

    assert words_of(shown(ASKED, heard)).endswith("What you reply in this thread reaches Alex.")
    assert words_of(shown(ASKED, CHANNEL)).endswith(
        "Mention @Scrimmage in it: without that, it does not reach me."
    )
    assert words_of(shown(ASKED, OTHERS)).endswith(
        "What you reply to this message, quoting it, reaches Alex."
    )


def test_a_whole_call_is_posted_in_a_channel_only_where_it_has_a_thread() -> None:
    assert verbs_of(shown(ASKED, OTHERS)) == ["review", "comment", "transcript"]
    assert verbs_of(shown(ASKED, CHANNEL)) == ["review", "comment", "transcript", "show_lines"]


def test_a_trainees_name_that_is_markup_stays_beside_the_mentions() -> None:
    card = shown(replace(ASKED, trainee="*Alex*"), CHANNEL)

    assert check_card(card.content or {}) == []
    assert "would you have a look at *Alex*’s call?" in words_of(card)


def test_a_trainee_whom_nobody_coaches_is_told_about() -> None:
    card = shown(replace(ASKED, coaches=()), CHANNEL)

    assert "Nobody coaches Alex Moreau yet" in words_of(card)
    assert "reply" not in words_of(card)


def test_a_review_says_both_numbers_and_what_comes_next() -> None:
    words = words_of(shown(REVIEW))

    assert "Ines Duarte has reviewed your call “Charged twice”" in words
    assert "3.2 of 5, passed on a condition (was 3.6 of 5)" in words
    assert "Compliance ▰▰▰▱▱ 3 of 5 (was 2)\nIt was late, but it was said." in words
    assert words.endswith("Next: a 1:1 with Ines Duarte: tomorrow, 15:30.")


def test_in_a_channel_the_moment_of_a_1_1_is_everybodys_own() -> None:
    words = words_of(shown(REVIEW, CHANNEL))

    assert "Next: a 1:1 with Ines Duarte.\nWhen: {{DATE(2026-03-05T15:30:00Z, SHORT)}}" in words


def test_what_was_asked_for_tells_of_the_review() -> None:
    card = render_reviewed(ASKED, REVIEW, CHANNEL)

    assert words_of(card).startswith("Reviewed by Ines Duarte\nAlex: Charged twice")
    assert buttons_of(card) == [("Review again", "review", "at1")]


def test_a_1_1_says_with_whom_and_when() -> None:
    meeting = OneToOne("at1", "Charged twice", INES_ID, "Ines", False, NOW + timedelta(hours=1))

    words = words_of(shown(replace(meeting, words="Bring the guide.")))
    unset = words_of(shown(replace(meeting, meet_at=None, by_coach=True)))

    assert words == (
        "1:1. You have a 1:1 with Ines about “Charged twice”: today, 16:30.\nBring the guide."
    )
    assert "You suggested a 1:1 with Ines about “Charged twice”." in unset
    assert "No time is set yet: a message to Ines will do." in unset


def test_a_digest_says_who_needs_help_first() -> None:
    words = words_of(shown(DIGEST))

    for said in (
        "Billing, Deliveries · 25 February to 4 March · 8 people",
        "14 calls scored. On average 3.4 of 5 ▲ 0.3.",
        "Alex Moreau: 1 call not passed yet, score went down. Begin with Compliance.",
        "▰▰▰▱▱ 2.6 Compliance ▼ 0.3 · 14 calls",
        "9 assignments done, 2 overdue.\n1 review waiting for a coach.",
    ):
        assert said in words
    assert verbs_of(shown(DIGEST)) == ["digest_time"]
