"""What a record is made of when it is answered: read for many at once, in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal.inputs import level_of
from hengcai.appraisal.models import Rating, RatingTask, Result
from hengcai.appraisal.rules import veil
from hengcai.base import clock
from hengcai.base.in_bulk import Plain, insert
from hengcai.quality.models import Evaluation
from hengcai.records.models import Interview, PaperAnswer, Record, Seal
from hengcai.records.rules.sealing import canonical, sealed, sha256

WITHHELD_FROM_THE_RATED = ("full", "ratings")
CHUNK = 500
OF_EACH = ("result", "person", "placement", "interview")
SHARED = ("cycle__policy", "placement__team", "placement__post", "interview__led_by")  # the same few for thousands
Rows = Mapping[int, list[Any]]


def whole_records(keys: Collection[int]) -> QuerySet[Record]:
    return Record.objects.filter(pk__in=keys).select_related(*OF_EACH).prefetch_related(*SHARED).order_by("pk")


def seal(records: Sequence[Record], shown: Mapping[int, str]) -> None:
    """Within the action by which they are answered."""
    insert(seals_of(records, shown))


def seals_of(records: Sequence[Record], shown: Mapping[int, str]) -> Iterator[Seal]:
    """`shown`: record → the words that stood above what was answered; none where nobody answered."""
    now = clock.now()
    evaluations, ratings = _evaluations(records), _ratings(records)
    former, policies, papers = _former(records), _policies(records), _papers(records)
    for one in records:
        facts: dict[str, Any] = {
            "record": _head(one, former.get(one.result.participant_id, "")),
            "policy": policies[one.cycle_id],
            "result": _told(one.result),
            "evidence": {"evaluations": evaluations[one.pk]},
            "interview": _interview_facts(one),
            "outcome": _outcome(one, shown.get(one.pk, "")),
        }
        values = _values(one, ratings[one.result.participant_id])
        if one.pk in papers:
            facts["outcome"]["paper"] = _paper(papers[one.pk])
            values["paper"] = _paper_names(papers[one.pk])
        made = sealed(facts, values)
        yield Seal(record_id=one.pk, content=made.content, digest=made.digest, values=made.values, sealed_at=now)


def _head(one: Record, former: str) -> dict[str, Any]:
    """`former`: the hash of the revision before, where it was sealed."""
    cycle = one.cycle
    return {
        "id": one.pk, "revision": one.result.revision, "former": former, "cycle": cycle.code, "kind": cycle.kind,
        "period": [cycle.period_start.isoformat(), cycle.period_end.isoformat()],
        "computed_at": one.result.computed_at.isoformat(), "notified_at": one.notified_at.isoformat(),
        "appeal_by": one.appeal_by.isoformat(), "sign_by": one.sign_by.isoformat(),
    }  # fmt: skip


def _policies(records: Sequence[Record]) -> dict[int, dict[str, Any]]:
    """Cycle → the rules it went by; the same for all of it."""
    cycles = {one.cycle_id: one.cycle for one in records}
    return {
        key: {
            "kind": one.policy.kind, "number": one.policy.number, "name": one.policy.name,
            "sha256": sha256(one.policy.text.encode()),
        }
        for key, one in cycles.items()
    }  # fmt: skip


def _told(result: Result) -> dict[str, Any]:
    return {"status": result.status, "final": _text(result.final), "band": result.band}


def _text(value: Any) -> str | None:
    return None if value is None else format(value.normalize(), "f")


@lru_cache(maxsize=1024)
def _level(read: float | None) -> str | None:
    return None if read is None else _text(level_of(read))


def _interview_facts(one: Record) -> dict[str, Any] | None:
    held = getattr(one, "interview", None)
    if held is None:
        return None
    return {"held_on": held.held_on.isoformat() if held.held_on else None}


def _outcome(one: Record, shown: str) -> dict[str, Any]:
    at = one.answered_at.isoformat() if one.answered_at else None
    return {"kind": one.outcome, "at": at, "on_tablet": one.on_tablet, "shown": shown}


def _paper(paper: PaperAnswer) -> dict[str, Any]:
    return {
        "signed_on": paper.signed_on.isoformat(), "file_sha256": paper.digest, "entered_at": paper.entered_at.isoformat(),
        "checked_at": paper.checked_at.isoformat() if paper.checked_at else None,
    }  # fmt: skip


def _paper_names(paper: PaperAnswer) -> dict[str, str]:
    checked = paper.checked_by.name if paper.checked_by else ""
    return {"seen_by": paper.seen_by, "entered_by": paper.entered_by.name, "checked_by": checked, "words": paper.words}


def _papers(records: Sequence[Record]) -> dict[int, PaperAnswer]:
    """Record → the paper by which it was answered."""
    rows = PaperAnswer.objects.filter(record__in=[one.pk for one in records if one.on_paper], state="confirmed")
    return {one.record_id: one for one in rows.select_related("entered_by", "checked_by")}


def _values(one: Record, ratings: list[Any]) -> dict[str, Any]:
    """Personal texts, and what only those may read who see more than the person: both stand behind salted digests."""
    result, held = one.result, getattr(one, "interview", None)
    found = {
        "person": _person(one),
        "shown": {
            "detail": veil.for_the_rated(result.detail),
            "levels": veil.levels_for_the_rated(result.levels, result.detail),
        },
        "full": {
            "exact": result.exact, "detail": result.detail, "levels": result.levels, "inputs": result.inputs,
        },
        "ratings": ratings,
    }  # fmt: skip
    if result.reason:
        found["correction"] = result.reason
    if held is not None:
        found["interview"] = _interview(held)
    if one.words:
        found["objection"] = one.words
    return found


def _person(one: Record) -> dict[str, Any]:
    at = one.placement
    return {
        "number": one.person.number, "name": one.person.name, "team": at.team.name if at and at.team else "",
        "post": at.post.code if at and at.post else "",
    }  # fmt: skip


def _interview(held: Interview) -> dict[str, Any]:
    names = ("place", "strengths", "gaps", "own_words", "not_held_because")
    return {"led_by": held.led_by.name, "plan": held.plan, **{name: getattr(held, name) for name in names}}


def _evaluations(records: Sequence[Record]) -> Rows:
    """Published ones of the period with their revisions: what one could look up."""
    found: dict[int, list[Any]] = defaultdict(list)
    by_cycle: dict[int, list[Record]] = defaultdict(list)
    for one in records:
        by_cycle[one.cycle_id].append(one)
    for some in by_cycle.values():
        cycle, of = some[0].cycle, {one.person_id: one.pk for one in some}
        rows = Evaluation.objects.filter(
            agent__in=list(of), contact_on__range=(cycle.period_start, cycle.period_end), is_current=True,
            state=Evaluation.State.PUBLISHED,
        )  # fmt: skip
        for agent, key, revision, exact in rows.order_by("pk").values_list("agent", "pk", "revision", "exact"):
            found[of[agent]].append([key, revision, exact])
    return found


def _ratings(records: Sequence[Record]) -> Rows:
    """Each form that was sent: whose kind it is and the digest of what it said, without who filled it in."""
    members = [one.result.participant_id for one in records]
    rows = Rating.objects.filter(task__participant__in=members, task__state=RatingTask.State.SENT)
    told = rows.order_by("task__source", "task", "competency__code").values_list(
        "task__participant",
        "task",
        "task__source",
        "competency__code",
        Plain("level"),
        "comment",
        "reason",
    )
    forms: dict[tuple[int, int, str], list[Any]] = defaultdict(list)
    for member, task, source, code, level, comment, reason in told:
        forms[member, task, source].append([code, _level(level), comment, reason])
    found: dict[int, list[Any]] = defaultdict(list)
    for (member, _task, source), said in forms.items():
        found[member].append([source, sha256(canonical(said))])
    return {member: sorted(some) for member, some in found.items()} | {one: [] for one in members if one not in found}


def _former(records: Sequence[Record]) -> dict[int, str]:
    """Participant → hash of the newest sealed revision before the one sealed now."""
    members = [one.result.participant_id for one in records if one.result.revision > 1]
    rows = Seal.objects.filter(record__result__participant__in=members).order_by("record__result__revision")
    own = {one.pk for one in records}
    return {
        member: hashed
        for member, key, hashed in rows.values_list("record__result__participant", "record", "digest")
        if key not in own
    }
