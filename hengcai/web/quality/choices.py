"""What the row editor of a card offers, in words."""

from hengcai.framework.models import Competency, Framework, ServiceIndicator
from hengcai.interactions.models import Contact
from hengcai.quality.models import RedLine
from hengcai.quality.rules import card as cards
from hengcai.web.shell.says import word

MARKS = {
    cards.ANCHORED: cards.LEVELS,
    cards.YES_NO: (cards.YES, cards.NO),
    cards.DEDUCTION: (cards.CLEAR, cards.HIT),
    cards.BONUS: (cards.CLEAR, cards.HIT),
}
EXPLAINED = {
    cards.ANCHORED: "quality.kind_told.anchored", cards.YES_NO: "quality.kind_told.yes_no",
    cards.CHOICE: "quality.kind_told.choice", cards.DEDUCTION: "quality.kind_told.deduction",
    cards.BONUS: "quality.kind_told.bonus", cards.NOTE: "quality.kind_told.note",
}  # fmt: skip


def choices_of_editor():
    """Competencies and indicators are those in force: what a mark feeds means the same everywhere."""
    published = Framework.State.PUBLISHED
    competencies = Competency.objects.filter(framework__state=published).select_related("dimension")
    indicators = ServiceIndicator.objects.filter(group__framework__state=published).order_by("group__order", "order")
    return {
        "channels": worded("quality.channel", Contact.Channel.values),
        "kinds": worded("quality.scorecard.kind", cards.CARD_KINDS),
        "item_kinds": worded("quality.item", cards.ITEM_KINDS),
        "kinds_told": {kind: word(code) for kind, code in EXPLAINED.items()},
        "scopes": worded("quality.scope", cards.CRITICAL_SCOPES),
        "classes": worded("quality.critical", cards.CRITICAL_CLASSES),
        "levels": cards.LEVELS,
        "marks": {kind: [[mark, _mark(kind, mark)] for mark in marks] for kind, marks in MARKS.items()},
        "na": [cards.NA, word("quality.mark.na")],
        "competencies": [(one.code, str(one.name)) for one in competencies.order_by("dimension__order", "order")],
        "indicators": [(one.code, str(one.name)) for one in indicators],
        "red_lines": [(one.code, str(one.name)) for one in RedLine.objects.order_by("pk")],
    }


def worded(prefix, codes):
    return [(code, word(f"{prefix}.{code}")) for code in codes]


def _mark(kind, mark):
    return mark if kind == cards.ANCHORED else word(f"quality.mark.{mark}")
