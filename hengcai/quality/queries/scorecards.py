from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.base.errors import NotValid
from hengcai.base.permissions import Doer
from hengcai.base.states import Move, moves_open
from hengcai.quality import permissions
from hengcai.quality.cards import PARTS, card_of
from hengcai.quality.faults import faults_of
from hengcai.quality.models import Evaluation, Item, RedLine, Scorecard, Section
from hengcai.quality.rules.score import weights
from hengcai.quality.states import SCORECARD_MOVES


@dataclass(frozen=True)
class CardItem:
    """`weight`: share of the whole when everything applies; 0 for what takes off, adds or only vetoes."""

    item: Item
    weight: Fraction


@dataclass(frozen=True)
class CardSection:
    section: Section
    weight: Fraction
    items: Sequence[CardItem]


@dataclass(frozen=True)
class CardPage:
    scorecard: Scorecard
    sections: Sequence[CardSection]
    versions: Sequence[Scorecard]
    red_lines: Sequence[RedLine]
    faults: Sequence[NotValid]  # what keeps a draft from being published
    evaluation_count: int
    moves: Sequence[Move]
    may_manage: bool


def scorecard_page(scorecard: Scorecard, user: Doer) -> CardPage:
    permissions.SEE_SCORECARDS.enter(scorecard, user)
    row = Scorecard.objects.prefetch_related(PARTS).get(pk=scorecard.pk)
    card = card_of(row)
    is_draft = row.state == Scorecard.State.DRAFT
    versions = permissions.SEE_SCORECARDS.rows(Scorecard.objects.filter(code=row.code), user).order_by("-number")
    effective = weights(card)
    return CardPage(
        scorecard=row,
        sections=[_card_section(section, effective) for section in row.sections.all()],
        versions=list(versions),
        red_lines=_red_lines(row),
        faults=list(faults_of(row)) if is_draft else [],
        evaluation_count=Evaluation.objects.filter(scorecard=row, is_current=True).count(),
        moves=moves_open(SCORECARD_MOVES, row, user),
        may_manage=permissions.MANAGE_SCORECARDS.is_held_by(user),
    )


def _card_section(section: Section, effective: dict[str, Fraction]) -> CardSection:
    items = [CardItem(item, effective.get(item.code, Fraction(0))) for item in section.items.all()]
    return CardSection(section, sum((one.weight for one in items), Fraction(0)), items)


def _red_lines(scorecard: Scorecard) -> list[RedLine]:
    """In the card's order."""
    known = {row.code: row for row in RedLine.objects.filter(code__in=scorecard.red_lines)}
    return [known[code] for code in scorecard.red_lines if code in known]
