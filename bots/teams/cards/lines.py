"""What people and customers say: their words whole, and as they were said."""

from __future__ import annotations

from bots.chat.texts import pieces
from bots.chat.words.figures import LINE, name, title
from bots.chat.words.reviews import line_of
from bots.teams import elements
from bots.teams.cards.card import PIECE, Card, View, announced, quotation, with_face
from bots.teams.elements import Element, rich, small
from bots.teams.texts import bold
from core.messages import CoachSaid, CustomerSaid, ReviewLine, TraineeSaid


def customer_said(line: CustomerSaid, view: View) -> tuple[Card, ...]:
    """A line of the customer's, with its name and picture at the head."""
    customer = name(line.customer.name)
    head = with_face(line.customer, [bold(customer)], view)
    shows = small(f"Attached: {title(line.shows.title)}" if line.shows else "")
    return _whole(f"{customer}: {line.text}", head, line.text, shows)


def trainee_said(_line: TraineeSaid, _view: View) -> tuple[Card, ...]:
    """Nothing: Teams shows what the trainee wrote by itself."""
    return ()


def coach_said(words: CoachSaid, view: View) -> tuple[Card, ...]:
    """A coach's words to the trainee."""
    coach = name(words.coach)
    head = rich([bold(coach), ", your coach" if view.own else ", coach"])
    quote = quotation(words.quote, LINE) if words.quote else []
    return _whole(f"{coach}: {words.text}", [*head, *quote], words.text)


def review_line(line: ReviewLine, _view: View) -> tuple[Card, ...]:
    """A line of the call, for a coach to comment on."""
    return _whole(f"{name(line.speaker)}: {line.text}", small(line_of(line)), line.text)


def said_elsewhere(said: TraineeSaid, view: View) -> tuple[Card, ...]:
    """What the trainee said in another place, for where the call is held."""
    head = f"{name(said.name)} said:" if view.channel else "You said:"
    return _whole(f"{head} {said.text}", small(head), said.text)


def _whole(
    text: str, head: list[Element], words: str, tail: list[Element] | None = None
) -> tuple[Card, ...]:
    """All of the words, in as many cards as they need; nothing said is three dots."""
    told = [piece for piece in pieces(words, PIECE) if piece.strip()] or ["…"]
    found = []
    for number, piece in enumerate(told):
        body = [*(head if number == 0 else []), *rich([piece])]
        body += (tail or []) if number == len(told) - 1 else []
        found.append(Card(announced(text if number == 0 else piece), elements.card(body)))
    return tuple(found)
