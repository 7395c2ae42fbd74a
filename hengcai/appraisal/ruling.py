"""Rulings laid over what was collected, and what a result would be with some more of them. Builds rows; actions write them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.appraisal.figures import MonthInputs
from hengcai.appraisal.inputs import SkillInputs
from hengcai.appraisal.models import Cycle, Participant, Result, Ruling
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy
from hengcai.appraisal.rules.rulings import FIGURE, LEVEL, MARK, Part, Ruled, part_of, rulable_parts

Rulings = Mapping[int, Sequence[Ruled]]  # by participant
FIRST = 1


def rulings_of(cycle: Cycle, extra: Rulings | None = None) -> Rulings:
    """Those kept of this cycle; a further one of the same part takes the place of the one kept."""
    found: dict[int, dict[Part, Ruled]] = defaultdict(dict)
    rows = Ruling.objects.filter(participant__cycle=cycle).order_by("pk")
    for key, kind, source, code, value in rows.values_list("participant_id", "kind", "source", "code", "value"):
        part = Part(kind, source, code)
        found[key][part] = Ruled(part, value)
    for key, some in (extra or {}).items():
        found[key].update({one.part: one for one in some})
    return {key: list(some.values()) for key, some in found.items()}


def lay_over_skill(inputs: SkillInputs, ruled: Sequence[Ruled]) -> None:
    """A level takes the place of every level of its source on that competency; a mark that of every attempt."""
    if not ruled:
        return
    levels = {(one.part.source, one.part.code): one.value for one in ruled if one.part.kind == LEVEL}
    inputs.ratings = [
        one._replace(level=levels[one.source, one.item]) if (one.source, one.item) in levels else one
        for one in inputs.ratings
    ]
    marks = {one.part.code: one.value for one in ruled if one.part.kind == MARK}
    kept = [row for row in inputs.marks if row[0] not in marks]
    inputs.marks = [*kept, *((test, FIRST, value) for test, value in sorted(marks.items()))]


def lay_over_month(inputs: MonthInputs, ruled: Sequence[Ruled], policy: MonthPolicy) -> None:
    """A figure counts whatever number of cases it rests on: people have looked at them."""
    for one in ruled:
        code, value = one.part.code, Fraction(one.value)
        if one.part.kind != FIGURE or code not in policy.indicators:
            continue
        if code in policy.rules:
            inputs.counted[code] = value
        else:
            inputs.rated[code] = value
        inputs.counts.pop(code, None)


def ruled_kept(ruled: Sequence[Ruled]) -> dict[str, Any]:
    """For the record of what went in; nothing where nothing was ruled."""
    return {"ruled": [[one.part.key, str(one.value)] for one in ruled]} if ruled else {}


def parts_ruled(inputs: Mapping[str, Any]) -> frozenset[Part]:
    """Those of a result that count as people decided them, and not as they were collected."""
    return frozenset(part for key, _value in inputs.get("ruled", ()) if (part := part_of(key)))


def levels_ruled(cycle: Cycle) -> dict[tuple[int, str, str], float]:
    """Participant, source and competency → the level that counts instead."""
    return {
        (member, one.part.source, one.part.code): float(one.value)
        for member, some in rulings_of(cycle).items()
        for one in some
        if one.part.kind == LEVEL
    }


def parts_of(result: Result) -> dict[Part, str | None]:
    """What may be ruled on of this result → what counts today; nothing single where several raters differ."""
    policy = month_policy_of(result.participant)
    return rulable_parts(result.inputs, policy.indicators if policy else ())


def month_policy_of(participant: Participant) -> MonthPolicy | None:
    cycle = participant.cycle
    if cycle.kind != Cycle.Kind.MONTH:
        return None
    return parsed_month_policy(cycle.policy.text, file=cycle.policy.name)
