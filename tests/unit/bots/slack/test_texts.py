"""Words on their way to Slack, kept from being markup."""

from __future__ import annotations

from bots.slack.texts import escaped, unmarked


def test_nobody_is_mentioned_and_nothing_is_linked() -> None:
    assert unmarked("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_markup_is_guarded_character_by_character() -> None:
    assert escaped("*a*") == "<!date^0^{_}|*>a<!date^0^{_}|*>"
    assert escaped("<!channel>") == "&lt;!channel&gt;"
    assert escaped("> not a quote") == "\u00ad&gt; not a quote"
    assert escaped("snow_white") == "snow<!date^0^{_}|_>white"
    assert escaped("It's 5 o'clock.") == "It's 5 o'clock."
