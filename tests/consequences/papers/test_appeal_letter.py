"""处理结果通知书: what was decided, by whom, what it changed and what follows; for whoever may read it and nobody else."""

import pytest

from tests.appeals import appeal_scene as ap
from tests.consequences import scene as pay
from tests.paper.laying import everything, made, refused

pytestmark = pytest.mark.django_db


def test_the_letter_holds_decision_reasons_figures_members_and_what_remains_open():
    one = ap.answered()
    text = everything(made("appeal-letter", appeal=one.pk, reader="li"))
    for said in (
        "支持",
        "录音里没有错",
        one.seed,
        "劳动争议调解或仲裁",
        one.number,
        *(u.name for u in ap.sitting(one)),
    ):
        assert said in text
    for reader in ("zhao", "wang", "zheng"):
        refused("form.no_appeal", made, "appeal-letter", appeal=one.pk, reader=reader)


def test_the_letter_says_what_follows_from_it_to_whom_the_page_does():
    """The month was paid at 0.9 before the appeal; whoever answered it learns nothing of pay."""
    month = ap.published_month()
    pay.bases()
    pay.sure_of(ap.result(), ("good", 0.02), ("pass", 0.98))
    pay.decided(month)
    one = ap.answered()
    said = ("由此带来的变化", "系数 0.9 改为 1.0", "+200.00", "计入下一次核算")
    text = everything(made("appeal-letter", appeal=one.pk, reader="li"))
    assert all(words in text for words in said)
    member = ap.sitting(one)[0].username
    if member != "wu":
        assert not any(words in everything(made("appeal-letter", appeal=one.pk, reader=member)) for words in said)


def test_a_letter_of_what_no_pay_hangs_on_says_that_nothing_decided_changes():
    one = ap.answered()
    assert "已经决定的绩效工资没有变化" in everything(made("appeal-letter", appeal=one.pk, reader="li"))


def test_there_is_no_letter_before_the_answer():
    one = ap.filed()
    refused("appeals.not_answered", made, "appeal-letter", appeal=one.pk, reader="li")
