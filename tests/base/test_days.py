from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.days import months_after

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@given(DAYS, st.integers(-120, 120))
def test_months_after_is_the_same_day_or_the_last_of_its_month(day, count):
    found = months_after(day, count)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
    assert found.day == day.day or (
        found.day < day.day and months_after(found.replace(day=1), 1).toordinal() == found.toordinal() + 1
    )
