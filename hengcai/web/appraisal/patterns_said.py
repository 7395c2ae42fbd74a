"""One thing that stands out in the ratings as its reader is told it: what, how likely by chance, where to look."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from hengcai.base.decimals import round_half_up
from hengcai.web.appraisal.drawing import signed
from hengcai.web.shell.says import word

PEOPLE, TEAMS = ("disagree", "self_apart", "outlier", "moved"), ("missing", "team_apart")
SIGNED = ("disagree", "self_apart", "moved")
PLACES = {"mutual": (0, 1), "missing": (0, 1), "outlier": (1, 1), "team_apart": (2, 2)}
SMALLEST_CHANCE, SMALLEST_COUNT, ROUND_FROM = 1e-5, 1e-3, 10


@dataclass(frozen=True)
class Said:
    line: object
    text: str
    chance: str
    evidence: list[tuple[str, str]]  # what to open, and where
    may_ask: bool


def said(line, results):
    """`results`: the current one of each participant."""
    one = line.about
    return Said(line, _text(one), _chance(one), _evidence(one, results), _may_ask(one))


def _text(one):
    value, expected = _figures(one)
    facts = {
        name: word(f"source.{code}") if code else "" for name, code in (("source", one.source), ("other", one.other))
    }
    person = one.rater or (one.participant.person if one.participant else None)
    names = word_list([each.name for each in one.concerns.all()]) if one.kind == "mutual" else ""
    team = one.team.name if one.team else ""
    facts |= {"name": person.name if person else "", "names": names, "team": team, "n": one.n, "looks": one.looks}
    return word(f"pattern.say.{one.kind}", value=value, expected=expected, **facts)


def _figures(one):
    if one.kind in SIGNED:
        return signed(one.value), signed(one.expected)
    places = PLACES.get(one.kind, (2, 2))
    return tuple(round_half_up(value, most) for value, most in zip((one.value, one.expected), places, strict=True))


def _chance(one):
    facts = {"chance": likely(one.chance), "adjusted": likely(one.adjusted), "looks": one.looks}
    return word(f"pattern.chance.{_looked_at(one.kind)}", expected=how_many(one.by_chance), **facts)


def chance_of_finding(one):
    """Of a level far from the contacts; of a plain count chance has nothing to say, which the page says once."""
    if one.chance is None:
        return word("finding.chance.same") if one.looks else ""
    facts = {"chance": likely(one.chance), "looks": one.looks, "expected": how_many(one.by_chance)}
    return word("finding.chance.far_off", **facts)


def chance_of_rater(one):
    if one.chance is None:
        return ""
    facts = {"chance": likely(one.chance), "looks": one.looks, "expected": how_many(one.by_chance)}
    return word("pattern.chance.raters", **facts)


def _looked_at(kind):
    if kind == "mutual":
        return "pairs"
    return "people" if kind in PEOPLE else "teams" if kind in TEAMS else "raters"


def likely(chance):
    """A probability with two figures; what is smaller than can be told apart says so."""
    return "<0.001%" if chance < SMALLEST_CHANCE else f"{_two(float(chance) * 100)}%"


def how_many(count):
    return f"<{SMALLEST_COUNT}" if count < SMALLEST_COUNT else _two(float(count))


def _two(value):
    return f"{value:.0f}" if value >= ROUND_FROM else f"{value:.2g}"


def word_list(names):
    return ("、" if (get_language() or "").startswith("zh") else ", ").join(names)


def _evidence(one, results):
    """The forms, the result or the team it rests on."""
    if one.rater_id:
        return [(one.rater.name, f"{reverse('list-raters', args=[one.cycle_id])}?rater={one.rater_id}")]
    if one.participant_id in results:
        return [(one.participant.person.name, reverse("see-result", args=[results[one.participant_id]]))]
    if one.team_id:
        return [(one.team.name, f"{reverse('see-distribution', args=[one.cycle_id])}?team={one.team_id}")]
    return []


def _may_ask(one):
    rater = one.rater or (one.task.rater if one.task else None)
    return one.source != "peer" and rater is not None and rater.user_id is not None
