"""What raters wrote, and the evidence beside a level, as the person rated and the group read them."""

import pytest

from hengcai.appraisal.models import Rating, RatingTask
from hengcai.insight.letters.person import person_letter
from hengcai.insight.papers.person import person_paper
from hengcai.insight.queries.person import person_report
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
WHY, REMARK, WHOLE = "抽到的几通都在换货高峰那一周", "下季度多听听老客户的来电", "稳得住，补一补方案"


def written(result, code="communication", *, source="superior"):
    rows = Rating.objects.filter(task__participant=result.participant, task__source=source, competency__code=code)
    rows.update(reason=WHY, comment=REMARK)
    RatingTask.objects.filter(participant=result.participant, source=source).update(comment=WHOLE)
    return result


def ability(result, code="communication", *, own=True):
    letter = person_letter(person_report(result, to_rated=own, sees_peers=not own), "zh-hans")
    return next(row for row in letter.abilities.rows if row.code == code)


def told(result, code="communication", *, own=True):
    return [text.replace("\u2009", "") for text in ability(result, code, own=own).said]


def test_the_person_reads_what_the_superior_gave_and_wrote(db):
    result = written(stage.rated(stage.quarter(), peers=()))
    assert told(result)[:3] == ["上级评了4", f"与质检结果不一致的原因：{WHY}", f"评语：{REMARK}"]
    letter = person_letter(person_report(result, to_rated=True), "zh-hans")
    assert [text for _source, text in letter.grounds.general] == [WHOLE]


@pytest.mark.parametrize(("own", "is_told"), [(True, False), (False, True)])
def test_where_peers_count_the_superiors_words_on_their_item_stay_with_the_group(db, own, is_told):
    result = written(stage.rated(stage.quarter(), peers=(4, 5, 4)), "collaboration")
    assert (WHY in "".join(told(result, "collaboration", own=own))) is is_told


@pytest.mark.parametrize("own", [True, False])
def test_what_peers_wrote_is_shown_to_nobody_beside_a_level(db, own):
    result = written(stage.rated(stage.quarter(), peers=(4, 5, 4)), "collaboration", source="peer")
    letter = person_letter(person_report(result, to_rated=own, sees_peers=not own), "zh-hans")
    assert WHY not in repr(letter)
    assert WHOLE not in repr((letter.abilities, letter.grounds.general))
    assert sorted(set(letter.grounds.of_peers)) == (sorted({WHOLE, REMARK}) if own else [])


def test_customers_data_in_what_was_written_is_covered(db):
    result = stage.rated(stage.quarter(), peers=())
    rows = Rating.objects.filter(task__participant=result.participant, task__source="superior")
    rows.update(reason="客户 13812345678 那一通")
    assert "138****5678" in "".join(told(result))
    assert "13812345678" not in "".join(told(result))


def test_both_sides_have_the_notes_of_evaluations_beside_the_level(db):
    result = stage.rated(stage.quarter(), peers=())
    made = stage.evaluated("li", "2", comment="没有等客户应就往下办", turn=3)
    stage.evaluated("li", "1", comment="还没发布的一条", state="submitted", number=1)
    for own in (True, False):
        (noted,) = ability(result, "communication", own=own).noted
        assert (noted.text, noted.moments[0].evaluation_id, noted.moments[0].turn) == (
            "没有等客户应就往下办",
            made.pk,
            3,
        )


def test_the_person_is_told_that_the_superior_could_read_more(db):
    result = stage.rated(stage.quarter(), peers=())
    stage.evaluated("li", "2", comment="发布的", number=0)
    assert person_letter(person_report(result, to_rated=True), "en").grounds.more == ""
    stage.evaluated("li", "1", comment="没发布的", state="submitted", number=1)
    assert "one unpublished evaluation" in person_letter(person_report(result, to_rated=True), "en").grounds.more
    assert person_letter(person_report(result, to_rated=False, sees_peers=True), "en").grounds.more == ""


def test_figures_are_those_beside_the_superiors_form(db):
    letter = person_letter(person_report(stage.rated(stage.quarter(), peers=()), to_rated=True), "en")
    assert dict(letter.grounds.figures)["Customer satisfaction"] == "4.0 (5 ratings)"
    assert letter.grounds.why == "The line manager saw the same figures when rating."


def test_print_and_workbook_carry_the_same_words(db):
    result = written(stage.rated(stage.quarter(), peers=()))
    paper = repr(
        person_paper(person_report(result, to_rated=True), language="zh-hans", today=stage.PUBLISHED_AT.date())
    )
    for text in (WHY, REMARK, WHOLE):
        assert text in paper


def test_the_page_links_every_ground_to_what_it_rests_on(db, client):
    result = written(stage.rated(stage.quarter(), peers=()))
    made = stage.evaluated("li", "2", comment="没有等客户应就往下办", turn=3)
    client.cookies["hengcai_language"] = "zh-hans"
    client.force_login(cast.user("li"))
    text = client.get(f"/results/{result.pk}/").content.decode()
    assert WHY in text
    for link in (
        f"/quality/evaluations/{made.pk}/?turn=3#turn-3",
        "/quality/evaluations/?first_day=2026-01-01&amp;last_day=2026-03-31",
    ):
        assert link in text
    told = client.get(f"/api/reports/results/{result.pk}").json()
    spoken = next(one for one in told["competencies"] if one["competency"] == "communication")
    assert spoken["given"][0] == {"source": "superior", "level": "4", "reason": WHY, "comment": REMARK}
    assert spoken["notes"][0]["evaluation"] == made.pk
    assert told["general"][0]["text"] == WHOLE
