"""What was answered wrong in a test whose answers may be seen comes back among today's cards."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.dispatch import receiver

from hengcai.assessment.models import BankQuestion, Exam, Sitting
from hengcai.assessment.rules.questions import ESSAY
from hengcai.assessment.signals import results_told
from hengcai.base import clock
from hengcai.review.cards import TEST, add_card


@receiver(results_told)
def on_results_told(*, sittings: Iterable[Sitting], **_more: Any) -> None:
    """Essays have no answer to be marked by, and recordings are played a counted number of times."""
    for one in sittings:
        if one.exam.shows == Exam.Shows.KEY:
            for question in _missed(one):
                add_card(
                    one.person, kind=TEST, reference=question.code, question=question.content, learned_on=clock.today()
                )


def _missed(sitting: Sitting) -> list[BankQuestion]:
    points = dict(sitting.answers.values_list("question", "points"))
    rows = BankQuestion.objects.filter(pk__in=sitting.paper, sound="").exclude(kind=ESSAY).order_by("pk")
    return [one for one in rows if Fraction(points.get(one.pk) or 0) < Fraction(str(one.content.get("points", "1")))]
