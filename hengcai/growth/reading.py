"""What is known of people for a step: levels last rated, on the scale of today; days in a post; proofs seen."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.evidence.models import Evidence
from hengcai.framework.models import Framework
from hengcai.framework.scales import read_on
from hengcai.growth.models import Ladder, Proof, Standing, Step
from hengcai.growth.rules.readiness import TOP, Held, Line, readiness, verdict
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day

Levels = Mapping[str, Held]


def levels_of(persons: Collection[int], *, until: date) -> dict[int, dict[str, Held]]:
    """Person → competency → the last level an appraisal gave by then. One query, and one for the scale."""
    framework = Framework.objects.filter(state=Framework.State.PUBLISHED).first()
    if framework is None:
        return {}
    read, found = read_on(framework), defaultdict[int, dict[str, Held]](dict)
    rows = Evidence.objects.filter(
        person__in=persons, kind=Evidence.Kind.RATED, is_superseded=False, on__lte=until
    ).order_by("on", "pk")
    columns = ("person_id", "competency__code", "competency__framework", "exact", "on", "n")
    for person, code, version, exact, on, n in rows.values_list(*columns):
        found[person][code] = Held(Fraction(read(version, exact)), on, n)
    return found


def in_post_since(persons: Collection[int], posts: Collection[str], *, today: date) -> dict[int, date]:
    """Person → first day of their standing in one of these posts without a break."""
    rows = Placement.objects.filter(person__in=persons, since__lte=today).order_by("person_id", "since")
    found: dict[int, date] = {}
    for person, post, since in rows.values_list("person_id", "post__code", "since"):
        if post in posts:
            found.setdefault(person, since)
        else:
            found.pop(person, None)
    return found


def climbers(ladder: Ladder, *, today: date) -> list[int]:
    """Whoever is in one of the ladder's posts today."""
    return sorted(set(_climbing(ladder, today).values_list("person_id", flat=True)))


def _climbing(ladder: Ladder, today: date) -> QuerySet[Placement]:
    return Placement.objects.filter(on_day(today), post__code__in=ladder.posts, person__employments__left_on=None)


def standings_of(persons: Collection[int], code: str) -> dict[int, Standing]:
    rows = Standing.objects.filter(person__in=persons, code=code, until=None).select_related("step")
    return {one.person_id: one for one in rows}


def to_re_rate(ladder: Ladder, *, until: date, today: date) -> QuerySet[Standing]:
    """Whoever stands on a step of it and is to be looked at again by then, the first day first; not those who have left its
    posts."""
    rows = Standing.objects.filter(code=ladder.code, until=None, re_rate_on__lte=until)
    here = rows.filter(person__in=_climbing(ladder, today).values("person"))
    return here.select_related("person", "step").order_by("re_rate_on", "person__name_key", "pk")


def proven_by(persons: Collection[int]) -> dict[tuple[int, int], set[str]]:
    """(person, step) → places of the proofs somebody saw."""
    found = defaultdict[tuple[int, int], set[str]](set)
    for person, step, place in Proof.objects.filter(person__in=persons).values_list("person_id", "step_id", "place"):
        found[person, step].add(str(place))
    return found


class Reader:
    """One ladder for some people: five queries, however many they are."""

    def __init__(self, ladder: Ladder, persons: Iterable[int], *, today: date) -> None:
        self.today, self.steps = today, list(ladder.steps.order_by("order"))
        people = list(persons)
        self.levels = levels_of(people, until=today)
        self.since = in_post_since(people, ladder.posts, today=today)
        self.standings, self.proven = standings_of(people, ladder.code), proven_by(people)

    def next_step(self, person: int) -> Step | None:
        """A standing keeps its own version's step: the next is the one above it by its order."""
        there = self.standings.get(person)
        above = [one for one in self.steps if there is None or one.order > there.step.order]
        return above[0] if above else None

    def lines(self, person: int, step: Step) -> list[Line]:
        there = self.standings.get(person)
        return readiness(
            {code: Fraction(level) for code, level in step.wanted.items()}, self.levels.get(person, {}),
            months=step.months, since=there.since if there else self.since.get(person), today=self.today,
            proofs=[str(place) for place in range(len(step.proofs))], proven=self.proven.get((person, step.pk), set()),
        )  # fmt: skip

    def verdict(self, person: int) -> tuple[Step | None, str, list[Line]]:
        step = self.next_step(person)
        if step is None:
            return None, TOP, []
        lines = self.lines(person, step)
        return step, verdict(lines), lines
