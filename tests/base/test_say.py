import re
import string

import pytest

from hengcai.base.errors import NotValid
from hengcai.base.say import register, say, sentence, tongue_of
from hengcai.base.words import WORDS


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_has_both_languages_with_the_same_placeholders() -> None:
    for code, texts in WORDS.items():
        assert set(texts) == {"zh", "en"}, code
        assert names_in(texts["zh"]) == names_in(texts["en"]), code
        assert re.search("[\u4e00-\u9fff]", texts["zh"]) or code == "place.file"


def test_the_place_stands_in_front() -> None:
    refusal = NotValid("decimal.malformed", file="r.csv", row=7, column="score", value="4,5")
    assert say(refusal, "en").startswith("r.csv, row 7, column “score”: “4,5” is not a number.")
    assert say(refusal, "zh-hans").startswith("r.csv、第 7 行、“score”列：“4,5”不是数字。")


def test_a_missing_fact_and_an_unknown_code_are_still_said() -> None:
    assert "“?”" in say(NotValid("decimal.malformed"), "en")
    assert say(NotValid("nobody.knows", x=1), "zh-hans") == "nobody.knows (x=1)"


def test_a_strangers_text_stays_one_short_line() -> None:
    said = say(NotValid("decimal.malformed", value="a\nb\x1b[31m" + "x" * 500), "en")
    assert "\n" not in said
    assert "\x1b" not in said
    assert len(said) < 300


def test_one_code_has_one_meaning() -> None:
    register(WORDS)
    with pytest.raises(ValueError, match="two sentences"):
        register({"decimal.malformed": {"zh": "别的", "en": "other"}})


def test_any_tag_finds_its_language() -> None:
    assert [tongue_of(tag) for tag in ("zh-hans", "ZH_CN", "en-gb", "fr")] == ["zh", "zh", "en", "en"]


def test_one_thing_is_said_as_one_where_english_needs_it() -> None:
    many = {"zh": "有 {count} 处不对", "en": "{count} places are wrong"}
    register({"test.wrong": many, "test.wrong.one": {"zh": "有 1 处不对", "en": "One place is wrong"}})
    assert [sentence("test.wrong", "en", {"count": n}) for n in (1, 2)] == ["One place is wrong", "2 places are wrong"]
    assert sentence("test.wrong", "zh-hans", {"count": 1}) == "有 1 处不对"
