"""A desk without a contact: any card, marked on trial."""

from hengcai.interactions.models import Contact
from hengcai.quality.cards import card_of
from hengcai.quality.models import Assignment, Scorecard
from hengcai.quality.queries.pages import Desk


def desk_of_trial(scorecard: Scorecard) -> Desk:
    return Desk(
        assignment=Assignment(scorecard=scorecard, contact=Contact()),
        card=card_of(scorecard),
        marks={},
        comment="",
        edit_count=0,
        latest=None,
        is_revision=False,
        turns=(),
    )
