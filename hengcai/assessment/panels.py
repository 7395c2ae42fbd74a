"""Stored panels as their rules read them: for actions and queries alike."""

from collections import defaultdict
from fractions import Fraction

from hengcai.assessment.models import AngoffPanel, Estimate
from hengcai.assessment.rules.angoff import Asked, Cut, cut_of

ROUNDS = (1, 2)


def asked_of(panel: AngoffPanel) -> list[Asked]:
    rows = panel.questions.order_by("order").values_list("pk", "points")
    return [Asked(str(key), Fraction(points)) for key, points in rows]


def given_in(panel: AngoffPanel, number: int) -> dict[str, dict[str, Fraction]]:
    """Judge → question → share, of the sheets that were sent in this round."""
    sent = {1: "judge__first_sent_at__isnull", 2: "judge__second_sent_at__isnull"}[number]
    rows = Estimate.objects.filter(judge__panel=panel, round=number, **{sent: False})
    found: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for judge, question, percent in rows.order_by("judge", "pk").values_list("judge", "question", "percent"):
        found[str(judge)][str(question)] = Fraction(percent, 100)
    return dict(found)


def cut_in(panel: AngoffPanel, number: int) -> Cut:
    return cut_of(asked_of(panel), given_in(panel, number))
