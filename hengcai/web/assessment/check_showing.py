"""Check-lists and examinations as their templates show them, in the reader's language."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.assessment.agreeing import agreed
from hengcai.assessment.checking import Mark, bilingual
from hengcai.assessment.models import Checklist
from hengcai.assessment.permissions import READERS
from hengcai.assessment.queries.practicals import pairs_of
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.assessment.rules.checklist_files import number_text
from hengcai.assessment.rules.checklists import ANCHORED, NOT_APPLICABLE, Item, Text
from hengcai.base.say import sentence
from hengcai.web.shell.says import word


@dataclass(frozen=True)
class Anchor:
    """One button: the value, its name, and what one sees where it is right."""

    value: str
    name: str
    text: Any
    is_chosen: bool = False


@dataclass(frozen=True)
class ShownItem:
    item: Item
    text: Any
    competency: str
    anchors: list[Anchor]
    mark: Mark = Mark()  # noqa: RUF009 - frozen

    @property
    def weight(self):
        return number_text(self.item.weight)


def shown_items(checklist, marks=None):
    """Every item; with `marks`, as its examiner goes on with it."""
    names = dict(competency_choices())
    return [_shown(one, names, (marks or {}).get(one.id, Mark())) for one in checklist.items]


def _shown(one, names, mark):
    values = (*ANCHORED[one.kind], *((NOT_APPLICABLE,) if one.may_skip else ()))
    anchors = [
        Anchor(value, word(f"assessment.checklist.value.{value}"), bilingual(one.anchors.get(value, Text())), mark.value == value)
        for value in values
    ]  # fmt: skip
    return ShownItem(one, bilingual(one.text), names.get(one.competency, one.competency), anchors, mark)


def shown_problems(found):
    language = get_language() or "zh-hans"
    return [sentence(code, language, facts) for code, facts in found]


def shown_agreement(checklist: Checklist, user):
    """For those who look after check-lists; with the items on which examiners differ most."""
    if not set(READERS) & user.roles:
        return None
    found = agreed(pairs_of(checklist))
    texts = {one["id"]: one["text"] for one in checklist.content["items"]}
    return {
        "n": found.n, "share": found.share,
        "apart": [(texts.get(item, item), differed, of) for item, differed, of in found.apart[:5]],
    }  # fmt: skip


def shown_told(told):
    """Each item of a finished examination with what every examiner ticked and saw."""
    names = dict(competency_choices())
    return [
        {
            "text": bilingual(one.item.text), "is_critical": one.item.is_critical, "differs": one.differs,
            "competency": names.get(one.item.competency, one.item.competency), "weight": number_text(one.item.weight),
            "marks": [_mark(one.item, mark) for mark in one.marks], "id": one.item.id,
            "settled": one.settled and (word(f"assessment.checklist.value.{one.settled[0]}"), one.settled[1]),
            "choices": [(value, word(f"assessment.checklist.value.{value}")) for value in one.item.values],
        }
        for one in told.judged
    ]  # fmt: skip


def _mark(item, mark):
    seen = bilingual(item.anchors.get(mark.value, Text()))
    return {
        "value": mark.value,
        "name": word(f"assessment.checklist.value.{mark.value}"),
        "seen": seen,
        "note": mark.note,
    }


def shown_shares(practical):
    names = dict(competency_choices())
    return [(names.get(code, code), Fraction(value)) for code, value in practical.shares.items()]


def reasons(practical):
    return [word(f"assessment.practical.failed.{one}") for one in practical.failed_for]


def clock_text(seconds):
    """Minutes and seconds."""
    return "" if seconds is None else _("%(m)s min %(s)s s") % {"m": seconds // 60, "s": seconds % 60}
