"""Customers of the demo come back about the like, some within days."""

import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise

from hengcai.demo.contacts import Traffic
from hengcai.demo.people import Staff, people_rows

FIRST, LAST = date(2026, 1, 5), date(2026, 3, 1)


def rows():
    people = people_rows(60, LAST, random.Random(1))
    staff = Staff(people, {row["id"]: 0.5 for row in people}, {})
    return list(Traffic(staff, FIRST, LAST, random.Random(2)).rows(FIRST, LAST))


def test_about_one_customer_in_six_is_back_about_the_matter_within_a_week_and_never_on_the_same_day():
    by_matter, all_of_them = defaultdict(list), rows()
    for row in all_of_them:
        by_matter[row["customer"], row["matter"]].append(datetime.fromisoformat(row["started_at"]))
    gaps = [after - before for some in by_matter.values() for before, after in pairwise(some)]
    assert all(gap < timedelta(days=7) for gap in gaps)
    assert all(len({one.date() for one in some}) == len(some) for some in by_matter.values())
    assert 0.1 < len(gaps) / len(all_of_them) < 0.3


def test_a_matter_is_named_in_the_customers_language():
    assert {row["matter"].isascii() for row in rows() if row["language"] == "en"} == {True}
    assert {row["matter"].isascii() for row in rows() if row["language"] == "zh"} == {False}
