import re
from pathlib import Path
from string import Formatter

import hengcai.evidence
import hengcai.quality
from hengcai.base.say import sentence
from hengcai.evidence.words import WORDS as EVIDENCE_WORDS
from hengcai.quality.words import WORDS

CODE = re.compile(r"\"((?:quality|evidence)\.[a-z_]+)\"")
NO_SENTENCE = {
    f"quality.{kind}"
    for kind in ("assignment", "calibration", "case", "causereport", "dispute", "evaluation", "observation", "recheck")
}  # kinds of source, not refusals


def test_every_refusal_has_its_sentence():
    said = set(WORDS) | set(EVIDENCE_WORDS)
    for package in (hengcai.quality, hengcai.evidence):
        for path in Path(package.__path__[0]).rglob("*.py"):
            codes = set(CODE.findall(path.read_text("utf-8"))) - NO_SENTENCE
            assert codes <= said, path


def test_both_languages_name_the_same_facts():
    def fields(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for code, texts in {**WORDS, **EVIDENCE_WORDS}.items():
        assert fields(texts["zh"]) == fields(texts["en"]), code


def test_a_refusal_reads_as_a_sentence():
    facts = {"count": 2, "names": ("倾听", "记录")}
    assert sentence("quality.unanswered", "zh-hans", facts) == "还有 2 项未评：倾听、记录。请评完再提交。"
    assert sentence("quality.unanswered", "en", facts) == "2 items still to score: 倾听, 记录."
