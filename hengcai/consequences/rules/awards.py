"""Awards: what each asks for, what rules it out, and its days of public notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotNow, NotValid

OUTSTANDING, STAR = "outstanding", "star"


@dataclass(frozen=True, slots=True)
class Criteria:
    """`kind` of the cycle whose result it rests on, `band` the least it takes: the highest one. `months` of service."""

    kind: str
    band: str
    months: int


AWARDS: Mapping[str, Criteria] = {
    OUTSTANDING: Criteria("quarter", "excellent", 6),  # 优秀客服代表
    STAR: Criteria("month", "excellent", 1),  # 服务之星
}


def check_criteria(kind: str, *, cycle_kind: str, band: str, months: int, red_lines: int) -> None:
    """Each refusal names the one that is not met; a confirmed red line rules out whatever else was good."""
    if kind not in AWARDS:
        raise NotValid("consequences.award_unknown")
    wanted = AWARDS[kind]
    if cycle_kind != wanted.kind:
        raise NotNow(f"consequences.award_cycle.{wanted.kind}")
    if band != wanted.band:
        raise NotNow("consequences.award_band")
    if months < wanted.months:
        raise NotNow("consequences.award_service", months=wanted.months)
    if red_lines:
        raise NotNow("consequences.award_red_line", count=red_lines)


def check_objection(state: str, *, until: date | None, today: date, words: str) -> str:
    """While it is up, its last day included."""
    if state != "notice" or until is None or today > until:
        raise NotNow("consequences.notice_over")
    if not words.strip():
        raise NotValid("consequences.objection_missing")
    return words.strip()


def check_first_objection(*, objected: bool) -> None:
    """Once to each revision of the result: what is added to the same words later changes nothing but the work."""
    if objected:
        raise NotNow("consequences.objected_already")


def check_grant(*, until: date | None, today: date, open_objections: int, is_nominator: bool) -> None:
    """After the last day of the notice, every objection answered, by somebody else than who nominated."""
    if until is None or today <= until:
        raise NotNow("consequences.notice_runs", until=until)
    if open_objections:
        raise NotNow("consequences.objections_open", count=open_objections)
    if is_nominator:
        raise NotNow("consequences.granted_by_nominator")
