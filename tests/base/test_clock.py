from datetime import UTC, date, datetime

from django.utils import timezone

from hengcai.base import clock

EVENING = datetime(2026, 3, 31, 18, 30, tzinfo=UTC)  # already April where the centre is


def test_the_clock_runs_with_the_real_one():
    before = timezone.now()
    assert before <= clock.now() <= timezone.now()
    assert clock.today() in {timezone.localdate(before), timezone.localdate()}


def test_a_clock_that_is_set_stands_and_its_day_is_the_centres():
    with clock.set_to(EVENING):
        assert clock.now() == EVENING
        assert clock.today() == date(2026, 4, 1)


def test_a_moment_is_kept_in_utc_however_it_was_told():
    with clock.set_to(timezone.localtime(EVENING)):
        assert clock.now().isoformat() == EVENING.isoformat()


def test_the_clock_runs_again_after_it_was_set_even_when_something_failed():
    try:
        with clock.set_to(EVENING):
            raise ValueError
    except ValueError:
        pass
    assert clock.now() > EVENING
