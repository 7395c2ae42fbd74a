from django.db import models
from django.db.models import Q

from hengcai.base.bilingual import BilingualField


class Framework(models.Model):
    """One version of the whole library. Published versions never change; a revision is a new version."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reason = models.TextField(blank=True)  # why this version was made
    changes = models.TextField(blank=True)  # what changed against the one before
    reviewed_by = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True)
    level_map = models.JSONField(default=dict)  # level of the version before → level here; empty: they mean the same

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="published"), name="one_framework_in_force")
        ]

    def __str__(self) -> str:
        return f"v{self.number}"


class Dimension(models.Model):
    framework = models.ForeignKey(Framework, models.CASCADE, related_name="dimensions")
    code = models.CharField(max_length=40)
    name = BilingualField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="dimension_once")]

    def __str__(self) -> str:
        return str(self.name)


class Competency(models.Model):
    """One ability of the library. `code` stays the same through versions: trends hang on it.

    A broad competency (two-part model) has `parts` whose observations count for it too.
    """

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="competencies")
    dimension = models.ForeignKey(Dimension, models.CASCADE, related_name="competencies")
    code = models.CharField(max_length=40)
    name = BilingualField()
    definition = BilingualField()
    good = BilingualField(default=list)
    poor = BilingualField(default=list)
    anchors = BilingualField(default=dict)  # level → text, only where there are no indicators
    broad = models.ForeignKey("self", models.SET_NULL, null=True, related_name="parts")
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="competency_once")]

    def __str__(self) -> str:
        return str(self.name)


class Indicator(models.Model):
    """A key behavioural indicator (KBI) with its anchors by level."""

    competency = models.ForeignKey(Competency, models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=40)
    name = BilingualField()
    look_for = BilingualField()
    anchors = (
        BilingualField()
    )  # "1" … "5" → text; 2 may be absent, and 4 in what was published before it was asked for: they lie between
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["competency", "code"], name="indicator_once")]

    def __str__(self) -> str:
        return str(self.name)


class ShownIndicator(models.Model):
    """Which indicators stand beside a competency on a rating form; a broad one borrows from its parts."""

    competency = models.ForeignKey(Competency, models.CASCADE, related_name="shown")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="shown_in")
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["competency", "indicator"], name="indicator_shown_once")]


class CompetencyModel(models.Model):
    """A selection from the library: what one kind of judgement looks at."""

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="models")
    code = models.CharField(max_length=40)
    name = BilingualField()
    purpose = BilingualField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="model_once")]

    def __str__(self) -> str:
        return str(self.name)


class Post(models.Model):
    """A kind of job. Its profile says what it asks for; who fills it when stands in `people`."""

    code = models.CharField(max_length=40, unique=True)
    name = BilingualField()
    model_code = models.CharField(max_length=40)  # whose parts for this post make its rating form
    is_frontline = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.name)


class ModelPart(models.Model):
    model = models.ForeignKey(CompetencyModel, models.CASCADE, related_name="parts")
    code = models.CharField(max_length=40)
    name = BilingualField()
    posts = models.JSONField(default=list)  # post codes it applies to; empty: all
    order = models.PositiveSmallIntegerField()


class ModelEntry(models.Model):
    part = models.ForeignKey(ModelPart, models.CASCADE, related_name="entries")
    competency = models.ForeignKey(Competency, models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField()


class Profile(models.Model):
    """What a post requires, versioned like the framework."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    post = models.ForeignKey(Post, models.PROTECT, related_name="profiles")
    framework = models.ForeignKey(Framework, models.PROTECT, related_name="profiles")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="profile_once"),
            models.UniqueConstraint(fields=["post"], condition=Q(state="published"), name="one_profile_in_force"),
        ]


class Requirement(models.Model):
    """One line of a profile: a competency, how much of it, how important, how it is assessed."""

    class Need(models.TextChoices):
        MUST_HAVE = "must_have"
        POTENTIAL = "potential"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="requirements")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    required_level = models.DecimalField(max_digits=3, decimal_places=2)
    rank = models.PositiveSmallIntegerField()
    weight = models.DecimalField(max_digits=6, decimal_places=3)
    need = models.CharField(max_length=10, choices=Need)
    assessed_by = models.JSONField(default=list)
    why = BilingualField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "competency"], name="requirement_once"),
            models.CheckConstraint(
                condition=Q(required_level__gte=1, required_level__lte=5), name="required_level_1_to_5"
            ),
        ]


class ServiceGroup(models.Model):
    """One of the five groups of service-quality indicators."""

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="service_groups")
    code = models.CharField(max_length=40)
    name = BilingualField()
    order = models.PositiveSmallIntegerField()


class ServiceIndicator(models.Model):
    """A service-quality indicator: rated on scorecards, or counted from operations."""

    class Kind(models.TextChoices):
        RATED = "rated"
        COUNTED = "counted"

    group = models.ForeignKey(ServiceGroup, models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=40)
    name = BilingualField()
    kind = models.CharField(max_length=8, choices=Kind)
    definition = BilingualField()
    detail = BilingualField(default=dict)  # anchors of a rated one; numerator, denominator … of a counted one
    order = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return str(self.name)
