from datetime import UTC, date, datetime

import pytest

from hengcai.base.dates import written_day, written_moment


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-05",
        "2024/1/5",
        "2024/01/05",
        "2024年1月5日",
        "2024年01月05日",
        "20240105",
        " ２０２４／１／５ ",
        "2024年1月5日\u200b",
    ],
)
def test_a_day_with_its_year_first_is_read(text: str) -> None:
    assert written_day(text) == date(2024, 1, 5)


@pytest.mark.parametrize(
    "text",
    ["", "5/1/2024", "05-01-2024", "1/5/24", "24/1/5", "2024-W01-5", "2024-1", "2024年1月", "2024-02-30", "2024/13/1",
     "202415", "45296", "2024/1/5 8:30", "2024-1/5"],
)  # fmt: skip
def test_any_other_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        written_day(text)


@pytest.mark.parametrize(
    "text",
    ["2024-01-05T08:30", "2024-01-05 08:30:00", "2024/1/5 8:30", "2024/01/05 08:30:00", "2024年1月5日 8:30",
     "2024年1月5日8:30", "20240105 8:30", "20240105T083000"],
)  # fmt: skip
def test_a_moment_is_a_day_and_a_time(text: str) -> None:
    assert written_moment(text) == datetime(2024, 1, 5, 8, 30)  # noqa: DTZ001 - without a zone, as it is written


def test_a_moments_offset_is_kept_and_a_day_alone_is_its_first_moment() -> None:
    assert written_moment("2024/1/5 8:30+08:00").astimezone(UTC) == datetime(2024, 1, 5, 0, 30, tzinfo=UTC)
    assert written_moment("2024/1/5 8:30Z").astimezone(UTC) == datetime(2024, 1, 5, 8, 30, tzinfo=UTC)
    assert written_moment("2024年1月5日") == datetime(2024, 1, 5)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["5/1/2024 8:30", "2024/1/5 25:00", "2024/1/5 8", "2024/2/30 8:30", "8:30", "now"])
def test_any_other_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        written_moment(text)
