"""Differences between two versions as a page shows them: what happened to a row, which fields, before and after."""

from hengcai.base import say
from hengcai.base.differences import FieldChange
from hengcai.web.shell.says import word

TONGUES = {"zh": "中文", "en": "English"}


def shown(found, *, prefix, value):
    """`value` says a field's content in words; `PREFIX.row.KIND` and `PREFIX.field.NAME` are registered words."""
    return [
        {
            "what": word(f"row_change.{one.what}"),
            "sort": one.what,
            "kind": word(f"{prefix}.row.{one.kind}"),
            "name": one.name,
            "changes": [(field_word(prefix, change.name), _worded(one.kind, change, value)) for change in one.changes],
        }
        for one in found
    ]


def _worded(kind, change, value):
    before, after = (value(kind, change.name, text) for text in (change.before, change.after))
    return FieldChange(change.name, before, after)


def field_word(prefix, name):
    """`anchors.3.zh` → anchors 3 中文: the longest part that has a word, then what is left of the name."""
    parts = name.split(".")
    known = next(n for n in range(len(parts), 0, -1) if n == 1 or say.knows(f"{prefix}.field.{'.'.join(parts[:n])}"))
    code = f"{prefix}.field.{'.'.join(parts[:known])}"
    first = word(code) if say.knows(code) else parts[0]
    rest = [TONGUES.get(part) or _rest(prefix, part) for part in parts[known:]]
    return " · ".join([first, *rest])


def _rest(prefix, part):
    code = f"{prefix}.field.{part}"
    return word(code) if say.knows(code) else part
