"""Cards as people see them on an ordinary day, and on one that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots.chat.heads import HeadState
from bots.teams import home
from bots.teams.cards import (
    Card,
    View,
    render,
    render_accepted,
    render_head,
    render_put_off,
    render_reviewed,
    said_elsewhere,
)
from core.attempt import EndReason
from core.glance import Glance
from core.messages import (
    Adjusted,
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
    CheckResult,
    CoachSaid,
    CriterionMean,
    CriterionScore,
    CustomerSaid,
    Digest,
    Face,
    HelpNeeded,
    Message,
    Metric,
    Noted,
    OneToOne,
    Quote,
    Refused,
    ResultShared,
    ReviewAsked,
    Reviewed,
    ReviewLine,
    ScoreCard,
    Scoring,
    TimeWarning,
    TraineeSaid,
)
from core.people import Assignment, Person, Role
from core.review import ReviewRequest, WhyReview
from core.scenario import Document, Mode, Outcome
from core.views import Medal, PastAttempt, Status, TrainingItem, WaitingReview
from tests.unit.bots.messages import NOW

ALEX_ID, INES_ID = "5f0c6f3e-0d8d-4a3c-9f4e-2b1f6f1f0a01", "0c7a4b60-8d0d-4c1e-8a77-3f8b1c2d9e02"
DANA = Face("Dana Whitfield", "dana.svg")
GUIDE = (Document("refunds", "Refund guide", "refunds.md"),)


def face(picture: str) -> str:
    """Where a picture is."""
    return f"https://practice.example/faces/{picture.removesuffix('.svg')}.png" if picture else ""


OWN = View("UTC", NOW, own=True, face=face)
OTHERS = replace(OWN, own=False)
CHANNEL = replace(OTHERS, channel=True, hears=False)

OFFER = AssignmentOffered(
    "as1",
    "Charged twice",
    "Refund the second charge, and leave Dana calmer than you found her.",
    DANA,
    GUIDE,
    600,
    Mode.HYBRID,
    "Ruth Adeyemi",
    NOW + timedelta(hours=25.5),
    3,
    "To follow “Late parcel”.",
)
BRIEF = Briefing(
    "as1",
    "Charged twice",
    "Refund the second charge.",
    "Dana was charged **$42.99** twice and has called before.\n\n1. Say that you see it.\n2. Find "
    "out *when* it was.\n   - both dates\n\n> Refunds take three days.\n\nSee [the guide]"
    "(https://practice.example/guide).",
    DANA,
    GUIDE,
    600,
    Mode.HYBRID,
    2,
)
CALL = CallOpened(
    "at1",
    "as1",
    "Charged twice",
    "Refund the second charge.",
    DANA,
    GUIDE,
    NOW + timedelta(minutes=10),
)
LINE = CustomerSaid(
    "at1",
    2,
    DANA,
    "You charged me twice, and this is the *third* time I call. I have the statement here.",
    Document("s", "The statement", "s.svg"),
)
SCORE = ScoreCard(
    "at1",
    "run1",
    "Charged twice",
    3.6,
    "conditional",
    "You found both charges and promised the refund; the disclosure came late.",
    (
        CriterionScore(
            "empathy",
            "Empathy",
            4,
            0.3,
            "You named what two charges mean to her before you looked anything up.",
            (Quote(1, "That is twice the money gone, I am sorry"),),
            before=3,
            better="Say what you will do before you put her on hold.",
        ),
        CriterionScore("resolution", "Resolution", 4, 0.3, "The refund was promised.", before=2),
        CriterionScore(
            "compliance",
            "Compliance",
            2,
            0.2,
            "The three days were only told when she asked.",
            (Quote(7, "Oh, and it takes three days"),),
            minimum=3,
            before=2,
        ),
        CriterionScore("efficiency", "Efficiency", None, 0.2, "", reason="Too short a call."),
    ),
    (CheckResult("quoted", "Refund time quoted word for word", passed=False, reason="Said late."),),
    (
        Metric("first", "First response", 12.5, "s", "up to 30 s"),
        Metric("words", "Words a reply", 34.0),
        Metric("greeting", "Greeting", 1.0, "", "1 = yes"),
    ),
    2.7,
    "the built-in judge",
    approximate=True,
    assignment="as1",
    attempts_left=1,
)
ASKED = ReviewAsked(
    "at1",
    "Alex Moreau",
    "Charged twice",
    "The score is low, and Alex asked for a look.",
    2.4,
    (Quote(3, "I can't help you with that."), Quote(5, "As I said.")),
    "fail",
    "low",
    ((INES_ID, "Ines Duarte"), (ALEX_ID, "Ines Duarte")),
    ALEX_ID,
)
REVIEW = Reviewed(
    "at1",
    "rv1",
    "Charged twice",
    "Alex Moreau",
    "Ines Duarte",
    "conditional",
    "You stayed calm all through. Next time, name the three days before she asks.",
    3.2,
    3.6,
    (Adjusted("compliance", "Compliance", 2, 3, "It was late, but it was said."),),
    "one_to_one",
    meet_at=NOW + timedelta(days=1),
)
DIGEST = Digest(
    NOW - timedelta(days=7),
    NOW,
    ("Billing", "Deliveries"),
    8,
    14,
    9,
    2,
    1,
    3.4,
    3.1,
    (CriterionMean("Compliance", 2.6, 2.9, 14), CriterionMean("Empathy", 3.9, 3.4, 14)),
    (
        HelpNeeded("p1", "Alex Moreau", ("1 call not passed yet", "score went down"), "Compliance"),
        HelpNeeded("p2", "Sam Okafor", ("2 assignments overdue",)),
    ),
)
MESSAGES: tuple[Message, ...] = (
    OFFER,
    BRIEF,
    CALL,
    replace(CALL, mode=Mode.VOICE, deadline=None),
    LINE,
    SCORE,
    ASKED,
    REVIEW,
    DIGEST,
    CallJoined("at1", "p1", "Alex Moreau", NOW + timedelta(minutes=10)),
    CallLeft("at1", "p1", "Alex Moreau"),
    CallOffered("as1", "Charged twice", DANA),
    TimeWarning("at1", 60),
    CallEnded("at1", EndReason.EXIT, Outcome.GOOD, "A refund was promised.", DANA, 252, 9),
    Scoring("at1"),
    CoachSaid("at1", "c1", "Ines Duarte", "Well begun.", Quote(1, "I am sorry")),
    ReviewLine("at1", 3, "Alex Moreau", "Let me look.", by_trainee=True, into_s=42),
    OneToOne("at1", "Charged twice", INES_ID, "Ines Duarte", False, NOW, "Bring the guide."),
    ResultShared("at1", "Alex Moreau", "Charged twice", "pass", 4.2, "silver"),
    BreakReported("at1", "duplicate-charge", "Charged twice", "Alex", (Quote(4, "As an AI"),), ""),
    Noted("It is done."),
    Refused("That cannot be done.", "Ask Ada Admin.", "a1b2c3"),
)
ALEX = Person(ALEX_ID, "w", "Alex Moreau", frozenset({Role.TRAINEE}), team="Billing")
ADMIN = replace(ALEX, name="Ada Admin", roles=frozenset({Role.ADMIN}))
EVERYTHING = replace(ALEX, name="Ruth Adeyemi", roles=frozenset(Role))


def item(
    name: str,
    status: Status,
    *,
    past: tuple[PastAttempt, ...] = (),
    mode: Mode = Mode.HYBRID,
    left: int | None = 2,
) -> TrainingItem:
    """An assignment as it stands in My Training."""
    accepted = None if status is Status.ASSIGNED else NOW
    due = NOW + timedelta(days=-2 if status is Status.OVERDUE else 1)
    given = Assignment(f"as {name}", "w", ALEX_ID, "c", "s", NOW, due, left, None, accepted)
    goal = "Refund the second charge, and leave Dana calmer than you found her."
    return TrainingItem(given, name, goal, "support", DANA, mode, 600, status, left, past, None)


def held(attempt: str, *, ended: bool = True) -> PastAttempt:
    """A call that was held, or is being held."""
    return PastAttempt(attempt, "Charged twice", NOW - timedelta(hours=3), ended, None)


ITEMS = (
    item("Charged twice", Status.RUNNING, past=(held("at1", ended=False),)),
    item("Late parcel", Status.OVERDUE),
    item("A wrong tariff", Status.ASSIGNED),
    item("Two in a queue", Status.ACCEPTED, mode=Mode.CHAT, left=None),
    replace(item("Moving house", Status.DONE, past=(held("at0"),)), medal=Medal.SILVER),
)
GLANCES = (
    Glance(
        ALEX,
        ("1 assignment overdue", "score went down"),
        "Compliance",
        held("at1"),
        None,
        None,
        1,
        3,
    ),
    Glance(replace(ALEX, name="Sam Okafor", id="p2"), (), "", None, None, None, 0, 0),
)
WAITING = (
    WaitingReview(
        ReviewRequest("at1", "w", ALEX_ID, WhyReview.LOW, NOW - timedelta(hours=30)),
        ALEX,
        "Charged twice",
        2.4,
    ),
)


def cards() -> dict[str, Card]:
    """Every card there is, by a name of its own."""
    found: dict[str, Card] = {}
    for view, where in ((OWN, "own"), (CHANNEL, "channel")):
        for number, message in enumerate(MESSAGES):
            for part, card in enumerate(render(message, view)):
                found[f"{type(message).__name__}-{number}-{part}-{where}"] = card
    ringing = replace(OWN, rings=True, call_link="https://practice.example/calls/1")
    said = TraineeSaid("at1", 1, "Alex Moreau", "One moment, please.", "k")
    return found | {
        "accepted": render_accepted(OFFER, OWN),
        "put_off": render_put_off(OFFER, OWN),
        "over": render_head(CALL, OWN, HeadState(lasted_s=252)),
        "ringing": render_head(replace(CALL, mode=Mode.VOICE), ringing, HeadState()),
        "reviewed": render_reviewed(ASKED, REVIEW, CHANNEL),
        "elsewhere": said_elsewhere(said, OWN)[0],
        "training": home.training(ALEX, ITEMS, NOW),
        "training-all": home.training(EVERYTHING, ITEMS[:2], NOW, people=GLANCES, waiting=1),
        "training-none": home.training(ALEX, (), NOW),
        "training-first": home.training(ADMIN, (), NOW, beginning=True),
        "people": home.people(GLANCES, NOW),
        "people-none": home.people((), NOW),
        "reviews": home.reviews(WAITING, NOW),
        "reviews-none": home.reviews((), NOW),
        "welcome": home.welcome(ALEX),
        "welcome-admin": home.welcome(ADMIN),
        "welcome-stranger": home.welcome(None, "Ask Ada Admin to add you to Scrimmage."),
        "help": home.help_card(EVERYTHING),
        "stranger": home.stranger("Ask Ada Admin to add you to Scrimmage."),
    }
