"""What is held on one person of surveys."""

from collections.abc import Iterator
from typing import Any

from hengcai.assessment.models import Draft, Invitee, Sheet
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person

ANONYMOUS = "anonymous"


def answers_held(person: Person) -> Iterator[dict[str, Any]]:
    """Of an anonymous survey that they answered: which sheet it is cannot be found out."""
    sheets = dict(Sheet.objects.filter(person=person).values_list("survey", "answers"))
    drafts = dict(Draft.objects.filter(person=person).values_list("survey", "answers"))
    for one in Invitee.objects.filter(person=person).select_related("survey").order_by("survey__opened_at", "pk"):
        answers, draft = (
            {code: _covered(value) for code, value in some.get(one.survey_id, {}).items()} for some in (sheets, drafts)
        )
        withheld = ANONYMOUS if one.survey.is_anonymous else None
        yield plain_row(
            {
                "survey": one.survey.name, "has_answered": one.has_answered, "answers": answers, "draft": draft,
                "withheld": withheld,
            }
        )  # fmt: skip


def _covered(value: Any) -> Any:
    return mask(value) if isinstance(value, str) else value
