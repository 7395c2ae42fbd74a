"""Forms given out before there was an inbox are in it from now on."""

from django.db import migrations


def fill(apps, _schema):
    Duty = apps.get_model("inbox", "Duty")
    found = apps.get_model("appraisal", "RatingTask").objects.filter(
        state="open", participant__cycle__state="collecting", rater__user__isnull=False
    ).values_list("source", "rater__user", "pk", "due_on", "participant__cycle__code")
    rows = [
        Duty(user_id=user, kind=f"rating.{source}", source_kind="appraisal.rating_task", source_id=key, due_on=due_on, what=what)
        for source, user, key, due_on, what in found.iterator(chunk_size=2000)
    ]
    Duty.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0007_findings_are_acted_on"), ("inbox", "0001_duties")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
