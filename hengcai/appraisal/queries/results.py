"""Cycles, policies and results as their readers may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

from django.db.models import Count, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Participant, Policy, RaterTraining, Remark, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.raters import PEER_ITEM
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
        "participant__person",
        "participant__cycle__policy",
        "participant__cycle__framework",
        "participant__post",
        "participant__placement__team__site",
        "level_margins",
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


def sees_peers(user: Doer) -> bool:
    """Those who arrange and review the ratings: to anybody else peers' marks are veiled."""
    return permissions.SEE_PARTICIPANT.is_held_by(user)


def shown_detail(result: Result, *, to_rated: bool, sees_peers: bool = False) -> dict[str, Any]:
    """The contract's JSON of one agent for this reader: the one place where it is cut for who may not see peers."""
    return dict(result.detail) if sees_peers and not to_rated else veil.for_the_rated(result.detail)


def shown_levels(result: Result, *, to_rated: bool, sees_peers: bool = False) -> dict[str, Any]:
    """Competency → level for this reader: the one in which peers could be read off is left out, or told without them."""
    if to_rated:
        return dict(veil.levels_for_the_rated(result.levels, result.detail))
    if sees_peers or not veil.is_pooled(result.detail):
        return dict(result.levels)
    policy = parsed(result.participant.cycle.policy)
    assert isinstance(policy, SkillPolicy)  # noqa: S101 - peers rate under no other
    return veil.levels_for_leading(result.levels, result.detail, result.inputs.get("ratings", []), ItemReader(policy))


@dataclass(frozen=True)
class LevelMargin:
    """`fair`: the level with its superiors' severity out, in whose middle the interval lies; `unknown`: why none."""

    fair: float | None
    low: float | None
    high: float | None
    unknown: str


def margins_of(result: Result) -> dict[str, LevelMargin]:
    """By competency; none of a result made before intervals were."""
    kept = getattr(result, "level_margins", None)
    told = kept.levels if kept else {}
    return {code: LevelMargin(one["fair"], one["low"], one["high"], one["unknown"]) for code, one in told.items()}


def shown_margins(result: Result, *, to_rated: bool, sees_peers: bool = False) -> dict[str, LevelMargin]:
    """Of the levels this reader is shown as they are."""
    is_veiled = (to_rated or not sees_peers) and veil.is_pooled(result.detail)
    return {code: one for code, one in margins_of(result).items() if code != PEER_ITEM or not is_veiled}


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


def remarks_on(participant: Participant, *, to_rated: bool, sees_peers: bool = False) -> list[tuple[str, str]]:
    """(source, text), never an author's name. Peers' words only from three of them on, in an order that is neither that
    of writing nor that of their names, but to those who see peers anyway."""
    rows = list(Remark.objects.filter(participant=participant).values_list("source", "text"))
    peers = sum(source == "peer" for source, _text in rows)
    if (to_rated or not sees_peers) and peers < veil.ENOUGH_PEERS:
        rows = [(source, text) for source, text in rows if source != "peer"]
    return sorted(rows, key=lambda row: (row[0], sha256(f"{participant.pk}|{row[1]}".encode()).digest()))
