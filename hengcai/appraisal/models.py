from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.audit.confidential import keep_confidential
from hengcai.base.bilingual import BilingualField
from hengcai.framework.models import Competency, Framework, Post
from hengcai.people.models import Person, Placement, TeamSums


class Policy(models.Model):
    """One version of the arithmetic, as the text people read and sign. Published ones never change."""

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly"
        MONTHLY = "monthly"

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    text = models.TextField()  # YAML, contracts: policy file
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_on = models.DateField(null=True)
    edit_count = models.PositiveIntegerField(default=0)  # what must be named to save a draft
    saved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="policy_once"),
            models.UniqueConstraint(fields=["kind"], condition=Q(state="published"), name="one_policy_in_force"),
        ]

    def __str__(self) -> str:
        return self.name


class Cycle(models.Model):
    class Kind(models.TextChoices):
        MONTH = "month"  # F2, service quality out of 100
        QUARTER = "quarter"  # F3, skill on 1–5
        PROBATION = "probation"  # F3's rules when probation ends

    class State(models.TextChoices):
        DRAFT = "draft"
        COLLECTING = "collecting"
        PRELIMINARY = "preliminary"
        PROPOSED = "proposed"  # one person wants it out; a second one has not said so yet
        PUBLISHING = "publishing"  # both want it; nobody sees anything until the time to take it back has run out
        PUBLISHED = "published"

    COMPUTED = (State.PRELIMINARY, State.PROPOSED, State.PUBLISHING, State.PUBLISHED)  # those with results

    code = models.CharField(max_length=20, unique=True)  # "2026-Q1", "2026-03"
    kind = models.CharField(max_length=10, choices=Kind)
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
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="period_in_order")]

    def __str__(self) -> str:
        return str(self.name)


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


class RatingTask(models.Model):
    """One rater's form for one participant. Who a peer was never leaves this table towards the person rated."""

    class Source(models.TextChoices):
        SUPERIOR = "superior"
        SELF = "self"
        PEER = "peer"
        PRACTICAL = "practical"

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        WITHDRAWN = "withdrawn"

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="tasks")
    source = models.CharField(max_length=10, choices=Source)
    rater = models.ForeignKey(Person, models.PROTECT, related_name="rating_tasks")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    edit_count = models.PositiveIntegerField(default=0)
    comment = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)  # why the group gave a sent form back
    returned_at = models.DateTimeField(null=True)
    nudged_at = models.DateTimeField(null=True)  # when the group last asked for it
    is_imported = models.BooleanField(default=False)  # came in by file; what a rater sent by hand no file changes
    saved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "source", "rater"], name="task_once")]
        indexes = [models.Index(fields=["rater", "state", "due_on"])]

    @property
    def subject_id(self) -> Any:
        return self.participant.person.user_id


class Rating(models.Model):
    """One level on one competency; `level` null is 'not observed', a missing row is unanswered.

    `is_answered` false: a remark drafted before a level was chosen. A sent form holds none such.
    """

    task = models.ForeignKey(RatingTask, models.CASCADE, related_name="ratings")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    level = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    is_answered = models.BooleanField(default=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why two levels or more away from the period's evidence

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "competency"], name="rating_once"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__gte=1, level__lte=5), name="level_1_to_5"
            ),
        ]


class TestMark(models.Model):
    """A written test's mark out of 100; attempt 2 is the resit."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="marks")
    test = models.CharField(max_length=80)
    attempt = models.PositiveSmallIntegerField(default=1)
    mark = models.DecimalField(max_digits=9, decimal_places=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "test", "attempt"], name="mark_once"),
            models.CheckConstraint(condition=Q(mark__gte=0, mark__lte=100), name="mark_0_to_100"),
        ]


class Remark(models.Model):
    """A superior's or peer's word beside the monthly figures; weight 0."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="remarks")
    source = models.CharField(max_length=10, choices=RatingTask.Source)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "source", "author"], name="remark_once")]


class Result(models.Model):
    """What the arithmetic said for one participant, with all it was made of. A correction is a new revision."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="results")
    revision = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    reason = models.TextField(blank=True)  # why this revision was made
    status = models.CharField(max_length=24)  # scored | not_enough_evidence
    exact = models.CharField(max_length=400, blank=True)  # the fraction itself
    final = models.DecimalField(max_digits=7, decimal_places=4, null=True)  # as many places as the policy rounds to
    band = models.CharField(max_length=20, blank=True)
    detail = models.JSONField()  # the contract's JSON of this agent
    levels = models.JSONField(default=dict)  # competency code → {exact, level, n_raters, sources}
    inputs = models.JSONField(default=dict)  # every rating, customer score and mark that went in, without raters' names
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "revision"], name="result_once"),
            models.UniqueConstraint(fields=["participant"], condition=Q(is_current=True), name="one_current_result"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.participant.person.user_id


class Finding(models.Model):
    """What the group looks at before a result goes out; made with the result, gone with it."""

    class Kind(models.TextChoices):
        NOT_ENOUGH = "not_enough"  # no score: too little evidence
        FEW_CUSTOMERS = "few_customers"  # too few customers to count; `n` of them
        FAR_OFF = "far_off"  # a superior's level two or more away from what `n` contacts show

    result = models.ForeignKey(Result, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=14, choices=Kind)
    task = models.ForeignKey(RatingTask, models.CASCADE, null=True, related_name="+")
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    level = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    observed = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    n = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)  # what the rater gave; empty where nothing was
    key = models.CharField(max_length=120, blank=True)  # the same for the same finding, however often it is computed

    class Meta:
        indexes = [models.Index(fields=["kind"])]

    def made_key(self) -> str:
        """What makes it this finding and no other: whom and what it is about, and the figures."""
        level, observed = (None if one is None else f"{one:.6f}" for one in (self.level, self.observed))
        parts = (self.kind, self.result.participant_id, self.task_id, self.competency_id, level, observed, self.n)
        return ":".join("" if part is None else str(part) for part in parts)


class RaterFinding(models.Model):
    """A rater beyond chance harsher (positive) or more lenient than the others; made and gone with the fair scores.

    An analyst is a user, a superior a person. `superior_mean`: the people may differ, since nobody was rated by two.
    """

    class Basis(models.TextChoices):
        EVALUATIONS = "evaluations"
        SUPERIOR = "superior"
        SUPERIOR_MEAN = "superior_mean"

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="rater_findings")
    basis = models.CharField(max_length=14, choices=Basis)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who is asked; None: no sign-in
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    difference = models.DecimalField(max_digits=9, decimal_places=6)
    low = models.DecimalField(max_digits=9, decimal_places=6)
    high = models.DecimalField(max_digits=9, decimal_places=6)
    n = models.PositiveIntegerField()  # contacts, forms or people
    key = models.CharField(max_length=120)

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.user.name if self.user else "–"

    @property
    def size(self) -> Any:
        return abs(self.difference)

    @property
    def span(self) -> tuple[Any, Any]:
        """The interval of the size, in the direction the sentence names."""
        return (self.low, self.high) if self.difference > 0 else (-self.high, -self.low)


class Settlement(models.Model):
    """A finding looked at and left as it is, with the reason; outlives computing anew as long as the finding is the same."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="settlements")
    key = models.CharField(max_length=120)
    reason = models.TextField()
    settled_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "key"], name="settled_once")]


class Question(models.Model):
    """The group asks one rater what a rating rests on; it lies with them until it is answered."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="questions")
    task = models.ForeignKey(RatingTask, models.CASCADE, null=True, related_name="questions")
    competency = models.ForeignKey(Competency, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=120)  # of the finding it was asked about
    asked_of = models.ForeignKey(User, models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    text = models.TextField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)


class FairScore(models.Model):
    """A score freed of its raters' severity, beside the one that counts; made with the result, gone with it.

    The figures come from the measurement library and are for reading; nothing is decided on them unrounded.
    """

    class Basis(models.TextChoices):
        EVALUATIONS = "evaluations"  # the period's published evaluations, out of 100
        SUPERIOR = "superior"
        PEER = "peer"
        FINAL = "final"  # the final score with superiors' and peers' severity taken out

    result = models.ForeignKey(Result, models.CASCADE, related_name="fair_scores")
    basis = models.CharField(max_length=12, choices=Basis)
    unknown = models.CharField(max_length=16, blank=True)  # why there is no fair score
    raw = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    fair = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    low = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    bands = models.JSONField(default=list)  # [[code, probability], …], best first
    n = models.PositiveIntegerField(default=0)  # contacts, or forms

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["result", "basis"], name="fair_score_once"),
            models.CheckConstraint(
                condition=Q(unknown="", fair__isnull=False) | (~Q(unknown="") & Q(fair__isnull=True)),
                name="fair_or_why_not",
            ),
        ]


class FairDesign(models.Model):
    """Whether a cycle's raters overlap enough to tell severity from ability, and what was found of each."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="fair_designs")
    basis = models.CharField(max_length=12, choices=FairScore.Basis)
    unknown = models.CharField(max_length=16, blank=True)
    detail = models.JSONField(default=dict)  # subsets, double scores wanted, severities by rater's id, components
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "basis"], name="fair_design_once")]


class TeamQuarter(TeamSums):
    """A cycle's finals of one team beside those of the cycle before; made with the results, gone with them."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="team_sums")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "team"], name="team_quarter_once"),
            models.UniqueConstraint(fields=["cycle", "site"], condition=Q(team=None), name="site_quarter_once"),
        ]


class RaterTraining(models.Model):
    """Who has passed the short training on halo, central tendency and recency, and when."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="rater_training")
    passed_on = models.DateField()


keep_confidential(RatingTask, Rating, Remark, Question)
