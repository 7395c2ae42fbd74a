from typing import Any

from django.db import models
from django.db.models import F, Q

from hengcai.accounts.models import User
from hengcai.people.models import Person, Site
from hengcai.training.models.courses import Course


class Room(models.Model):
    site = models.ForeignKey(Site, models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=80)
    places = models.PositiveSmallIntegerField()
    is_in_use = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="room_once")]

    def __str__(self) -> str:
        return self.name


class Trainer(models.Model):
    """内训师: for which courses (codes; none: all of them) somebody is qualified, at which level, since and until when."""

    class Level(models.TextChoices):
        ASSISTANT = "assistant"
        TRAINER = "trainer"
        SENIOR = "senior"

    person = models.OneToOneField(Person, models.CASCADE, related_name="trainer")
    level = models.CharField(max_length=9, choices=Level)
    courses = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True)
    proof = models.CharField(max_length=400, blank=True)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="trainer_forwards")
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Qualified(models.Model):
    """One entry of a trainer's history: how they were qualified, from which day on, on what grounds, entered by whom."""

    trainer = models.ForeignKey(Trainer, models.CASCADE, related_name="history")
    level = models.CharField(max_length=9, choices=Trainer.Level)
    courses = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True)
    proof = models.CharField(max_length=400, blank=True)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(null=True)  # none: entered before histories were kept

    class Meta:
        indexes = [models.Index(fields=["trainer", "since"], name="trainer_history")]


class Session(models.Model):
    """One time a course is held: when, where, by whom, for how many. `code` is typed by who is there."""

    class State(models.TextChoices):
        PLANNED = "planned"
        HELD = "held"
        CANCELLED = "cancelled"

    course = models.ForeignKey(Course, models.PROTECT, related_name="sessions")
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="sessions")
    place = models.CharField(max_length=200, blank=True)  # where there is no room of the centre: a meeting's address
    places = models.PositiveSmallIntegerField()
    trainers = models.ManyToManyField(Trainer, related_name="sessions")
    makes_up = models.ForeignKey("self", models.PROTECT, null=True, related_name="made_up_by")
    code = models.CharField(max_length=8)
    note = models.CharField(max_length=400, blank=True)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)  # of its calendar entry

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
            models.CheckConstraint(condition=Q(places__gte=1), name="session_has_places"),
        ]
        indexes = [models.Index(fields=["starts_at"], name="session_by_time")]


class Seat(models.Model):
    """Somebody's place in a session, or their place on its waiting list; what is cancelled stays to be read."""

    class State(models.TextChoices):
        BOOKED = "booked"
        WAITING = "waiting"
        CANCELLED = "cancelled"
        ATTENDED = "attended"
        ABSENT = "absent"
        EXCUSED = "excused"

    class How(models.TextChoices):
        CODE = "code"
        LIST = "list"

    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    state = models.CharField(max_length=9, choices=State)
    asked_at = models.DateTimeField()  # orders the waiting list
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    came_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=4, choices=How, blank=True)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], condition=~Q(state="cancelled"), name="seat_once")
        ]
        indexes = [models.Index(fields=["person", "state"], name="seat_of_person")]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id


class Opinion(models.Model):
    """What somebody who was there thought of it, 1 to 5 each; shown from so many on, never with a name."""

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="opinion")
    content = models.PositiveSmallIntegerField()
    teaching = models.PositiveSmallIntegerField()
    use = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(content__range=(1, 5), teaching__range=(1, 5), use__range=(1, 5)), name="opinion_1_to_5"
            )
        ]
