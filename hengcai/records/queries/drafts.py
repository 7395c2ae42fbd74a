"""What an interview form starts with: the strongest and the weakest of the result, each with what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from hengcai.appraisal.forms import observed_means
from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.results import cases_of, shown_levels
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.say import sentence
from hengcai.framework.models import Competency, Indicator, ServiceIndicator
from hengcai.people.queries.calendar import the_calendar
from hengcai.records.models import Record
from hengcai.records.rules.interviews import Found, strongest, weakest

PLAN_DAYS = 20
EXPECTED = "4"  # the level that is expected of everybody every time


@dataclass(frozen=True)
class Draft:
    strengths: str = ""
    gaps: str = ""
    own_words: str = ""
    plan: Sequence[Mapping[str, str]] = field(default_factory=list)


def draft_of(record: Record, *, language: str) -> Draft:
    """For the person to read as well: nothing in it that their own result does not show them."""
    is_month = record.cycle.kind == Cycle.Kind.MONTH
    found = _indicators(record.result) if is_month else _levels(record)
    names = _names(record.cycle, is_month=is_month, language=language)
    found = [one for one in found if one.code in names]
    low = weakest(found)
    return Draft(
        strengths=_lines(strongest(found), names, "month" if is_month else "skill", language),
        gaps=_lines(low, names, "month" if is_month else "skill", language),
        plan=[] if is_month else _plan(record.cycle, low, names, language),
    )


def _levels(record: Record) -> list[Found]:
    seen = observed_means([record.person_id], of=record.cycle).get(record.person_id, {})
    levels = shown_levels(record.result, to_rated=True)
    told = {code: Fraction(one["exact"]) for code, one in levels.items() if one.get("exact")}
    return [Found(code, value, *seen.get(code, (None, 0))) for code, value in told.items()]


def _indicators(result: Result) -> list[Found]:
    told = result.detail.get("indicators", {})
    cases = cases_of(result)
    shares = {code: one["share"] for code, one in told.items() if one.get("share") is not None}
    return [Found(code, Fraction(share), None, cases.get(code, 0)) for code, share in shares.items()]


def _names(cycle: Cycle, *, is_month: bool, language: str) -> dict[str, str]:
    if is_month:
        indicators = ServiceIndicator.objects.filter(group__framework=cycle.framework_id)
        return {one.code: str(one.name.read(language)) for one in indicators}
    rows = Competency.objects.filter(framework=cycle.framework_id)
    return {one.code: str(one.name.read(language)) for one in rows}


def _lines(found: Sequence[Found], names: Mapping[str, str], kind: str, language: str) -> str:
    return "\n".join(_line(one, names[one.code], kind, language) for one in found)


def _line(one: Found, name: str, kind: str, language: str) -> str:
    if kind == "month":
        percent = round_half_up(one.value * 100, 0)
        return sentence(
            f"records.draft.month{'.n' if one.n else ''}", language, {"name": name, "percent": percent, "n": one.n}
        )
    facts = {"name": name, "level": round_half_up(one.value, 1), "n": one.n}
    if one.observed is None:
        return sentence("records.draft.skill", language, facts)
    return sentence("records.draft.skill.seen", language, {**facts, "observed": round_half_up(one.observed, 1)})


def _plan(cycle: Cycle, low: Sequence[Found], names: Mapping[str, str], language: str) -> list[dict[str, str]]:
    """What the level that is expected of everybody looks like, for the first indicator of each of the weakest."""
    by = the_calendar().add(clock.today(), PLAN_DAYS).date.isoformat()
    rows = Indicator.objects.filter(
        competency__framework=cycle.framework_id, competency__code__in=[one.code for one in low]
    )
    first: dict[str, Indicator] = {}
    for indicator in rows.select_related("competency").order_by("competency__order", "order"):
        first.setdefault(indicator.competency.code, indicator)
    return [
        {"what": sentence("records.draft.step", language, {"name": names[code], "anchor": anchor}), "by": by}
        for code, one in first.items()
        if (anchor := _anchor(one, language))
    ]


def _anchor(indicator: Indicator, language: str) -> str:
    found = indicator.anchors.get(EXPECTED)
    return str(found.read(language)) if found else ""
