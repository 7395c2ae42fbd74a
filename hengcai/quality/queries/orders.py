"""The orders in which the lists of scoring may stand."""

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.quality.models import Evaluation

NEWEST = ("-contact_on", "-pk")
EVALUATION_ORDERS = Orders({
    "agent": ("agent__name_key", "agent__number", *NEWEST), "contact": ("contact_on", "pk"),
    "team": ("placement__team__name?", *NEWEST), "card": ("scorecard__code", *NEWEST),
    "result": ("total?", "contact_on", "pk"), "state": ("state", *NEWEST),
})  # fmt: skip
WITH_ANALYSTS = Orders({**EVALUATION_ORDERS.keys, "analyst": ("evaluator__name", *NEWEST)})
CASE_ORDERS = Orders({
    "agent": ("agent__name_key", "agent__number", "-reported_at", "-pk"), "red_line": ("red_line__code", "-reported_at", "-pk"),
    "contact": ("evaluation__assignment__contact__started_at", "pk"), "reported": ("reported_at", "pk"),
    "state": ("state", "-reported_at", "-pk"),
})  # fmt: skip
DISPUTE_ORDERS = Orders({
    "agent": ("evaluation__agent__name_key", "evaluation__agent__number", "-raised_at", "-pk"),
    "contact": ("evaluation__assignment__contact__started_at", "pk"), "raised": ("raised_at", "pk"),
    "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
})  # fmt: skip
RECHECK_ORDERS = Orders({
    "agent": ("evaluation__agent__name_key", "evaluation__agent__number", "-pk"),
    "contact": ("evaluation__assignment__contact__started_at", "pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
})  # fmt: skip
GIVEN_ORDERS = Orders({
    "agent": ("contact__agent__name_key", "contact__agent__number", "-contact__started_at", "-pk"),
    "contact": ("contact__started_at", "pk"), "card": ("scorecard__code", "-pk"), "analyst": ("analyst__name", "due_on", "pk"),
    "given": ("assigned_at", "pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
})  # fmt: skip
WORK_ORDERS = Orders({name: GIVEN_ORDERS.keys[name] for name in ("agent", "contact", "card", "due")})
TO_ASSIGN_ORDERS = Orders({
    "agent": ("agent__name_key", "agent__number", "-started_at", "-pk"), "contact": ("started_at", "pk"),
    "satisfaction": ("csat?", "-started_at", "-pk"), "given": ("given_count", "-started_at", "-pk"),
})  # fmt: skip
PLAN_ORDERS = Orders({
    "plan": ("name", "-pk"), "since": ("first_on", "pk"), "state": ("state", "-pk"), "picks": ("pick_count", "-pk"),
})  # fmt: skip
PICK_ORDERS = Orders({
    "agent": ("contact__agent__name_key", "contact__agent__number", "pk"), "contact": ("contact__started_at", "pk"),
    "rule": ("stratum__rule", "pk"), "chance": ("stratum__n", "pk"),
})  # fmt: skip
CALIBRATION_ORDERS = Orders({
    "session": ("name", "-pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"), "contacts": ("contact_count", "-pk"),
})  # fmt: skip
CERTIFICATE_ORDERS = Orders({
    "analyst": ("analyst__name", "-issued_on", "-pk"), "issued": ("issued_on", "pk"), "expires": ("expires_on?", "pk"),
    "outcome": ("outcome", "analyst__name", "-pk"),
})  # fmt: skip
CAUSE_ORDERS = Orders({
    "cause": ("cause", "-month"), "month": ("month", "cause"), "owner": ("owner__name?", "role", "-month", "pk"),
    "errors": ("errors", "-month", "pk"), "contacts": ("contacts", "-month", "pk"), "state": ("state", "-month", "pk"),
})  # fmt: skip
SCORECARD_ORDERS = Orders({
    "card": ("code", "-number"), "channel": ("channel", "code", "-number"), "version": ("number", "code", "pk"),
    "state": ("state", "code", "-number"), "since": ("published_on?", "code", "pk"),
})  # fmt: skip


def evaluation_orders(user: Doer) -> Orders:
    """Who was scored does not read by whom, and a place in the order would tell."""
    return EVALUATION_ORDERS if was_scored(user) else WITH_ANALYSTS


def was_scored(user: Doer) -> bool:
    return Evaluation.objects.filter(agent__user=user.pk).exists()
