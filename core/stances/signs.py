"""Signs: what a phrase can show besides a stance."""

from enum import StrEnum


class Sign(StrEnum):
    """Something in the words that bears on how the rest is read."""

    HEDGE_WORD = "sign_hedge_word"
    """An adverb of doubt: takes a commitment back."""
    CONDITION = "sign_condition"
    SEQUENCE = "sign_sequence"
    """"Once", "as soon as": a condition unless what follows only reports back."""
    REPORTS_BACK = "sign_reports_back"
    CONSENT = "sign_consent"
    """A condition that is only politeness: "if you like"."""
    CANCELS = "sign_cancels"
    """Takes back what the verbs say: "it's not that ...", "no reason why we can't"."""
    ASKING = "sign_asking"
    """A question or a request without the form of one."""
    FREE_RELATIVE = "sign_free_relative"
    """"What I'll do is ...": the verb in it is the stance."""
    NOW = "sign_now"
    MISHEARD = "sign_misheard"
    """ "Sorry" that is no apology."""
    HOLLOW = "sign_hollow"
    """Words that have the form of a commitment or a deed, and are none: "I'll be honest"."""
    WOULD_LOVE = "sign_would_love"
    """A wish that "but" will take back."""
    NOT_RUDE = "sign_not_rude"
    NOT_BLAMING = "sign_not_blaming"
    NOT_DISMISSING = "sign_not_dismissing"
