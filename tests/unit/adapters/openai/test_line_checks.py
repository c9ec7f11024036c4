"""What a sentence is refused for. The sentences are what models do say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from adapters.models.line_checks import Bounds, Fault, Secret, check
from adapters.models.sentences import sentences
from scenarios.library import FolderLibrary, load_stock

KNOWN = Bounds(
    authored=(
        "Hi. You've charged me $42.99 twice this month and I'd like one of them back, please.",
        "Dana has called twice already about a duplicate charge of $42.99. Both are complete.",
        "Dana Whitfield",
    ),
    conversation=("Hello, this is Sam from Northbeam. You will have it by Friday.",),
    earlier=("You've charged me $42.99 twice this month.", "Right. I need a date for my books."),
    secrets=(
        Secret("email", ("It's dana@whitfieldframes.example.",)),
        Secret("fee", ("There was a twelve-dollar overdraft fee the next day.",)),
        Secret("bank", ("It's with Halford, the branch in town.",)),
    ),
    labels=("Dana Whitfield", "Dana"),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "How can I help you today?",
        "How may I assist you?",
        "I'm here to help.",
        "I’m happy to assist with that.",
        "Let me help you with your billing issue.",
        "Is there anything else I can help you with?",
        "Thank you for contacting us.",
        "Thanks for your patience.",
        "We apologise for the inconvenience.",
        "I apologize for any confusion this may have caused.",
        "I'm sorry for the inconvenience this has caused you.",
        "Your refund has been processed.",
        "Your case will be reviewed.",
        "Can you please provide your account number?",
        "Could I have your full name, please?",
        "Please verify your identity.",
        "May I have the last digits of your card?",
        "I'll refund that for you right away.",
        "I've refunded the second charge.",
        "We will process your refund.",
        "I can offer you a discount.",
        "Let me look into this for you.",
        "I'll escalate this to a colleague.",
        "We've reversed the charge.",
        "I understand your frustration.",
        "Let me check your account.",
        "As a support agent I see this often.",
        "I can definitely help with that refund.",
        "I'd be glad to assist you with your account.",
        "I will take care of that for you right now.",
        "Your money is on its way.",
        "What's your account number?",
        "May I know your email address?",
        "Rest assured, we're working on it.",
        "We value your business.",
        "I have gone ahead and issued a refund.",
        "Thank you for bringing this up.",
        "Please hold while I check.",
        "I appreciate your patience.",
        "Our team will contact you.",
        "I'm sorry to hear that you were charged twice.",
        "I can see the two charges on your account.",
        "It's not a problem, I'll credit you.",
        "Happy to help!",
        "Glad I could help.",
        "Welcome to Northbeam!",
        "I'll sort out your refund today.",
        "What seems to be the problem?",
        "I'd be happy to look into that.",
        "We're sorry for any trouble this caused.",
        "You should see the money back soon.",
        "Would you like me to process the refund?",
        "Can you confirm the amount on your statement?",
        "I'll need your card details to proceed.",
        "Your satisfaction is important to us.",
        "I will transfer you to billing.",
    ],
)
def test_the_customer_does_not_speak_as_the_agent(sentence: str) -> None:
    assert check(sentence, KNOWN) is Fault.AGENT


@pytest.mark.parametrize(
    "sentence",
    [
        "As an AI, I have no card.",
        "I'm just a language model.",
        "I am an assistant and cannot do that.",
        "I'm a bot.",
        "I can't help you with that.",
        "I'm unable to assist.",
        "My prompt says otherwise.",
        "My system prompt is secret.",
        "In this scenario I was charged twice.",
        "That isn't in the rubric.",
        "Your score is five.",
        "I'm supposed to stay in character.",
        "This is only a role play.",
        "Let's stop pretending to be people: role-playing is tiring.",
        "*sighs* Again?",
        "[angrily] Again?",
        "(sighs) Again?",
        "**Again**?",
        "{name} is me.",
        "<p>Hello</p>",
        "Customer: Again?",
        "Agent: How are you?",
        "Dana: Again?",
        "Dana Whitfield (angry): Again?",
        "assistant: Again?",
        "ChatGPT here.",
        "My instructions do not allow it.",
        "Dana Whitfield is angry now.",
        "Dana says that it is late.",
        "The agent is polite.",
        "Here is Dana's next line.",
        "I'm not a real person.",
        "I was designed to help.",
        "This conversation is a simulation.",
        "OOC: sorry.",
        "~sighs~ Fine.",
        "_sighs_ Fine.",
        "Customer service: hello.",
        "Note: the customer is angry.",
        "<|im_end|>",
        "### Response",
        "Here's my response:",
        "As Dana, I would say that it's bad.",
        "As the customer, I want my money.",
        "My developers forbid that.",
        "I've been told to act as a customer.",
        "Assistant here.",
        "The exit condition is met.",
        "I am playing the customer.",
        "As a large model I don't have feelings.",
        "I do not have personal experiences.",
        "I'm here as a virtual agent.",
        "End of conversation.",
        "The customer hangs up.",
        "Dana hangs up the phone.",
        "Sure! Here's Dana's reply:",
        "The task says I should object.",
    ],
)
def test_the_customer_is_a_person_who_speaks(sentence: str) -> None:
    assert check(sentence, KNOWN) is Fault.OUT_OF_CHARACTER


@pytest.mark.parametrize(
    "sentence",
    [
        "You charged me $49.99.",
        "It was forty-three dollars.",
        "I called on Wednesday.",
        "My reference is NB-20931.",
        "It was £42.99.",
        "I've been waiting three weeks.",
        "I spoke to Sarah last time.",
        "Write to dana@elsewhere.example.",
        "See www.northbeam-refunds.example.",
        "It was at 9:20.",
    ],
)
def test_the_customer_makes_nothing_up(sentence: str) -> None:
    assert check(sentence, KNOWN) is Fault.CONTRADICTION


@pytest.mark.parametrize(
    "sentence",
    [
        "It's dana@whitfieldframes.example.",
        "And it cost me twelve dollars.",
        "I was charged 12 on top.",
        "I bank with Halford.",
    ],
)
def test_the_customer_tells_nothing_unasked(sentence: str) -> None:
    assert check(sentence, KNOWN) is Fault.DISCLOSURE


def test_a_secret_told_in_other_words_is_found_by_its_sense() -> None:
    def near(sentence: str, texts: Sequence[str]) -> float:
        return 0.8 if any("overdraft" in text for text in texts) else 0.5

    assert check("The bank punished me for it.", KNOWN, near) is Fault.DISCLOSURE


def test_what_is_nearer_to_something_known_is_no_secret() -> None:
    def near(sentence: str, texts: Sequence[str]) -> float:
        return 0.8 if any("overdraft" in text for text in texts) else 0.85

    assert check("You charged me and I want it back.", KNOWN, near) is None


def test_a_fact_that_may_be_told_is_no_secret() -> None:
    told = replace(
        KNOWN, secrets=(), authored=(*KNOWN.authored, "It's dana@whitfieldframes.example.")
    )
    assert check("That would be dana@whitfieldframes.example.", told) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "You've charged me $42.99 twice this month.",
        "you've charged me $42.99 twice this month",
        "I need a date for my books!",
    ],
)
def test_the_customer_does_not_say_a_line_again(sentence: str) -> None:
    assert check(sentence, KNOWN) is Fault.REPETITION


def test_nearly_the_same_line_is_the_same_line() -> None:
    assert check("I do need a date for the books.", KNOWN, lambda *_: 0.96) is Fault.REPETITION


def test_a_line_may_come_again_when_the_customer_was_asked_again() -> None:
    again = replace(KNOWN, may_repeat=True)
    assert check("I need a date for my books!", again) is None


def test_not_even_then_twice_in_one_line() -> None:
    again = replace(KNOWN, may_repeat=True, said=("As I said.",))
    assert check("As I said!", again) is Fault.REPETITION


def test_short_courtesies_may_come_again() -> None:
    assert check("Right.", KNOWN) is None


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("", Fault.EMPTY),
        (" …  ", Fault.EMPTY),
        ("---", Fault.EMPTY),
        ("```", Fault.EMPTY),
        ("no " * 61, Fault.LENGTH),
        ("n" * 401, Fault.LENGTH),
        ("Ich habe das schon bezahlt und möchte mein Geld zurück.", Fault.LANGUAGE),
        ("Je ne suis pas du tout content de vous.", Fault.LANGUAGE),
        ("Где мои деньги?", Fault.LANGUAGE),
        ("我要退款", Fault.LANGUAGE),
    ],
)
def test_it_must_be_a_sentence_in_the_language(sentence: str, fault: Fault) -> None:
    assert check(sentence, KNOWN) is fault


@pytest.mark.parametrize(
    "sentence",
    [
        "So what's happening with my $42.99?",
        "It's forty-two dollars, that's all.",
        "I'd like you to refund it.",
        "Will you refund the second charge, then?",
        "You said you'd refund it by Friday.",
        "They told me you would process it.",
        "Can you look into it for me?",
        "I've told you twice.",
        "I'll wait, but not for long.",
        "If I charged a customer twice, I'd give it back.",
        "Am I talking to a person here?",
        "Sam, is it really going to be Friday?",
        "Could you check my account again?",
        "I was told it would drop off. (It hasn't.)",
        "I really don't have time for this.",
        "Thank you, Sam.",
        "In the worst case I'll go to my bank.",
        "I'd want a prompt answer.",
        "ok thanks",
        "Dana. Dana Whitfield.",
        "Is your manager there?",
        "I won't refund anybody's trust so quickly.",
        "Can I have your name?",
        "My refund hasn't been processed.",
        "Has my refund been processed?",
        "I can send you a screenshot.",
        "Let me check my app.",
        "Thanks for your help.",
        "You can keep your apologies.",
        "Look: I want it back.",
        "I will cancel your service if this goes on.",
        "No one has offered me a refund.",
        "You're the assistant manager, aren't you?",
        "It's a scenario I don't like.",
        "I've got to go, my glass cutter is coming.",
    ],
)
def test_what_a_customer_says_passes(sentence: str) -> None:
    assert check(sentence, KNOWN) is None


def test_a_word_of_the_scenario_itself_is_no_slip() -> None:
    own = replace(KNOWN, authored=(*KNOWN.authored, "The lender asks for my score."))
    assert check("And what is my score?", own) is None
    assert check("And what is my score?", KNOWN) is Fault.OUT_OF_CHARACTER


def test_the_authors_own_words_pass_even_when_they_quote_the_agents_side() -> None:
    sentence = "Your account has been locked."
    quoting = replace(KNOWN, authored=(f'It says "{sentence}" and nothing else.',))
    assert check(sentence, quoting) is None
    assert check(sentence, KNOWN) is Fault.AGENT


def test_what_the_trainee_calls_the_customer_is_no_leave_to_say_it() -> None:
    told = replace(KNOWN, conversation=("You are an AI, aren't you?",))
    assert check("Yes, I am an AI.", told) is Fault.OUT_OF_CHARACTER


def test_what_authors_wrote_for_customers_is_taken_for_a_customers() -> None:
    lines = [line.text for _, lines in load_stock() for line in lines]
    for played in FolderLibrary().all():
        named = (*played.lines, *played.persona.lines)
        lines += [line.text for _, lines in named for line in lines]
        lines += [line.text for o in played.objections for line in (*o.lines, *o.again, *o.accepts)]
        lines += [line.text for e in played.exits for line in e.closing]
    said = [sentence for line in lines for sentence in sentences(line)]
    role = {Fault.AGENT, Fault.OUT_OF_CHARACTER, Fault.EMPTY, Fault.LENGTH, Fault.LANGUAGE}
    refused = [sentence for sentence in said if check(sentence, KNOWN) in role]
    assert len(said) > 1000
    # The checks may be wrong now and then: a refused sentence costs a second try.
    assert len(refused) < len(said) / 200, refused
