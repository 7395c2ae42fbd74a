from datetime import date
from fractions import Fraction

import pytest

from hengcai.evidence.queries import evidence_seen_by, observed_values
from hengcai.framework.models import Framework
from tests import cast
from tests.evidence.test_actions import DAY, note, observation

pytestmark = pytest.mark.django_db
MARCH = {"start": date(2026, 3, 1), "end": date(2026, 3, 31)}


def values(*persons):
    return list(observed_values(persons, **MARCH, framework=Framework.objects.latest("number")))


def observed_levels(*persons):
    found = {}
    for person, code, exact in values(*persons):
        found.setdefault(person, {}).setdefault(code, []).append(Fraction(exact))
    return found


def test_levels_by_person_and_competency_one_a_contact_in_order_of_days():
    note(
        observation("4"),
        observation("5", code="integrity"),
        observation("7/2", source=2, on=date(2026, 3, 1)),
        observation("2", source=3, person="wang", on=date(2026, 3, 31)),
    )
    assert observed_levels(cast.li(), cast.wang().pk) == {
        cast.li().pk: {"listening": [Fraction(7, 2), Fraction(4)], "integrity": [Fraction(5)]},
        cast.wang().pk: {"listening": [Fraction(2)]},
    }


def test_two_raters_of_one_contact_make_one_value():
    note(
        *(observation(level, source=n)._replace(occasion_id=7) for n, level in ((1, "4"), (2, "5"))),
        observation("2", source=3)._replace(occasion_id=8),
        observation("1", source=4, code="integrity")._replace(occasion_id=7),
    )
    assert observed_levels(cast.li()) == {
        cast.li().pk: {"listening": [Fraction(9, 2), Fraction(2)], "integrity": [Fraction(1)]}
    }


def test_what_lies_outside_the_period_or_is_superseded_or_rated_does_not_count():
    note(observation(on=date(2026, 4, 1)), observation(source=2), observation(source=3, kind="rated"))
    note(observation("1", source=2, revision=2))
    assert values(cast.li()) == [(cast.li().pk, "listening", "1")]
    assert values() == []


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("li", {"li"}),
        ("wang", {"wang"}),
        ("zhao", {"li", "wang"}),
        ("lin", set()),
        ("feng", {"li", "wang"}),
        ("chen", set()),
        ("sun", set()),
    ],
)
def test_everyone_sees_the_evidence_they_answer_for(name, people):
    note(observation(), observation(source=2, person="wang"))
    found = evidence_seen_by(cast.user(name))
    assert {row.person.number for row in found} == people
    assert {row.on for row in found} <= {DAY}


def test_reading_many_people_takes_few_queries(django_assert_num_queries):
    note(observation(), observation(source=2, person="wang"))
    people, framework = [cast.li(), cast.wang()], Framework.objects.latest("number")
    with django_assert_num_queries(2):
        list(observed_values(people, **MARCH, framework=framework))
