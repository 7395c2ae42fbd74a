"""Folders of words: whole in both languages, with the same facts, set as Chinese is set."""

import re
from importlib import import_module
from string import Formatter

import pytest

from hengcai.base.say import gathered, sentence
from hengcai.paper.words import WORDS as PAPER

FOLDERS = ("framework", "quality", "appraisal", "insight")
TOGETHER = {name: import_module(f"hengcai.{name}.words").WORDS for name in FOLDERS} | {"paper": PAPER}
CODES = [(name, code) for name, words in TOGETHER.items() for code in sorted(words)]


def names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize(("package", "code"), CODES)
def test_both_languages_say_it_with_the_same_facts(package, code):
    texts = TOGETHER[package][code]
    assert texts["zh"].strip()
    assert texts["en"].strip()
    assert names(texts["zh"]) == names(texts["en"]) or code.endswith(".one")


@pytest.mark.parametrize(("package", "code"), CODES)
def test_chinese_is_set_with_full_width_punctuation(package, code):
    text = re.sub(r"\{[^}]*\}|“名称: 值”", "", TOGETHER[package][code]["zh"])  # YAML's own colon stands as it is typed
    assert not re.search(r"[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]", text)


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
