"""What a test or a practical examination says of a person's ability, told to the ledger of evidence in one way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.assessment.rules.levels import level_of
from hengcai.evidence.actions import Observation, note_evidence, supersede
from hengcai.evidence.models import Evidence
from hengcai.framework.queries import competency_map, framework_in_force

PRACTICAL, SITTING = "assessment.practical", "assessment.sitting"


@dataclass(frozen=True)
class Tested:
    """One result. `kind` and `id` name the row behind it, whose check-list or test is the instrument and whose examiners or
    markers the raters; `shares`: competency → what was earned of it, from 0 to 1, over `n` questions or items."""

    kind: str
    id: int
    person_id: int
    shares: Mapping[str, Fraction]
    on: date
    team_id: int | None = None
    post_id: int | None = None
    n: Mapping[str, int] | None = None
    revision: int = 1


def note_tested(results: Iterable[Tested], *, by: User) -> int:
    """How many entries that made. Competencies the framework in force does not have are left out."""
    framework = framework_in_force()
    known = competency_map(framework) if framework else {}
    rows = [
        Observation(
            person_id=one.person_id, competency=known[code], kind=Evidence.Kind.TESTED, exact=level_of(share * 100),
            source_kind=one.kind, source_id=one.id, source_revision=one.revision, on=one.on, team_id=one.team_id,
            post_id=one.post_id, n=(one.n or {}).get(code, 1),
        )
        for one in results
        for code, share in one.shares.items()
        if code in known
    ]  # fmt: skip
    if rows:
        note_evidence(rows, by=by)
    return len(rows)


def take_back_tested(kind: str, ids: Iterable[int], *, by: User) -> int:
    """They were annulled: what they said counts no longer."""
    return supersede(kind, list(ids), by=by)
