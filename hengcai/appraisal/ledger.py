"""What a cycle's results say to the ledger of evidence. Builds rows; the actions note them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.evidence.actions import Observation
from hengcai.evidence.models import Evidence
from hengcai.framework.models import Competency

LEDGER_SOURCE = "appraisal.participant"  # with the result's revision it names one result


def current_results(cycle: Cycle) -> QuerySet[Result]:
    return Result.objects.filter(participant__cycle=cycle, is_current=True).select_related("participant__placement")


def observations(cycle: Cycle, results: QuerySet[Result]) -> Iterator[Observation]:
    """The ledger is open to the person and to those who lead and teach: peers cannot be read off what is noted."""
    policy = parsed(cycle.policy)
    assert isinstance(policy, SkillPolicy)  # noqa: S101 - levels are noted of cycles with forms
    known = {competency.code: competency for competency in cycle.framework.competencies.all()}
    reader = ItemReader(policy)
    for result in results:
        shown = veil.levels_for_leading(result.levels, result.detail, result.inputs["ratings"], reader)
        for code, level in shown.items():
            if level["exact"] and code in known:
                yield _observation(cycle, result, known[code], level)


def _observation(cycle: Cycle, result: Result, competency: Competency, level: Mapping[str, Any]) -> Observation:
    one, place = result.participant, result.participant.placement
    return Observation(
        person_id=one.person_id, competency=competency, kind=Evidence.Kind.RATED, exact=level["exact"],
        n=max(level["n_raters"], 1), source_kind=LEDGER_SOURCE, source_id=one.pk, source_revision=result.revision,
        on=cycle.period_end, team_id=place.team_id if place else None, post_id=one.post_id,
    )  # fmt: skip
