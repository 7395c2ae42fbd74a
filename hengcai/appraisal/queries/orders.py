"""The orders in which the lists of appraisal may stand."""

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from hengcai.appraisal import permissions
from hengcai.appraisal.models import RatingTask, Result
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders

BY_NAME = ("person__name_key", "person__number", "pk")
CYCLE_ORDERS = Orders({
    "cycle": ("code", "pk"), "kind": ("kind", "-period_end", "code"), "period": ("period_start", "period_end", "code"),
    "people": ("people", "code"), "state": ("state", "-period_end", "code"),
})  # fmt: skip
POLICY_ORDERS = Orders({
    "version": ("kind", "number"), "state": ("kind", "state", "-number"), "since": ("kind", "published_on?", "number"),
})  # fmt: skip
CORRECTION_ORDERS = Orders({
    "person": ("old__participant__person__name_key", "old__participant__person__number", "-pk"),
    "cycle": ("old__participant__cycle__code", "-pk"), "state": ("state", "due_on?", "-pk"), "due": ("due_on?", "-pk"),
    "made": ("made_at?", "-pk"),
})  # fmt: skip
RATING_ORDERS = Orders({
    "person": ("participant__person__name_key", "participant__person__number", "source", "pk"),
    "as": ("source", "due_on?", "pk"), "cycle": ("participant__cycle__code", "due_on?", "pk"), "until": ("due_on?", "pk"),
    "sent": ("sent_at?", "pk"), "filled": ("edit_count", "pk"),
})  # fmt: skip


def participant_orders(user: Doer) -> Orders:
    """By no result and no form that this user may not see: a place in the order would tell."""
    results = permissions.SEE_RESULT.rows(Result.objects.filter(participant=OuterRef("pk"), is_current=True), user)
    forms = RatingTask.objects.filter(participant=OuterRef("pk"), state=RatingTask.State.OPEN).order_by()
    counted = permissions.SEE_TASK.rows(forms, user).values("participant").annotate(n=Count("pk")).values("n")
    worked_out = {
        "shown_final": Subquery(results.values("final")[:1]),
        "still_out": Coalesce(Subquery(counted, output_field=IntegerField()), 0),
    }
    keys = {
        "name": BY_NAME, "number": ("person__number",), "place": ("post__code", "placement__team__name?", *BY_NAME),
        "forms": ("still_out", *BY_NAME), "result": ("shown_final?", *BY_NAME),
    }  # fmt: skip
    return Orders(keys, worked_out)
