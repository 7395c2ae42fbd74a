"""Whoever a late task was escalated to keeps it."""

from django.db import migrations


def keep(apps, _schema):
    duty = apps.get_model("inbox", "Duty")
    through = duty.went_up_to.through
    known = duty.objects.filter(escalated_to__isnull=False).values_list("pk", "escalated_to")
    rows = (through(duty_id=key, user_id=user) for key, user in known.iterator(chunk_size=2000))
    through.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def give_back(apps, _schema):
    """To the first of them: there was room for one."""
    duty = apps.get_model("inbox", "Duty")
    for key, user in duty.went_up_to.through.objects.order_by("-pk").values_list("duty", "user"):
        duty.objects.filter(pk=key).update(escalated_to=user)


class Migration(migrations.Migration):
    dependencies = [("inbox", "0002_tasks_go_up_to_several")]
    operations = [migrations.RunPython(keep, give_back)]
