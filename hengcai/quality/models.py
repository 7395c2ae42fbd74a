from typing import Any

from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.base.bilingual import BilingualField
from hengcai.framework.models import Competency
from hengcai.interactions.models import Contact
from hengcai.people.models import Person, Placement, TeamSums
from hengcai.quality import (  # noqa: F401 - their tables belong to this package
    calibration_models,
    measure_models,
    observation_models,
)
from hengcai.quality.drawn_models import Pick
from hengcai.quality.presence_models import Presence  # noqa: F401 - so is this one
from hengcai.quality.recheck_models import RecheckDraw


class Scorecard(models.Model):
    """One version of a scorecard. Published ones never change; each evaluation keeps its version."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    class Kind(models.TextChoices):
        WEIGHTED = "weighted"  # 得分制
        DEDUCTION = "deduction"  # 扣分制

    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    name = BilingualField()
    channel = models.CharField(max_length=8, choices=Contact.Channel)
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    pass_line = models.DecimalField(max_digits=5, decimal_places=2)
    excellence_line = models.DecimalField(max_digits=5, decimal_places=2)
    bonus_cap = models.DecimalField(max_digits=5, decimal_places=2, default=5)
    level_shares = models.JSONField(default=list)  # share earned at level 1 … 5, decimal texts
    red_lines = models.JSONField(default=list)  # codes
    published_on = models.DateField(null=True)
    holds_from = models.DateField(null=True)  # contacts are given out on it from this day; null: since publication
    holds_until = models.DateField(null=True)  # the last such day; null: until something else is said
    posts = models.JSONField(default=list)  # codes; empty: whatever no other card of the channel is kept for
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    saved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="scorecard_once"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(state="published", holds_until__isnull=True), name="one_scorecard_in_force"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Section(models.Model):
    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="sections")
    code = models.CharField(max_length=40)
    name = BilingualField()
    weight = models.DecimalField(max_digits=6, decimal_places=3)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scorecard", "code"], name="section_once")]


class Item(models.Model):
    class Kind(models.TextChoices):
        ANCHORED = "anchored"
        YES_NO = "yes_no"
        CHOICE = "choice"
        DEDUCTION = "deduction"
        BONUS = "bonus"
        NOTE = "note"

    class CriticalScope(models.TextChoices):
        SECTION = "section"
        WHOLE = "whole"

    class CriticalClass(models.TextChoices):
        CUSTOMER = "customer"
        BUSINESS = "business"
        COMPLIANCE = "compliance"

    section = models.ForeignKey(Section, models.CASCADE, related_name="items")
    code = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Kind)
    name = BilingualField()
    guidance = BilingualField()
    weight = models.DecimalField(max_digits=6, decimal_places=3, default=0)
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    indicator = models.CharField(max_length=40, blank=True)  # code of a service-quality indicator
    may_be_na = models.BooleanField(default=True)
    anchors = BilingualField(default=dict)
    options = BilingualField(default=list)  # choice: [{id, name, points}]
    points = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    critical_scope = models.CharField(max_length=8, choices=CriticalScope, blank=True)
    critical_class = models.CharField(max_length=10, choices=CriticalClass, blank=True)
    condition = models.JSONField(default=dict)  # {item: code, is: [values]}; empty: always applies
    comment_below = models.PositiveSmallIntegerField(null=True)
    comment_if = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "code"], name="item_once")]

    def __str__(self) -> str:
        return str(self.name)


class RedLine(models.Model):
    """红线: a kind of conduct that opens a case at once."""

    code = models.CharField(max_length=40, unique=True)
    name = BilingualField()
    definition = BilingualField()

    def __str__(self) -> str:
        return str(self.name)


class Assignment(models.Model):
    """One contact given to one analyst on one scorecard version: nobody opens what they were not given."""

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"
        WITHDRAWN = "withdrawn"

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="assignments")
    analyst = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    scorecard = models.ForeignKey(Scorecard, models.PROTECT, related_name="assignments")
    placement = models.ForeignKey(
        Placement, models.PROTECT, null=True, related_name="+"
    )  # the agent's, on the contact's day
    assigned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()
    due_on = models.DateField()
    why = models.CharField(max_length=20, default="by_hand")  # or "drawn"
    pick = models.ForeignKey(
        Pick, models.PROTECT, null=True, related_name="assignments"
    )  # how it was drawn, where it was
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "analyst", "scorecard"], name="assignment_once")]
        indexes = [models.Index(fields=["analyst", "state", "due_on"])]

    @property
    def subject_id(self) -> Any:
        return self.contact.agent.user_id


class Evaluation(models.Model):
    """One revision of one contact's marks. Submitted revisions never change; a second submission is a new one.

    Scores are exact fractions as text ("5971/70"); the decimal beside them is for lists and sums.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        PUBLISHED = "published"

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="evaluations")
    agent = models.ForeignKey(Person, models.PROTECT, related_name="evaluations")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="evaluations")
    scorecard = models.ForeignKey(Scorecard, models.PROTECT, related_name="evaluations")
    evaluator = models.ForeignKey(User, models.PROTECT, related_name="evaluations")
    contact_on = models.DateField()  # the contact's local day: which month and quarter it counts in
    revision = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)  # the newest submitted revision; a draft never is
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    edit_count = models.PositiveIntegerField(
        default=0
    )  # what a page must name to save: two people never overwrite each other
    comment = models.TextField(blank=True)
    revision_reason = models.TextField(blank=True)
    item_seconds = models.JSONField(default=dict)  # item → seconds it was worked on at the desk; part of no score
    exact = models.CharField(max_length=400, blank=True)  # after fatal errors; empty: no score
    exact_without_fatal = models.CharField(max_length=400, blank=True)
    total = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    has_fatal = models.BooleanField(default=False)
    saved_at = models.DateTimeField(default=clock.now)
    submitted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    dispute_closes_on = models.DateField(null=True)  # the agent's last day to answer; null: there is nothing to answer
    confirmed_at = models.DateTimeField(null=True)  # when the agent agreed
    recheck_draw = models.ForeignKey(
        RecheckDraw, models.PROTECT, null=True, related_name="evaluations"
    )  # the batch it is published with

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "revision"], name="revision_once"),
            models.UniqueConstraint(fields=["assignment"], condition=Q(state="draft"), name="one_draft_per_assignment"),
        ]
        indexes = [
            models.Index(fields=["agent", "contact_on"], condition=Q(is_current=True), name="current_of_agent"),
            models.Index(fields=["contact_on"], condition=Q(is_current=True), name="current_by_day"),
            models.Index(fields=["total", "contact_on"], condition=Q(is_current=True), name="current_by_total"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id


class Answer(models.Model):
    """One item's mark. A missing row is unanswered; `na` was chosen; neither is ever 0."""

    class Cause(models.TextChoices):
        PERSON = "person"
        PROCESS = "process"
        SYSTEM = "system"
        KNOWLEDGE = "knowledge"
        POLICY = "policy"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    value = models.CharField(max_length=40)  # "1" … "5", "yes", "no", an option's id, "hit", "clear", "na"
    comment = models.TextField(blank=True)
    cause = models.CharField(max_length=10, choices=Cause, blank=True)
    turn = models.PositiveIntegerField(null=True)  # the moment in the transcript it points at
    phrase_start = models.PositiveIntegerField(null=True)  # of the turn as it is shown, customers' data covered
    phrase_end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)  # what stood there

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "item"], name="answer_once")]


class Case(models.Model):
    """A red line reported: open until a second person confirms or dismisses it."""

    class State(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        DISMISSED = "dismissed"

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="cases")
    agent = models.ForeignKey(Person, models.PROTECT, related_name="cases")
    red_line = models.ForeignKey(RedLine, models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reason = models.TextField()
    turn = models.PositiveIntegerField(null=True)
    reported_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    judged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)
    judgement = models.TextField(blank=True)

    @property
    def subject_id(self) -> Any:
        return self.agent.user_id


class Dispute(models.Model):
    """申诉: one agent against some marks of one published revision, decided by somebody who scored none of it."""

    class State(models.TextChoices):
        OPEN = "open"
        TAKEN = "taken"  # somebody marks the items and sees no mark but their own
        MARKED = "marked"  # their marks are in, and they see everything
        DECIDED = "decided"
        WITHDRAWN = "withdrawn"  # by the agent; the first marks stand

    ENDED = (State.DECIDED, State.WITHDRAWN)
    evaluation = models.OneToOneField(Evaluation, models.PROTECT, related_name="dispute")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    raised_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    due_on = models.DateField()  # to be decided by this day
    opinion = models.TextField(blank=True)
    opinion_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    opinion_at = models.DateTimeField(null=True)
    decider = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    taken_over = models.TextField(blank=True)  # why no analyst decides; empty: one does
    marked_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    outcome = models.OneToOneField(
        Evaluation, models.PROTECT, null=True, related_name="decided_by"
    )  # the revision it led to; null: none, or none yet

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"], name="dispute_by_due_day")]

    @property
    def subject_id(self) -> Any:
        return self.evaluation.agent.user_id


class DisputedItem(models.Model):
    """One mark the agent holds to be wrong: what they ask for, what the decider gave blind, what was decided."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld"
        PARTLY = "partly"
        REJECTED = "rejected"

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="items")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    first = models.CharField(max_length=40)  # the mark as it was
    wished = models.CharField(max_length=40)
    words = models.TextField()
    turn = models.PositiveIntegerField(null=True)
    blind = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    decided = models.CharField(max_length=40, blank=True)  # the mark it ends with
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dispute", "item"], name="disputed_once")]


class TeamMonth(TeamSums):
    """A month's published evaluations of one team beside those of the three months before."""

    month = models.DateField()  # its first day

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "month"], name="team_month_once"),
            models.UniqueConstraint(fields=["site", "month"], condition=Q(team=None), name="site_month_once"),
        ]
