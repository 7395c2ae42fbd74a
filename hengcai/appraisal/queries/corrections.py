"""Corrections of published results: the list, and one with what it changed as its reader may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hengcai.accounts.queries import holders_of
from hengcai.appraisal import permissions
from hengcai.appraisal.models import Correction, Cycle, Result
from hengcai.appraisal.queries.results import sees_peers, shown_detail
from hengcai.appraisal.rules.corrections import Difference, differences
from hengcai.base.permissions import Doer
from hengcai.framework.models import ServiceIndicator


def corrections_listed(user: Doer, *, state: str = "") -> QuerySet[Correction]:
    """Those to be made first, the earliest due of them; then the newest."""
    rows = Correction.objects.select_related(
        "old__participant__person", "old__participant__cycle__policy", "fresh", "by", "dispute", "proposed_by"
    )
    found = permissions.SEE_CORRECTION.rows(rows.filter(state=state) if state else rows, user)
    return found.order_by("made_at", "due_on", "-pk")


@dataclass(frozen=True)
class CorrectionSight:
    """`lines`: empty until it is made. The person it is about reads neither peers apart nor who made it."""

    correction: Correction
    lines: Sequence[Difference]
    names: Mapping[str, str]
    is_own: bool
    may_make: bool
    may_confirm: bool
    may_confirm_alone: bool
    may_decline: bool
    may_read: bool


def sight_of(correction: Correction, user: Doer, *, language: str) -> CorrectionSight:
    is_own = correction.subject_id == user.pk
    fresh = correction.fresh
    both = [correction.old, fresh] if fresh else []
    shown = [shown_detail(one, to_rated=is_own, sees_peers=sees_peers(user)) for one in both]
    lines = differences(*shown) if shown else []
    return CorrectionSight(
        correction=correction,
        lines=lines,
        names=_names(correction.old.participant.cycle, language) if lines else {},
        is_own=is_own,
        may_make=correction.state == Correction.State.OPEN and may_correct(correction.old, user),
        **_second(correction, user),
        may_read=is_own and correction.state == Correction.State.MADE,
    )


def _second(correction: Correction, user: Doer) -> dict[str, bool]:
    """Whoever proposed it may take it back, and confirm it only where there is nobody else."""
    is_waiting = correction.state == Correction.State.PROPOSED
    rows = permissions.CONFIRM_CORRECTION.rows(Correction.objects.filter(pk=correction.pk), user)
    may = is_waiting and rows.exists()
    is_proposer = correction.proposed_by_id == user.pk
    able = holders_of(permissions.CONFIRM_CORRECTION).exclude(pk=correction.subject_id) if may and is_proposer else None
    alone = able is not None and not able.exclude(pk=user.pk).exists()
    return {"may_confirm": may and not is_proposer, "may_confirm_alone": alone, "may_decline": may}


def correctable_by(user: Doer) -> QuerySet[Result]:
    """In force, published, and not one's own."""
    rows = Result.objects.filter(is_current=True, participant__cycle__state=Cycle.State.PUBLISHED)
    return permissions.CORRECT_RESULT.rows(rows.select_related("participant__person", "participant__cycle"), user)


def may_correct(result: Result, user: Doer) -> bool:
    return permissions.CORRECT_RESULT.is_held_by(user) and correctable_by(user).filter(pk=result.pk).exists()


def open_count(user: Doer) -> int:
    return corrections_listed(user, state=Correction.State.OPEN).count()


def _names(cycle: Cycle, language: str) -> dict[str, str]:
    rows = ServiceIndicator.objects.filter(group__framework=cycle.framework_id)
    return {one.code: str(one.name.read(language)) for one in rows}
