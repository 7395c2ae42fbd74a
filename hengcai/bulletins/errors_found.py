"""Errors quality found whose cause is the knowledge base, as far as nothing was opened for them yet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.base.masking.text import mask
from hengcai.bulletins.models import Correction
from hengcai.interactions.models import Contact
from hengcai.quality.measure_models import Cause, CauseOwner
from hengcai.quality.models import Answer, Evaluation, Item

LONGEST, CHUNK = 4000, 500


@dataclass(frozen=True)
class Found:
    entry: str
    wrong: str
    contact: Contact
    item: Item
    reporter: User


def has_knowledge_errors(evaluations: Collection[int]) -> bool:
    return any(_errors(part).exists() for part in _parts(evaluations))


def knowledge_errors(evaluations: Collection[int]) -> Iterator[Found]:
    """Of published evaluations in force; the agent is not named, what the analyst wrote is covered."""
    answers = [one for part in _parts(evaluations) for one in _errors(part).order_by("pk")]
    known = _known([one.evaluation.assignment.contact_id for one in answers])
    for one in answers:
        contact, key = one.evaluation.assignment.contact, (one.evaluation.assignment.contact_id, one.item.code)
        if key not in known:
            known.add(key)
            name = one.item.name.zh or one.item.name.en
            wrong = mask(one.comment or one.quote or name)[:LONGEST]
            yield Found(name[:200], wrong, contact, one.item, one.evaluation.evaluator)


def _errors(evaluations: Collection[int]) -> QuerySet[Answer]:
    rows = Answer.objects.filter(
        cause=Cause.KNOWLEDGE, evaluation__in=evaluations, evaluation__is_current=True,
        evaluation__state=Evaluation.State.PUBLISHED,
    )  # fmt: skip
    return rows.select_related("item", "evaluation__assignment__contact", "evaluation__evaluator")


def _parts(keys: Collection[int]) -> Iterator[list[int]]:
    ordered = list(keys)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def owner_of_cause() -> User | None:
    """Whoever the centre named for this cause, where it is a person."""
    row = CauseOwner.objects.select_related("owner").filter(cause=Cause.KNOWLEDGE).first()
    return row.owner if row else None


def _known(contacts: Collection[int]) -> set[tuple[int, str]]:
    """By the item's code: a later version of the scorecard asks the same."""
    rows = Correction.objects.filter(item__isnull=False)
    found = (rows.filter(contact__in=part).values_list("contact", "item__code") for part in _parts(contacts))
    return {(contact, code) for part in found for contact, code in part if contact}
