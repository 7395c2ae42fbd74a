"""Differences between two versions of a card, in words."""

from hengcai.base.differences import differences
from hengcai.framework.models import Competency, Framework, Post, ServiceIndicator
from hengcai.quality.card_lines import lines_of
from hengcai.quality.models import RedLine
from hengcai.quality.rules import card as cards
from hengcai.web.shell.changes import shown
from hengcai.web.shell.says import word

WORDED = {
    "kind": ("quality.item", "quality.scorecard.kind"), "channel": ("quality.channel",), "may_be_na": ("quality.yes_no",),
    "critical.scope": ("quality.scope",), "critical.class": ("quality.critical",), "comment_if": ("quality.mark",),
}  # fmt: skip
KNOWN = {
    "kind": (*cards.ITEM_KINDS, *cards.CARD_KINDS), "comment_if": (cards.YES, cards.NO, cards.HIT, cards.CLEAR),
}  # fmt: skip


def told(before, after):
    """What changed from one definition to the other, row by row."""
    found = differences(lines_of(before), lines_of(after))
    names = _names(found)
    return shown(found, prefix="quality", value=lambda kind, name, text: _value(kind, name, text, names))


def _value(kind, name, text, names):
    if not text or name not in WORDED or text not in KNOWN.get(name, (text,)):
        return names.get((name, text), text)
    prefix = WORDED[name][-1] if kind == "card" else WORDED[name][0]
    return word(f"{prefix}.{text}")


def _names(found):
    """Names of the competencies, indicators, red lines and posts spoken of, for their codes."""
    touched = {change.name for one in found for change in one.changes}
    published = Framework.State.PUBLISHED
    names: dict[tuple[str, str], str] = {}
    if "competency" in touched:
        abilities = Competency.objects.filter(framework__state=published)
        names |= {("competency", code): str(name) for code, name in abilities.values_list("code", "name")}
    if "indicator" in touched:
        indicators = ServiceIndicator.objects.filter(group__framework__state=published)
        names |= {("indicator", code): str(name) for code, name in indicators.values_list("code", "name")}
    for name, model in (("red_lines", RedLine), ("posts", Post)):
        if name in touched:
            names |= _listed(name, dict(model.objects.values_list("code", "name")), found)
    return names


def _listed(name, known, found):
    """Of a field that holds several codes."""
    texts = {text for one in found for change in one.changes if change.name == name
             for text in (change.before, change.after)}  # fmt: skip
    return {(name, text): " · ".join(str(known.get(code, code)) for code in text.split(" · ")) for text in texts}
