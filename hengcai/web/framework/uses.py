"""Which scorecard items measure a competency, for readers who may see scorecards."""

from hengcai.quality.models import Item, Scorecard
from hengcai.quality.permissions import SEE_SCORECARDS


def items_measuring(competency, user):
    """By the competency's code: cards in force may name an earlier version of it."""
    cards = SEE_SCORECARDS.rows(Scorecard.objects.filter(state=Scorecard.State.PUBLISHED), user)
    rows = Item.objects.filter(competency__code=competency.code, section__scorecard__in=cards)
    return rows.select_related("section__scorecard").order_by("section__scorecard__code", "section__order", "order")
