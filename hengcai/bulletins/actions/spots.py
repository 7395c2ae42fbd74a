"""抽测: a test on a notice opened, answered, closed; whoever did not pass reads the notice again."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.bulletins import duties, permissions, states
from hengcai.bulletins.actions.readers import read_again
from hengcai.bulletins.cards import missed
from hengcai.bulletins.models import Bulletin, Paper, Reader, SpotTest
from hengcai.bulletins.rules import spots as rules

LONGEST_SEED = 40


@dataclass(frozen=True)
class Draw:
    """`questions`: ids of the notice's questions. Without `sample` all readers; without `seed` one is drawn."""

    questions: Sequence[str]
    closes_on: date
    sample: int | None = None
    seed: str = ""
    pass_percent: int = 100


@action(states.OPEN_TEST)
def open_spot_test(bulletin: Bulletin, *, by: User, draw: Draw, today: date) -> SpotTest:
    """To all readers still there, or to as many of them as are drawn by the seed."""
    _check(draw, bulletin, today)
    seed = draw.seed.strip() or secrets.token_hex(4)
    readers = {
        one.person.number: one for one in bulletin.readers.filter(gone_at=None).select_related("person").order_by("pk")
    }
    numbers = rules.drawn(list(readers), seed=seed, sample=draw.sample)
    if not numbers:
        raise NotNow("bulletins.no_readers")
    test = SpotTest.objects.create(
        bulletin=bulletin, seed=seed, sample=draw.sample, pass_percent=draw.pass_percent, closes_on=draw.closes_on,
        items=rules.chosen(bulletin.questions, draw.questions), made_by=by, opened_at=clock.now(),
    )  # fmt: skip
    papers = [Paper(test=test, person=readers[one].person, team_id=readers[one].team_id) for one in numbers]
    Paper.objects.bulk_create(papers, batch_size=500)
    duties.asked(test, papers)
    return test


@action(permissions.ANSWER, unsaid={"answers"})
def answer_spot_test(paper: Paper, *, by: User, answers: Mapping[str, str], today: date) -> Paper:
    """Once. What was wrong comes back as a card of spaced review; who did not pass reads the notice again."""
    test = paper.test
    if paper.answered_at is not None:
        raise NotNow("bulletins.answered_already")
    if test.state != SpotTest.State.OPEN or test.closes_on < today:
        raise NotNow("bulletins.test_over")
    given = {one["id"]: answers.get(one["id"], "") for one in test.items}
    check_lengths(*given.values())
    found = rules.marked(test.items, given)
    paper.answers, paper.right, paper.answered_at = given, list(found.right), clock.now()
    paper.points, paper.out_of = str(found.points), str(found.out_of)
    paper.is_passed = found.is_passed(test.pass_percent)
    paper.save()
    duties.answered(paper)
    missed(paper.person, test.bulletin, [one for one in test.items if one["id"] not in found.right], on=today)
    if not paper.is_passed:
        for one in Reader.objects.filter(bulletin=test.bulletin_id, person=paper.person_id):
            read_again(one, by=by)
    return paper


@action(states.CLOSE_TEST)
def close_spot_test(test: SpotTest, *, by: User) -> SpotTest:
    """Nobody answers any more."""
    test.closed_at = clock.now()
    test.save(update_fields=["closed_at"])
    duties.test_over(test)
    return test


def _check(draw: Draw, bulletin: Bulletin, today: date) -> None:
    if bulletin.tests.filter(state=SpotTest.State.OPEN).exists():
        raise NotNow("bulletins.test_open")
    if draw.sample is not None and draw.sample < 1:
        raise NotValid("bulletins.sample_wrong")
    if not 1 <= draw.pass_percent <= 100 or len(draw.seed.strip()) > LONGEST_SEED:
        raise NotValid("bulletins.test_wrong", most=LONGEST_SEED)
    if draw.closes_on < today:
        raise NotValid("bulletins.test_past")
