"""上岗考核: what is asked, its parts with their proof, the decision, and what becomes of a permit afterwards."""

from dataclasses import asdict, dataclass, field
from datetime import date
from fractions import Fraction

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.framework.models import Post
from hengcai.mentoring import duties, permissions, states
from hengcai.mentoring.models import Demand, Part, Permit
from hengcai.mentoring.reading import asked_of, best_run, calls_heard, is_mentor_of, parts_of
from hengcai.mentoring.rules.permits import Asked, missing, months_later
from hengcai.mentoring.written import best_written
from hengcai.people.models import Person

MOST_CALLS, MOST_MONTHS = 1000, 60
STANDING = (Permit.State.PREPARING, Permit.State.SUSPENDED)


@dataclass(frozen=True)
class Terms:
    """Of a post, or of one skill group of it; whoever was hired before `since` is not asked."""

    since: date
    skill_group: str = ""
    asked: Asked = field(default_factory=Asked)


@dataclass(frozen=True)
class Entered:
    kind: str
    value: Fraction
    proof: str
    sheets: int = 0


@action(permissions.SETTLE)
def set_demand(centre: Centre, *, by: User, post: Post, terms: Terms) -> Demand:
    """Permits already begun keep what was asked of them."""
    asked = terms.asked
    check_lengths(terms.skill_group, asked.scenario, asked.paper)
    in_range = all(0 <= one <= 100 for one in (asked.written_pass, asked.run_percent, asked.sheets))
    if not in_range or not 0 <= asked.calls <= MOST_CALLS or not 1 <= asked.valid_months <= MOST_MONTHS:
        raise NotValid("mentoring.demand_wrong")
    named = {"scenario": asked.scenario.strip(), "paper": asked.paper.strip()}
    if len(terms.skill_group.strip()) > 80 or len(named["scenario"]) > 40 or len(named["paper"]) > 80:
        raise NotValid("mentoring.demand_wrong")
    values = {**asdict(asked), **named, "since": terms.since, "set_by": by}
    group = terms.skill_group.strip()
    return Demand.objects.update_or_create(post=post, skill_group=group, defaults=values)[0]


@action(permissions.EXAMINE)
def open_permit(person: Person, *, by: User, demand: Demand, decider: User, today: date) -> Permit:
    """A first try, or the next one after a permit failed, was withdrawn or ran out."""
    key = {"person": person, "post": demand.post, "skill_group": demand.skill_group}
    before = Permit.objects.filter(**key)
    if before.filter(state__in=STANDING).exists():
        raise NotNow("mentoring.permit_open")
    if before.filter(state=Permit.State.GRANTED, valid_until__gt=months_later(today, 1)).exists():
        raise NotNow("mentoring.permit_valid")
    check_decider(decider, person)
    names = ("written_pass", "run_percent", "calls", "sheets", "scenario", "valid_months", "paper")
    asks = {name: getattr(demand, name) for name in names}
    duties.renewed(before)
    return Permit.objects.create(
        **key, attempt=before.count() + 1, asks=asks, decider=decider, opened_by=by, opened_on=today
    )


def check_decider(decider: User, person: Person) -> None:
    """Somebody who decides in this centre, and has neither been the person's mentor nor is the person."""
    if not permissions.DECIDE.is_held_by(decider) or person.user_id == decider.pk:
        raise NotValid("mentoring.decider_wrong")
    if is_mentor_of(decider, person):
        raise NotValid("mentoring.decider_is_mentor")


@action(states.ENTER_PART)
def enter_part(permit: Permit, *, by: User, entered: Entered, today: date) -> Part:
    check_lengths(entered.proof)
    most = {"written": 100, "simulation": 1, "calls": MOST_CALLS}.get(entered.kind)
    if most is None or not 0 <= entered.value <= most or not 0 <= entered.sheets <= MOST_CALLS:
        raise NotValid("mentoring.part_wrong")
    if not entered.proof.strip() or len(entered.proof.strip()) > 400 or len(str(entered.value)) > 60:
        raise NotValid("mentoring.proof_missing")
    made = Part.objects.create(
        permit=permit, kind=entered.kind, value=str(entered.value), sheets=entered.sheets, proof=entered.proof.strip(),
        entered_by=by, entered_on=today,
    )  # fmt: skip
    duties.examined(permit, is_whole=not missing(parts_of(permit), asked_of(permit)))
    return made


@action(states.ENTER_PART)
def take_over_parts(permit: Permit, *, by: User, today: date) -> list[Part]:
    """From what is known here: the test or course named, the best finished run of the simulation, the sheets of the mentor."""
    found = []
    written = best_written(permit.person, asked_of(permit).paper)
    if written is not None:
        found.append(Entered("written", written.mark, written.proof))
    run, heard = best_run(permit), calls_heard(permit.person_id)
    if run is not None and run.exact:
        proof = f"{run.scenario.code} · {run.ended_at:%Y-%m-%d}"
        found.append(Entered("simulation", Fraction(run.exact), proof))
    if heard.calls:
        found.append(Entered("calls", Fraction(heard.calls), heard.proof, heard.sheets))
    return [enter_part(permit, by=by, entered=one, today=today) for one in found]


@action(states.GRANT)
def grant_permit(permit: Permit, *, by: User, today: date) -> Permit:
    """By whoever is named, once every part that is asked has been passed."""
    check_decider(by, permit.person)
    asked = asked_of(permit)
    lacking = missing(parts_of(permit), asked)
    if lacking:
        raise NotNow("mentoring.parts_missing", n=len(lacking))
    permit.decided_on, permit.valid_until = today, months_later(today, asked.valid_months)
    permit.save(update_fields=["decided_on", "valid_until"])
    duties.decided(permit)
    return permit


@action(states.FAIL)
def fail_permit(permit: Permit, *, by: User, reason: str, today: date) -> Permit:
    check_decider(by, permit.person)
    permit.decided_on = today
    permit.save(update_fields=["decided_on"])
    duties.decided(permit)
    return _because(permit, reason)


@action(states.SUSPEND)
def suspend_permit(permit: Permit, *, by: User, reason: str) -> Permit:
    return _because(permit, reason)


@action(states.RESTORE)
def restore_permit(permit: Permit, *, by: User, reason: str) -> Permit:
    return _because(permit, reason)


@action(states.WITHDRAW)
def withdraw_permit(permit: Permit, *, by: User, reason: str) -> Permit:
    duties.renewed([permit])
    return _because(permit, reason)


def _because(permit: Permit, reason: str) -> Permit:
    check_lengths(reason)
    if not reason.strip() or len(reason.strip()) > 400:
        raise NotValid("mentoring.reason_missing")
    permit.reason = reason.strip()
    permit.save(update_fields=["reason"])
    return permit
