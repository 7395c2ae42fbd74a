"""Every form there is: found where it stands, laid out blank, in the centre's own words."""

import sys

import pytest

from hengcai.accounts.actions import settle_centre
from hengcai.appraisal.actions import add_policy
from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Framework
from hengcai.paper.blocks import Signatures
from hengcai.paper.forms import registry
from hengcai.paper.forms.heads import texts_of
from hengcai.paper.forms.registry import form_called, forms
from hengcai.paper.forms.settling import as_shipped, fields_of, settled, signature_lines
from hengcai.paper.workbook import as_xlsx
from hengcai.quality import papers
from tests import cast
from tests.appraisal import procedure
from tests.paper import laying
from tests.paper.laying import everything, made, refused, tables

pytestmark = pytest.mark.usefixtures("db", "standards")


@pytest.fixture
def cards(db):
    return laying.cards()


@pytest.mark.parametrize("kind", forms(), ids=lambda kind: kind.code)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_form_can_be_laid_out_blank_with_signature_lines(cards, kind, language):
    form = made(kind.code, language=language)
    assert not form.is_filled
    assert form.paper.title == texts_of(kind, {})["title"].read(language)
    assert isinstance(form.paper.blocks[-1], Signatures)
    assert tables(form) or not kind.columns  # a letter and a text of articles are running text
    assert as_xlsx(form.paper)


def test_without_anything_in_force_it_says_so(db):
    Framework.objects.update(state="draft")
    for code in ("skill-standard", "rating", "scorecard"):
        refused("form.nothing_to_lay_out", made, code)


def test_a_procedure_on_record_is_told_by_its_steps(db):
    draft = add_policy(cast.centre(), by=cast.user("zheng"), kind="monthly", text="repeat_days: 5")
    procedure.announced(draft, today=cast.MONDAY)
    form = made("procedure")
    assert [who for who, _for in tables(form)[0].rows] == [one.name for one in procedure.PRESENT]
    assert "已公示" in everything(form)


def test_an_unknown_form_is_refused():
    refused("form.unknown", form_called, "no-such-form")


def settle(kind, **changed):
    centre = cast.centre()
    texts = {one.name: one.text for one in fields_of(kind, centre.form_heads)} | changed
    heads = settled(kind, centre.form_heads, texts=texts, signatures=signature_lines(kind, centre.form_heads))
    return settle_centre(
        centre, by=cast.user("sun"), name=centre.name, agent_word=centre.agent_word, form_heads=heads
    ).form_heads


def test_a_centre_s_own_words_stand_on_the_form_and_only_they_are_kept(db):
    kind = form_called("rating")
    heads = settle(kind, title=Bilingual("上级打分表", "Marks"), **{"column.level": Bilingual("打几级", "Level")})
    assert heads == {
        "rating": {"title": {"zh": "上级打分表", "en": "Marks"}, "labels": {"level": {"zh": "打几级", "en": "Level"}}}
    }
    form = made("rating")
    assert form.paper.title == "上级打分表"
    assert tables(form)[0].columns[2] == "打几级"
    assert made("practical").paper.title == "实操考核评分表"


def test_signature_lines_are_the_centre_s_own(db):
    kind, centre = form_called("rating"), cast.centre()
    texts = {one.name: one.text for one in fields_of(kind, {})}
    heads = settled(kind, {}, texts=texts, signatures=("打分人\n\n复核人\n日期", "Rater\nChecker"))
    settle_centre(centre, by=cast.user("qian"), name=centre.name, agent_word=centre.agent_word, form_heads=heads)
    assert made("rating").paper.blocks[-1].labels == ("打分人", "复核人", "日期")
    assert made("rating", language="en").paper.blocks[-1].labels == ("Rater", "Checker", "日期")
    assert as_shipped(kind, heads) == {}


def test_words_that_will_not_do_are_refused(db):
    kind = form_called("rating")
    refused("form.title_missing", settle, kind, title=Bilingual(" ", "x"))
    refused("form.line_too_long", settle, kind, note=Bilingual("长" * 401, ""))


def test_settling_nothing_keeps_nothing(db):
    assert settle(form_called("rating")) == {}


def test_each_form_stands_in_the_papers_of_the_package_that_owns_it():
    owners = {form.code: getattr(form.made, "func", form.made).__module__.split(".")[1:3] for form in forms()}
    assert owners["skill-standard"] == ["framework", "papers"]
    assert owners["scorecard"] == owners["ticket-check"] == ["quality", "papers"]
    assert {owner for owner, _papers in owners.values()} >= {
        "framework",
        "quality",
        "assessment",
        "coaching",
        "appraisal",
    }
    assert {folder for _owner, folder in owners.values()} == {"papers"}


def test_a_new_form_is_one_file_and_needs_no_edit_elsewhere(monkeypatch, tmp_path):
    (tmp_path / "any_form.py").write_text(
        "from hengcai.paper.forms.form import Form\nFORM = Form('any-form', 15, None, (), (), ())\n", "utf-8"
    )
    monkeypatch.setattr(papers, "__path__", [*papers.__path__, str(tmp_path)])
    forms.cache_clear()
    try:
        assert [form.code for form in forms()][:3] == ["skill-standard", "any-form", "self-assessment"]
    finally:
        forms.cache_clear()
        sys.modules.pop(f"{papers.__name__}.any_form")


def test_two_forms_of_one_code_are_refused(monkeypatch):
    twice = [form_called("rating")] * 2
    monkeypatch.setattr(registry, "_found", lambda: iter(twice))
    forms.cache_clear()
    with pytest.raises(ValueError, match="two forms of one code"):
        forms()
    monkeypatch.undo()
    forms.cache_clear()
