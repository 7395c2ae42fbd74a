"""What stands in the way of publishing a cycle, what the policy says to it, and who may confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hengcai.base.errors import NotAllowed, NotNow, NotValid

TAKE_BACK = timedelta(minutes=10)  # between the second person's word and the moment anybody sees a result
WITH_REASON, REFUSED = "with_reason", "refused"
ANSWERS = (WITH_REASON, REFUSED)
BEFORE_THE_END, WITHOUT_SCORE, OPEN_FORMS, FINDINGS = "before_the_end", "without_score", "open_forms", "findings"
DEFAULT: Mapping[str, str] = {
    BEFORE_THE_END: REFUSED, WITHOUT_SCORE: WITH_REASON, OPEN_FORMS: WITH_REASON, FINDINGS: WITH_REASON,
}  # fmt: skip
RULES = {
    "before_the_end": BEFORE_THE_END, "without_score": WITHOUT_SCORE, "open_ratings": OPEN_FORMS,
    "drafted_evaluations": OPEN_FORMS,
    "submitted_evaluations": OPEN_FORMS, "open_cases": OPEN_FORMS, "findings": FINDINGS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`kind` is a key of RULES, `count` how many of it there are (days where the period is not over)."""

    kind: str
    count: int
    answer: str = WITH_REASON

    @property
    def is_refused(self) -> bool:
        return self.answer == REFUSED


def obstacles(counts: Mapping[str, int], says: Mapping[str, str]) -> list[Obstacle]:
    """In the order of RULES; what there is none of does not stand in the way."""
    return [Obstacle(kind, counts[kind], says[rule]) for kind, rule in RULES.items() if counts.get(kind, 0) > 0]


def check_proposal(found: Sequence[Obstacle], *, reason: str) -> None:
    refused = [one for one in found if one.is_refused]
    if refused:
        raise NotNow("appraisal.publication_refused", count=len(refused), kinds=[one.kind for one in refused])
    if found and not reason.strip():
        raise NotValid("appraisal.publication_reason", count=len(found), kinds=[one.kind for one in found])


def check_nothing_new(proposed: Mapping[str, int], found: Sequence[Obstacle]) -> None:
    """The reason was given for what stood in the way then; more of it, or something else, asks for a new one."""
    new = [one.kind for one in found if one.is_refused or one.count > proposed.get(one.kind, 0)]
    if new:
        raise NotNow("appraisal.publication_changed", count=len(new), kinds=new)


def check_second(proposer: int, confirmer: int) -> None:
    if proposer == confirmer:
        raise NotAllowed("appraisal.publication_by_proposer")


def check_alone(proposer: int, confirmer: int, *, others: int, reason: str) -> None:
    """The one way round the second person: there is none, and why it cannot wait is written down."""
    if proposer != confirmer or others:
        raise NotNow("appraisal.publication_not_alone", count=others)
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
