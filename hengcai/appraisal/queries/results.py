"""Cycles, policies and results as their readers may see them."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from django.db.models import Count, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Participant, Policy, RaterTraining, Remark, Result
from hengcai.appraisal.rules import veil
from hengcai.base.permissions import Doer


def cycles_seen_by(user: Doer) -> QuerySet[Cycle]:
    rows = Cycle.objects.select_related("policy", "framework").annotate(people=Count("participants"))
    return permissions.SEE_CYCLE.rows(rows.order_by("-period_end", "code"), user)


def published_cycles() -> QuerySet[Cycle]:
    return Cycle.objects.filter(state=Cycle.State.PUBLISHED).order_by("-period_end", "code")


def policies_seen_by(user: Doer) -> QuerySet[Policy]:
    """Newest first; drafts only for those who write or approve them."""
    return permissions.SEE_POLICY.rows(Policy.objects.order_by("kind", "-number"), user)


def _rows() -> QuerySet[Result]:
    return Result.objects.filter(is_current=True).select_related(
        "participant__person", "participant__cycle__policy", "participant__post", "participant__placement__team"
    )


def results_seen_by(user: Doer) -> QuerySet[Result]:
    """Other people's results: the group's side and the lead's."""
    return permissions.SEE_RESULT.rows(_rows(), user)


def own_results(user: Doer) -> QuerySet[Result]:
    rows = _rows().order_by("-participant__cycle__period_end", "pk")
    return permissions.SEE_OWN_RESULT.rows(rows, user)


def cases_of(result: Result) -> dict[str, int]:
    """Of how many evaluations, ratings or first contacts a month's figures are made, where that is known."""
    made_of, rated = result.inputs.get("made_of", {}), result.inputs.get("rated", {})
    told = {code: parts for code, parts in made_of.items() if len(parts) > 1 or (parts and code in rated)}
    return {code: parts[min(1, len(parts) - 1)] for code, parts in told.items()}


def shown_detail(result: Result, *, to_rated: bool) -> dict[str, Any]:
    """The contract's JSON of one agent for this reader: the one place where it is cut for the person rated."""
    return veil.for_the_rated(result.detail) if to_rated else dict(result.detail)


def shown_levels(result: Result, *, to_rated: bool) -> dict[str, Any]:
    """Competency → level for this reader: without the one in which peers could be read off."""
    return dict(veil.levels_for_the_rated(result.levels, result.detail)) if to_rated else dict(result.levels)


def exact_level(levels: Mapping[str, Any], code: str, read: Callable[[str], str] = str) -> Fraction | None:
    """`read` carries the level over where it was given on another version's scale."""
    exact = levels.get(code, {}).get("exact")
    return Fraction(read(exact)) if exact else None


def result_for(user: Doer, pk: int) -> Result | None:
    """A result this user may read, own or other; None otherwise."""
    return results_seen_by(user).filter(pk=pk).first() or own_results(user).filter(pk=pk).first()


def is_about(result: Result, user: Doer) -> bool:
    return bool(result.participant.person.user_id == user.pk)


def is_trained(user: Doer) -> bool:
    return RaterTraining.objects.filter(user=user.pk).exists()


def remarks_on(participant: Participant, *, to_rated: bool) -> list[tuple[str, str]]:
    """(source, text); the rated person never gets an author's name, nor a peer's remark of fewer than three."""
    rows = list(Remark.objects.filter(participant=participant).values_list("source", "text"))
    peers = sum(source == "peer" for source, _text in rows)
    if to_rated and peers < veil.ENOUGH_PEERS:
        rows = [(source, text) for source, text in rows if source != "peer"]
    return sorted(rows)
