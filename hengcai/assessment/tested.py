"""What told sittings say of each competency: the share of its points that was earned."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from django.conf import settings
from django.db.models import Q

from hengcai.assessment.models import Answer, BankQuestion, Sitting
from hengcai.assessment.proof import SITTING, Tested
from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day


def tested(sittings: Iterable[Sitting]) -> list[Tested]:
    """Of those that are marked; three queries for all of them."""
    some = [one for one in sittings if one.state == Sitting.State.MARKED and one.submitted_at]
    questions = _questions(some)
    points = dict[tuple[int, int], Fraction]()
    for sitting, question, told in Answer.objects.filter(sitting__in=some).values_list("sitting", "question", "points"):
        points[sitting, question] = Fraction(told or 0)
    places = _places(some)
    return [_one(one, questions, points, places) for one in some]


def _questions(sittings: Sequence[Sitting]) -> dict[int, tuple[str, Fraction]]:
    keys = {key for one in sittings for key in one.paper}
    rows = BankQuestion.objects.filter(pk__in=keys).values_list("pk", "competency", "content")
    return {pk: (competency, Fraction(str(content.get("points", "1")))) for pk, competency, content in rows}


def _places(sittings: Sequence[Sitting]) -> dict[int, tuple[int | None, int | None]]:
    """Team and post of today."""
    rows = Placement.objects.filter(Q(person__in=[one.person_id for one in sittings]) & on_day(clock.today()))
    return {person: (team, post) for person, team, post in rows.values_list("person", "team", "post")}


def _one(
    sitting: Sitting, questions: dict[int, tuple[str, Fraction]], points: dict[tuple[int, int], Fraction],
    places: dict[int, tuple[int | None, int | None]],
) -> Tested:  # fmt: skip
    earned: dict[str, list[Fraction]] = {}
    most: dict[str, list[Fraction]] = {}
    for key in sitting.paper:
        competency, worth = questions[key]
        if competency and worth:
            earned.setdefault(competency, []).append(points.get((sitting.pk, key), Fraction(0)))
            most.setdefault(competency, []).append(worth)
    shares = {
        code: min(max(sum(some, Fraction(0)), Fraction(0)) / sum(most[code]), Fraction(1))
        for code, some in earned.items()
    }
    team, post = places.get(sitting.person_id, (None, None))
    on = day_of(sitting.submitted_at or clock.now(), settings.TIME_ZONE)
    return Tested(
        SITTING,
        sitting.pk,
        sitting.person_id,
        shares,
        on,
        team,
        post,
        {code: len(some) for code, some in earned.items()},
    )
