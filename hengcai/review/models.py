from typing import Any

from django.db import models

from hengcai.base.bilingual import BilingualField
from hengcai.people.models import Person
from hengcai.review.rules.scheduling import GRADES, Standing


class Card(models.Model):
    """One thing one person is asked again. `kind` and `reference` say where it comes from; either `question`, which is
    marked by the house, or `front` and `back`, which people grade themselves."""

    class State(models.TextChoices):
        ACTIVE = "active"
        RETIRED = "retired"  # its source is no more; what was answered stays

    person = models.ForeignKey(Person, models.CASCADE, related_name="review_cards")
    kind = models.CharField(max_length=20)
    reference = models.CharField(max_length=120)
    state = models.CharField(max_length=7, choices=State, default=State.ACTIVE)
    question = models.JSONField(default=dict)
    front = BilingualField(default=dict)
    back = BilingualField(default=dict)
    learned_on = models.DateField()
    due_on = models.DateField()
    last_on = models.DateField(null=True)
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "reference"], name="review_card_once")]
        indexes = [
            models.Index(fields=["person", "state", "due_on"], name="review_card_due"),
            models.Index(fields=["kind", "reference"], name="review_card_of"),
        ]

    @property
    def subject_id(self) -> Any:
        return self.person.user_id

    @property
    def standing(self) -> Standing:
        return Standing(self.due_on, self.last_on, self.stability, self.difficulty)


class Answer(models.Model):
    """One line of a card's log: what was answered, how it counted, and when it was to come again."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="answers")
    on = models.DateField()
    at = models.DateTimeField()
    grade = models.PositiveSmallIntegerField(choices=[(one, one) for one in GRADES])
    response = models.TextField(blank=True)  # as the contracts of questions write it
    share = models.CharField(max_length=60, blank=True)  # exact; empty where people graded themselves
    expected = models.FloatField(null=True)  # share FSRS expected to be known that day
    is_known = models.BooleanField()
    is_first_late = models.BooleanField(default=False)  # the first one 30 days or more after learning
    next_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["card", "on"], name="review_answer_of_card")]

    @property
    def subject_id(self) -> Any:
        return self.card.person.user_id
