"""What a correction, or a review or an appeal that ends late, changes in a month that is decided: noted, and paid in the
next run."""

from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.audit.action import Gate, action
from hengcai.base import clock
from hengcai.base.decimals import exact
from hengcai.consequences import duties
from hengcai.consequences.chances import chances_of
from hengcai.consequences.holding import is_held
from hengcai.consequences.models import Difference, Nomination, PayLine, Review
from hengcai.consequences.rules import pay as rules
from hengcai.consequences.working_out import decided, decimal, final_line, owed_by


class _Following(Gate):
    """Follows from an act that had a gate of its own: a correction, or the end of a review or an appeal."""

    def enter(self, thing: object, user: object) -> None:
        """Whoever could do that is let in here."""


FOLLOWING = _Following()


@action(FOLLOWING)
def note_difference(fresh: Result, *, by: User, old: Result, cause: str) -> Difference | None:
    """None where nothing is decided on it yet: a run that is only prepared is prepared anew. While an appeal holds the line
    no money moves."""
    if cause == Difference.Cause.CORRECTED:
        _overtake(old, by=by)
        Nomination.objects.filter(result=old, state__in=Nomination.PUBLIC).update(unsettled=True)
    line = final_line(fresh)
    if line is None and cause == Difference.Cause.REVIEWED:
        return None
    found = Difference(
        cause=cause, person_id=fresh.participant.person_id, line=line, old=old, fresh=fresh, at=clock.now()
    )
    if line is not None and not is_held(line):
        _reckon(found, line)
    found.save()
    return found


@action(FOLLOWING)
def release_line(line: PayLine, *, by: User) -> Difference | None:
    """What an appeal held goes into the next run, by the result as it stands now. None where nothing is owed."""
    assert line.result is not None  # noqa: S101 - what an appeal holds rests on a result
    now = Result.objects.select_related("participant").get(participant=line.result.participant_id, is_current=True)
    noted = line.differences.filter(fresh=now, paid_in=None, earned=0, topped_up=0).order_by("-pk").first()
    found = noted or Difference(
        cause=Difference.Cause.RELEASED, person_id=line.person_id, line=line, old=line.result, fresh=now, at=clock.now()
    )
    _reckon(found, line)
    if noted is None and not found.total:
        return None
    found.save()
    return found


def _reckon(found: Difference, line: PayLine) -> None:
    """By the coefficients, base and minimum of the month it is about."""
    table = {grade: exact(text) for grade, text in line.run.coefficients.items()}
    chance, bar = chances_of([found.fresh])[found.fresh.pk], exact(line.run.bar)
    word = decided(Review.objects.filter(result=found.fresh).first())
    verdict = rules.coefficient_of(found.fresh.band, table, chance=chance, bar=bar, decided=word)
    owed = owed_by(line, verdict.coefficient)
    found.coefficient = decimal(verdict.coefficient)
    found.earned, found.topped_up = decimal(owed.earned), decimal(owed.topped_up)
    if verdict.waits:
        _wait(found, verdict, chance, line)


def _wait(found: Difference, verdict: rules.Verdict, chance: Fraction | None, line: PayLine) -> None:
    told = None if chance is None else decimal(chance)
    facts = {"person_id": found.person_id, "grade": found.fresh.band, "why": verdict.why, "chance": told}
    facts |= {"bar": line.run.bar, "opened_at": clock.now()}
    Review.objects.get_or_create(result=found.fresh, defaults=facts)
    duties.reviews_opened(line.run)


def _overtake(old: Result, *, by: User) -> None:
    """A review of a figure that no longer holds is over."""
    for one in Review.objects.filter(result=old, state=Review.State.OPEN):
        one.state, one.decided_by, one.decided_at = Review.State.OVERTAKEN, by, clock.now()
        one.save(update_fields=["state", "decided_by", "decided_at"])
        duties.review_ended(one)
