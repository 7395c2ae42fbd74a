"""A policy's faults and changes in words, without the line of a text nobody sees."""

from django.utils.translation import get_language

from hengcai.appraisal.policy_faults import in_words, place_of
from hengcai.appraisal.policy_lines import lines_of
from hengcai.base import say
from hengcai.base.differences import differences
from hengcai.framework.queries import indicator_names
from hengcai.web.shell.changes import shown
from hengcai.web.shell.says import sentence, word

NAMED = {"source": "source", "band": "band", "grade": "band", "publication": "policy_publication", "window": "policy_window",
         "coefficient": "band"}  # fmt: skip
WORDED = {"required": "quality.yes_no", "rule": "policy_rule", "answer": "policy_answer"}


def told(fault, names):
    """At the field: `where` is the way there as the document writes it."""
    return {"where": place_of(fault), "detail": sentence(in_words(fault, get_language() or "zh-hans", names))}


def changes(before, after):
    """What changed from one document to the other, row by row."""
    names = indicator_names()
    return _rows(differences(lines_of(before), lines_of(after)), names)


def explained_rows(explained):
    """The same of changes that bear reasons: each with its place and the reason, empty where none is given yet."""
    rows = _rows([one.change.difference for one in explained], indicator_names())
    return [{**row, "place": one.change.place, "reason": one.reason} for row, one in zip(rows, explained, strict=True)]


def _rows(found, names):
    rows = shown(found, prefix="policy_row", value=lambda _kind, name, text: _value(name, text, names))
    return [{**row, "name": _name(one, names)} for row, one in zip(rows, found, strict=True)]


def _name(one, names):
    if one.kind in NAMED and say.knows(f"{NAMED[one.kind]}.{one.name}"):
        return word(f"{NAMED[one.kind]}.{one.name}")
    return names.get(one.name, one.name)


def _value(name, text, names):
    if name in WORDED and text and say.knows(f"{WORDED[name]}.{text}"):
        return word(f"{WORDED[name]}.{text}")
    return str(names.get(text, text)) if name == "group" else text
