"""What a later sample says of a measure: the item it names in drawn contacts, or its monthly figure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Q

from hengcai.base import clock
from hengcai.base.days import day_of, months_back
from hengcai.improvement.models import Remedy
from hengcai.improvement.rules import outcomes
from hengcai.improvement.rules.outcomes import Outcome
from hengcai.quality.cards import card_of
from hengcai.quality.changes import Marked, change_between, marks_after, marks_before
from hengcai.quality.measure_models import QualityMonth
from hengcai.quality.models import Evaluation, Item
from hengcai.quality.rules.measures import SHARES, Count, read


def outcome_of(remedy: Remedy) -> Outcome:
    """As it stands today. Before it is done nothing can have changed yet: there is one side only."""
    if remedy.figure:
        return _of_figure(remedy)
    return _of_item(remedy, remedy.item) if remedy.item else outcomes.NOTHING


def _of_item(remedy: Remedy, item: Item) -> Outcome:
    whose, day = _whose(remedy), remedy.done_on or clock.today()
    before = marks_before(item, whose, day)
    after = marks_after(item, whose, day) if remedy.done_on else []
    if remedy.person_id:
        return outcomes.of_person(change_between(item, before, after, heard=[]))
    card = card_of(item.section.scorecard)
    return outcomes.of_people(card, card.by_code[item.code], *_by_agent(before, after))


def _whose(remedy: Remedy) -> Q:
    """On an answer."""
    if remedy.person_id:
        return Q(evaluation__agent=remedy.person_id)
    return Q(evaluation__placement__team=remedy.team_id) if remedy.team_id else Q()


def _by_agent(*sides: Iterable[Marked]) -> list[dict[int, list[str]]]:
    rows = [list(some) for some in sides]
    keys = {one.evaluation for some in rows for one in some}
    agents = dict(Evaluation.objects.filter(pk__in=keys).values_list("pk", "agent"))
    found = []
    for some in rows:
        by_agent: dict[int, list[str]] = defaultdict(list)
        for one in some:
            by_agent[agents[one.evaluation]].append(one.value)
        found.append(dict(by_agent))
    return found


def _of_figure(remedy: Remedy) -> Outcome:
    """The last month that was over when it was raised, beside the newest that began after it was done."""
    raised = months_back(day_of(remedy.opened_at, settings.TIME_ZONE), 2)
    before = _count(remedy, raised)
    after = _count(remedy, _month_after(remedy))
    return outcomes.of_figure(before, after, sense=SHARES[remedy.figure])


def _month_after(remedy: Remedy) -> date | None:
    if remedy.done_on is None:
        return None
    rows = QualityMonth.objects.filter(team=remedy.team, month__gt=remedy.done_on)
    return rows.order_by("-month").values_list("month", flat=True).first()


def _count(remedy: Remedy, month: date | None) -> Count:
    row = QualityMonth.objects.filter(team=remedy.team, month=month).first() if month else None
    found = read(row.told).of(remedy.figure) if row else Count()
    return found if isinstance(found, Count) else Count()
