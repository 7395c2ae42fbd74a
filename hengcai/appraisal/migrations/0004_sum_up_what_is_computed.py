from django.db import migrations


def ask_for_sums(apps, schema_editor):
    """Quarters computed before sums were kept are added up by the worker, the earlier first."""
    job = apps.get_model("jobs", "Job")
    rows = apps.get_model("appraisal", "Cycle").objects.filter(kind="quarter", state__in=("preliminary", "published"))
    for cycle in rows.order_by("period_end").values_list("pk", flat=True):
        job.objects.create(kind="sum-up-teams", target=cycle, asked_by=0)


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0003_team_sums"), ("jobs", "0001_initial")]
    operations = [migrations.RunPython(ask_for_sums, migrations.RunPython.noop)]
