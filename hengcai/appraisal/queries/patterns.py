"""What stands out in the ratings of a cycle, for who may review it: never for whom it concerns."""

from collections.abc import Sequence

from django.db.models import Count, F, Prefetch, QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Pattern, Result
from hengcai.appraisal.queries.findings import Line, pattern_lines
from hengcai.appraisal.standing import unsettled_patterns
from hengcai.base.permissions import Doer
from hengcai.people.models import Person


def patterns_in(cycle: Cycle, user: Doer, *, kind: str = "") -> QuerySet[Pattern]:
    """The least likely first."""
    rows = Pattern.objects.filter(cycle=cycle, **({"kind": kind} if kind in Pattern.Kind.values else {}))
    return permissions.SEE_PATTERN.rows(rows.order_by("adjusted", "chance", F("n").desc(), "pk"), user)


def lines_of_patterns(cycle: Cycle, keys: Sequence[int]) -> list[Line]:
    """By their row numbers, in that order, with what was done about them."""
    people = Prefetch("concerns", Person.objects.order_by("name", "pk"))
    rows = Pattern.objects.select_related("rater__user", "participant__person", "team", "task__rater__user")
    known = rows.prefetch_related(people).in_bulk(list(keys))
    return pattern_lines(cycle, [known[key] for key in keys])


def results_of(lines: Sequence[Line]) -> dict[int, int]:
    """Participant → their current result, where a line is about one person."""
    wanted = [one.about.participant_id for one in lines if isinstance(one.about, Pattern) and one.about.participant_id]
    rows = Result.objects.filter(participant__in=wanted, is_current=True)
    return dict(rows.values_list("participant_id", "pk"))


def pattern_counts(cycle: Cycle, user: Doer) -> dict[str, int]:
    """By kind, in the order of kinds."""
    rows = permissions.SEE_PATTERN.rows(Pattern.objects.filter(cycle=cycle).order_by(), user)
    counted = dict(rows.values_list("kind").annotate(Count("pk")))
    return {kind: counted[kind] for kind in Pattern.Kind.values if kind in counted}


def patterns_to_settle(user: Doer) -> QuerySet[Pattern]:
    return permissions.SETTLE_PATTERN.rows(
        Pattern.objects.select_related("cycle", "rater__user", "task__rater__user"), user
    )


def may_settle_patterns(user: Doer) -> bool:
    return permissions.SETTLE_PATTERN.is_held_by(user)


def beyond_chance(cycle: Cycle, user: Doer) -> int:
    """How many wait to be settled before publication."""
    return permissions.SEE_PATTERN.rows(unsettled_patterns(cycle), user).count()
