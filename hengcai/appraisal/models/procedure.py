"""A policy's way into force: what was discussed, decided, announced and signed for. Kept as proof; nothing is deleted."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.appraisal.models.cycles import Policy
from hengcai.base import clock
from hengcai.people.models import Person


class Procedure(models.Model):
    """One a policy, begun with its discussion; each step fills its own fields once."""

    policy = models.OneToOneField(Policy, models.PROTECT, related_name="procedure")
    invitation = models.TextField(blank=True)  # what staff were told when asked to comment
    discussed_text = models.TextField()  # the text they read
    discussed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    discussed_at = models.DateTimeField()
    closes_on = models.DateField()  # the last day for comments
    decided_on = models.DateField(null=True)  # the day of the meeting
    minutes = models.TextField(blank=True)
    votes_for = models.PositiveIntegerField(default=0)
    votes_against = models.PositiveIntegerField(default=0)
    votes_abstained = models.PositiveIntegerField(default=0)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who confirmed the decision
    decided_at = models.DateTimeField(null=True)
    alone_because = models.TextField(blank=True)  # why one person drafted and confirmed, where nobody else could
    text_hash = models.CharField(max_length=64, blank=True)  # of the text decided on, which people sign for
    notice = models.TextField(blank=True)  # the public text
    place = models.CharField(max_length=200, blank=True)  # where it was put up
    announced_on = models.DateField(null=True)
    announced_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    announced_at = models.DateTimeField(null=True)
    promised_from = models.DateField(null=True)  # in force from, as announced
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(promised_from__isnull=True) | Q(promised_from__gt=F("announced_on")),
                name="announced_before_in_force",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gt=F("closes_on")),
                name="decided_after_discussion",
            ),
        ]


class Attendee(models.Model):
    """Somebody present when a policy was decided on, and for whom they stood."""

    class Capacity(models.TextChoices):
        UNION = "union"
        STAFF = "staff"  # elected by the staff
        PANEL = "panel"
        MANAGEMENT = "management"

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="attendees")
    name = models.CharField(max_length=80)
    capacity = models.CharField(max_length=10, choices=Capacity)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # where one of our people


class PolicyComment(models.Model):
    """What somebody says of an article of a draft, and the answer it gets."""

    class Answer(models.TextChoices):
        TAKEN = "taken"
        PARTLY = "partly"
        NOT_TAKEN = "not_taken"

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="comments")
    article = models.CharField(max_length=120, blank=True)  # an article's key; empty: of the whole
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & ~Q(reason="")),
                name="policy_answer_has_reason",
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.by_id


class ChangeReason(models.Model):
    """Why one thing differs from the version before."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="reasons")
    place = models.CharField(max_length=160)  # kind and name of the line that differs
    reason = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["policy", "place"], name="change_reason_once")]


class PolicyFile(models.Model):
    """A paper kept with a step: the sign-in sheet of a meeting, the union's letter, a photo of the notice."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="files")
    step = models.CharField(max_length=10)  # the state it was added in
    name = models.CharField(max_length=120)  # as its owner called it
    place = models.CharField(max_length=200)  # a path under the media folder
    media_type = models.CharField(max_length=40)
    byte_count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)


class Acknowledgement(models.Model):
    """制度签收: one person has read one version, and said so with their password."""

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="acknowledgements")
    at = models.DateTimeField(default=clock.now)
    text_hash = models.CharField(max_length=64)
    signed_on = models.DateField(null=True)  # of a signature on paper: the day written beside it
    taken_in_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who has seen that paper

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["policy", "person"], name="acknowledged_once"),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True, taken_in_by__isnull=True)
                | Q(signed_on__isnull=False, taken_in_by__isnull=False),
                name="on_paper_or_by_oneself",
            ),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id
