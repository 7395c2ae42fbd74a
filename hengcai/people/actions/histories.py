"""A person's stored history brought into line: every last day follows from what comes after it."""

from datetime import date

from hengcai.people.models import Employment, Person, Placement
from hengcai.people.rules import history
from hengcai.people.rules.history import Episode, Span, Stand


def stored_episodes(person: Person) -> list[Episode]:
    rows = Employment.objects.filter(person=person).order_by("hired_on")
    return [Episode(row.hired_on, row.left_on) for row in rows]


def stored_spans() -> dict[object, list[Span]]:
    """Whom everybody stood under, and when: what a loop of leads is looked for in."""
    found: dict[object, list[Span]] = {}
    rows = Placement.objects.filter(lead__isnull=False).order_by("person", "since")
    for person, since, until, lead in rows.values_list("person", "since", "until", "lead"):
        found.setdefault(person, []).append(Span(Stand(since, lead=lead), until))
    return found


def ends_moved(person: Person) -> list[Placement]:
    """Placements whose last day, as it follows from the beginnings and the employments, is not the stored one."""
    rows = {row.since: row for row in Placement.objects.filter(person=person)}
    changed: list[Placement] = []
    for span in history.spans([Stand(since) for since in rows], stored_episodes(person)):
        row = rows[span.since]
        if row.until != span.until:
            row.until = span.until
            changed.append(row)
    return changed


def spans_with(person: Person, placement: Placement) -> list[Span]:
    """The person's history as it would be with this placement in it."""
    stands: dict[date, Stand] = {
        row.since: Stand(row.since, lead=row.lead_id) for row in Placement.objects.filter(person=person)
    }
    stands[placement.since] = Stand(placement.since, lead=placement.lead_id)
    return history.spans(stands.values(), stored_episodes(person))
