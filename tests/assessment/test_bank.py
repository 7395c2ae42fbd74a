"""The bank of questions: written, reviewed by another, published, retired; the same question is found again."""

import pytest

from hengcai.accounts.models import RoleGrant, User
from hengcai.assessment.actions import (
    add_bank_question,
    edit_bank_question,
    import_bank_questions,
    load_questions,
    publish_bank_question,
    retire_bank_question,
    revise_bank_question,
    send_back_bank_question,
    submit_bank_question,
)
from hengcai.assessment.alike import alike, as_question
from hengcai.assessment.bank_rows import Beside
from hengcai.assessment.queries.bank import BankFilter, bank_moves_of, bank_seen_by, in_force, versions_of
from hengcai.assessment.rules.likeness import is_near
from hengcai.assessment.rules.questions import Question
from hengcai.assessment.rules.stems import stem
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.roles import LIAISON, TRAINER
from tests import cast

CONTENT = {"id": "hold", "kind": "true_false", "text": {"zh": "让客户等待前要**先征得同意**。", "en": "Ask before you put a customer on hold."},
           "answers": [{"value": "true", "share": "1"}], "competency": "listening", "level": 1}  # fmt: skip


def with_roles(name, *roles):
    made = User.objects.create(username=name, name=name)
    RoleGrant.objects.bulk_create([RoleGrant(user=made, role=role) for role in roles])
    return User.objects.get(pk=made.pk)


@pytest.fixture
def trainer(db):
    return cast.user("zhou")


@pytest.fixture
def liaison(db):
    return with_roles("gu", LIAISON)


@pytest.fixture
def question(trainer):
    return add_bank_question(cast.centre(), by=trainer, content=CONTENT)


def published(question, *, trainer, liaison, **more):
    return publish_bank_question(submit_bank_question(question, by=trainer), by=liaison, **more)


def test_a_question_is_published_by_somebody_else_and_can_then_be_drawn(question, trainer, liaison):
    assert (question.state, question.title.zh, question.level) == ("draft", "让客户等待前要先征得同意。", 1)
    assert bank_moves_of(question, trainer) == ["edit_bank_question", "submit_bank_question"]
    published(question, trainer=trainer, liaison=liaison)
    assert (question.state, question.reviewed_by) == ("published", liaison)
    assert [as_question(one).id for one in in_force(competency="listening")] == ["hold"]
    assert [one.state for one in [retire_bank_question(question, by=trainer)]] == ["retired"]
    assert not in_force()


def test_nobody_reviews_their_own(trainer):
    both = with_roles("both", TRAINER, LIAISON)
    question = submit_bank_question(add_bank_question(cast.centre(), by=both, content=CONTENT), by=both)
    with pytest.raises(NotAllowed, match=r"bank\.own"):
        publish_bank_question(question, by=both)


def test_it_is_sent_back_with_a_reason(question, trainer, liaison):
    submit_bank_question(question, by=trainer)
    with pytest.raises(NotValid, match="reason_missing"):
        send_back_bank_question(question, by=liaison, reason=" ")
    send_back_bank_question(question, by=liaison, reason="说法过时")
    assert (question.state, question.sent_back_for) == ("draft", "说法过时")
    changed = {**CONTENT, "id": "other", "text": "新的说法"}
    edit_bank_question(question, by=trainer, content=changed, edit_count=0)
    assert (question.code, question.title.zh, question.edit_count) == ("hold", "新的说法", 1)
    with pytest.raises(NotNow, match="stale"):
        edit_bank_question(question, by=trainer, content=changed, edit_count=0)


def test_a_published_version_stays_until_the_next_one_is_published(question, trainer, liaison):
    published(question, trainer=trainer, liaison=liaison)
    second = revise_bank_question(question, by=trainer)
    with pytest.raises(NotNow, match="in_work"):
        revise_bank_question(question, by=trainer)
    assert (second.number, second.state) == (2, "draft")
    published(second, trainer=trainer, liaison=liaison)
    assert [(one.number, one.state) for one in versions_of(second, liaison)] == [(2, "published"), (1, "retired")]


def test_the_same_question_is_told_before_it_is_published(question, trainer, liaison):
    published(question, trainer=trainer, liaison=liaison)
    again = {**CONTENT, "id": "hold_2", "text": {"zh": "让 客户 等待前，要先征得同意！", "en": "?"}}
    second = submit_bank_question(add_bank_question(cast.centre(), by=trainer, content=again), by=trainer)
    assert [one.code for one in alike(second)] == ["hold"]
    with pytest.raises(NotValid, match=r"bank\.alike"):
        publish_bank_question(second, by=liaison)
    assert publish_bank_question(second, by=liaison, despite_alike=True).state == "published"


def test_a_code_is_used_once_and_agents_see_nothing(question, trainer):
    with pytest.raises(NotValid, match="code_known"):
        add_bank_question(cast.centre(), by=trainer, content=CONTENT)
    assert not bank_seen_by(cast.li().user)
    assert (
        bank_seen_by(trainer)
        .filter(BankFilter(text="征得", kind="true_false", state="draft", level=1).condition())
        .count()
        == 1
    )
    assert not bank_seen_by(trainer).filter(BankFilter(text="no such").condition())


def test_a_course_brings_its_questions_once_and_in_force(trainer):
    for _ in range(2):
        load_questions(cast.centre(), by=trainer, course="telephone_manners", quiz=[{**CONTENT, "id": "q1"}])
    (one,) = in_force(course="telephone_manners")
    assert (one.code, one.state, as_question(one).id) == ("telephone_manners.q1", "published", "telephone_manners.q1")


def test_imported_questions_are_drafts_and_known_codes_stay(question, trainer):
    made = import_bank_questions(cast.centre(), by=trainer, contents=[CONTENT, {**CONTENT, "id": "new"}])
    assert [(one.code, one.state) for one in made] == [("new", "draft")]


def test_a_recording_is_played_a_number_of_times(trainer):
    listening = Beside(sound="listening/one.wav", most_plays=2)
    assert add_bank_question(cast.centre(), by=trainer, content=CONTENT, beside=listening).most_plays == 2
    with pytest.raises(NotValid, match="most_plays"):
        add_bank_question(cast.centre(), by=trainer, content={**CONTENT, "id": "x"}, beside=Beside(most_plays=99))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("客户要求退款，先做什么？", "客户要求退款，首先做什么", True), ("客户要求退款，先做什么？", "客户要求换货，先问什么？", False), ("AHT？", "ＡＨＴ", True), ("AHT", "ACW", False)],
)  # fmt: skip
def test_nearly_the_same_words_are_the_same_question(one, other, near):
    assert is_near(Question("a", "essay", one), Question("b", "essay", other)) == near


def test_a_stem_is_letters_and_figures_alone():
    assert stem("ＡＨＴ 是 **什么**？") == "aht是什么"
