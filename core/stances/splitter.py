"""Where one thing that is said ends and the next begins: marks, joiners, commas, run-ons."""

from collections.abc import Iterator, Sequence

from core.stances.forms import is_gerund, is_participle, lemma
from core.stances.lexicon import (
    ABBREVIATIONS,
    AUXILIARIES,
    CONDITIONAL,
    FILLERS,
    LINKS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    TEMPORAL,
    WH,
    words,
)
from core.stances.openings import inversion, noun_clause, pronoun_clause
from core.stances.verbs import DEEDS
from core.stances.words import Word

LONGEST = 60
"""Words after which a clause is cut in any case: keeps the work linear."""

_FRONTED = CONDITIONAL | TEMPORAL | words("as because since although though")
_JOINERS = words("and so or then plus because since also though")
_POLITE = words("please thanks thank unfortunately hopefully maybe consider")
_WHO_IS_TOLD = words("tell assure promise told show promised give guarantee")
_ADVERBS = words("""
    unfortunately hopefully sadly regrettably maybe perhaps probably possibly honestly actually
    ideally personally normally usually
""")
_FRONTS = words("in with from by at for on to without like under")
_INTERJECTION = 4
"""Words up to which what stands before a comma is a mere "not a problem"."""
_SPEAKERS = words("i we you they")
_COMPLETE = words("""
    sorry thanks thank hi hello let apologies please bye yes no course absolutely problem sure
    okay
""")
_ARTICLES = words("the a an any every each")
_MISHEARD = words("catch repeat hear missed again cut interrupt")


class Splitter:
    """Walks over the words once and notes where clauses begin."""

    def __init__(self, said: Sequence[Word]) -> None:
        self._words = said
        self._texts = [w.text for w in said]
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
        if self._text(lead) == "should" and self._text(lead + 1) not in {"i", "we"}:
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
        return mark.text in ":-–" and spaced and (mark.text == ":" or mark.start > before)

    def _soft(self, index: int) -> bool:
        """Whether a clause begins at ``index`` within a sentence."""
        word, before = self._text(index), self._text(index - 1)
        if word in {"but", "however", "whereas", "although"}:
            return before not in {"anything", "nothing", "all", "not"}
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

    def _misheard(self, index: int) -> bool:
        """Whether this is "sorry, could you repeat that?" and the like."""
        said = [t for t in self._texts[self._start : index] if t not in FILLERS and t != ","]
        asks = self._text(index) in AUXILIARIES | WH
        return said in (["sorry"], ["oh", "sorry"], ["sorry", "sorry"]) and (
            asks or bool(_MISHEARD & set(self._texts[index : index + 8]))
        )

    def _run_on(self, index: int) -> bool:
        """Whether a new sentence begins though no mark says so."""
        at = index - 1
        while at > self._start and self._text(at) in FILLERS:
            at -= 1
        before = self._text(at)
        if before in LINKS | AUXILIARIES | PRONOUNS - {"it", "that", "this", "you"}:
            return False
        if not self._finite:
            return False
        if self._words[index].start == self._words[index - 1].start:
            return False
        pitied = before == "sorry" and self._text(index) in {"you", "it", "that", "this"}
        if pitied:
            return False
        begins = inversion(self._texts, index) or (
            pronoun_clause(self._texts, index) and not self._relative(index)
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
        begins = (pronoun_clause, inversion, noun_clause)
        return self._deed_begins(index) or any(begin(self._texts, index) for begin in begins)

    def _deed_begins(self, index: int) -> bool:
        """Whether "switching you now" follows a bare "no problem"."""
        deed = is_gerund(self._text(index)) and lemma(self._text(index)) in DEEDS
        return deed and index - self._start <= _INTERJECTION
