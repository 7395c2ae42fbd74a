"""Which scorecard items measure a competency, for readers who may see scorecards."""

from hengcai.base.permissions import REGISTRY
from hengcai.quality.models import Item, Scorecard

SEE_SCORECARDS = "quality.scorecard.see"


def items_measuring(competency, user):
    """By the competency's code: cards in force may name an earlier version of it."""
    permission = REGISTRY.get(SEE_SCORECARDS)
    if permission is None or not permission.is_held_by(user):
        return []
    cards = permission.rows(Scorecard.objects.filter(state=Scorecard.State.PUBLISHED), user)
    rows = Item.objects.filter(competency__code=competency.code, section__scorecard__in=cards)
    return rows.select_related("section__scorecard").order_by("section__scorecard__code", "section__order", "order")
