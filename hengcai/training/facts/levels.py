"""Rated levels of a time from the ledger: each person's newest on each competency, and how far from what the post asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Max

from hengcai.assessment.audience import Audience, agents_there
from hengcai.base import clock
from hengcai.evidence.models import Evidence
from hengcai.framework.models import Competency, Post
from hengcai.framework.queries import framework_in_force, required_levels_of
from hengcai.people.models import Person

QUARTER = timedelta(days=92)
Levels = Mapping[str, Mapping[str, Fraction]]


@dataclass(frozen=True)
class Rated:
    person: int
    competency: str
    level: Fraction
    post: int | None


def newest_window(today: date) -> tuple[date, date]:
    """The quarter before the newest rated level; the last quarter where there is none."""
    rows = Evidence.objects.filter(kind=Evidence.Kind.RATED, is_superseded=False, on__lte=today)
    last = rows.aggregate(last=Max("on"))["last"] or today
    return last - QUARTER + timedelta(days=1), last


def rated(first: date, last: date) -> list[Rated]:
    rows = Evidence.objects.filter(kind=Evidence.Kind.RATED, is_superseded=False, on__range=(first, last))
    found: dict[tuple[int, str], Rated] = {}
    columns = ("person_id", "competency__code", "exact", "post_id")
    for person, code, exact, post in rows.order_by("on", "pk").values_list(*columns):
        found[person, code] = Rated(person, code, Fraction(exact), post)
    return list(found.values())


def mean_levels(first: date, last: date) -> dict[str, Fraction]:
    """Number of each person rated → the mean of their levels: what the strata of the interviews are told from."""
    by_person: dict[int, list[Fraction]] = {}
    for one in rated(first, last):
        by_person.setdefault(one.person, []).append(one.level)
    numbers = dict(Person.objects.filter(pk__in=by_person).values_list("pk", "number"))
    return {numbers[pk]: sum(some, Fraction(0)) / len(some) for pk, some in by_person.items()}


def gaps(first: date, last: date) -> dict[str, list[Fraction]]:
    """Competency → level less requirement of each person whose post asks for it."""
    posts = {post.pk: post.code for post in Post.objects.all()}
    required = required_levels_of(Post.objects.all())
    found: dict[str, list[Fraction]] = {}
    for one in rated(first, last):
        wanted = required.get(posts.get(one.post or 0, ""), {}).get(one.competency)
        if wanted is not None:
            found.setdefault(one.competency, []).append(one.level - Fraction(wanted))
    return found


def competencies_ranked() -> dict[str, object]:
    """What the posts of today's agents ask for, with names: the competencies the report ranks."""
    there = Post.objects.filter(pk__in=agents_there(Audience(), clock.today()).values("post"))
    posts = there if there.exists() else Post.objects.exclude(code__in=NOT_AGENTS)
    asked = {code for levels in required_levels_of(posts).values() for code in levels}
    return {code: name for code, name in _named() if code in asked}


def broad_of() -> dict[str, str]:
    """Competency → the broad one it counts for, itself where there is none."""
    framework = framework_in_force()
    if framework is None:
        return {}
    rows = Competency.objects.filter(framework=framework).values_list("code", "broad__code")
    return {code: broad or code for code, broad in rows}


def _named() -> Iterator[tuple[str, object]]:
    framework = framework_in_force()
    if framework is not None:
        for one in Competency.objects.filter(framework=framework):
            yield one.code, one.name


NOT_AGENTS = ("lead", "analyst", "trainer")
