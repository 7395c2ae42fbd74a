"""What is laid out on paper: cards in force, and evaluations as their reader may see them."""

from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.cards import PARTS
from hengcai.quality.models import Evaluation, Scorecard

TICKET = "ticket"


def cards_to_print(user: Doer, *, for_tickets: bool) -> list[Scorecard]:
    """Versions in force; the ticket sheet takes cards for tickets only."""
    rows = permissions.SEE_SCORECARDS.rows(Scorecard.objects.filter(state=Scorecard.State.PUBLISHED), user)
    rows = rows.filter(channel=TICKET) if for_tickets else rows.exclude(channel=TICKET)
    return list(rows.order_by("code"))


def whole_card(card: Scorecard) -> Scorecard:
    """With its sections and items prefetched."""
    return Scorecard.objects.prefetch_related(PARTS).get(pk=card.pk)


def evaluation_to_print(user: Doer, number: int) -> Evaluation | None:
    """With its answers prefetched; drafts are on nobody's paper."""
    rows = Evaluation.objects.exclude(state=Evaluation.State.DRAFT).select_related(
        "agent", "evaluator", "scorecard", "assignment__contact"
    )
    return permissions.SEE.rows(rows.prefetch_related("answers__item"), user).filter(pk=number).first()
