from django.db import migrations


def put_in_force(apps, schema_editor):
    """What was published holds from its day; of several of one day the last one did. No procedure is on record for them."""
    days = set()
    rows = apps.get_model("appraisal", "Policy").objects
    for policy in rows.filter(state__in=("published", "retired")).order_by("-number"):
        if policy.published_on and (policy.kind, policy.published_on) not in days:
            days.add((policy.kind, policy.published_on))
            policy.in_force_from = policy.published_on
            policy.save(update_fields=["in_force_from"])
    for policy in rows.exclude(saved_by=None):
        policy.drafters.add(policy.saved_by_id)


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0012_policies_by_procedure")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
