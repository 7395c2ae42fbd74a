"""What the pages of spot tests lay out: questions with what was answered, the passage, shares with their intervals."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.web.assessment.asking import Put


def stem(item):
    return Put(item["question"], language=get_language() or "zh-hans").text


@dataclass(frozen=True)
class Answered:
    """One's own answer, what is right, and the passage that says so."""

    text: str
    given: str
    right: str
    passage: str
    is_right: bool


def answered(paper, *, language, seed):
    found = []
    for item in paper.test.items:
        answer = paper.answers.get(item["id"], "")
        put = Put(item["question"], language=language, seed=seed, answer=answer)
        is_right = item["id"] in paper.right
        found.append(Answered(put.text, said(put, answer), right_said(put), item["passage"], is_right))
    return found


def said(put, answer):
    """A response as its reader would say it: options by their text."""
    texts = {one.value: str(one.text) for one in put.choices} if put.is_choice else {}
    if put.kind == "true_false":
        texts = {"true": _("True"), "false": _("False")}
    return "; ".join(texts.get(one, one) for one in answer.split(";")) if answer else _("no answer")


def right_said(put):
    given = put.given
    if put.kind in ("single", "multiple"):
        keys = [one["id"] for one in given.get("options", []) if not str(one["share"]).startswith(("0", "-"))]
        return said(put, ";".join(keys))
    if put.kind == "matching":
        return "; ".join(f"{one['left']} = {one['right']}" for one in given.get("pairs", []))
    values = [str(one["value"]) for one in given.get("answers", []) if str(one.get("share", "1")) == "1"]
    return said(put, values[0]) if values else ""


@dataclass(frozen=True)
class Shown:
    text: str
    share: Any
    is_misunderstood: bool
    wrong: str
    n_wrong: int
    passage: str


def understood_shown(rows, language):
    found = []
    for one in rows:
        put = Put(one.item["question"], language=language)
        wrong = said(put, one.most_wrong) if one.most_wrong else ""
        found.append(Shown(put.text, one.share, one.is_misunderstood, wrong, one.n_wrong, one.item["passage"]))
    return found
