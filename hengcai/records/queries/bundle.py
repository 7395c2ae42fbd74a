"""The evidence bundle of one person: everything one would have to show if a consequence were contested, in its order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from hengcai.appraisal.models import Acknowledgement, Cycle, Policy, TestMark
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.base.plain import plain_row
from hengcai.coaching.models import Coaching
from hengcai.people.models import Employment, Person
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Evaluation
from hengcai.records import permissions
from hengcai.records.models import PaperAnswer, Record, TrainingNote
from hengcai.records.rules.sealing import sha256
from hengcai.training.queries.file import given_to

Row = dict[str, Any]
PARTS = ("rules", "results", "sample", "training", "retests")
RETESTS = ("special", "probation")
RESIT = 2


def people_to_bundle(user: Doer) -> QuerySet[Person]:
    return permissions.SEE_BUNDLE.rows(Person.objects.select_related("user"), user)


def bundle_of(person: Person) -> dict[str, Any]:
    """As plain values: what stands on the page, on paper and in the file is this."""
    records = list(_records(person))
    return {
        "person": _person(person),
        "rules": _rules(person, records),
        "results": [_result(one) for one in records],
        "sample": _sample(person, records),
        "training": _training(person),
        "retests": _retests(person, records),
    }


def _records(person: Person) -> QuerySet[Record]:
    rows = Record.objects.filter(person=person).select_related("cycle__policy", "result", "interview__led_by", "seal")
    papers = Prefetch("papers", PaperAnswer.objects.filter(state="confirmed"), to_attr="confirmed_papers")
    return rows.prefetch_related(papers).order_by("cycle__period_end", "cycle", "result__revision")


def _person(person: Person) -> Row:
    hired = Employment.objects.filter(person=person).order_by("-hired_on").first()
    days = {"hired_on": hired.hired_on if hired else None, "left_on": hired.left_on if hired else None}
    return plain_row({"number": person.number, "name": person.name, **days})


def _rules(person: Person, records: Sequence[Record]) -> list[Row]:
    """Every version a result was made by: when it was announced, from when it is in force, when this person signed for it."""
    signed = {one.policy_id: one for one in Acknowledgement.objects.filter(person=person)}
    keys = {one.cycle.policy_id for one in records}
    return [
        _rule(one, signed.get(one.pk))
        for one in Policy.objects.filter(pk__in=keys | set(signed))
        .select_related("procedure")
        .order_by("kind", "number")
    ]


def _rule(policy: Policy, signed: Acknowledgement | None) -> Row:
    done = getattr(policy, "procedure", None)
    return plain_row({
        "kind": policy.kind, "number": policy.number, "name": policy.name, "sha256": sha256(policy.text.encode()),
        "announced_on": done.announced_on if done else None, "announced_at_place": done.place if done else "",
        "in_force_from": policy.in_force_from or policy.published_on,
        "acknowledged_at": signed.at if signed else None,
    })  # fmt: skip


def _result(one: Record) -> Row:
    held = getattr(one, "interview", None)
    seal = getattr(one, "seal", None)
    return plain_row({
        "cycle": one.cycle.code, "kind": one.cycle.kind, "period_start": one.cycle.period_start,
        "period_end": one.cycle.period_end, "policy": f"{one.cycle.policy.kind} {one.cycle.policy.number}",
        "revision": one.result.revision, "correction": mask(one.result.reason), "status": one.result.status,
        "final": str(one.result.detail.get("total") or one.result.detail.get("final") or ""), "band": one.result.band,
        "notified_at": one.notified_at, "interview_held_on": held.held_on if held else None,
        "interview_by": held.led_by.name if held else "", "not_held_because": mask(held.not_held_because) if held else "",
        "plan": [f"{step['what']} ({step['by']})" for step in held.plan] if held else [],
        "state": one.state, "outcome": one.outcome, "answered_at": one.answered_at, "objection": mask(one.words),
        "appeal_by": one.appeal_by, "sha256": seal.digest if seal else "", "archived_at": one.archived_at,
        **_on_paper(one),
    })  # fmt: skip


def _on_paper(one: Record) -> Row:
    """By hand: the day on the paper, who saw it, and the scan's digest."""
    paper = next(iter(one.confirmed_papers), None)  # type: ignore[attr-defined]
    return {
        "on_paper": paper is not None, "paper_signed_on": paper.signed_on if paper else None,
        "paper_seen_by": paper.seen_by if paper else "", "paper_sha256": paper.digest if paper else "",
    }  # fmt: skip


def _sample(person: Person, records: Sequence[Record]) -> list[Row]:
    """Of each period: how the contacts were drawn, with which chance, and what was scored of them."""
    cycles: dict[int, Cycle] = {one.cycle_id: one.cycle for one in records}
    if not cycles:
        return []
    first = min(one.period_start for one in cycles.values())
    last = max(one.period_end for one in cycles.values())
    rows = Evaluation.objects.filter(agent=person, contact_on__range=(first, last), is_current=True, state="published")
    scored = list(rows.select_related("assignment__contact", "scorecard").order_by("contact_on", "pk"))
    picks = _picks([one.assignment.contact_id for one in scored])
    return [_drawn(one, picks.get(one.assignment.contact_id)) for one in scored]


def _picks(contacts: Sequence[int]) -> Mapping[int, Pick]:
    rows = Pick.objects.filter(contact__in=contacts).select_related("draw__plan", "stratum").order_by("-pk")
    return {one.contact_id: one for one in rows}


def _drawn(one: Evaluation, pick: Pick | None) -> Row:
    """Without a pick it was assigned by hand, and says so by having no plan."""
    how: Row = {"plan": "", "seed": None, "stratum": "", "inclusion": "", "frame": None, "frame_digest": ""}
    if pick is not None:
        how = {
            "plan": pick.draw.plan.name, "seed": pick.draw.plan.seed, "stratum": pick.stratum.rule,
            "inclusion": f"{pick.stratum.k}/{pick.stratum.n}", "frame": pick.draw.n, "frame_digest": pick.draw.digest,
        }  # fmt: skip
    return plain_row({
        "contact": one.assignment.contact.key, "on": one.contact_on, "evaluation": one.pk, "revision": one.revision,
        "scorecard": one.scorecard.name, "exact": one.exact, "fatal": one.has_fatal, **how,
    })  # fmt: skip


def _training(person: Person) -> list[Row]:
    """Coaching that was held, what was noted by hand, courses finished, sessions attended."""
    coached = Coaching.objects.filter(agent=person, held_on__isnull=False).select_related("coach", "item")
    noted = TrainingNote.objects.filter(person=person).select_related("noted_by")
    found = [
        {"kind": "coaching", "on": one.held_on, "hours": None, "what": mask(one.agreed), "by": one.coach.name,
         "signed_at": one.agent_signed_at}
        for one in coached
    ] + [
        {"kind": "note", "on": one.given_on, "hours": one.hours, "what": mask(one.what), "by": one.noted_by.name,
         "signed_at": None}
        for one in noted
    ]  # fmt: skip
    rows = [*map(plain_row, found), *given_to(person)]
    return sorted(rows, key=lambda one: str(one["on"]))


def _retests(person: Person, records: Sequence[Record]) -> list[Row]:
    """Special appraisals, and resits of written tests."""
    rows: list[Row] = [
        {"kind": one.cycle.kind, "cycle": one.cycle.code, "on": one.cycle.period_end, "final": str(one.result.final or ""),
         "band": one.result.band}
        for one in records
        if one.cycle.kind in RETESTS and one.result.is_current
    ]  # fmt: skip
    marks = TestMark.objects.filter(participant__person=person).select_related("participant__cycle")
    tests: dict[tuple[str, str], dict[int, TestMark]] = defaultdict(dict)
    for mark in marks.order_by("pk"):
        tests[mark.participant.cycle.code, mark.test][mark.attempt] = mark
    rows += [
        {"kind": "resit", "cycle": code, "on": tried[RESIT].participant.cycle.period_end, "final": str(tried[RESIT].mark.normalize()),
         "band": test}
        for (code, test), tried in tests.items()
        if RESIT in tried
    ]  # fmt: skip
    return [plain_row(one) for one in rows]
