"""What the shipped definitions say of first-contact resolution and time to resolution is what is reckoned."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import hengcai.framework
from hengcai.appraisal.rules.policy import REPEAT_DAYS
from hengcai.appraisal.rules.policy_file import default_month_policy
from hengcai.interactions.rules.first_contact import TAKEN_UP_SECONDS, Piece, first_contacts
from hengcai.interactions.rules.service_hours import ServiceHours, hours_in_hand, time_to_resolution

SEEDS = Path(hengcai.framework.__file__).parent / "seeds" / "indicators.yaml"
DAY, HOUR = 86_400, 3_600
MONTH, FAR = (10 * DAY, 40 * DAY), 60 * DAY
LI, WANG = 1, 2
SERVICE = ServiceHours(dict.fromkeys(range(5), ((540, 1080),)), UTC)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def definition_of(code: str) -> dict:
    text = yaml.safe_load(SEEDS.read_text("utf-8"))
    groups = text["groups"] if isinstance(text, dict) else text
    return next(one for group in groups for one in group["indicators"] if one["id"] == code)


def came(day: float, *, agent: int = LI, length: int = 300, channel: str = "call", flag: bool | None = None) -> Piece:
    return Piece(1, int(day * DAY), int(day * DAY) + length, channel, agent, flag)


def reckoned(*pieces: Piece, judged_to: int = FAR) -> list[tuple[int, bool]]:
    days = default_month_policy().repeat_days
    return [(one.agent, one.is_settled) for one in first_contacts(pieces, month=MONTH, judged_to=judged_to, days=days)]


SOON = (300 + TAKEN_UP_SECONDS) / DAY
CLAUSES = [
    ("definition", "同一客户没有为同一件事再联系", "was not back about it within seven days", [came(20)], [(LI, True)]),
    ("definition", "之后七天内", "within seven days", [came(20), came(27, agent=WANG)], [(LI, False)]),
    ("definition", "也没有标记为未解决", "was not marked unsettled", [came(20, flag=False)], [(LI, False)]),
    ("numerator", "七天内同一客户没有因同一诉求类别再来", "did not come back in the same category", [came(20), came(28)], [(LI, True)] * 2),
    ("denominator", "本月的首次来电（来访）", "First contacts of the month", [came(9)], []),
    ("denominator", "前七天内为同一件事来过的，不算首次", "the contact is not a first one", [came(9), came(16, agent=WANG)], []),
    ("exclusions", "掉线后十分钟内从同一渠道接续的，合并为一次", "within ten minutes is merged into one contact",
     [came(20), came(20 + SOON, agent=WANG)], [(LI, True)]),
    ("source", "算在第一个接待的人名下", "attributed to the agent who took the first contact", [came(20), came(22, agent=WANG)], [(LI, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("part", "zh", "en", "pieces", "found"), CLAUSES)
def test_each_clause_of_first_contact_resolution_is_what_is_reckoned(part, zh, en, pieces, found):
    said = definition_of("first_contact_resolution")[part]
    assert zh in said["zh"]
    assert en in said["en"]
    assert reckoned(*pieces) == found


def test_a_first_contact_counts_once_it_is_seven_days_old_and_the_records_reach_so_far():
    said = definition_of("first_contact_resolution")["denominator"]
    assert "已满七天、导入的记录也覆盖到第七天" in said["zh"]
    assert "at least seven days old and for which records have been imported up to the seventh day" in said["en"]
    assert reckoned(came(20), judged_to=27 * DAY - 1) == []
    assert reckoned(came(20), judged_to=27 * DAY) == [(LI, True)]


def test_the_numbers_of_the_definition_are_those_of_the_policy():
    assert default_month_policy().repeat_days == REPEAT_DAYS == 7
    assert TAKEN_UP_SECONDS == 10 * 60


def at(hour: float, *, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour)


@pytest.mark.parametrize(
    ("part", "zh", "en", "spans", "hours"),
    [
        ("definition", "按服务时间算", "Mean service hours", [(at(17), at(10, day=1))], 2),
        ("definition", "只计工单在本人名下的时间", "only the time the ticket is in the agent's name", [(at(9), at(10)), (at(15), at(16))], 2),
        ("numerator", "只算工单在本人名下的时间", "only the time the ticket is in the agent's name", [(at(12), at(12))], 0),
        ("exclusions", "等客户补资料", "waiting for the customer's papers", [(at(9), at(11)), (at(9, day=4), at(10, day=4))], 3),
        ("exclusions", "结单后被打回的，从原建单时间接着算", "still timed from when it was first filed", [(at(9), at(12)), (at(9, day=1), at(10, day=1))], 4),
    ],
)  # fmt: skip
def test_each_clause_of_time_to_resolution_is_what_is_reckoned(part, zh, en, spans, hours):
    said = definition_of("time_to_resolution")[part]
    assert zh in said["zh"]
    assert en in said["en"]
    assert hours_in_hand(spans, SERVICE) == hours


def test_time_to_resolution_is_a_mean_over_tickets_in_hours():
    said = definition_of("time_to_resolution")
    assert said["unit"] == "hours"
    assert "平均用了多少小时" in said["definition"]["zh"]
    assert time_to_resolution([[(at(9), at(10))], [(at(9), at(11))]], SERVICE) == Fraction(3, 2)
