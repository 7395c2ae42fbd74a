"""What makes a case: words, tags, lines, and in a warning no name."""

import pytest

from hengcai.base.errors import NotValid
from hengcai.coaching.rules import library as rules
from hengcai.coaching.rules.library import Draft

DRAFT = {"kind": "warning", "title": "抢话", "lesson": "客户没说完就打断。"}
TURNS = [
    {"speaker": "agent", "text": "a", "start": 4, "end": 8},
    {"speaker": "customer", "text": "b", "start": 9.5, "end": 12},
    {"speaker": "agent", "text": "c"},
]


def refused(code, check, *args, **facts):
    with pytest.raises(NotValid) as refusal:
        check(*args, **facts)
    assert refusal.value.code == code


def check(names=("李雪", "1024"), **more):
    return rules.check_draft(Draft(**{**DRAFT, **more}), names=names, turn_count=3)


def test_a_draft_has_a_kind_a_title_and_a_lesson():
    assert check() == (None, None)
    assert check(first=1) == (1, 1)
    assert check(last=2) == (2, 2)
    refused("coaching.case_kind", check, kind="other")
    refused("coaching.case_words_missing", check, lesson=" ")
    refused("coaching.case_title_long", check, title="长" * 201)
    refused("coaching.cut_unknown", check, first=2, last=1)


@pytest.mark.parametrize("more", [{"title": "李雪抢话"}, {"lesson": "工号１０２４"}, {"tags": "李雪"}])
def test_a_warning_names_nobody_in_any_spelling(more):
    refused("coaching.case_names_agent", check, **more)
    assert check(**more, kind="model") == (None, None)


def test_tags_stand_once_without_their_signs():
    assert rules.tags_of(" #倾听，倾听 安抚、共情 ") == ["倾听", "安抚", "共情"]
    assert rules.tags_of("") == []
    refused("coaching.case_tags", rules.tags_of, " ".join("abcdefghi"))
    refused("coaching.case_tags", rules.tags_of, "长" * 21)


def test_lines_are_kept_with_times_from_their_own_beginning():
    kept = rules.kept_turns(TURNS, ["x", "y", "z"], (1, 2))
    assert [(one["text"], one["start"], one["end"]) for one in kept] == [("y", 0.0, 2.5), ("z", None, None)]
    assert [one["start"] for one in rules.kept_turns(TURNS, ["x", "y", "z"], (None, None))] == [4.0, 9.5, None]


def test_a_span_of_sound_needs_times():
    assert rules.span_of(TURNS, (0, 1)) == (4.0, 12.0)
    assert rules.span_of(TURNS, (None, None)) is None
    refused("coaching.case_untimed", rules.span_of, TURNS, (1, 2))


def test_words_are_found_in_any_width_and_case():
    assert "csat" in rules.words_to_find(["ＣＳＡＴ", "b"])
