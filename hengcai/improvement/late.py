"""Which measures are late, as a condition: lists, boards and the month's analysis ask the same."""

from datetime import date

from django.db.models import Q


def late_remedies(today: date) -> Q:
    return Q(state="open", due_on__lt=today) | Q(state="done", check_on__lt=today)
