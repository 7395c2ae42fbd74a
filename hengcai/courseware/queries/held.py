"""What is held on one person of packages."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.courseware.models import Run
from hengcai.people.models import Person


def package_runs_held(person: Person) -> Iterator[dict[str, Any]]:
    """Every part opened, with all it reported."""
    rows = Run.objects.filter(enrolment__person=person).select_related("package", "lesson__course")
    for one in rows.order_by("opened_at", "pk"):
        yield plain_row(
            {
                "package": one.package.title, "course": one.lesson.course.code, "lesson": one.lesson.code, "part": one.part,
                "completion": one.completion, "success": one.success, "share": one.share, "tries": one.tries,
                "seconds": one.seconds, "opened_at": one.opened_at, "seen_at": one.seen_at, "done_at": one.done_at,
                "reported": one.values,
            }
        )  # fmt: skip
