"""What a cycle's results say to the ledger of evidence. Builds rows; the actions note them."""

from collections.abc import Iterator

from django.db.models import QuerySet

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.evidence.actions import Observation
from hengcai.evidence.models import Evidence

LEDGER_SOURCE = "appraisal.participant"  # with the result's revision it names one result


COLUMNS = (
    "participant_id", "revision", "participant__person_id", "participant__placement__team_id", "participant__post_id",
    "levels", "detail", "inputs",
)  # fmt: skip


def current_results(cycle: Cycle) -> QuerySet[Result]:
    return Result.objects.filter(participant__cycle=cycle, is_current=True)


def observations(cycle: Cycle, results: QuerySet[Result]) -> Iterator[Observation]:
    """The ledger is open to the person and to those who lead and teach: peers cannot be read off what is noted."""
    policy = parsed(cycle.policy)
    assert isinstance(policy, SkillPolicy)  # noqa: S101 - levels are noted of cycles with forms
    known = {competency.code: competency for competency in cycle.framework.competencies.all()}
    reader = ItemReader(policy)
    kind, day = Evidence.Kind.RATED.value, cycle.period_end
    for member, revision, person, team, post, levels, detail, inputs in results.values_list(*COLUMNS):
        shown = veil.levels_for_leading(levels, detail, inputs["ratings"], reader)
        for code, level in shown.items():
            if level["exact"] and code in known:
                n = max(level["n_raters"], 1)
                source = (LEDGER_SOURCE, member, revision)
                yield Observation(person, known[code], kind, level["exact"], *source, day, team, post, n)
