from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.base import clock
from hengcai.interactions.complaint_models import Complaint  # noqa: F401 - a model is found where its package looks
from hengcai.interactions.flag_models import ContactFlag  # noqa: F401 - likewise
from hengcai.interactions.judged_models import JudgedWords
from hengcai.interactions.operation_models import OperationFigure  # noqa: F401 - likewise
from hengcai.interactions.recording_models import Recording  # noqa: F401 - a model is found where its package looks
from hengcai.people.models import Person


class ImportRun(models.Model):
    """One file on its way in. The cursor moves in the same transaction as the rows it passed.

    Until it is done, the same file goes on in the same run; after that it starts a new one and finds its rows there.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        UNDOING = "undoing"
        UNDONE = "undone"

    OPEN = (State.RUNNING, State.FAILED)

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)  # digest of kind, file, mapping and options
    file_name = models.CharField(max_length=200)
    path = models.CharField(max_length=500)
    mapping = models.JSONField(default=dict)  # our column → where it stands in the file
    options = models.JSONField(default=dict)
    columns = models.JSONField(default=list)  # the file's own header; empty where it has none
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    cursor = models.JSONField(default=dict)  # where the next chunk starts
    chunk_count = models.PositiveIntegerField(default=0)
    total_count = models.BigIntegerField(default=0)  # rows expected; 0 where nobody can say before reading
    read_count = models.BigIntegerField(default=0)
    added_count = models.BigIntegerField(default=0)
    updated_count = models.BigIntegerField(default=0)
    passed_over_count = models.BigIntegerField(default=0)
    rejected_count = models.BigIntegerField(default=0)
    summary = models.JSONField(default=dict)
    refusal = models.JSONField(default=dict)
    started_by = models.BigIntegerField()
    started_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True)
    names_its_rows = models.BooleanField(default=False)  # begun by a version that keeps which rows a run brought
    undone_count = models.BigIntegerField(default=0)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(state__in=["running", "failed"]), name="one_open_run_per_file"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class Brought(models.Model):
    """What a run made, or found and changed, beside its contacts and measures, which name their run themselves."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="brought")
    thing = models.CharField(max_length=40)  # the model, as audit entries name it
    row = models.BigIntegerField()
    is_new = models.BooleanField(default=True)
    digest = models.CharField(max_length=32, blank=True)  # of a person as they stood when the run was through with them

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "thing", "row"], name="brought_once")]


class ColumnChoice(models.Model):
    """Which heading somebody said is which, for files of this kind with the same headings."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)  # digest of the headings, whatever their order
    columns = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    chosen_by = models.BigIntegerField()
    chosen_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_choice_per_headings")]


class ImportDraft(models.Model):
    """A file looked at before it comes in. Only who sent it sees it; it goes when the import begins, or after a week."""

    class State(models.TextChoices):
        CHOOSING = "choosing"
        CHECKING = "checking"
        READY = "ready"
        FAILED = "failed"

    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    path = models.CharField(max_length=500)
    columns = models.JSONField(default=list)
    sheet = models.CharField(max_length=80, blank=True)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.CHECKING)
    cursor = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)  # rows read, added, updated, passed over, at fault
    faults = models.JSONField(default=dict)  # column and code → how many
    made = models.JSONField(default=dict)  # what would be made on the way
    samples = models.JSONField(default=list)  # rows as they stand, to choose columns by
    shown = models.JSONField(default=list)  # the first rows, checked
    at_fault = models.JSONField(default=list)  # rows at fault further down, as many as a page takes
    refusal = models.JSONField(default=dict)
    edit_count = models.PositiveIntegerField(default=0)
    corrected_count = models.PositiveIntegerField(default=0)
    made_by = models.BigIntegerField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["made_by", "made_at"])]

    def __str__(self) -> str:
        return self.file_name


class Reject(models.Model):
    """A row that did not come in: as it was, and why. Written with the chunk, so none is lost or doubled."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rejects", db_index=False)
    row = models.BigIntegerField()
    column = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    original = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "row"], name="reject_once")]


class LakePart(models.Model):
    """The manifest: rows of one day that lie together in a file of the lake. Only what is named here exists.

    A file may hold several parts. Merging files moves parts to another file and never touches their contacts.
    """

    path = models.CharField(max_length=200)  # relative to the lake
    first_row = models.PositiveIntegerField(default=0)  # where in that file the part begins
    day = models.DateField()
    row_count = models.PositiveIntegerField()
    byte_count = models.BigIntegerField(default=0)  # about, when read into memory; 0 where nobody took its measure
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, related_name="parts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["path", "first_row"], name="lake_row_once")]
        indexes = [models.Index(fields=["day"])]


class Contact(models.Model):
    """One conversation, narrow: what lists and sampling need. Its words lie in the lake."""

    class Channel(models.TextChoices):
        CALL = "call"
        CHAT = "chat"
        TICKET = "ticket"
        VIDEO = "video"
        VISIT = "visit"

    class Complaint(models.TextChoices):
        NONE = "none"
        OPEN = "open"
        UPHELD = "upheld"
        NOT_UPHELD = "not_upheld"

    key = models.CharField(max_length=80, unique=True)
    agent = models.ForeignKey(Person, models.PROTECT, related_name="contacts", db_index=False)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    channel = models.CharField(max_length=8, choices=Channel)
    language = models.CharField(max_length=8, blank=True)
    queue = models.CharField(max_length=500, blank=True, default="")
    csat_source = models.CharField(max_length=8, blank=True, default="")  # prompt, callback; empty: not told
    csat = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    recommend = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    complaint = models.CharField(max_length=10, choices=Complaint, default=Complaint.NONE)
    is_resolved_first = models.BooleanField(null=True)
    matter_key = models.BigIntegerField(null=True)  # a keyed digest of customer and matter; null where a file lacks one
    turn_count = models.PositiveIntegerField(default=0)  # 0: nothing was said; such a contact is never drawn
    digest = models.CharField(max_length=32)
    part = models.ForeignKey(LakePart, models.PROTECT, null=True, related_name="contacts")
    part_row = models.PositiveIntegerField(default=0)  # counted from the part's first row
    brought_by = models.BigIntegerField(null=True)  # the run whose content it has; read by nobody but its undoing

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(csat__isnull=True) | Q(csat__gte=1, csat__lte=5), name="csat_1_to_5"),
            models.CheckConstraint(
                condition=Q(recommend__isnull=True) | Q(recommend__gte=0, recommend__lte=10), name="recommend_0_to_10"
            ),
        ]
        indexes = [models.Index(fields=["agent", "started_at"]), models.Index(fields=["started_at"])]

    def __str__(self) -> str:
        return self.key

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id


class Transcript(models.Model):
    """The words of a contact picked for work, copied from the lake and masked when shown."""

    contact = models.OneToOneField(Contact, models.CASCADE, primary_key=True, related_name="transcript")
    turns = models.JSONField()  # [{speaker, text, start?, end?}]
    told = models.JSONField(default=dict)  # what its file says besides: {direction?, queue?, skill_group?}


class Praise(JudgedWords):
    """What a customer said well of an agent, of a contact where it is known which, and whether it was found to be so."""

    agent = models.ForeignKey(Person, models.PROTECT, related_name="praise")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="praise")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "contact", "received_at"], name="praise_once"),
            models.UniqueConstraint(
                fields=["agent", "received_at"], condition=Q(contact__isnull=True), name="praise_of_no_contact_once"
            ),
        ]
        indexes = [models.Index(fields=["received_at"])]


class TicketStep(models.Model):
    """A ticket in one agent's hands, from then to then; open while it is there."""

    ticket = models.CharField(max_length=80)
    agent = models.ForeignKey(Person, models.PROTECT, related_name="ticket_steps")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    queue = models.CharField(max_length=80, blank=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ticket", "agent", "starts_at"], name="ticket_step_once"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="ticket_step_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["ends_at"])]


class ServiceWeek(models.Model):
    """When the centre serves customers: one row, or none where it never closes."""

    week = models.JSONField()  # weekday (0 is Monday) → [[minute it opens, minute it closes], …]
    is_closed_on_holidays = models.BooleanField(default=False)


class Measure(models.Model):
    """An operational figure of one agent over a period, with what it was made of."""

    agent = models.ForeignKey(Person, models.CASCADE, related_name="measures")
    code = models.CharField(max_length=40)
    period_start = models.DateField()
    period_end = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=6)
    numerator = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    brought_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "code", "period_start", "period_end"], name="measure_once")
        ]
