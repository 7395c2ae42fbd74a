"""Anchors must differ in what happened, not in the adverb before it."""

import re
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.framework.rules.texts import ANCHORED, LEVELS, check_text, mapping

_TAIL = "好高低快慢多少清准完全熟强弱差大小有主积规稳流自到明及充合正"
REFUSED = {
    "zh": re.compile(
        rf"非常|很(?!可能)|十分(?!钟|之|位)|极其|极为|相当(?!于)|较(?=[{_TAIL}为])|更加|更为|更好|基本(?=[上能可做符达正准清完没不都按会及掌了满到熟])"
        r"|能够|熟练|良好|优秀(?!案例|录音|员工|班组)|出色"
    ),
    "en": re.compile(
        r"\b(?:very|quite|fairly|rather(?! than)|extremely|highly|somewhat|mostly|basically|generally|adequately"
        r"|properly|reasonably|excellent(?:ly)?|outstanding(?:ly)?|skilfully|competently|proficient(?:ly)?)\b",
        re.IGNORECASE,
    ),
}
"""Words that grade without saying what was seen; what somebody is quoted as saying is not looked at."""
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_ADVERBS = {
    "zh": re.compile(
        r"总是|经常|有时|偶尔|往往|一般|主动地?|积极地?|完全|始终|充分地?|还算|不太|有些|比较|较|[地,，。；;、\s]"
    ),
    "en": re.compile(
        r"\b(?:always|often|usually|sometimes|seldom|rarely|consistently|frequently|clearly|fully|completely"
        r"|partly|well|better)\b|[\s,.;:]",
        re.IGNORECASE,
    ),
}


def check_anchors(anchors: Any, where: str) -> None:
    """1, 3, 4 and 5 are there in both languages; nothing but levels; no level is another one stretched."""
    levels = mapping(anchors, where)
    if not set(ANCHORED) <= set(levels) or not set(levels) <= set(LEVELS):
        raise NotValid("framework.anchor_levels", where=where)
    for level, text in levels.items():
        check_text(text, f"{where}.{level}")
        _refuse_grading_words(text, f"{where}.{level}", level)
    bare = {level: [_bare(text[language], language) for language in REFUSED] for level, text in levels.items()}
    for lower, upper in combinations(sorted(levels), 2):
        if any(one == other for one, other in zip(bare[lower], bare[upper], strict=True)):
            raise NotValid("framework.anchor_same", where=where, lower=lower, upper=upper)


def _refuse_grading_words(text: Mapping[str, str], where: str, level: Any) -> None:
    for language, words in REFUSED.items():
        found = words.search(_QUOTED.sub(" ", text[language]))
        if found:
            raise NotValid("framework.anchor_stretched", where=where, level=level, word=found[0])


def _bare(text: str, language: str) -> str:
    """What is left of an anchor without its adverbs."""
    return _ADVERBS[language].sub("", REFUSED[language].sub("", text)).casefold()
