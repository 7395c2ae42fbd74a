"""Cuts that no chance above the bar carries: what waits for a person, and what became of it."""

from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, Value, When

from hengcai.appraisal.models import FairScore
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.consequences import permissions
from hengcai.consequences.models import Review

REVIEW_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "cycle": ("result__participant__cycle__code", "person__name_key", "pk"),
    "state": ("state", "person__name_key", "pk"), "opened": ("opened_at", "pk"),
})  # fmt: skip


def reviews_seen_by(user: Doer) -> QuerySet[Review]:
    """Open ones first, then by name; never one's own, and never by score."""
    rows = Review.objects.select_related(
        "person", "decided_by", "result__participant__cycle__policy", "result__participant__placement__team"
    ).defer("result__detail", "result__levels", "result__inputs", "result__participant__cycle__policy__text")
    is_over = Case(When(state=Review.State.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    unknown = FairScore.objects.filter(result=OuterRef("result"), basis=FairScore.Basis.FINAL).values("unknown")[:1]
    seen = permissions.SEE_REVIEW.rows(rows, user).annotate(is_over=is_over, unknown=Subquery(unknown))
    return seen.order_by("is_over", "person__name_key", "person__number", "-pk")
