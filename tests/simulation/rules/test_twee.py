"""Twee 3: text and links are taken, every line of a macro is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.reading import read_scenario
from hengcai.simulation.rules.twee import read_twee

STORY = """:: StoryTitle
The late parcel

:: StoryData
{"ifid": "X", "start": "Begin here"}

:: Odd [script]
window.a = 1;

:: Begin here [tag] {"position":"1,2"}
Where is my parcel?
<<set $trust to 1>>
[[Look it up->Found]]
[[Nowhere<-Say sorry]]
[[Ask|Begin here]]

:: Found
(set: $x to 2)
One moment.
[[On->End of it]]

:: End of it
It is there.
Thank you.
"""


def test_text_and_links_are_taken_over():
    taken = read_twee(STORY, code="late")
    made = taken.definition
    assert (made["title"], made["start"]) == ({"en": "The late parcel"}, "begin_here")
    choices = made["nodes"]["begin_here"]["choices"]
    assert [(one["text"]["en"], one["to"]) for one in choices] == [
        ("Look it up", "found"),
        ("Say sorry", "nowhere"),
        ("Ask", "begin_here"),
    ]
    assert made["nodes"]["found"]["goes"] == [{"to": "end_of_it"}]
    assert made["nodes"]["end_of_it"]["end"]["text"] == {"en": "Thank you."}
    assert read_scenario(made).nodes["begin_here"].says[0].text.en == "Where is my parcel?"


def test_every_line_that_was_not_taken_over_is_named():
    found = [(one.line, one.text) for one in read_twee(STORY, code="late").dropped]
    assert found == [(8, "window.a = 1;"), (12, "<<set $trust to 1>>"), (18, "(set: $x to 2)")]


def test_chinese_stays_chinese_and_passages_are_numbered():
    made = read_twee(":: 开头\n您好[[查->结尾]]\n:: 结尾\n好了", code="late").definition
    assert made["nodes"]["passage_1"]["says"][0]["text"] == {"zh": "您好"}
    assert made["nodes"]["passage_1"]["goes"] == [{"to": "passage_2"}]


def test_a_fifth_link_is_named_rather_than_lost():
    taken = read_twee(":: A\n" + "\n".join(f"[[L{n}->A]]" for n in range(5)), code="late")
    assert len(taken.definition["nodes"]["a"]["choices"]) == 4
    assert [one.text for one in taken.dropped] == ["[[L4->A]]"]


@pytest.mark.parametrize("text", ["", "no passage", ":: StoryTitle\nAlone"])
def test_a_file_without_passages_is_refused(text):
    with pytest.raises(NotValid, match="twee_empty"):
        read_twee(text, code="late")


@given(
    some.lists(
        some.sampled_from([":: A", ":: b c", "text", "[[x->A]]", "<<if>>", "[[A]]", "{$y}", ":: 甲"]), max_size=25
    )
)
def test_whatever_is_read_is_a_scenario(lines):
    try:
        taken = read_twee("\n".join(lines), code="late")
    except NotValid:
        return
    assert read_scenario(taken.definition).code == "late"
