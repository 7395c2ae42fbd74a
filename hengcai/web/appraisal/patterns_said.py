"""One thing that stands out in the ratings as its reader is told it: what, how likely by chance, where to look."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from hengcai.base.decimals import round_half_up
from hengcai.web.shell.says import word

LOOKED_AT = {"mutual": "pairs", "same_level": "raters", "halo": "raters"}
SMALLEST_CHANCE, SMALLEST_COUNT, ROUND_FROM = 1e-5, 1e-3, 10


@dataclass(frozen=True)
class Said:
    line: object
    text: str
    chance: str
    evidence: list[tuple[str, str]]  # what to open, and where
    may_ask: bool


def said(line):
    one = line.about
    facts = {
        "names": word_list([person.name for person in one.concerns.all()]), "name": one.rater.name if one.rater else "",
        "value": _plain(one.value, 0 if one.kind == "mutual" else 2), "expected": _plain(one.expected, 1 if one.kind == "mutual" else 2),
        "n": one.n, "looks": one.looks, "source": word(f"source.{one.source}") if one.source else "",
    }  # fmt: skip
    return Said(line, word(f"pattern.say.{one.kind}", **facts), _chance(one), _evidence(one), _may_ask(one))


def _chance(one):
    facts = {"chance": likely(one.chance), "adjusted": likely(one.adjusted), "looks": one.looks}
    return word(f"pattern.chance.{LOOKED_AT[one.kind]}", expected=how_many(one.by_chance), **facts)


def likely(chance):
    """A probability with two figures; what is smaller than can be told apart says so."""
    return "<0.001%" if chance < SMALLEST_CHANCE else f"{_two(float(chance) * 100)}%"


def how_many(count):
    return f"<{SMALLEST_COUNT}" if count < SMALLEST_COUNT else _two(float(count))


def _two(value):
    return f"{value:.0f}" if value >= ROUND_FROM else f"{value:.2g}"


def _plain(value, places):
    return round_half_up(value, places)


def word_list(names):
    return ("、" if (get_language() or "").startswith("zh") else ", ").join(names)


def _evidence(one):
    """The forms it rests on."""
    if one.rater_id:
        return [(one.rater.name, f"{reverse('list-raters', args=[one.cycle_id])}?rater={one.rater_id}")]
    return []


def _may_ask(one):
    rater = one.rater or (one.task.rater if one.task else None)
    return one.source != "peer" and rater is not None and rater.user_id is not None
