"""Complaints and errors of a month beside those of the months before it; whom they concern, and which course is for them."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet

from hengcai.base.days import bounds, months_back
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact
from hengcai.people.queries import staff_on
from hengcai.programme.facts.offers import courses_in_use
from hengcai.programme.models import Surge
from hengcai.programme.rules.surges import BASE_MONTHS, Rise, rises
from hengcai.quality.measuring import Month, errors_of
from hengcai.quality.models import Evaluation, Item
from hengcai.quality.rules.card import OUTSIDE_CAUSES
from hengcai.training.models import Course

TAUGHT_CAUSES = ("knowledge", "policy")  # what lies outside the agent and yet is met by telling everybody
USUAL = {Surge.Kind.COMPLAINTS: "complaint_surge_intensive", Surge.Kind.CAUSE: "new_policy_intensive"}
INTENSIVE, MOST_PEOPLE = "intensive", 200


@dataclass(frozen=True)
class Seen:
    """`title`: what it is called, in whichever languages it has a name."""

    kind: str
    rise: Rise
    title: dict[str, str]
    people: list[int]
    course: Course | None


def surges_in(month: date, *, today: date) -> list[Seen]:
    courses = courses_in_use()
    found = [*_complaints(month, courses), *_errors(month, courses), *_causes(month, courses)]
    there = set(staff_on(today).values_list("pk", flat=True))
    return [Seen(one.kind, one.rise, one.title, [pk for pk in one.people if pk in there], one.course) for one in found]


def _complaints(month: date, courses: dict[str, Course]) -> Iterable[Seen]:
    """By what they were about; all together where no one matter stands out."""
    before = _before(month)
    now, earlier = _by_matter(_received([month])), _by_matter(_received(before))
    of, of_before = _contacts([month]), _contacts(before)
    found = rises(_named(now), max(of, now.total()), earlier, max(of_before, earlier.total()))
    if not found:
        every, all_before = now.total(), earlier.total()
        found = rises({"": every}, max(of, every), {"": all_before}, max(of_before, all_before))
    for one in found:
        rows = _received([month]).filter(matter=one.matter) if one.matter else _received([month])
        people = list(rows.order_by("agent").values_list("agent", flat=True).distinct()[:MOST_PEOPLE])
        yield Seen(Surge.Kind.COMPLAINTS, one, {"zh": one.matter}, people, courses.get(USUAL[Surge.Kind.COMPLAINTS]))


def _named(counts: Counter[str]) -> dict[str, int]:
    return {matter: n for matter, n in counts.items() if matter}


def _errors(month: date, courses: dict[str, Course]) -> Iterable[Seen]:
    """By item of the scorecard, of what agents are charged with."""
    before = _before(month)
    found = rises(_by_item([month]), _evaluations([month]), _by_item(before), _evaluations(before))
    items = Item.objects.filter(code__in=[one.matter for one in found]).select_related("competency").order_by("pk")
    named = {one.code: one for one in items}
    for one in found:
        item = named[one.matter]
        people = _agents(_charged(month).filter(item__code=one.matter))
        title = {"zh": item.name.zh, "en": item.name.en}
        yield Seen(Surge.Kind.ERRORS, one, title, people, _leads_up(item, courses.values()))


def _causes(month: date, courses: dict[str, Course]) -> Iterable[Seen]:
    before = _before(month)
    found = rises(_by_cause([month]), _evaluations([month]), _by_cause(before), _evaluations(before))
    for one in found:
        people = _agents(errors_of(month).filter(cause=one.matter))
        yield Seen(Surge.Kind.CAUSE, one, {}, people, courses.get(USUAL[Surge.Kind.CAUSE]))


def _before(month: date) -> list[date]:
    return [months_back(month, back + 1) for back in range(1, BASE_MONTHS + 1)]


def _received(months: Collection[date]) -> QuerySet[Complaint]:
    """What was found to be nobody's fault is left out."""
    start, _end = bounds(*Month(min(months)).days, settings.TIME_ZONE)
    _start, end = bounds(*Month(max(months)).days, settings.TIME_ZONE)
    rows = Complaint.objects.filter(received_at__gte=start, received_at__lt=end)
    return rows.exclude(judged=Complaint.Judged.NOT_UPHELD)


def _by_matter(rows: QuerySet[Complaint]) -> Counter[str]:
    return Counter(dict(rows.order_by().values_list("matter").annotate(n=Count("pk"))))


def _contacts(months: Collection[date]) -> int:
    start, _end = bounds(*Month(min(months)).days, settings.TIME_ZONE)
    _start, end = bounds(*Month(max(months)).days, settings.TIME_ZONE)
    return Contact.objects.filter(started_at__gte=start, started_at__lt=end).count()


def _evaluations(months: Collection[date]) -> int:
    first, last = Month(min(months)).days[0], Month(max(months)).days[1]
    rows = Evaluation.objects.filter(is_current=True, state="published", contact_on__range=(first, last))
    return rows.filter(total__isnull=False).count()


def _charged(month: date) -> "QuerySet[Any]":
    return errors_of(month).exclude(cause__in=OUTSIDE_CAUSES)


def _by_item(months: Iterable[date]) -> Counter[str]:
    return _summed(_charged(one).values_list("item__code").annotate(n=_times()) for one in months)


def _by_cause(months: Iterable[date]) -> Counter[str]:
    rows = (errors_of(one).filter(cause__in=TAUGHT_CAUSES) for one in months)
    return _summed(one.values_list("cause").annotate(n=_times()) for one in rows)


def _times() -> Count:
    return Count("evaluation", distinct=True)


def _summed(parts: "Iterable[QuerySet[Any, Any]]") -> Counter[str]:
    found: Counter[str] = Counter()
    for rows in parts:
        found.update(dict(rows))
    return found


def _agents(rows: "QuerySet[Any]") -> list[int]:
    found = rows.values_list("evaluation__agent", flat=True).order_by("evaluation__agent").distinct()
    return list(found[:MOST_PEOPLE])


def _leads_up(item: Item, courses: Iterable[Course]) -> Course | None:
    """An intensive for the item's competency before an ordinary course, the shorter first."""
    if item.competency is None:
        return None
    able = [one for one in courses if any(row["code"] == item.competency.code for row in one.reaches)]
    return min(able, key=lambda one: (one.tier != INTENSIVE, one.hours, one.code), default=None)


def lately(month: date) -> set[tuple[str, str]]:
    """(kind, matter) proposed in the months a rise is measured by: the same surge is not proposed again."""
    since = months_back(month, BASE_MONTHS + 1)
    return set(Surge.objects.filter(month__gte=since, month__lte=month).values_list("kind", "matter"))
