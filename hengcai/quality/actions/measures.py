"""The months' counts by team, made anew; errors put to whoever can mend their cause, answered, seen through."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.quality import cause_duties, permissions, states
from hengcai.quality.deadlines import last_day_to_answer_cause
from hengcai.quality.measure_models import UNNAMED_ROLE, CauseOwner, CauseReport, QualityMonth
from hengcai.quality.measuring import count_month, errors_of
from hengcai.quality.rules import causes as rules
from hengcai.quality.rules.card import OUTSIDE_CAUSES
from hengcai.quality.rules.measures import kept, shown_months

OPEN = CauseReport.State.OPEN


@action(permissions.SUM_UP)
def sum_up_measures(centre: Centre, *, by: User, today: date) -> Centre:
    """Of all teams, the months that are shown; older ones stay as they were."""
    now = clock.now()
    for month in shown_months(today):
        found = count_month(month, today=today)
        QualityMonth.objects.filter(month=month).delete()
        rows = [QualityMonth(month=month, team_id=team, told=kept(one), counted_at=now) for team, one in found.items()]
        QualityMonth.objects.bulk_create(rows, batch_size=500)
    return centre


@action(permissions.ROUTE_CAUSES)
def name_cause_owner(centre: Centre, *, by: User, cause: str, owner: User | None = None, role: str = "") -> CauseOwner:
    """From now on that cause is this person's or this role's, with what of it is still to be answered."""
    rules.check_cause(cause)
    _check_addressee(owner, role)
    facts = {"owner": owner, "role": role, "named_by": by, "named_at": clock.now()}
    made, _is_new = CauseOwner.objects.update_or_create(cause=cause, defaults=facts)
    for report in CauseReport.objects.select_for_update().filter(cause=cause, state=OPEN):
        if (report.owner_id, report.role) != (made.owner_id, role):
            report.owner, report.role = owner, role
            report.save(update_fields=["owner", "role"])
            cause_duties.handed_over(report)
    return made


def _check_addressee(owner: User | None, role: str) -> None:
    """One of the two, able to answer; a role that somebody holds."""
    if (owner is None) == (not role):
        raise NotValid("quality.cause_owner_missing")
    if owner and not (owner.is_active and permissions.ANSWER_CAUSE.is_held_by(owner)):
        raise NotNow("quality.cause_owner_unable", name=owner.name)
    if role and role not in permissions.ANSWER_CAUSE.reach:
        raise NotValid("quality.cause_role_unable")
    if role and not cause_duties.is_held(role):
        raise NotNow("quality.cause_role_empty")


@action(permissions.ROUTE_CAUSES)
def collect_causes(centre: Centre, *, by: User, month: date, today: date) -> list[CauseReport]:
    """One report a cause and month, to its owner; without one to the quality supervisors, who can pass it on. What was
    published since goes into those not yet answered; twice is once."""
    rules.check_month(month, today)
    owners = {one.cause: one for one in CauseOwner.objects.select_related("owner")}
    held = {one.cause: one for one in CauseReport.objects.select_for_update().filter(month=month)}
    made = []
    for cause, facts in _found(month).items():
        if cause in held and held[cause].state == OPEN:
            made.append(_taken_in(held[cause], facts))
        elif cause not in held:
            put_to = owners.get(cause) or CauseOwner(cause=cause, role=UNNAMED_ROLE)
            made.append(_reported(put_to, month, facts, today))
    return made


@action(states.ANSWER_CAUSE)
def answer_cause(report: CauseReport, *, by: User, answer: rules.Answered, today: date) -> CauseReport:
    """The owner: why it is so, what is done, by when."""
    rules.check_answer(answer, today)
    check_lengths(answer.words, answer.measure)
    report.answer, report.measure, report.measure_on = answer.words.strip(), answer.measure.strip(), answer.measure_on
    report.answered_by, report.answered_at = by, clock.now()
    report.save(update_fields=["answer", "measure", "measure_on", "answered_by", "answered_at"])
    cause_duties.answered(report)
    return report


@action(states.CLOSE_CAUSE)
def close_cause(report: CauseReport, *, by: User, note: str) -> CauseReport:
    """Somebody other than its owner has seen that the measure is in place."""
    rules.check_closing(note)
    check_lengths(note)
    report.closing_note, report.closed_by, report.closed_at = note.strip(), by, clock.now()
    report.save(update_fields=["closing_note", "closed_by", "closed_at"])
    cause_duties.closed(report)
    return report


def _found(month: date) -> dict[str, dict[str, Any]]:
    """Cause → how many errors on how many contacts, and on which items."""
    rows = errors_of(month).filter(cause__in=OUTSIDE_CAUSES)
    told = rows.values_list("cause", "evaluation__assignment__contact", "item__code", "item__name")
    n: Counter[str] = Counter()
    contacts: dict[str, set[int]] = defaultdict(set)
    items: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for cause, contact, code, name in told:
        n[cause] += 1
        contacts[cause].add(contact)
        one = items[cause].setdefault(code, {"code": code, "name": {"zh": name.zh, "en": name.en}, "n": 0})
        one["n"] += 1
    return {
        cause: {
            "errors": n[cause], "contacts": len(contacts[cause]), "items": rules.foremost(list(items[cause].values())),
        }
        for cause in sorted(n)
    }  # fmt: skip


def _reported(put_to: CauseOwner, month: date, facts: dict[str, Any], today: date) -> CauseReport:
    made = CauseReport.objects.create(
        cause=put_to.cause, month=month, owner=put_to.owner, role=put_to.role, collected_at=clock.now(),
        due_on=last_day_to_answer_cause(today), **facts,
    )  # fmt: skip
    cause_duties.collected(made)
    return made


def _taken_in(held: CauseReport, facts: dict[str, Any]) -> CauseReport:
    for name, value in facts.items():
        setattr(held, name, value)
    held.save(update_fields=list(facts))
    cause_duties.collected_anew(held)
    return held
