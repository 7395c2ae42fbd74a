"""What is held on one person of appraisals, as the person may have it.

Of a cycle that is not published yet it says only that there is one. Raters are never named; where peers count, the
veil holds here as on every page. What peers wrote stands here as it does there: from three writers on, shuffled.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, QuerySet

from hengcai.appraisal.models import (
    Cycle,
    FairDesign,
    FairScore,
    Finding,
    Participant,
    RaterTraining,
    Rating,
    RatingTask,
    Remark,
    Result,
)
from hengcai.appraisal.queries.cycle_rows import fair_facts
from hengcai.appraisal.queries.fair import fair_scores_of
from hengcai.appraisal.queries.peer_words import peer_words_for
from hengcai.appraisal.queries.results import remarks_on, shown_detail, shown_levels
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.base.plain import plain, plain_row
from hengcai.people.models import Person

NOT_PUBLISHED, PEERS = "not_published", "peers"
PEER, SUPERIOR = RatingTask.Source.PEER, RatingTask.Source.SUPERIOR
PUBLISHED, SENT = Cycle.State.PUBLISHED, RatingTask.State.SENT
Row = dict[str, Any]


def participations_held(person: Person) -> Iterator[Row]:
    rows = person.participations.select_related("cycle", "post", "placement__team").order_by("cycle__period_end", "pk")
    for one in rows:
        cycle, team = one.cycle, one.placement and one.placement.team
        period = {"period_start": cycle.period_start, "period_end": cycle.period_end}
        where = {"team": team and team.name, "post": one.post.code, "state": cycle.state}
        held_back = None if cycle.state == PUBLISHED else NOT_PUBLISHED
        yield plain_row({"cycle": cycle.code, "kind": cycle.kind, **period, **where, "withheld": held_back})


def results_held(person: Person) -> Iterator[Row]:
    """Every revision; `detail` is the contract's JSON of one agent, `levels` the competencies' levels."""
    for result in _results(person):
        head = {"cycle": result.participant.cycle.code, "revision": result.revision, "current": result.is_current}
        final = result.detail.get("final", result.detail.get("total"))
        facts = {"reason": result.reason, "computed_at": result.computed_at, "final": final, "band": result.band}
        veiled = PEERS if veil.is_pooled(result.detail) else None
        shown = {"detail": shown_detail(result, to_rated=True), "levels": shown_levels(result, to_rated=True)}
        yield plain_row({**head, **facts, **shown, "withheld": veiled})


def fair_scores_held(person: Person) -> Iterator[Row]:
    for result in _results(person).prefetch_related("fair_scores"):
        head = {"cycle": result.participant.cycle.code, "revision": result.revision}
        for score in fair_scores_of(result, to_rated=True):
            yield {**head, "basis": score.basis, **fair_facts(score)}


def ratings_received(person: Person) -> Iterator[Row]:
    """By source, without who; of peers only that they rated, and their words in an order of their own."""
    details = {one.participant_id: one.detail for one in _results(person).filter(is_current=True)}
    for participant, ratings in _received(person).items():
        peers = [one for one in ratings if one.task.source == PEER]
        others = [one for one in ratings if one.task.source != PEER]
        is_pooled = veil.is_pooled(details.get(participant, {}))
        yield from (_other(one, is_pooled=is_pooled) for one in others)
        if peers:
            yield _received_row(peers[0], withheld=PEERS)
            about = peers[0].task.participant
            blank = {**_received_row(peers[0], withheld=PEERS), "competency": None}
            yield from ({**blank, "comment": text} for text in peer_words_for(about))


def _received(person: Person) -> Mapping[int, list[Rating]]:
    rows = Rating.objects.filter(task__participant__in=_participants(person), task__state=SENT)
    rows = rows.select_related("task__participant__cycle", "competency")
    found: dict[int, list[Rating]] = defaultdict(list)
    for one in rows.order_by("task__participant__cycle__period_end", "task__source", "competency__order", "pk"):
        found[one.task.participant_id].append(one)
    return found


def _other(one: Rating, *, is_pooled: bool) -> Row:
    if not veil.is_rating_shown(one.task.source, one.competency.code, is_pooled=is_pooled):
        return _received_row(one, withheld=PEERS)
    return _received_row(one, level=plain(one.level), comment=one.comment, reason=one.reason)


def _received_row(
    one: Rating, *, level: str | None = None, comment: str = "", reason: str = "", withheld: str | None = None
) -> Row:
    head = {"cycle": one.task.participant.cycle.code, "source": one.task.source, "competency": one.competency.code}
    return {**head, "level": level, "comment": comment, "reason": reason, "withheld": withheld}


def ratings_given(person: Person) -> Iterator[Row]:
    """What the person said of others and of themselves, drafts too: these are their own words."""
    rows = Rating.objects.filter(task__rater=person).select_related("task__participant__cycle", "competency")
    ordered = rows.order_by("task__participant__cycle__period_end", "task_id", "competency__order")
    for one in ordered.select_related("task__participant__person"):
        task, about = one.task, one.task.participant
        head = {"cycle": about.cycle.code, "about": about.person.number, "source": task.source, "state": task.state}
        given = {"competency": one.competency.code, "level": one.level, "comment": one.comment, "reason": one.reason}
        yield plain_row({**head, **given, "whole_form": task.comment, "sent_at": task.sent_at})


def veiled_ledger(rows: Iterator[Row]) -> Iterator[Row]:
    """The person's ledger without the levels of the item that peers rate."""
    for row in rows:
        is_hidden = row["kind"] == "rated" and row["competency"] == PEER_ITEM
        yield {**row, "level": None, "n": None, "withheld": PEERS} if is_hidden else row


def marks_held(person: Person) -> Iterator[Row]:
    for participant in _participants(person).select_related("cycle").order_by("cycle__period_end", "pk"):
        for mark in participant.marks.order_by("test", "attempt"):
            row = {"cycle": participant.cycle.code, "test": mark.test, "attempt": mark.attempt, "mark": mark.mark}
            yield plain_row(row)


def remarks_received(person: Person) -> Iterator[Row]:
    for participant in _participants(person).select_related("cycle").order_by("cycle__period_end", "pk"):
        for source, text in remarks_on(participant, to_rated=True):
            yield {"cycle": participant.cycle.code, "source": source, "text": text}


def remarks_written(author: Person) -> Iterator[Row]:
    rows = Remark.objects.filter(author=author).order_by("written_at", "pk")
    cycle, about = F("participant__cycle__code"), F("participant__person__number")
    return map(plain_row, rows.values("source", "text", "written_at", cycle=cycle, about=about))


def findings_held(person: Person) -> Iterator[Row]:
    """What the group was told to look at; not where it would tell a superior's level that the veil covers."""
    rows = Finding.objects.filter(result__in=_results(person)).select_related(
        "competency", "result__participant__cycle"
    )
    for one in rows.order_by("result__participant__cycle__period_end", "pk"):
        code = one.competency.code if one.competency else None
        is_pooled = veil.is_pooled(one.result.detail)
        if code is None or veil.is_rating_shown(SUPERIOR, code, is_pooled=is_pooled):
            head = {"cycle": one.result.participant.cycle.code, "kind": one.kind, "competency": code}
            yield plain_row({**head, "level": one.level, "observed": one.observed, "n": one.n, "reason": one.reason})


def training_held(person: Person) -> Iterator[Row]:
    rows = RaterTraining.objects.filter(user=person.user_id) if person.user_id else RaterTraining.objects.none()
    return map(plain_row, rows.values("passed_on"))


def severities_held(person: Person) -> Iterator[Row]:
    """How much harsher than others the person rates, in cycles that are published: of scored contacts, and as a superior."""
    rows = FairDesign.objects.filter(cycle__state=PUBLISHED).exclude(basis=FairScore.Basis.PEER).select_related("cycle")
    for design in rows.order_by("cycle__period_end", "basis"):
        me = person.user_id if design.basis == FairScore.Basis.EVALUATIONS else person.pk
        for one in design.detail.get("severities", []):
            if one["rater"] == me:
                figures = {"severity": one["severity"], "se": one["se"], "n": one["n"]}
                yield {"cycle": design.cycle.code, "basis": design.basis, **figures}


def _participants(person: Person) -> QuerySet[Participant]:
    return person.participations.filter(cycle__state=PUBLISHED)


def _results(person: Person) -> QuerySet[Result]:
    rows = Result.objects.filter(participant__in=_participants(person)).select_related("participant__cycle")
    return rows.order_by("participant__cycle__period_end", "participant_id", "revision")
