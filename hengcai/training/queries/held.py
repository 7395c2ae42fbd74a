"""What is held on one person of a needs survey."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.training.models import Interviewee

Row = dict[str, Any]


def interviews_held(person: Person) -> Iterator[Row]:
    """That they were drawn, and what was written down of what they said."""
    rows = Interviewee.objects.filter(person=person).select_related("project", "interview")
    for one in rows.order_by("pk"):
        found = getattr(one, "interview", None)
        said = {"held_on": found.held_on, "notes": mask(found.notes), "signed_at": found.signed_at} if found else {}
        themes = [{**theme, "words": mask(theme["words"])} for theme in found.themes] if found else []
        yield plain_row(
            {
                "survey": one.project.name,
                "stratum": one.stratum,
                "left_out": mask(one.left_out_because),
                **said,
                "themes": themes,
            }
        )
