"""A file that is sent in is taken for what it holds; what was not taken over stays with the draft."""

import pytest
import yaml

from hengcai.base.errors import NotValid
from hengcai.simulation.actions import bring_scenario
from hengcai.simulation.exporting import scenario_yaml
from hengcai.simulation.models import InkStory
from hengcai.simulation.receiving import code_from, taken_from
from tests import cast
from tests.simulation.cards import published_card
from tests.simulation.ink_stories import COMPILED, SOURCE, published_ink
from tests.simulation.stories import definition

TWEE = b":: Start\n<<set $trust to 1>>\nHello\n[[Go->Next]]\n[[Stay->Start]]\n\n:: Next\nBye\n"


def test_twee_keeps_each_line_it_left_out_with_the_draft(db):
    made = bring_scenario(cast.centre(), by=cast.user("zhou"), taken=taken_from(TWEE, name="my story.twee"))
    assert (made.code, made.left_out) == ("my_story", [{"line": 2, "text": "<<set $trust to 1>>"}])
    assert taken_from(TWEE, name="story.txt", code="x").definition["code"] == "x"


def test_ink_comes_as_source_or_compiled(db):
    source = bring_scenario(cast.centre(), by=cast.user("zhou"), taken=taken_from(SOURCE.encode(), name="a.ink"))
    compiled = taken_from(
        COMPILED.replace("competency: process_policy 1/2", "skill: 5").encode(), name="退费.json", code="b"
    )
    assert [one.text for one in compiled.dropped] == ["# skill: 5"]
    assert compiled.definition["title"] == {"zh": "退费"}
    made = bring_scenario(cast.centre(), by=cast.user("zhou"), taken=compiled)
    assert [(one.scenario.code, bool(one.source), bool(one.compiled)) for one in InkStory.objects.order_by("pk")] == [
        (source.code, True, False), (made.code, False, True)
    ]  # fmt: skip


@pytest.mark.parametrize("make", [published_ink, published_card])
def test_what_is_exported_comes_back_equal(db, make):
    given = scenario_yaml(make())
    made = bring_scenario(cast.centre(), by=cast.user("zhou"), taken=taken_from(given, name="x.yaml"))
    assert scenario_yaml(made) == given


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"\xff\xfe", "a.twee", "file_not_utf8"), (b"a: [", "a.yaml", "file_broken"), (b"- 1", "a.yaml", "unreadable"),
        (b"x" * 1_000_001, "a.yaml", "file_large"), (b'{"inkVersion": 5, "root": []}', "a.json", "ink_version"),
        (b"", "a.twee", "twee_empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_reason(content, name, code):
    with pytest.raises(NotValid, match=code):
        taken_from(content, name=name)


def test_a_name_serves_as_code_where_it_can():
    assert [code_from(name) for name in ("Angry Caller.yaml", "退费.json", "a/b-c.twee")] == ["angry_caller", "", "b_c"]
    given = yaml.safe_dump({key: value for key, value in definition().items() if key != "code"}).encode()
    assert taken_from(given, name="my.yaml").definition["code"] == "my"
