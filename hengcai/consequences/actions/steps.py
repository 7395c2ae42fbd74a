"""Papers of a step that no page makes, entered by hand; each only where the one before it is there."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.consequences import permissions
from hengcai.consequences.models import StepPaper
from hengcai.consequences.rules.steps import check_before
from hengcai.consequences.rules.words import check_reason
from hengcai.consequences.steps import steps_of
from hengcai.people.models import Person


@action(permissions.KEEP_PAPERS, unsaid={"words"})
def keep_step_paper(person: Person, *, by: User, step: str, on: date | None, words: str, today: date) -> StepPaper:
    """Rules signed on paper, or training given and another post tried; with where the paper is kept."""
    check_lengths(words)
    if step not in StepPaper.Step.values:
        raise NotValid("consequences.step_unknown")
    if on is None or on > today:
        raise NotValid("consequences.paper_day")
    check_before(step, steps_of(person).standing)
    return StepPaper.objects.create(person=person, step=step, on=on, words=check_reason(words), by=by, at=clock.now())
