"""What offices and vendors call our columns: one table of names, by kind of file, and what each column is told to hold."""

from collections.abc import Mapping

from hengcai.interactions.rules.headings.complaint_records import COMPLAINT_RECORDS
from hengcai.interactions.rules.headings.contacts import COMPLAINTS, CONTACTS
from hengcai.interactions.rules.headings.heading import Heading
from hengcai.interactions.rules.headings.measures import MEASURES
from hengcai.interactions.rules.headings.people import PEOPLE
from hengcai.interactions.rules.headings.praise import PRAISE
from hengcai.interactions.rules.headings.ratings import RATINGS, TESTS
from hengcai.interactions.rules.headings.tickets import TICKET_STEPS
from hengcai.interactions.rules.headings.time import ABSENCES, CALENDAR, SHIFTS, SKILL_GROUPS

HEADINGS: Mapping[str, Mapping[str, Heading]] = {
    "people": PEOPLE,
    "contacts": CONTACTS,
    "measures": MEASURES,
    "complaints": COMPLAINTS,
    "complaint-records": COMPLAINT_RECORDS,
    "praise": PRAISE,
    "ticket-steps": TICKET_STEPS,
    "shifts": SHIFTS,
    "absences": ABSENCES,
    "skill-groups": SKILL_GROUPS,
    "calendar": CALENDAR,
    "ratings": RATINGS,
    "tests": TESTS,
}


def headings_of(kind: str) -> Mapping[str, Heading]:
    """None for a kind whose columns go by our own names alone."""
    return HEADINGS.get(kind, {})
