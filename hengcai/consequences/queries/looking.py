"""One's own result explained, and requests that a person looks at it again."""

from collections.abc import Iterable

from django.db.models import QuerySet

from hengcai.appraisal.models import Result
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.consequences import permissions
from hengcai.consequences.models import LookAgain

LOOK_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
})  # fmt: skip


def own_results_to_explain(user: Doer) -> QuerySet[Result]:
    rows = Result.objects.select_related(
        "participant__person", "participant__cycle__policy", "participant__cycle__framework"
    )
    return permissions.ASK_AGAIN.rows(rows, user)


def matters_open(looks: Iterable[LookAgain]) -> list[str]:
    """What one has not asked about yet."""
    asked = {one.matter for one in looks}
    return [code for code in LookAgain.Matter.values if code not in asked]


def looks_seen_by(user: Doer) -> QuerySet[LookAgain]:
    """Open ones first, by the day they are due."""
    rows = LookAgain.objects.select_related("person", "handler", "result__participant__cycle__policy")
    return permissions.SEE_LOOK.rows(rows, user).order_by("-state", "due_on", "-pk")
