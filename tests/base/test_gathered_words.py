"""Folders of words: whole in both languages, with the same facts, set as Chinese is set."""

import re
from importlib import import_module
from string import Formatter

import pytest

from hengcai.base.say import gathered, sentence
from hengcai.paper.words import WORDS as PAPER

FOLDERS = ("framework", "quality", "appraisal", "insight")
TOGETHER = {name: import_module(f"hengcai.{name}.words").WORDS for name in FOLDERS} | {"paper": PAPER}
SAID = {code: texts for words in TOGETHER.values() for code, texts in words.items()}


def names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_there_is_something_to_look_at():
    assert all(len(words) > 30 for words in TOGETHER.values())
    assert len(SAID) == sum(len(words) for words in TOGETHER.values())


def test_both_languages_say_it_with_the_same_facts():
    assert [code for code, texts in SAID.items() if not (texts["zh"].strip() and texts["en"].strip())] == []
    differ = [code for code, texts in SAID.items() if names(texts["zh"]) != names(texts["en"])]
    assert [code for code in differ if not code.endswith(".one")] == []


def test_chinese_is_set_with_full_width_punctuation():
    bare = {
        code: re.sub(r"\{[^}]*\}|“名称: 值”", "", texts["zh"]) for code, texts in SAID.items()
    }  # YAML's own colon stays
    halved = re.compile(r"[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]")
    assert [code for code, text in bare.items() if halved.search(text)] == []


def test_sentences_of_a_folder_are_known_to_every_page():
    assert sentence("band.good", "en", {}) == "Good"


def test_a_code_that_stands_in_two_parts_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "twice"
    folder.mkdir()
    (folder / "__init__.py").write_text("", "utf-8")
    for part in ("one", "two"):
        (folder / f"{part}.py").write_text('WORDS = {"twice.said": ("一", "one")}\n', "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ValueError, match=r"twice\.said stands twice in twice"):
        gathered("twice")
