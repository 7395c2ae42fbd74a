"""What people are appraised by, when, who takes part, and how it goes out."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.framework.models import Framework, Post
from hengcai.people.models import Person, Placement


class Policy(models.Model):
    """One version of the arithmetic, as the text people read and sign. Published ones never change."""

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly"
        MONTHLY = "monthly"

    class State(models.TextChoices):
        DRAFT = "draft"
        DISCUSSED = "discussed"  # staff read it and comment by article; every comment is answered
        DECIDED = "decided"  # with minutes and votes
        ANNOUNCED = "announced"  # everybody can read and sign for it; in force from a day to come
        PUBLISHED = "published"  # in force
        RETIRED = "retired"
        WITHDRAWN = "withdrawn"  # given up on the way, with a reason; what was done stays on record

    PUBLIC = (State.DISCUSSED, State.DECIDED, State.ANNOUNCED, State.PUBLISHED, State.RETIRED, State.WITHDRAWN)

    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    text = models.TextField()  # YAML, contracts: policy file
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_on = models.DateField(null=True)
    in_force_from = models.DateField(null=True)  # that day included, until the next one of its kind begins
    drafters = models.ManyToManyField(User, related_name="+")  # all who wrote in it
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    saved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="policy_once"),
            models.UniqueConstraint(fields=["kind"], condition=Q(state="published"), name="one_policy_in_force"),
            models.UniqueConstraint(fields=["kind", "in_force_from"], name="one_policy_a_day"),
        ]

    def __str__(self) -> str:
        return self.name


class Cycle(models.Model):
    class Kind(models.TextChoices):
        MONTH = "month"  # F2, service quality out of 100
        QUARTER = "quarter"  # F3, skill on 1–5
        PROBATION = "probation"  # F3's rules when probation ends
        YEAR = "year"  # 60 % the mean of the months, 40 % that of the quarters
        SPECIAL = "special"  # F3's rules for people chosen by hand, for a purpose

    class Purpose(models.TextChoices):
        """Of a special appraisal."""

        ENTRY = "entry"
        CONFIRMATION = "confirmation"  # in the post
        PROMOTION = "promotion"  # or selection among several
        RETEST = "retest"  # after training or an improvement plan

    class State(models.TextChoices):
        DRAFT = "draft"
        COLLECTING = "collecting"
        PRELIMINARY = "preliminary"
        PROPOSED = "proposed"  # one person wants it out; a second one has not said so yet
        PUBLISHING = "publishing"  # both want it; nobody sees anything until the time to take it back has run out
        PUBLISHED = "published"

    WITH_FORMS = (Kind.QUARTER, Kind.PROBATION, Kind.SPECIAL)  # on 1–5; the others are points out of 100
    COMPUTED = (State.PRELIMINARY, State.PROPOSED, State.PUBLISHING, State.PUBLISHED)  # those with results

    code = models.CharField(max_length=20, unique=True)  # "2026-Q1", "2026-03"
    kind = models.CharField(max_length=10, choices=Kind)
    purpose = models.CharField(max_length=12, choices=Purpose, blank=True)
    name = BilingualField()
    period_start = models.DateField()
    period_end = models.DateField()
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="cycles")
    framework = models.ForeignKey(Framework, models.PROTECT, related_name="cycles")
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    self_due_on = models.DateField(null=True)
    others_due_on = models.DateField(null=True)  # peers, practical
    superior_due_on = models.DateField(null=True)
    publish_due_on = models.DateField(null=True)
    seed = models.CharField(max_length=40, blank=True)  # peers are drawn with it
    template = models.ForeignKey("CycleTemplate", models.SET_NULL, null=True, related_name="cycles")
    zone = models.CharField(max_length=40, blank=True)  # its days end there; empty: as the sites' days do
    opens_at = models.DateTimeField(null=True)  # of a draft that was laid out by its template
    closes_on = models.DateField(null=True)  # computed by itself when this day is over
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="period_in_order"),
            models.CheckConstraint(
                condition=Q(kind="special") & ~Q(purpose="") | ~Q(kind="special") & Q(purpose=""),
                name="purpose_if_special",
            ),
            models.UniqueConstraint(
                fields=["kind", "period_start"], condition=Q(template__isnull=False), name="laid_out_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def has_forms(self) -> bool:
        """Whether people are rated in it; a month is counted, a year drawn together."""
        return self.kind in self.WITH_FORMS


class Publication(models.Model):
    """One attempt to publish: who proposed it and why, what stood in the way, who confirmed, how it ended."""

    class Outcome(models.TextChoices):
        OPEN = "open"
        DECLINED = "declined"  # before it was confirmed
        TAKEN_BACK = "taken_back"  # after that, in time
        PUBLISHED = "published"

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="publications")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    reason = models.TextField(blank=True)
    standing = models.JSONField(default=dict)  # what stood in the way when it was proposed → how many
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    alone_because = models.TextField(blank=True)  # why one person did both, where nobody else could
    effective_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle"], condition=Q(outcome="open"), name="one_open_publication"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")) | ~Q(alone_because=""),
                name="second_person_or_why_alone",
            ),
        ]


class Participant(models.Model):
    """One person in one cycle, standing where they stood on the period's last day."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "person"], name="participant_once")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
