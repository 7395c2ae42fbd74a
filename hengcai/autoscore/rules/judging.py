"""Whether a condition holds of a conversation, and where that was found. Not applicable is an answer of its own (Kleene)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.autoscore.rules.conditions import (
    ANYONE,
    AllOf,
    AnyOf,
    Before,
    Condition,
    Count,
    Every,
    Field,
    Item,
    Near,
    Not,
    Pace,
    Reply,
    Say,
    Silence,
    TalkOver,
    Turns,
    Within,
)
from hengcai.autoscore.rules.conversation import AGENT, CUSTOMER, OTHER, Conversation, Turn
from hengcai.autoscore.rules.finding import Span
from hengcai.autoscore.rules.words import Atom


@dataclass(frozen=True, slots=True)
class Told:
    """`holds` None: not applicable. `spans`: where it was found, all of them; `shown`: what stands as evidence."""

    holds: bool | None
    spans: tuple[Span, ...] = ()
    shown: tuple[Span, ...] | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        return self.spans if self.shown is None else self.shown


def _yes(spans: tuple[Span, ...] = (), shown: tuple[Span, ...] | None = None) -> Told:
    return Told(holds=True, spans=spans, shown=shown)


def _no(shown: tuple[Span, ...] = ()) -> Told:
    """`shown`: of `every`, the turn that lacked its answer."""
    return Told(holds=False, shown=shown)


NO, UNKNOWN = _no(), Told(None)


@dataclass(frozen=True, slots=True)
class Scored:
    """One item of one conversation: `score` exact decimal text, None where it is not applicable."""

    item: str
    score: str | None
    applicable: bool
    evidence: tuple[Span, ...] = ()
    hit: bool | None = None


@dataclass
class Seen:
    """A conversation with what was found in it."""

    conversation: Conversation
    found: Mapping[Atom, Sequence[Span]]
    _of: dict[str, list[int]] = field(default_factory=dict)

    @property
    def turns(self) -> Sequence[Turn]:
        return self.conversation.turns

    def turns_of(self, who: str) -> list[int]:
        if who not in self._of:
            self._of[who] = [place for place, one in enumerate(self.turns) if who in (ANYONE, one.speaker)]
        return self._of[who]


def scored(item: Item, seen: Seen) -> Scored:
    if item.applies is not None and told(item.applies, seen).holds is not True:
        return Scored(item.id, None, applicable=False)
    found = told(item.rule, seen)
    if found.holds is None:
        return Scored(item.id, None, applicable=False)
    return Scored(
        item.id, item.hit if found.holds else item.miss, applicable=True, evidence=found.evidence, hit=found.holds
    )


def told(condition: Condition, seen: Seen) -> Told:
    return JUDGES[type(condition)](condition, seen)


def _say(one: Say, seen: Seen) -> Told:
    allowed = set(_within(one, seen))
    spans = {span for atom in one.atoms for span in seen.found.get(atom, ()) if span.turn in allowed}
    return _yes(tuple(sorted(spans))) if spans else NO


def _within(one: Say, seen: Seen) -> Sequence[int]:
    """Numbers of the turns that count, from 0."""
    turns, within = seen.turns_of(one.who), one.within or Within()
    if within.first is not None:
        return turns[: within.first]
    if within.last is not None:
        return turns[-within.last :]
    if within.turns is not None:
        first, last = within.turns
        return [turn for turn in turns if first <= turn + 1 <= last]
    return turns


def _any(one: AnyOf, seen: Seen) -> Told:
    parts = [told(part, seen) for part in one.of]
    hits = [part for part in parts if part.holds]
    if hits:
        return _yes(_joined([part.spans for part in hits]), _joined([part.evidence for part in hits]))
    return UNKNOWN if any(part.holds is None for part in parts) else _no(_joined([p.evidence for p in parts]))


def _all(one: AllOf, seen: Seen) -> Told:
    parts = [told(part, seen) for part in one.of]
    if all(part.holds for part in parts):
        return _yes(_joined([part.spans for part in parts]), _joined([part.evidence for part in parts]))
    misses = [part for part in parts if part.holds is False]
    return _no(_joined([part.evidence for part in misses])) if misses else UNKNOWN


def _not(one: Not, seen: Seen) -> Told:
    found = told(one.of, seen)
    return UNKNOWN if found.holds is None else Told(not found.holds)


def _joined(parts: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    return tuple(sorted({span for part in parts for span in part}))


def _near(one: Near, seen: Seen) -> Told:
    first, second = told(one.first, seen), told(one.second, seen)
    if first.holds is None or second.holds is None:
        return UNKNOWN
    pairs = [(a, b) for a in first.spans for b in _around(second.spans, a, one) if _is_near(a, b, one)]
    return _yes(_joined(pairs), _joined(pairs[:1])) if pairs else NO


def _around(spans: Sequence[Span], a: Span, one: Near) -> Iterator[Span]:
    reach = one.turns or 0
    place = bisect_left(spans, Span(a.turn - reach, 0, 0))
    while place < len(spans) and spans[place].turn <= a.turn + reach:
        yield spans[place]
        place += 1


def _is_near(a: Span, b: Span, one: Near) -> bool:
    if one.characters is None:
        return a != b
    gap = b.start - a.end if b.start >= a.end else a.start - b.end
    return a.turn == b.turn and 0 <= gap <= one.characters


def _before(one: Before, seen: Seen) -> Told:
    first, then = told(one.first, seen), told(one.then, seen)
    if first.holds is None or then.holds is None:
        return UNKNOWN
    pairs = [(a, b) for a in first.spans for b in _after(then.spans, a, one.turns, one.characters)]
    return _yes(_joined(pairs), _joined(pairs[:1])) if pairs else NO


def _after(spans: Sequence[Span], a: Span, turns: int | None, characters: int | None) -> Iterator[Span]:
    """Later in the same turn, or at most so many turns later."""
    for b in spans[bisect_left(spans, Span(a.turn, a.end, 0)) :]:
        if b.turn > a.turn + (turns or 0):
            return
        if characters is None or b.start - a.end <= characters:
            yield b


def _every(one: Every, seen: Seen) -> Told:
    first, then = told(one.of, seen), told(one.followed_by, seen)
    if first.holds is None or then.holds is None:
        return UNKNOWN
    answers = [(a, next(_after(then.spans, a, one.turns, None), None)) for a in first.spans]
    lacking = [a for a, b in answers if b is None]
    if lacking:
        return _no(tuple(lacking[:1]))
    return _yes(_joined([(a, b) for a, b in answers if b is not None]))


def _count(one: Count, seen: Seen) -> Told:
    found = told(one.of, seen)
    if found.holds is None:
        return UNKNOWN
    n = len({span.turn for span in found.spans})
    return Told(_is_between(n, one.at_least, one.at_most), found.spans, ())


def _is_between(n: int, least: int | None, most: int | None) -> bool:
    return (least is None or n >= least) and (most is None or n <= most)


def _turns(one: Turns, seen: Seen) -> Told:
    return Told(_is_between(len(seen.turns_of(one.who)), one.at_least, one.at_most))


def _field(one: Field, seen: Seen) -> Told:
    """A column the contact does not have cannot be known."""
    answers = [_holds(seen, name, values) for name, values in one.wanted]
    if any(answer is False for answer in answers):
        return NO
    return UNKNOWN if None in answers else _yes()


def _holds(seen: Seen, name: str, values: tuple[str, ...]) -> bool | None:
    value = seen.conversation.language if name == "language" else seen.conversation.columns.get(name)
    if value is None or value == "":
        return None
    some = value.split(";") if name == "flags" and isinstance(value, str) else value
    held = {_plain(part) for part in some} if isinstance(some, list | tuple) else {_plain(some)}
    return bool(held & set(values))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip()


def _silence(one: Silence, seen: Seen) -> Told:
    gaps = [
        (place, later.start - turn.end)
        for place, (turn, later) in enumerate(zip(seen.turns, seen.turns[1:], strict=False))
        if turn.end is not None and later.start is not None and one.after in ("", turn.speaker)
    ]
    return _timed(seen, gaps, one.over, known=_has_ends(seen))


def _has_ends(seen: Seen) -> bool:
    return any(turn.end is not None for turn in seen.turns) and any(turn.start is not None for turn in seen.turns)


def _timed(seen: Seen, gaps: Sequence[tuple[int, float]], over: float, *, known: bool) -> Told:
    """Not applicable where turns have no times."""
    if not gaps and not known:
        return UNKNOWN
    spans = tuple(_whole(seen, place) for place, gap in gaps if gap > over)
    return _yes(spans) if spans else NO


def _whole(seen: Seen, place: int) -> Span:
    return Span(place, 0, len(seen.turns[place].text))


def _reply(one: Reply, seen: Seen) -> Told:
    """From the other side's last turn to this side's first; what the system says in between counts for neither."""
    gaps: list[tuple[int, float]] = []
    last: Turn | None = None
    for place, turn in enumerate(seen.turns):
        if turn.speaker == OTHER[one.who]:
            last = turn
        elif turn.speaker == one.who and last is not None:
            begun = last.end if last.end is not None else last.start
            if begun is not None and turn.start is not None:
                gaps.append((place, turn.start - begun))
            last = None
    return _timed(seen, gaps, one.over, known=any(turn.start is not None for turn in seen.turns))


def _talk_over(one: TalkOver, seen: Seen) -> Told:
    """How long the one who spoke was still speaking when the other had begun."""
    gaps = []
    for place, turn in enumerate(seen.turns[1:], start=1):
        before = seen.turns[place - 1]
        if {before.speaker, turn.speaker} == {AGENT, CUSTOMER} and before.end is not None and turn.start is not None:
            until = before.end if turn.end is None else min(before.end, turn.end)
            gaps.append((place, until - turn.start))
    return _timed(seen, gaps, one.over, known=_has_ends(seen))


def _pace(one: Pace, seen: Seen) -> Told:
    """Over all timed turns of this side: letters and Han a minute in Chinese, words in English."""
    timed = [
        turn
        for place in seen.turns_of(one.who)
        if (turn := seen.turns[place]).start is not None and turn.end is not None
    ]
    seconds = sum((turn.end or 0) - (turn.start or 0) for turn in timed)
    if seconds <= 0:
        return UNKNOWN
    count = sum(_length(turn.text, seen.conversation.language) for turn in timed)
    pace = count * 60 / seconds
    return Told((one.over is None or pace > one.over) and (one.under is None or pace < one.under))


def _length(text: str, language: str) -> int:
    if language == "en":
        return sum(1 for word in text.split() if any(sign.isalnum() for sign in word))
    return sum(1 for sign in text if sign.isalnum())


JUDGES: dict[type, Callable[[Any, Seen], Told]] = {
    Say: _say, AnyOf: _any, AllOf: _all, Not: _not, Near: _near, Before: _before, Every: _every, Count: _count, Silence: _silence,
    Reply: _reply, TalkOver: _talk_over, Pace: _pace, Turns: _turns, Field: _field,
}  # fmt: skip
