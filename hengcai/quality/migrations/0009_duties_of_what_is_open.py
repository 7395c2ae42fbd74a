"""What was given out before there was an inbox is in it from now on; nothing is taken back on the way down."""

from django.db import migrations


def fill(apps, _schema):
    Duty = apps.get_model("inbox", "Duty")
    rows = []

    def add(kind, source, found):
        for user, key, due_on, what, since in found.iterator(chunk_size=2000):
            rows.append(Duty(
                user_id=user, kind=kind, source_kind=source, source_id=key, due_on=due_on, what=what[:120], opened_at=since,
            ))

    add("score", "quality.assignment", apps.get_model("quality", "Assignment").objects.filter(state="open").values_list(
        "analyst", "pk", "due_on", "contact__key", "assigned_at"))
    add("answer", "quality.evaluation", apps.get_model("quality", "Evaluation").objects.filter(
        state="published", is_current=True, dispute_closes_on__isnull=False, confirmed_at=None, dispute=None,
        agent__user__isnull=False, published_at__isnull=False,
    ).values_list("agent__user", "pk", "dispute_closes_on", "assignment__contact__key", "published_at"))
    add("dispute.decide", "quality.dispute", apps.get_model("quality", "Dispute").objects.filter(
        state__in=("taken", "marked"), decider__isnull=False,
    ).values_list("decider", "pk", "due_on", "evaluation__assignment__contact__key", "raised_at"))
    Duty.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("quality", "0008_disputes"), ("inbox", "0001_duties")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
