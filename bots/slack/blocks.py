"""Blocks within Slack's limits. Words that are too long are shortened, never refused.

Builders return slack_sdk's own objects, for messages and views alike. Words are plain text unless
a name says mrkdwn. For words with bold, links or dates among them see `bots.slack.rich`, for what
people fill in `bots.slack.inputs`.
"""

from __future__ import annotations

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InteractiveElement,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bots.chat.texts import clean, fit, pieces

SECTION, HEADER, BUTTON = 3000, 150, 75
_MOST_IN_CONTEXT, _CONTEXT = 10, 600
_BLANK = "–"


def plain(words: str, limit: int) -> PlainTextObject:
    """Plain text, in which nothing is markup and no word between colons becomes an emoji."""
    return PlainTextObject(text=fit(words, limit).strip() or _BLANK, emoji=False)


def header(words: str) -> HeaderBlock:
    """A headline on one line."""
    return HeaderBlock(text=plain(" ".join(clean(words).split()), HEADER))


def section(words: str, accessory: InteractiveElement | None = None) -> SectionBlock:
    """A paragraph."""
    return SectionBlock(text=plain(words, SECTION), accessory=accessory)


def sections(words: str) -> list[SectionBlock]:
    """As many paragraphs as the words need: none of them is lost."""
    return [section(piece) for piece in pieces(words, SECTION) if piece.strip()]


def mrkdwn_section(markup: str, accessory: InteractiveElement | None = None) -> SectionBlock:
    """A paragraph of our own markup; put others' words through `texts.escaped`."""
    return SectionBlock(text=_mrkdwn(markup, SECTION), accessory=accessory)


def context(*words: str) -> list[ContextBlock]:
    """Small print, a piece for each; none where all are blank."""
    full = [plain(each, _CONTEXT) for each in words if clean(each).strip()]
    return [ContextBlock(elements=full[:_MOST_IN_CONTEXT])] if full else []


def mrkdwn_context(markup: str) -> ContextBlock:
    """Small print of our own markup; put others' words through `texts.escaped`."""
    return ContextBlock(elements=[_mrkdwn(markup, SECTION)])


def _mrkdwn(markup: str, limit: int) -> MarkdownTextObject:
    # Verbatim: an address or a name in it stays what it is.
    return MarkdownTextObject(text=fit(markup, limit) or _BLANK, verbatim=True)


def divider() -> DividerBlock:
    """A line across."""
    return DividerBlock()


def button(  # noqa: PLR0913 - as many as a button has sides; all but two by name
    words: str,
    action: str,
    *,
    value: str = "",
    url: str = "",
    style: str | None = None,
    confirm: ConfirmObject | None = None,
) -> ButtonElement:
    """A button; `style` is "primary" or "danger", `value` at most 2,000 characters."""
    return ButtonElement(
        text=plain(words, BUTTON),
        action_id=str(action),
        value=value or None,
        url=url or None,
        style=style,
        confirm=confirm,
    )


def asking(title: str, words: str, yes: str, no: str) -> ConfirmObject:
    """A question before a button does something that cannot be undone."""
    return ConfirmObject(
        title=plain(title, 100), text=plain(words, 300), confirm=plain(yes, 30), deny=plain(no, 30)
    )


def actions(*elements: InteractiveElement | None) -> list[ActionsBlock]:
    """Buttons in a row; those that are None are left out, and so is an empty row."""
    full = [element for element in elements if element is not None]
    return [ActionsBlock(elements=full)] if full else []
