"""Questions that ask the same, or nearly, found among many without comparing each with each.

Two sets of signs that share enough must share one of their rarest; so only questions that do are compared
(prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from hengcai.assessment.rules.questions import Question, Text, in_language
from hengcai.assessment.rules.stems import ALIKE, SHORTEST, likeness, pairs, stem

HALF = 0.5  # of a text alone that is alike, text and options together must share as much
OFTEN = 50  # an option more questions have tells nothing: "yes", "only A is right"
LEAST = ALIKE / (2 - ALIKE)  # the smaller of two texts that are alike, by the larger
SAME, NEAR = "same", "near"
Shingles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Print:
    """One question in one language by its letters and figures: its words, and what can be answered."""

    text: str
    parts: tuple[str, ...]

    @property
    def signs(self) -> Shingles:
        """Of the text."""
        return pairs(self.text)

    @property
    def is_short(self) -> bool:
        return len(self.text) <= SHORTEST

    @property
    def whole(self) -> Shingles:
        return self.signs.union(*map(pairs, self.parts))

    @property
    def key(self) -> tuple[str, ...]:
        return (self.text, *self.parts)


def prints(question: Question) -> tuple[Print, ...]:
    """One for each language it has; none of a question without words."""
    tongues = ("zh", "en") if question.has_both else ("",)
    made = [_print(in_language(question, one) if one else question) for one in tongues]
    return tuple(dict.fromkeys(one for one in made if one.text))


def _print(question: Question) -> Print:
    text = stem(str(question.text))
    parts = sorted(filter(None, (stem(str(one)) for one in _parts(question))))
    return Print(text, tuple(parts))


def _parts(question: Question) -> Iterator[Text]:
    """What can be answered, in whatever order it stands."""
    yield from (one.text for one in question.options)
    yield from (one.value for one in question.answers)
    for pair in question.pairs:
        yield from (pair.left, pair.right)
    yield from question.distractors
    for gap in question.gaps:
        yield from (one.text for one in gap.options)
        yield from (one.value for one in gap.answers)


@dataclass(frozen=True, slots=True)
class Likeness:
    how: str
    share: float


def compared(one: Sequence[Print], other: Sequence[Print]) -> Likeness | None:
    """The same when words and options are; near by the text where the options do not speak against it, or by text and
    options together where at least half of the options are the same."""
    found = [told for mine in one for theirs in other if (told := _likeness(mine, theirs))]
    return max(found, key=lambda told: (told.how == SAME, told.share), default=None)


def _likeness(mine: Print, theirs: Print) -> Likeness | None:
    if mine.key == theirs.key:
        return Likeness(SAME, 1.0)
    if mine.is_short or theirs.is_short:
        return None
    least = HALF if likeness(mine.signs, theirs.signs) >= ALIKE else ALIKE
    if least == ALIKE and 2 * len({*mine.parts} & {*theirs.parts}) < max(len(mine.parts), len(theirs.parts), 1):
        return None
    whole = likeness(mine.whole, theirs.whole)
    return Likeness(NEAR, whole) if whole >= least else None


def is_near(one: Question, other: Question) -> bool:
    return compared(prints(one), prints(other)) is not None


class Lookup:
    """Many questions by what is rare in their words, and by their options. Codes name them."""

    def __init__(self, known: Mapping[str, Sequence[Print]]) -> None:
        self.known = known
        every = [(code, one) for code, some in known.items() for one in some]
        self._counts = Counter(sign for _code, one in every for sign in one.signs)
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._rare: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._options: dict[str, list[str]] = defaultdict(list)
        for code, one in every:
            self._texts[one.text].append(code)
            for sign in self._rarest(one):
                self._rare[sign].append((code, len(one.signs)))
            for part in _long(one):
                self._options[part].append(code)

    def _rarest(self, one: Print) -> list[str]:
        """As many as two texts that are alike cannot all miss."""
        if one.is_short:
            return []
        least = ceil(len(one.signs) * LEAST - 1e-9)
        order = sorted(one.signs, key=lambda sign: (self._counts[sign], sign))
        return order[: len(one.signs) - least + 1]

    def like(self, some: Sequence[Print], *, but: str = "") -> dict[str, Likeness]:
        """Code → how alike, the most alike first."""
        near = {code for one in some for code in self._near(one)} - {but}
        found = {code: told for code in near if (told := compared(some, self.known[code]))}
        return dict(sorted(found.items(), key=lambda pair: (-pair[1].share, pair[0])))

    def _near(self, one: Print) -> Iterator[str]:
        yield from self._texts.get(one.text, ())
        size = len(one.signs)
        for sign in self._rarest(one):
            for code, other in self._rare.get(sign, ()):
                if size * LEAST <= other and other * LEAST <= size:
                    yield code
        yield from self._by_options(list(_long(one)))

    def _by_options(self, parts: Sequence[str]) -> Iterator[str]:
        """Those that share at least half of them."""
        some = (self._options.get(part, ()) for part in parts)
        shared = Counter(code for codes in some if len(codes) <= OFTEN for code in codes)
        return (code for code, count in shared.items() if 2 * count >= len(parts))

    def all(self) -> Iterator[tuple[str, str, Likeness]]:
        """Each pair once, the lesser code first."""
        for code, some in self.known.items():
            near = {other for one in some for other in self._near(one) if other > code}
            for other in near:
                if told := compared(some, self.known[other]):
                    yield code, other, told


def _long(one: Print) -> Iterator[str]:
    return (part for part in one.parts if len(part) > SHORTEST)
