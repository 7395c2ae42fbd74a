"""Intervals of single competencies' levels and of a month's total, for a whole cycle at once. Builds rows."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

from hengcai.appraisal.models import Cycle, FairDesign, FairScore, LevelMargins, Rating, RatingTask
from hengcai.appraisal.outcomes import Fair, Outcome, six
from hengcai.appraisal.rules import margins
from hengcai.appraisal.rules.fair import Lines
from hengcai.appraisal.rules.items import item_policy
from hengcai.appraisal.rules.margins import RULED, ContactValue, Counted, Heard, Margin, Scatter, TotalMargin, Twice
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.policy import PEER, MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.rulings import LEVEL
from hengcai.appraisal.ruling import parts_ruled
from hengcai.base.in_bulk import Plain
from hengcai.interactions.rules.units import SHARES
from hengcai.quality.queries.figures import contact_values

SUPERIOR = RatingTask.Source.SUPERIOR
Of = Mapping[int, Sequence[int]]


def level_margins(cycle: Cycle, designs: Sequence[FairDesign], results: Sequence[Outcome]) -> list[LevelMargins]:
    """Where superiors overlap enough for their severity to be known; else each level says why it has none."""
    policy = parsed_skill_policy(cycle.policy.text, file=cycle.policy.name)
    severity = _severities(designs)
    raters = _superiors(cycle)
    known = margins.scatter(list(_pairs(cycle, raters)), severity) if severity else None
    told = _Told(policy, {flag: item_policy(policy, is_peer_item=flag) for flag in (False, True)}, severity, known)
    return [_margins(one, raters.get(one.participant_id, ()), told) for one in results]


def _severities(designs: Sequence[FairDesign]) -> dict[int, float]:
    told = [one for one in designs if one.basis == FairScore.Basis.SUPERIOR and not one.unknown]
    return {int(one["rater"]): float(one["severity"]) for design in told for one in design.detail.get("severities", [])}


def _superiors(cycle: Cycle) -> Of:
    rows = RatingTask.objects.filter(participant__cycle=cycle, source=SUPERIOR, state=RatingTask.State.SENT)
    found: dict[int, list[int]] = defaultdict(list)
    for participant, rater in rows.order_by("pk").values_list("participant_id", "rater_id"):
        found[participant].append(rater)
    return found


def _pairs(cycle: Cycle, raters: Of) -> Iterator[Twice]:
    """Of people two superiors rated, item by item."""
    twice = [participant for participant, some in raters.items() if len(some) > 1]
    levels: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for start in range(0, len(twice), 500):
        rows = Rating.objects.filter(
            task__participant__in=twice[start : start + 500], task__source=SUPERIOR, task__state=RatingTask.State.SENT,
            level__isnull=False,
        )  # fmt: skip
        columns = ("task__participant_id", "competency_id", "task__rater_id", Plain("level"))
        for participant, item, rater, level in rows.values_list(*columns):
            levels[participant, item][rater] = level
    for (participant, _item), by_rater in sorted(levels.items()):
        for two in combinations(sorted(by_rater), 2):
            yield Twice(participant, two, (by_rater[two[0]], by_rater[two[1]]))


class _Told(NamedTuple):
    """What is known of the whole cycle. `of_items`: the policy read for the item that peers rate, and for the others."""

    policy: SkillPolicy
    of_items: Mapping[bool, SkillPolicy]
    severity: Mapping[int, float]
    known: Scatter | None


def _margins(result: Outcome, raters: Sequence[int], cycle: _Told) -> LevelMargins:
    ruled = {part.code for part in parts_ruled(result.inputs) if part.kind == LEVEL}
    told = {
        item: _margin(heard, cycle, is_peer=item == PEER_ITEM, is_ruled=item in ruled).kept()
        for item, heard in _heard(result, raters, cycle.policy).items()
    }
    return LevelMargins(result_id=result.result_id, levels=told)


def _margin(heard: Heard, cycle: _Told, *, is_peer: bool, is_ruled: bool) -> Margin:
    """A level that people decided in an appeal is no rater's: nobody's severity is taken out of it."""
    if is_ruled:
        return Margin(heard.exact, None, None, len(heard.superiors) + len(heard.peers), RULED)
    return margins.level_margin(heard, cycle.of_items[is_peer], cycle.severity, cycle.known)


def _heard(result: Outcome, raters: Sequence[int], policy: SkillPolicy) -> dict[str, Heard]:
    given: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for source, _rater, item, level in result.inputs.get("ratings", []):
        if level is not None:
            given[item][source].append(float(level))
    found: dict[str, Heard] = {}
    for item, level in result.levels.items():
        if level["exact"]:
            by_source = given[item]
            peers = by_source.get(PEER, []) if item == PEER_ITEM else []
            peers = peers if len(peers) >= policy.peer_minimum else []
            sources = frozenset(one for one in by_source if one != PEER or peers)
            superiors = list(raters)[: len(by_source.get(SUPERIOR, []))]
            found[item] = Heard(float(Fraction(level["exact"])), superiors, peers, sources)
    return found


def month_scores(cycle: Cycle, results: Sequence[Outcome]) -> list[Fair]:
    """A month's total beside itself with the interval that the contacts drawn, and the numbers counted, leave."""
    policy = parsed_month_policy(cycle.policy.text, file=cycle.policy.name)
    values = _values(cycle, policy, results)
    lines = _lines(policy)
    return [_score(one, values.get(one.person_id, ()), policy, lines) for one in results if one.exact]


def _values(cycle: Cycle, policy: MonthPolicy, results: Sequence[Outcome]) -> Mapping[int, Sequence[ContactValue]]:
    people = [one.person_id for one in results]
    found: dict[int, list[ContactValue]] = defaultdict(list)
    told = contact_values(
        cycle.period_start,
        cycle.period_end,
        people if len(people) <= 500 else None,
        hand_picked=policy.counts_hand_picked,
    )
    for one in told:
        found[one.agent].append(ContactValue(one.contact, one.indicator, float(one.weight), float(one.value)))
    return found


def _lines(policy: MonthPolicy) -> Lines:
    half = Fraction(1, 2 * 10**TOTAL_PLACES)
    return Lines([band.code for band in policy.grades], [float(band.start.value - half) for band in policy.grades])


def _score(result: Outcome, values: Sequence[ContactValue], policy: MonthPolicy, lines: Lines) -> Fair:
    told: Mapping[str, Any] = result.detail["indicators"]
    points = {code: float(one["points"]) for code, one in told.items() if one.get("share") is not None}
    ruled = {part.code for part in parts_ruled(result.inputs)}  # as decided: nothing drawn or counted tells its error
    rated = [one for one in values if one.indicator not in policy.rules and one.indicator not in ruled]
    total = float(Fraction(result.exact))
    found = margins.total_margin(total, points, rated, _counted(result, points, ruled), policy)
    row = Fair(result.result_id, FairScore.Basis.FINAL, found.unknown, six(total), n=found.n)
    return row if found.unknown else _known(row, found, lines)


def _known(row: Fair, found: TotalMargin, lines: Lines) -> Fair:
    total = float(row.raw or 0)
    low, high = six(max(total - found.half, 0)), six(min(total + found.half, 100))
    return row._replace(fair=six(total), low=low, high=high, bands=lines.told(margins.band_chances(found, lines.cuts)))


def _counted(result: Outcome, points: Mapping[str, float], ruled: Collection[str]) -> list[Counted]:
    """Shares of which it is known how many they were counted of."""
    made_of = result.inputs.get("made_of", {})
    counted = result.inputs.get("counted", {})
    return [
        Counted(code, int(made_of[code][0]), int(made_of[code][1]))
        for code in points
        if code in SHARES
        and code in counted
        and code not in ruled
        and len(made_of.get(code, ())) > 1
        and made_of[code][1]
    ]
