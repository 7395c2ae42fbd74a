"""A question put again shows what was answered, so that handing a page in again changes nothing."""

import pytest
from django.utils.datastructures import MultiValueDict

from hengcai.web.assessment.asking import Put

PAIRS = {
    "id": "m", "kind": "matching", "text": "配对",
    "pairs": [
        {"left": {"zh": "甲=乙", "en": "A=B"}, "right": {"zh": "先道歉;再核实", "en": "apologise; then check"}},
        {"left": {"zh": "丙", "en": "C"}, "right": {"zh": "先道歉", "en": "apologise"}},
    ],
    "distractors": [{"zh": "挂机", "en": "hang up"}],
}  # fmt: skip
GAPS = {
    "id": "c", "kind": "cloze", "text": "{{1}} 和 {{2}}",
    "gaps": [{"id": "1", "answers": [{"value": "3;4", "share": "1"}]}, {"id": "2", "answers": [{"value": "a=b", "share": "1"}]}],
}  # fmt: skip


def posted(put):
    """What a browser sends of the page as it stands."""
    post = MultiValueDict()
    for gap in put.gaps:
        post[gap.name] = next((one.value for one in gap.choices if one.is_chosen), "") if gap.choices else gap.value
    return put.posted(post)


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (PAIRS, "甲=乙=先道歉;再核实;丙=先道歉"),
        (PAIRS, "甲=乙=先道歉;丙=挂机"),
        (PAIRS, "丙=先道歉;再核实"),
        (GAPS, "1=3;4;2=a=b"),
    ],
)
def test_an_answer_with_the_signs_that_part_answers_stays_as_it_is(content, answer):
    assert posted(Put(content, language="zh-hans", answer=answer)) == answer


def test_what_was_chosen_in_one_language_stands_in_the_other():
    assert (
        posted(Put(PAIRS, language="en", answer="甲=乙=先道歉;再核实;丙=挂机")) == "A=B=apologise; then check;C=hang up"
    )
