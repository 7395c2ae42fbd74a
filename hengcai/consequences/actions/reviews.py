"""What waits for a person: let stand, or waived, with a reason; never by the one it is about."""

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.lengths import check_lengths
from hengcai.consequences import duties, states
from hengcai.consequences.actions.differences import note_difference
from hengcai.consequences.models import Difference, Review
from hengcai.consequences.rules.words import check_reason


@action(states.UPHOLD, unsaid={"reason"})
def uphold_review(review: Review, *, by: User, reason: str) -> Review:
    """The grade's coefficient holds. Where the month is decided already, the difference goes into the next run."""
    _end(review, by=by, reason=reason)
    note_difference(review.result, by=by, old=review.result, cause=Difference.Cause.REVIEWED)
    return review


@action(states.WAIVE, unsaid={"reason"})
def waive_review(review: Review, *, by: User, reason: str) -> Review:
    """Nothing is taken off for this result."""
    _end(review, by=by, reason=reason)
    return review


def _end(review: Review, *, by: User, reason: str) -> None:
    check_lengths(reason)
    review.reason, review.decided_by, review.decided_at = check_reason(reason), by, clock.now()
    review.state = Review.State.UPHELD  # with its decider in one write; the move sets the one that holds
    review.save(update_fields=["reason", "decided_by", "decided_at", "state"])
    duties.review_ended(review)
