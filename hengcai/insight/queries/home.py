"""What is due to one user, whatever roles they hold: each package's own permissions say what is theirs."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, F, Min, Q, QuerySet

from hengcai.accounts.models import User
from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.forms import WANTED
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.queries.findings import questions_of
from hengcai.appraisal.queries.publication import awaited_of
from hengcai.appraisal.queries.results import own_results
from hengcai.base.days import bounds, day_of
from hengcai.inbox.queries import own_lines
from hengcai.insight.queries.disputes import answers_due, disputes_due
from hengcai.insight.queries.person import HISTORY, unread
from hengcai.insight.queries.task import Task
from hengcai.interactions import permissions as interactions
from hengcai.interactions.models import ImportRun
from hengcai.quality import permissions as quality
from hengcai.quality.models import Assignment, Case, Evaluation
from hengcai.quality.queries import waiting_for_publication

OPEN, SENT = RatingTask.State.OPEN, RatingTask.State.SENT
SHOWN = 5  # of a kind that could be many
TOLD_ALREADY = {
    "score", "answer", "dispute.support", "dispute.take", "dispute.decide", "case.judge", "cycle.open", "cycle.late", "cycle.publish",
}  # fmt: skip
FRESH = timedelta(days=60)  # a result older than this is not pressed on anybody
RECENT = timedelta(days=7)


def start_of(day: date) -> datetime:
    """A day's first moment: comparing moments lets an index be used, comparing days does not."""
    return bounds(day, day, settings.TIME_ZONE)[0]


def tasks_due(user: User, *, today: date) -> list[Task]:
    found: list[Task] = []
    for read in READERS:
        found += read(user, today)
    return found


def _scoring(user: User, today: date) -> Iterator[Task]:
    """By due day and card; the draft touched last is what was left half done."""
    if not quality.OPEN.is_held_by(user):
        return
    rows = quality.OPEN.rows(Assignment.objects.exclude(state=Assignment.State.WITHDRAWN), user)
    is_open = Q(state=Assignment.State.OPEN)
    waiting = rows.filter(is_open).order_by().values("due_on", "scorecard", "scorecard__name")
    counted = waiting.annotate(open=Count("pk"), next=Min("pk"), by=Min("assigned_by__name"))
    pieces = list(counted.order_by("due_on", "scorecard"))
    done = _done(rows, {piece["due_on"] for piece in pieces})
    draft = _draft(user) if pieces else None
    for row in pieces:
        place = (row["due_on"], row["scorecard"])
        is_here = draft is not None and place == _place(draft)
        yield _piece(row, done.get(place, 0), draft if is_here else None)


def _done(rows: QuerySet[Assignment], days: set[date]) -> dict[tuple[date, int], int]:
    """How many are scored, by due day and card, of the days on which something is left."""
    counted = rows.filter(state=Assignment.State.DONE, due_on__in=days).order_by().values_list("due_on", "scorecard")
    return {(day, card): count for day, card, count in counted.annotate(Count("pk"))}


def _draft(user: User) -> Evaluation | None:
    rows = Evaluation.objects.filter(
        evaluator=user, state=Evaluation.State.DRAFT, assignment__state=Assignment.State.OPEN, assignment__analyst=user
    )
    rows = rows.select_related("agent", "assignment").annotate(answered=Count("answers"))
    return rows.order_by("-saved_at").first()


def _place(draft: Evaluation) -> tuple[date, int]:
    return draft.assignment.due_on, draft.scorecard_id


def _piece(row: Mapping[str, object], done: int, draft: Evaluation | None) -> Task:
    left = int(str(row["open"]))
    facts = {"card": row["scorecard__name"], "by": row["by"], "n": left}
    kind, key = "scoring", int(str(row["next"]))
    if draft is not None:
        kind, key = "scoring.begun", draft.assignment_id
        facts |= {"name": draft.agent.name, "day": draft.contact_on, "answered": draft.__dict__["answered"]}
    due = row["due_on"]
    return Task(
        kind,
        facts,
        "score-contact",
        key,
        due if isinstance(due, date) else None,
        draft is not None,
        done,
        done + left,
    )


def _ratings(user: User, today: date) -> Iterator[Task]:
    """Own assessment, people led, colleagues, practical tests: one line a cycle and source."""
    rows = appraisal.FILL_TASK.rows(RatingTask.objects.exclude(state=RatingTask.State.WITHDRAWN), user)
    rows = rows.filter(WANTED)
    counted = rows.values("source", "participant__cycle", "participant__cycle__name").annotate(
        total=Count("pk"), sent=Count("pk", filter=Q(state=SENT)), due=Min("due_on", filter=Q(state=OPEN)),
        begun=Count("pk", filter=Q(state=OPEN, edit_count__gt=0)), next=Min("pk", filter=Q(state=OPEN)),
    )  # fmt: skip
    for row in counted.order_by("due", "source"):
        total, sent = row["total"], row["sent"]
        if sent == total:
            continue
        facts = {"cycle": row["participant__cycle__name"], "n": total, "left": total - sent}
        one = {"key": row["next"], "due_on": row["due"], "is_begun": row["begun"] > 0, "done": sent, "total": total}
        yield Task(f"rating.{row['source']}", facts, "fill-rating", **one)


def _questions(user: User, today: date) -> Iterator[Task]:
    """What the group wants to know of one's ratings."""
    for one in questions_of(user).filter(answered_at__isnull=True)[:SHOWN]:
        name = one.task.participant.person.name if one.task else ""
        facts = {"cycle": one.cycle.name, "by": one.asked_by.name, "name": name}
        yield Task("question" if name else "question.yardstick", facts, "answer-question", one.pk, one.due_on)


def _results(user: User, today: date) -> Iterator[Task]:
    """Published results of one's own whose page was not opened yet: the newest of each kind, the rest in one line."""
    since = start_of(today - FRESH)
    recent = list(own_results(user).filter(participant__cycle__published_at__gte=since)[:HISTORY])
    waiting = unread(recent, user) if recent else []
    newest = {result.participant.cycle.kind: result for result in reversed(waiting)}
    for result in newest.values():
        cycle = result.participant.cycle
        yield Task("result", {"cycle": cycle.name, "at": cycle.published_at}, "see-result", result.pk)
    if len(waiting) > len(newest):
        yield Task("result.more_results", {"n": len(waiting) - len(newest)}, "see-my-results")


def _cases(user: User, today: date) -> Iterator[Task]:
    """Red lines wait for nobody: due the day they are reported, as what is late counts them."""
    if not quality.JUDGE.is_held_by(user):
        return
    rows = quality.JUDGE.rows(Case.objects.filter(state=Case.State.OPEN), user)
    rows = rows.select_related("agent", "red_line", "reported_by").order_by("reported_at", "pk")
    found = list(rows[: SHOWN + 1])
    for case in found[:SHOWN]:
        facts = {
            "name": case.agent.name,
            "line": case.red_line.name,
            "by": case.reported_by.name,
            "at": case.reported_at,
        }
        reported_on = day_of(case.reported_at, settings.TIME_ZONE)
        yield Task("case", facts, "judge-case", case.pk, reported_on)
    if len(found) > SHOWN:
        yield Task("case.more_cases", {"n": rows.count() - SHOWN}, "list-cases", due_on=today)


def _publishing(user: User, today: date) -> Iterator[Task]:
    if not quality.PUBLISH.is_held_by(user):
        return
    waiting = waiting_for_publication(user).order_by().aggregate(n=Count("pk"), oldest=Min("submitted_at"))
    if waiting["n"]:
        facts = {"n": waiting["n"], "at": waiting["oldest"]}
        yield Task("publish.evaluations", facts, "list-evaluations", query={"state": "submitted"})


def _cycles(user: User, today: date) -> Iterator[Task]:
    runs, publishes = appraisal.RUN_CYCLE.is_held_by(user), appraisal.PUBLISH_CYCLE.is_held_by(user)
    if not (runs or publishes):
        return
    forms = Q(participants__tasks__state__in=(OPEN, SENT))
    rows = Cycle.objects.exclude(state=Cycle.State.PUBLISHED).annotate(
        total=Count("participants__tasks", filter=forms),
        sent=Count("participants__tasks", filter=Q(participants__tasks__state=SENT)),
    )
    for cycle in rows.order_by("period_end", "code"):
        if runs and (task := _running(cycle, today)):
            yield task
        if cycle.state == Cycle.State.PRELIMINARY:
            yield Task("cycle.publish", {"cycle": cycle.name}, "see-cycle", cycle.pk, cycle.publish_due_on)
    for one in awaited_of(user):
        facts = {"cycle": one.cycle.name, "by": one.proposed_by.name, "at": one.proposed_at}
        yield Task("cycle.confirm", facts, "see-publication", one.cycle_id, today)


def _running(cycle: Cycle, today: date) -> Task | None:
    """A draft waits for its period to end; a collecting one for its forms, then for the arithmetic."""
    facts = {"cycle": cycle.name}
    if cycle.state == Cycle.State.DRAFT:
        if today <= cycle.period_end:
            return None
        return Task("cycle.open", facts, "see-cycle", cycle.pk, cycle.self_due_on)
    if cycle.state != Cycle.State.COLLECTING:
        return None
    total, sent = cycle.__dict__["total"], cycle.__dict__["sent"]
    last = max((day for day in (cycle.self_due_on, cycle.others_due_on, cycle.superior_due_on) if day), default=None)
    if sent == total or (last and last < today):
        return Task("cycle.compute", facts, "see-cycle", cycle.pk, cycle.publish_due_on, done=sent, total=total)
    return Task("cycle.collect", {**facts, "n": total - sent}, "see-cycle", cycle.pk, last, done=sent, total=total)


def _imports(user: User, today: date) -> Iterator[Task]:
    if not interactions.SEE_RUNS.is_held_by(user):
        return
    rows = interactions.SEE_RUNS.rows(ImportRun.objects.filter(started_at__gte=start_of(today - RECENT)), user)
    wrong = rows.filter(Q(state=ImportRun.State.FAILED) | Q(state=ImportRun.State.DONE, rejected_count__gt=0))
    for run in wrong.order_by("-started_at")[:SHOWN]:
        kind = "import.failed" if run.state == ImportRun.State.FAILED else "import.rejects"
        due = today if kind == "import.failed" else None
        facts = {"file": run.file_name, "n": run.rejected_count, "at": run.started_at}
        yield Task(kind, facts, "see-import", run.pk, due)


def _duties(user: User, today: date) -> Iterator[Task]:
    """Whatever else lies in the inbox: a line a kind and day."""
    for line in own_lines(user, today=today):
        if line.kind.code in TOLD_ALREADY or line.kind.code.startswith("rating."):
            continue
        page, key = (line.kind.page, line.key) if line.key else (line.kind.listing, None)
        yield Task(line.kind.says, {"what": line.what, "n": line.n}, page, key, line.due_on)


READERS = (
    _scoring, _ratings, _questions, _results, answers_due, disputes_due, _cases, _publishing, _cycles, _duties, _imports,
)  # fmt: skip


def next_cycle() -> Cycle | None:
    """What comes next when nothing is due: the first cycle that is not published yet."""
    return (
        Cycle.objects.exclude(state=Cycle.State.PUBLISHED)
        .order_by(F("publish_due_on").asc(nulls_last=True), "code")
        .first()
    )
