"""From words to clauses: where one thing that is said ends and the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.stances.groups import skip
from core.stances.lexicon import (
    ABBREVIATIONS,
    AUXILIARIES,
    CONDITIONAL,
    DETERMINERS,
    FILLERS,
    LINKS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    TEMPORAL,
    WH,
)
from core.stances.verbs import is_participle
from core.stances.words import Word

LONGEST = 60
"""Words after which a clause is cut in any case: keeps the work linear."""

_FRONTED = CONDITIONAL | TEMPORAL | frozenset(("as", "because", "since", "although", "though"))
_JOINERS = frozenset(("and", "so", "or", "then", "plus", "because", "since", "also", "though"))
_POLITE = frozenset(
    ("please", "thanks", "thank", "unfortunately", "hopefully", "maybe", "consider")
)
_WHO_IS_TOLD = frozenset(
    ("tell", "assure", "promise", "told", "show", "promised", "give", "guarantee")
)
_ADVERBS = frozenset(
    (
        "unfortunately",
        "hopefully",
        "sadly",
        "regrettably",
        "maybe",
        "perhaps",
        "probably",
        "possibly",
        "honestly",
        "actually",
        "ideally",
        "personally",
        "normally",
        "usually",
    )
)
_FRONTS = frozenset(
    ("in", "with", "from", "by", "at", "for", "on", "to", "without", "like", "under")
)
_SPEAKERS = frozenset(("i", "we", "you", "they"))
_COMPLETE = frozenset(
    (
        "sorry",
        "thanks",
        "thank",
        "hi",
        "hello",
        "let",
        "apologies",
        "please",
        "bye",
        "yes",
        "no",
        "course",
        "absolutely",
        "problem",
        "sure",
        "okay",
    )
)
_ARTICLES = frozenset(("the", "a", "an", "any", "every", "each"))
_MISHEARD = frozenset(("catch", "repeat", "hear", "missed", "again", "cut", "interrupt"))


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of one clause, its span, and what the marks around it say."""

    words: tuple[str, ...]
    start: int
    end: int
    question: bool
    """Ends with a question mark."""
    tagged: bool
    """A statement with a tag: "..., right?"."""
    opening: bool
    """Opens a sentence."""
    continues: bool
    """Joined with "and" to the clause before, in one sentence."""


class _Splitter:
    """Walks over the words once and notes where clauses begin."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._texts = [w.text for w in words]
        self._start = 0
        self._free_pass = False
        self._finite = False

    def starts(self) -> Iterator[tuple[int, bool, bool]]:
        """Yield (index, hard, continues) of each clause's first word, the first one excepted."""
        self._begin(0)
        for index in range(1, len(self._words)):
            if self._words[index].is_mark:
                continue
            hard = self._hard(index)
            if hard or index - self._start > LONGEST or self._soft(index):
                continues = not hard and self._texts[index] in {"and", "then", "also", "plus"}
                self._begin(index)
                yield index, hard, continues
            else:
                self._finite = self._finite or self._is_finite(index)

    def _begin(self, index: int) -> None:
        self._start = index
        lead = self._lead(index)
        self._free_pass = self._text(lead) in _FRONTED
        if (self._text(lead), self._text(lead + 1)) in {("subject", "to"), ("depending", "on")}:
            self._free_pass = True
        self._finite = self._is_finite(index)

    def _is_finite(self, index: int) -> bool:
        """Whether the word makes what was said so far able to stand alone."""
        word = self._text(index)
        said = self._text(index - 1) in _SPEAKERS and word not in PREPOSITIONS | FILLERS
        return word in AUXILIARIES | _COMPLETE or is_participle(word) or said

    def _text(self, index: int) -> str:
        return self._texts[index] if 0 <= index < len(self._texts) else ""

    def _lead(self, index: int) -> int:
        while self._text(index) in OPENERS | FILLERS and self._text(index) != "because":
            index += 1
        return index

    def _hard(self, index: int) -> bool:
        """Whether marks before ``index`` end a sentence."""
        at = index - 1
        while at >= self._start and self._words[at].is_mark:
            if self._ends(at):
                return True
            at -= 1
        return False

    def _ends(self, at: int) -> bool:
        mark, word = self._words[at], self._words[at + 1]
        spaced = word.start > mark.end or word.is_mark
        if mark.text in "!?…;\n—":
            return True
        if mark.text == ".":
            short = self._text(at - 1) in ABBREVIATIONS
            return spaced and not short
        before = self._words[at - 1].end if at else -1
        return mark.text in ":-–" and spaced and (mark.text == ":" or mark.start > before)  # noqa: RUF001

    def _soft(self, index: int) -> bool:
        """Whether a clause begins at ``index`` within a sentence."""
        word, before = self._text(index), self._text(index - 1)
        if word in {"but", "however", "whereas", "although"}:
            return before not in {"anything", "nothing", "all", "not"} and not self._excused()
        if before in _JOINERS or (before == "but" and index - 1 == self._start):
            return False
        if word in _JOINERS:
            return self._joined(index)
        if before == ",":
            return self._after_comma(index)
        return self._run_on(index)

    def _joined(self, index: int) -> bool:
        following = self._lead(index + 1)
        comma = self._text(index - 1) == ","
        if self._free_pass and not comma:
            return False
        if self._text(index + 1) in {"of", "that", "far"}:
            return False
        return self._opens(following, index + 1) and not self._pass()

    def _after_comma(self, index: int) -> bool:
        if not self._opens(self._lead(index), index) or self._misheard(index) or self._adverbial():
            return False
        return not self._pass()

    def _adverbial(self) -> bool:
        """Whether only an adverb or a phrase like "in most cases" stands before the comma."""
        first = self._text(self._start)
        if self._finite or not first:
            return False
        return first in _ADVERBS | _FRONTS

    def _pass(self) -> bool:
        """Use up the one main clause that a fronted subordinate clause is waiting for."""
        used, self._free_pass = self._free_pass, False
        return used

    def _excused(self) -> bool:
        return self._start == 0 and not self._text(1)

    def _misheard(self, index: int) -> bool:
        """Whether this is "sorry, could you repeat that?" and the like."""
        said = [t for t in self._texts[self._start : index] if t not in FILLERS and t != ","]
        asks = self._text(index) in AUXILIARIES | WH
        return said in (["sorry"], ["oh", "sorry"], ["sorry", "sorry"]) and (
            asks or bool(_MISHEARD & set(self._texts[index : index + 8]))
        )

    def _run_on(self, index: int) -> bool:
        """Whether a new sentence begins though no mark says so."""
        before = self._text(index - 1)
        if before in LINKS | AUXILIARIES | PRONOUNS - {"it", "that", "this", "you"}:
            return False
        if not self._finite:
            return False
        if self._words[index].start == self._words[index - 1].start:
            return False
        begins = self._inversion(index) or (
            self._pronoun_clause(index) and not self._relative(index)
        )
        return begins and not self._pass()

    def _relative(self, index: int) -> bool:
        """Whether the words before make this a relative clause, or somebody is told it."""
        recent = self._texts[max(self._start, index - 3) : index - 1]
        return bool(_ARTICLES.intersection(recent) or _WHO_IS_TOLD.intersection(recent))

    def _opens(self, index: int, first: int) -> bool:
        """Whether a clause with its own subject, a question or a request begins at ``index``."""
        word = self._text(index)
        if self._text(first) in _POLITE:
            return self._text(first + 1)[:1].isalnum()
        if (word, self._text(index + 1)) in {("let", "me"), ("let", "us"), ("how", "about")}:
            return True
        return self._pronoun_clause(index) or self._inversion(index) or self._noun_clause(index)

    def _pronoun_clause(self, index: int) -> bool:
        word = self._text(index)
        verb = self._text(skip(self._texts, index + 1))
        if word not in PRONOUNS | {"nobody"} or not verb or not verb[0].isalpha():
            return False
        if verb in AUXILIARIES or verb in {"not", "never"}:
            return True
        plain = verb not in PREPOSITIONS | PRONOUNS
        return plain and (
            word in {"i", "we", "they", "he", "she"}
            or (
                word in {"you", "it", "that", "this"}
                and self._text(index - 1) in {",", "and", "so", "but"}
                and (verb.endswith("s") or word == "you")
            )
        )

    def _inversion(self, index: int) -> bool:
        word, following = self._text(index), self._text(index + 1)
        if following == "not":
            following = self._text(index + 2)
        if word in AUXILIARIES:
            return following in PRONOUNS and not (
                word in {"have", "do"}
                and following in {"it", "that", "this", "these", "those", "all"}
            )
        if word in WH:
            nearby = self._texts[index + 1 : index + 4]
            return any(
                a in AUXILIARIES and b in PRONOUNS | DETERMINERS
                for a, b in zip(nearby, nearby[1:] + ["x"], strict=False)
            ) or (following in {"is", "are", "about"} and word != "who")
        return False

    def _noun_clause(self, index: int) -> bool:
        """Whether "the refund has ...", "your order will ..." begins here."""
        if self._text(index) not in DETERMINERS:
            return False
        for at in range(index + 2, index + 6):
            if self._text(at) in AUXILIARIES:
                return True
            if self._text(at) in LINKS - {"of"} or not self._text(at)[:1].isalnum():
                return False
        return False


def segments_of(source: str, words: Sequence[Word]) -> Iterator[Segment]:
    """Cut ``words`` into clauses; the spans cover ``source`` but for white space around them."""
    if not words:
        return
    starts = [(0, True, False), *_Splitter(words).starts()]
    bounds = [*(index for index, _, _ in starts[1:]), len(words)]
    for (first, hard, continues), last in zip(starts, bounds, strict=True):
        begin = words[first].start if first else 0
        finish = words[last].start if last < len(words) else len(source)
        yield _segment(
            source, words[first:last], (begin, finish), opening=hard, continues=continues
        )


def _segment(
    source: str, words: Sequence[Word], span: tuple[int, int], *, opening: bool, continues: bool
) -> Segment:
    start, end = span
    text = source[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    texts = [w.text for w in words]
    asks = "?" in texts
    spoken = tuple(t for t in texts if t[0].isalnum())
    tagged = asks and len(spoken) > 1 and _is_tag(texts)
    return Segment(
        spoken[:-1] if tagged else spoken,
        start,
        max(start, end),
        question=asks and not tagged,
        tagged=tagged,
        opening=opening,
        continues=continues,
    )


def _is_tag(texts: Sequence[str]) -> bool:
    """Whether the clause ends in ", right?" or the like."""
    words = [t for t in texts if t[0].isalnum() or t == ","]
    tags = {"okay", "right", "correct", "yes", "yeah", "huh", "eh", "no"}
    return words[-1] in tags and words[-2] == ","
