"""Cards of a person: asked the next day, marked by the house, at most fifteen a day, rebuilt from their log."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.review.actions import Said, answer_card
from hengcai.review.cards import NOTICE, add_card, retire_cards
from hengcai.review.models import Answer
from hengcai.review.queries.recall import items_recalled
from hengcai.review.queries.today import today_of
from hengcai.review.rules.scheduling import replayed
from hengcai.review.tasks import bring_up
from tests import cast
from tests.training.courses.made import question

pytestmark = pytest.mark.usefixtures("db")


def card(number="q1", *, who="li", days=1, **more):
    learned = clock.today() - timedelta(days=days)
    return add_card(
        cast.person(who),
        kind="lesson",
        reference=f"c/{number}",
        learned_on=learned,
        **(more or {"question": question(number)}),
    )


def answered(one, response="a", *, by="li", days=0, **more):
    said = Said(response, **more)
    return answer_card(one, by=cast.user(by), said=said, today=clock.today() + timedelta(days=days))


def test_a_card_is_asked_the_day_after_it_was_learned():
    card("q1", days=0), card("q2")
    assert [one.reference for one in today_of(cast.user("li"), clock.today()).cards] == ["c/q2"]


def test_right_comes_later_than_wrong():
    right, wrong = answered(card("q1"), "a"), answered(card("q2"), "b")
    assert (right.grade, right.share, right.is_known) == (3, "1", True)
    assert (wrong.grade, wrong.share, wrong.is_known) == (1, "0", False)
    assert right.next_on > wrong.next_on == clock.today() + timedelta(days=1)


def test_a_second_tab_counts_nothing_twice():
    one = card()
    answered(one)
    with pytest.raises(NotNow) as refused:
        answered(one)
    assert refused.value.code == "review.card_done"
    assert Answer.objects.count() == 1


def test_sixteen_are_too_many_for_a_day():
    made = [card(f"q{n}") for n in range(17)]
    found = today_of(cast.user("li"), clock.today())
    assert (len(found.cards), found.waiting) == (15, 2)
    for one in made[:15]:
        answered(one)
    found = today_of(cast.user("li"), clock.today())
    assert (found.cards, found.done, found.waiting) == ([], 15, 2)
    with pytest.raises(NotNow) as refused:
        answered(made[15])
    assert refused.value.code == "review.enough_today"


def test_what_people_grade_themselves_wants_a_grade():
    one = card(front=Bilingual("退费时限", "Time limit"), back=Bilingual("7 天", "7 days"))
    with pytest.raises(NotValid):
        answered(one, "")
    assert answered(one, "", grade=4).share == ""


def test_nobody_answers_for_another():
    with pytest.raises(NotAllowed):
        answered(card(), by="wang")


def test_a_card_is_what_its_log_says():
    one, day = card(days=9), 0
    for response in ("a", "b", "a", "a"):
        made = answered(one, response, days=day)
        day = (made.next_on - clock.today()).days
    log = one.answers.order_by("at").values_list("on", "grade")
    assert replayed(one.learned_on, log) == one.standing


def test_added_again_it_comes_tomorrow_with_its_newer_text_and_keeps_its_log():
    one = card(days=40)
    answered(one)
    again = card(days=0, question=question("q1", "c"))
    assert (again.pk, again.count, again.due_on) == (one.pk, 1, clock.today() + timedelta(days=1))
    assert answered(again, "c", days=1).is_known


def test_what_is_withdrawn_is_asked_no_more():
    add_card(cast.li(), kind=NOTICE, reference="7", learned_on=clock.today() - timedelta(days=3), front=Bilingual("甲"))
    assert retire_cards(NOTICE, "7") == 1
    assert today_of(cast.user("li"), clock.today()).cards == []


def test_the_inbox_says_so_for_that_day_until_the_last_card():
    cards, li = [card("q1"), card("q2")], cast.user("li")
    assert bring_up(clock.today()) == 1
    mine = Duty.objects.get(user=li, kind="review.today", done_at=None)
    assert mine.due_on == clock.today()
    answered(cards[0])
    assert Duty.objects.filter(pk=mine.pk, done_at=None).exists()
    answered(cards[1])
    assert not Duty.objects.filter(pk=mine.pk, done_at=None).exists()


def test_recall_counts_each_person_once_and_says_nothing_of_few():
    for who in ("li", "wang"):
        one = card(who=who, days=31)
        made = answered(one, "a" if who == "li" else "b", by=who)
        answered(one, by=who, days=(made.next_on - clock.today()).days)  # a month later still: not counted again
    answered(card("q2"), "a")
    late, early = items_recalled(cast.user("zhou"))
    assert (late.recall.n, late.recall.known, late.recall.share) == (2, 1, None)
    assert early.recall.n == 0
    assert items_recalled(cast.user("li")) == []


def test_recall_of_enough_people_has_its_interval():
    from hengcai.review.rules.recall import Recall

    told = Recall(20, 16).share
    assert (round(told.estimate, 3), round(told.low, 3), round(told.high, 3), told.n) == (0.8, 0.584, 0.919, 20)
