"""Contacts and what was said in them; imports and their rejected rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.base.errors import NotNow
from hengcai.base.ids import folded
from hengcai.base.masking.text import spoken_turns
from hengcai.base.permissions import Doer
from hengcai.base.say import sentence
from hengcai.base.sorting import Orders
from hengcai.interactions import hearing, lake, permissions
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.models import Contact, ImportDraft, ImportRun, LakePart, Reject
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.rules.contact import names_told
from hengcai.interactions.rules.covering import Moment, covered_moments
from hengcai.jobs.models import Job
from hengcai.people.models import Person, Placement

Turns = list[dict[str, Any]]
LOW, HIGH = 2, 4
MOST_COUNTED = 1_000


NEWEST = ("-started_at", "-pk")
CONTACT_ORDERS = Orders({
    "began": ("started_at", "pk"), "agent": ("agent__name_key", "agent__number", *NEWEST), "channel": ("channel", *NEWEST),
    "turns": ("turn_count", *NEWEST), "satisfaction": ("csat?", *NEWEST), "complaint": ("complaint", *NEWEST), "key": ("key",),
})  # fmt: skip
RUN_ORDERS = Orders({
    "file": ("file_name", *NEWEST), "kind": ("kind", *NEWEST), "state": ("state", *NEWEST), "begun": ("started_at", "pk"),
    "read": ("read_count", *NEWEST), "added": ("added_count", *NEWEST), "updated": ("updated_count", *NEWEST),
    "there": ("passed_over_count", *NEWEST), "rejected": ("rejected_count", *NEWEST),
})  # fmt: skip


def contacts_seen_by(user: Doer) -> QuerySet[Contact]:
    """The newest first."""
    rows = Contact.objects.select_related("agent").order_by("-started_at", "-pk")
    return permissions.SEE.rows(rows, user)


@dataclass(frozen=True)
class ContactFilter:
    """What a list of contacts is narrowed by; None or empty leaves it as it is."""

    agent: str = ""
    team: int | None = None
    channel: str = ""
    first_day: date | None = None
    last_day: date | None = None
    satisfaction: str = ""

    def condition(self) -> Q:
        rows = permissions.started_on(self.first_day, self.last_day, zone=settings.TIME_ZONE)
        if self.agent:
            rows &= Q(agent__in=_named(self.agent).values("pk"))
        if self.team:
            rows &= permissions.during(Placement.objects.filter(team=self.team))
        if self.channel:
            rows &= Q(channel=self.channel)
        return rows & SATISFACTION.get(self.satisfaction, Q())


def _named(text: str) -> QuerySet[Person]:
    return Person.objects.filter(Q(number=folded(text)) | Q(name__icontains=text))


SATISFACTION = {
    "low": Q(csat__lte=LOW),
    "middle": Q(csat__gt=LOW, csat__lt=HIGH),
    "high": Q(csat__gte=HIGH),
    "none": Q(csat__isnull=True),
}


def counted(rows: QuerySet[Contact]) -> int:
    """How many there are, without counting further than a list is ever paged; in the list's own order, so that what
    is found at its head is not looked for from the other end."""
    return rows.values("pk")[: MOST_COUNTED + 1].count()


def read_turns(contacts: Iterable[Contact]) -> dict[int, Turns]:
    """Contact → what was said, as it came in; only the rows asked for are read from the lake."""
    return {key: row["turns"] for key, row in read_conversations(contacts).items()}


def read_conversations(contacts: Iterable[Contact]) -> dict[int, dict[str, Any]]:
    """Contact → its turns and what its file said besides. A contact without words has empty ones."""
    there = list(contacts)
    found: dict[int, dict[str, Any]] = {contact.pk: {"turns": [], "aside": {}} for contact in there}
    for path, some in _by_file(there).items():
        try:
            found.update(_rows_of(path, some))
        except FileNotFoundError:
            found.update(_rows_elsewhere(path, some))
    return found


def _by_file(contacts: Iterable[Contact]) -> dict[str, dict[int, Contact]]:
    """File → row in it → contact."""
    with_words = [contact for contact in contacts if contact.part_id]
    manifest = LakePart.objects.filter(pk__in={contact.part_id for contact in with_words})
    parts = {pk: (path, first) for pk, path, first in manifest.values_list("pk", "path", "first_row")}
    if {contact.part_id for contact in with_words} - parts.keys():
        return _by_file(Contact.objects.filter(pk__in=[contact.pk for contact in with_words]))
    grouped: dict[str, dict[int, Contact]] = defaultdict(dict)
    for contact in with_words:
        path, first = parts[contact.part_id or 0]
        grouped[path][first + contact.part_row] = contact
    return grouped


def _rows_of(path: str, contacts: Mapping[int, Contact]) -> dict[int, dict[str, Any]]:
    rows = lake.read_rows(path, contacts.keys())
    found = {}
    for place, contact in contacts.items():
        row = rows.get(place)
        if row is None or row["id"] != contact.key:
            raise NotNow("lake.row_differs", path=path, value=contact.key)
        found[contact.pk] = row
    return found


def _rows_elsewhere(path: str, contacts: Mapping[int, Contact]) -> dict[int, dict[str, Any]]:
    """The file was merged into another between the look at the manifest and the reading."""
    found: dict[int, dict[str, Any]] = {}
    now = Contact.objects.filter(pk__in=[contact.pk for contact in contacts.values()])
    for elsewhere, some in _by_file(now).items():
        if elsewhere == path:
            raise NotNow("lake.part_missing", path=path)
        try:
            found.update(_rows_of(elsewhere, some))
        except FileNotFoundError:
            raise NotNow("lake.part_missing", path=elsewhere) from None
    return found


def turns_of(contact: Contact) -> Turns:
    """The copy made when it was picked for work, where there is one; otherwise the lake."""
    transcript = getattr(contact, "transcript", None)
    return list(transcript.turns) if transcript else read_turns([contact])[contact.pk]


def flags_on(contact: Contact) -> list[str]:
    return sorted(contact.flags.values_list("name", flat=True))


def names_of(contact: Contact) -> tuple[str, ...]:
    """What the customer is called, where the file said so: of the copy, otherwise of the lake."""
    transcript = getattr(contact, "transcript", None)
    return names_told(transcript.told if transcript else read_conversations([contact])[contact.pk]["aside"])


def spoken_of(contact: Contact, turns: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Who said what, personal data and the customer's name covered: what programs are handed."""
    return spoken_turns(turns, known=names_of(contact))


def recordings_heard_by(user: Doer) -> QuerySet[Recording]:
    """Those one may play, with their contacts."""
    conditions = [one.condition(user) for one in (*hearing.FOR_WORK, permissions.HEAR_ANY)]
    rows = Recording.objects.select_related("contact__agent")
    if any(one is not None and not one for one in conditions):
        return rows
    reached = Q(pk__in=[])
    for one in conditions:
        reached |= one or Q(pk__in=[])
    return rows.filter(contact__in=Contact.objects.filter(reached).values("pk"))


def moments_to_cover(recording: Recording) -> list[Moment]:
    """When customers' data are said, by the words of the contact."""
    contact = Contact.objects.select_related("transcript").get(pk=recording.contact_id)
    said = read_conversations([contact])[contact.pk]
    turns = turns_of(contact)
    return covered_moments(turns, known=names_told(said["aside"]), seconds=recording.seconds)


def runs_seen_by(user: Doer) -> QuerySet[ImportRun]:
    """The newest first."""
    return permissions.SEE_RUNS.rows(ImportRun.objects.order_by("-started_at", "-pk"), user)


def drafts_of(user: Doer) -> QuerySet[ImportDraft]:
    """One's own alone, of kinds one may bring."""
    kinds = permissions.kinds_open_to(user)
    return ImportDraft.objects.filter(made_by=user.pk, kind__in=kinds).order_by("-made_at", "-pk")


def own_columns(kind: str) -> tuple[str, ...]:
    handler = handler_of(kind)
    return (*handler.required, *handler.optional)


def draft_job(draft: ImportDraft) -> Job | None:
    return Job.objects.filter(kind="check_import", target=draft.pk).order_by("-pk").first()


def open_run(key: str) -> ImportRun | None:
    """The run in which this very file is still coming in."""
    return ImportRun.objects.filter(key=key, state__in=ImportRun.OPEN).first()


def job_of(run: ImportRun, *, kind: str = "import") -> Job | None:
    """The latest work on it, where a worker does it."""
    return Job.objects.filter(kind=kind, target=run.pk).order_by("-pk").first()


def rejects_of(run: ImportRun) -> QuerySet[Reject]:
    return run.rejects.order_by("row")


def reason(reject: Reject, language: str) -> str:
    """Why, and what to do; without the place, which stands in columns of its own."""
    facts = {name: value for name, value in reject.facts.items() if name not in ("row", "column", "file")}
    return sentence(reject.code, language, facts)


def where_and_why(reject: Reject, language: str) -> str:
    """The same with row and column in front."""
    place = {"row": reject.row, **({"column": reject.column} if reject.column else {})}
    return sentence(reject.code, language, {**reject.facts, **place})


def exported_contacts(batch_size: int = 2_000) -> Iterator[tuple[Contact, Mapping[str, Any]]]:
    """Every contact with its words, part by part, so that each part is opened about once."""
    rows = Contact.objects.select_related("agent").order_by("part_id", "part_row", "pk")
    last: tuple[int, int, int] | None = None
    while some := list(_after(rows, last)[:batch_size]):
        said = read_conversations(some)
        for contact in some:
            yield contact, said[contact.pk]
        last = (some[-1].part_id or 0, some[-1].part_row, some[-1].pk)


def _after(rows: QuerySet[Contact], last: tuple[int, int, int] | None) -> QuerySet[Contact]:
    if last is None:
        return rows
    part, place, pk = last
    same = Q(part_id=part) if part else Q(part__isnull=True)
    later = Q(part_id__gt=part) if part else Q(part__isnull=False)
    return rows.filter(later | (same & (Q(part_row__gt=place) | Q(part_row=place, pk__gt=pk))))
