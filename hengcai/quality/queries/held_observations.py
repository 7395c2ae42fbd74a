"""What is held on one person of mystery shopping and live listening, and on an observer of their own.

Nobody who went, listened or told is named. One that is scored and not told yet is there, and held back.
"""

from collections.abc import Iterator
from typing import Any

from hengcai.accounts.models import User
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.quality.observation_models import Observation
from hengcai.quality.queries.held import NOT_PUBLISHED

CHUNK = 500
TOLD, SCORED = Observation.State.TOLD, Observation.State.SCORED
Row = dict[str, Any]
NOTHING = dict.fromkeys(
    ("visited_on", "total", "exact", "has_fatal", "notes", "comment", "told_at", "read_at", "files")
)


def observations_held(person: Person) -> Iterator[Row]:
    """Of a visit that is not told yet not even its day: who served whom that day would tell the rest."""
    rows = Observation.objects.filter(agent=person, state__in=(SCORED, TOLD)).select_related("scorecard")
    for one in rows.prefetch_related("files").order_by("pk").iterator(chunk_size=CHUNK):
        is_told = one.state == TOLD
        card = {"scorecard": one.scorecard.code, "version": one.scorecard.number}
        head = {"observation": one.pk, "kind": one.kind, "channel": one.channel, **card}
        yield plain_row(
            {**head, **(_told(one) if is_told else NOTHING), "withheld": None if is_told else NOT_PUBLISHED}
        )


def _told(one: Observation) -> Row:
    facts = {name: getattr(one, name) for name in ("visited_on", "total", "exact", "has_fatal", "told_at", "read_at")}
    words = {"notes": mask(one.notes), "comment": mask(one.comment)}
    return {**NOTHING, **facts, **words, "files": ", ".join(sorted(file.place for file in one.files.all()))}


def observation_marks_held(person: Person) -> Iterator[Row]:
    """Of those told; `observation` is the number the list of observations gives it."""
    rows = Observation.objects.filter(agent=person, state=TOLD).order_by("pk")
    for one in rows.iterator(chunk_size=CHUNK):
        for item, mark in one.marks.items():
            yield {
                "observation": one.pk, "item": item, "value": mark.get("value"), "cause": mark.get("cause"),
                "comment": mask(mark.get("comment") or ""),
            }  # fmt: skip


def observations_made(user: User) -> Iterator[Row]:
    """An observer's own, as pointers: whom they were about is theirs."""
    names = ("kind", "channel", "state", "planned_at", "visited_at", "scored_at")
    rows = Observation.objects.filter(observer=user).order_by("pk").values("pk", *names)
    for row in rows.iterator(chunk_size=CHUNK):
        yield plain_row({"observation": row.pop("pk"), **row})
