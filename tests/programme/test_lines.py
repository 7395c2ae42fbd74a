"""The line that sends people to a course: found where there is one, and what the course did at it."""

import random
from datetime import date, timedelta

import pytest

from hengcai.appraisal.models import Cycle, Participant, Result
from hengcai.base import clock
from hengcai.framework.models import Post
from hengcai.people.models import Person
from hengcai.programme.at_line import at_line
from hengcai.programme.facts.lines import AtLine, line_of
from hengcai.programme.facts.outcomes import Held
from hengcai.programme.rules.lines import Row, binned, sending
from hengcai.programme.rules.verdicts import Outcome
from tests.programme.scene import quarter

QUALITY = Outcome("quality", 1, 2.0)
MONTHS = ("2026-05", "2026-06", "2026-07")


def centre(seed, *, effect, people=300, obeyed=1.0):
    """Marks of a month rest on ability and luck; whoever lay below the line went, as far as the rule was obeyed."""
    chance = random.Random(seed)
    rows, values = [], []
    for number in range(people):
        ability = chance.gauss(0, 4)
        distance = ability + chance.gauss(0, 4)
        went = (distance < 0) == (chance.random() < obeyed)
        rows.append(Row(str(number), distance, went, MONTHS))
        values += [(str(number), month, 85 + ability + effect * went + chance.gauss(0, 3)) for month in MONTHS]
    return AtLine("month", "pass", rows), Held(values, {}, {})


def measured(seed, *, effect, **more):
    return at_line(*centre(seed, effect=effect, **more), QUALITY)


def covered(name, n, *, effect, **more):
    found = [measured(f"{name}-{one}", effect=effect, **more)["report"]["effect"] for one in range(n)]
    return sum(one["low"] <= effect <= one["high"] for one in found) / n


def test_the_effect_at_the_line_lies_in_its_interval():
    assert covered("near", 40, effect=5.0) >= 0.85


@pytest.mark.slow
@pytest.mark.parametrize(("effect", "obeyed"), [(0.0, 1.0), (5.0, 1.0), (5.0, 0.85)])
def test_the_interval_at_the_line_holds_the_truth_as_often_as_promised(request, effect, obeyed):
    assert 0.93 <= covered(request.node.name, 1000, effect=effect, obeyed=obeyed) <= 0.98


def test_what_works_is_seen_and_what_does_nothing_is_not():
    works, nothing = (measured("seen", effect=effect, people=600) for effect in (12.0, 0.0))
    assert (works["verdict"], nothing["verdict"]) == ("better", "not_yet")
    assert nothing["visible"] > QUALITY.worth
    assert nothing["more"] % 10 == 0


def test_how_far_from_the_line_counts_is_told_with_half_and_twice_of_it():
    half, best, twice = (one["bandwidth"] for one in measured("wide", effect=0.0)["widths"])
    assert (half * 2, best * 2) == (pytest.approx(best), pytest.approx(twice))


def test_scores_moved_across_the_line_leave_it_untold():
    line, held = centre("moved", effect=9.0, people=600)
    moved = [
        Row(one.person, abs(one.distance), one.is_trained, one.months) if -2 < one.distance < 0 else one
        for one in line.rows
    ]
    found = at_line(AtLine("month", "pass", moved), held, QUALITY)
    assert (found["verdict"], "bunching_at_cut" in found["reasons"]) == ("not_yet", True)


def test_too_few_on_one_side_cannot_tell():
    line, held = centre("few", effect=9.0)
    few = [one for one in line.rows if one.distance >= 0 or one.person in ("1", "2", "3")]
    assert at_line(AtLine("month", "pass", few), held, QUALITY)["verdict"] == "not_yet"
    assert at_line(AtLine("month", "pass", []), held, QUALITY)["reasons"] == ["effect.too_few_rows"]


def test_a_line_that_sent_nobody_is_none():
    line, _held = centre("lot", effect=0.0, obeyed=0.5)
    sent, _held = centre("lot", effect=0.0, obeyed=0.9)
    assert sending({("month", "pass"): line.rows}) is None
    assert sending({("month", "pass"): line.rows, ("month", "good"): sent.rows}) == ("month", "good")


def test_nobody_is_drawn_alone():
    points = [(float(x), 1.0) for x in range(-7, 23)]
    assert all(n >= 5 for _x, _y, n in binned(points))
    assert sum(n for _x, _y, n in binned(points)) == len(points)
    assert binned(points[:4]) == []


@pytest.mark.django_db
class TestOfResults:
    @pytest.fixture(autouse=True)
    def _scene(self, db):
        self.cycle = quarter()
        Cycle.objects.update(published_at=clock.now())
        self.out = clock.today()
        post = Post.objects.get(code="inbound")
        self.people = Person.objects.bulk_create([Person(number=f"p{n}", name=f"p{n}") for n in range(60)])
        rows = [Participant(cycle=self.cycle, person=one, post=post) for one in self.people]
        facts = {"status": "scored", "detail": {}, "computed_at": clock.now()}
        Result.objects.bulk_create(
            Result(participant=row, exact=f"{300 + n}/100", band="", **facts)
            for n, row in enumerate(Participant.objects.bulk_create(rows))
        )

    def test_whoever_lay_below_the_line_went_and_the_line_is_found(self):
        starts = {one.pk: self.out + timedelta(days=3) for one in self.people[:45]}  # 3.44 and less: rounded to 3.4
        found = line_of(starts)
        assert (found.kind, found.band) == ("quarter", "good")
        trained = {row.person: row.is_trained for row in found.rows}
        assert (trained[str(self.people[44].pk)], trained[str(self.people[45].pk)]) == (True, False)
        assert max(row.distance for row in found.rows if row.is_trained) < 0

    def test_who_went_by_another_rule_leads_to_no_line(self):
        starts = {one.pk: self.out + timedelta(days=3) for one in self.people[::2]}
        assert line_of(starts) is None
        assert line_of({}) is None
        assert line_of({self.people[0].pk: date(2020, 1, 1)}) is None

    def test_months_after_everybody_went_count_and_of_who_went_later_only_those_before(self):
        starts = {one.pk: date(2026, 5, 10) for one in self.people[:45]} | {self.people[55].pk: date(2026, 8, 5)}
        Cycle.objects.update(published_at=clock.now().replace(year=2026, month=5, day=1))
        months = {row.person: row.months for row in line_of(starts).rows}
        assert months[str(self.people[54].pk)] == ("2026-06", "2026-07", "2026-08")
        assert months[str(self.people[55].pk)] == ("2026-06", "2026-07")
