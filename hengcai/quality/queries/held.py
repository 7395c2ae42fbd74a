"""What is held on one person of scored contacts and red lines.

Marks that are not published yet are named and held back, as the person's own pages do; nobody who scored, reported or
judged is named. What analysts quote of customers is covered.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, QuerySet

from hengcai.accounts.models import User
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.quality.models import Answer, Case, Evaluation
from hengcai.quality.queries.answers import totals

CHUNK = 500
NOT_PUBLISHED, NOT_JUDGED = "not_published", "not_judged"
PUBLISHED = Evaluation.State.PUBLISHED
Row = dict[str, Any]
NOTHING = dict.fromkeys(("total", "exact", "has_fatal", "comment", "revision_reason"))


def evaluations_held(person: Person) -> Iterator[Row]:
    rows = _about(person).select_related("assignment__contact", "scorecard").order_by("contact_on", "pk")
    for one in rows.iterator(chunk_size=CHUNK):
        is_open = one.state == PUBLISHED
        words = {"comment": mask(one.comment), "revision_reason": mask(one.revision_reason)}
        told = {**totals(one), "has_fatal": one.has_fatal, **words} if is_open else NOTHING
        yield {**_head(one), **told, "withheld": None if is_open else NOT_PUBLISHED}


def answers_held(person: Person) -> Iterator[Row]:
    """Of published evaluations; `evaluation` is the number the list of evaluations gives it."""
    rows = Answer.objects.filter(evaluation__agent=person, evaluation__state=PUBLISHED)
    ordered = rows.order_by("evaluation__contact_on", "evaluation_id", "item__section__order", "item__order", "pk")
    cells = ordered.values("evaluation", "value", "cause", "comment", "turn", "quote", item_code=F("item__code"))
    for cell in cells.iterator(chunk_size=CHUNK):
        row = {"evaluation": cell["evaluation"], "item": cell["item_code"], "value": cell["value"]}
        yield {
            **row,
            "cause": cell["cause"],
            "comment": mask(cell["comment"]),
            "turn": cell["turn"],
            "quote": cell["quote"],
        }


def cases_held(person: Person) -> Iterator[Row]:
    rows = person.cases.select_related("red_line", "evaluation__assignment__contact").order_by("reported_at", "pk")
    for case in rows:
        is_open = case.state == Case.State.OPEN
        head = {"contact": case.evaluation.assignment.contact.key, "red_line": case.red_line.code}
        words = {"reason": None if is_open else mask(case.reason), "judgement": mask(case.judgement)}
        when = {"reported_at": case.reported_at, "judged_at": case.judged_at}
        yield plain_row({**head, "state": case.state, **when, **words, "withheld": NOT_JUDGED if is_open else None})


def unpublished(person: Person) -> set[tuple[int, int]]:
    """Assignment and revision of marks on the person that are not published."""
    rows = Evaluation.objects.filter(agent=person).exclude(state=PUBLISHED)
    return set(rows.values_list("assignment_id", "revision"))


def evaluations_written(user: User) -> Iterator[Row]:
    """An analyst's own work, as pointers, and how long it took: whom it was about is theirs."""
    rows = Evaluation.objects.filter(evaluator=user).select_related("assignment__contact", "scorecard").order_by("pk")
    return ({**_head(row), "seconds": sum(row.item_seconds.values())} for row in rows.iterator(chunk_size=CHUNK))


def cases_reported(user: User) -> Iterator[Row]:
    rows = Case.objects.filter(reported_by=user).order_by("reported_at", "pk")
    return map(plain_row, rows.values("reported_at", "state", red_line_code=F("red_line__code")))


def _about(person: Person) -> QuerySet[Evaluation]:
    """A draft is nobody's but its writer's."""
    return Evaluation.objects.filter(agent=person).exclude(state=Evaluation.State.DRAFT)


def _head(one: Evaluation) -> Row:
    card = {"scorecard": one.scorecard.code, "version": one.scorecard.number}
    facts = {"evaluation": one.pk, "contact": one.assignment.contact.key, "contact_on": one.contact_on, **card}
    when = {"submitted_at": one.submitted_at, "published_at": one.published_at}
    return plain_row({**facts, "revision": one.revision, "current": one.is_current, "state": one.state, **when})
