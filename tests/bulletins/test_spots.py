"""Spot tests: drawn by seed, marked as the bank marks, re-read by whoever did not pass."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.bulletins import actions
from hengcai.bulletins.models import Paper
from hengcai.bulletins.queries.held import notices_held, papers_held
from hengcai.bulletins.queries.spots import passed_by_team, understood
from hengcai.bulletins.tasks import follow_all
from hengcai.inbox.models import Duty
from hengcai.review.models import Card
from tests import cast
from tests.bulletins.scene import NINE, TODAY, asked, hours_later, people, published, question, read, reader

pytestmark = pytest.mark.django_db


def opened(**given):
    found = given.pop("bulletin", None) or asked(published())
    draw = actions.Draw(given.pop("questions", ["q1"]), TODAY + timedelta(days=2), **given)
    return actions.open_spot_test(found, by=cast.user("zhou"), draw=draw, today=TODAY)


def answer(test, name, said):
    paper = Paper.objects.select_related("test", "person").get(test=test, person=cast.person(name))
    with hours_later(3):
        return actions.answer_spot_test(paper, by=cast.user(name), answers={"q1": said}, today=TODAY)


def test_who_fails_reads_it_again_and_keeps_the_first_signature():
    found = asked(published())
    signed = read(found, "li")
    test = opened(bulletin=found)
    paper = answer(test, "li", "a")
    assert (paper.is_passed, paper.points, paper.out_of, paper.right) == (False, "0", "1", [])
    assert Card.objects.filter(person=cast.li(), kind="notice", reference=f"{found.code}:q1", state="active").exists()
    again = reader(found, "li")
    assert (again.read_at, again.first_read_at) == (None, signed.read_at)
    assert Duty.objects.filter(kind="bulletin.read", user=cast.user("li"), done_at=None).exists()
    assert read(found, "li", at=NINE + timedelta(hours=5)).first_read_at == signed.read_at


def test_who_passes_is_done_and_answers_once():
    test = opened()
    assert answer(test, "li", "b").is_passed
    with pytest.raises(NotNow, match="answered_already"):
        answer(test, "li", "b")
    assert not Duty.objects.filter(kind="bulletin.answer", user=cast.user("li"), done_at=None).exists()
    assert [one["is_passed"] for one in papers_held(cast.li())] == [True]
    assert [one["notice"] for one in notices_held(cast.li())] == [test.bulletin.code]


def test_nobody_answers_for_another_nor_after_the_last_day():
    test = opened()
    paper = Paper.objects.get(test=test, person=cast.li())
    with pytest.raises(NotAllowed):
        actions.answer_spot_test(paper, by=cast.user("wang"), answers={}, today=TODAY)
    with pytest.raises(NotNow, match="test_over"):
        actions.answer_spot_test(paper, by=cast.user("li"), answers={}, today=TODAY + timedelta(days=3))


def test_a_sample_is_drawn_by_its_seed():
    test = opened(sample=2, seed="s")
    assert (test.seed, test.papers.count()) == ("s", 2)


def test_a_test_ends_with_its_last_day_or_its_notice():
    test = opened()
    with clock.set_to(NINE + timedelta(days=3)):
        follow_all()
    test.refresh_from_db()
    assert test.state == "closed"
    other = opened(bulletin=asked(published()))
    answer(other, "li", "a")
    actions.withdraw_bulletin(other.bulletin, by=cast.user("zhou"), reason="改期")
    assert not Card.objects.filter(reference__startswith=other.bulletin.code, state="active").exists()
    other.refresh_from_db()
    assert other.state == "closed"
    assert not Duty.objects.filter(kind="bulletin.answer", done_at=None).exists()


def test_what_was_misunderstood_is_told_with_the_answer_given_most():
    people("li", "wang", "he", "zhao", "lin", "chen")
    test = opened()
    for name in ("wang", "he", "zhao", "lin"):
        answer(test, name, "a")
    answer(test, "li", "b")
    papers = list(test.papers.select_related("team"))
    (one,) = understood(test, papers)
    assert (one.share.share, one.most_wrong, one.n_wrong, one.is_misunderstood) == (0.2, "a", 4, True)
    assert [(row.team, row.share.share) for row in passed_by_team(papers)] == [("Team one", None), ("Team two", None)]


@pytest.mark.parametrize(
    "given",
    [{"questions": []}, {"sample": 0}, {"pass_percent": 0}, {"seed": "s" * 41}, {"questions": ["q9"]}],
)
def test_what_cannot_be_asked_is_refused(given):
    with pytest.raises(NotValid):
        opened(**given)


def test_questions_a_machine_cannot_mark_and_doubles_are_refused():
    found = asked(published())
    by = cast.user("zhou")
    with pytest.raises(NotValid, match="essay"):
        actions.add_bulletin_question(found, by=by, question={"id": "e", "kind": "essay", "text": "?"}, passage="x")
    with pytest.raises(NotValid, match="passage_missing"):
        actions.add_bulletin_question(found, by=by, question=question("q2"), passage=" ")
    with pytest.raises(NotValid, match="question_there"):
        actions.add_bulletin_question(found, by=by, question=question(), passage="x")
    assert actions.drop_bulletin_question(found, by=by, question="q1").questions == []
