"""处理结果通知书 and 考核申诉表: what was decided, by whom, what it changed; for whoever may read it and nobody else."""

import pytest

from tests.appeals import appeal_scene as ap
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


def test_there_is_no_letter_before_the_answer_but_the_form_of_what_was_filed():
    one = ap.filed()
    refused("appeals.not_answered", made, "appeal-letter", appeal=one.pk, reader="li")
    text = everything(made("appeal", appeal=one.pk, reader="li"))
    assert all(said in text for said in (ap.PETITION.grounds, ap.PETITION.wanted, "☑"))
    assert "☐" in everything(made("appeal", reader="li"))
