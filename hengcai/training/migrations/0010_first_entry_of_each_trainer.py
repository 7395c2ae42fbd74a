from django.db import migrations


def keep(apps, _editor):
    """What stands today becomes the first entry."""
    Trainer, Qualified = (apps.get_model("training", name) for name in ("Trainer", "Qualified"))
    names = ("level", "courses", "since", "until", "proof", "entered_by_id")
    Qualified.objects.bulk_create(
        Qualified(trainer=one, **{name: getattr(one, name) for name in names})
        for one in Trainer.objects.filter(history=None)
    )


class Migration(migrations.Migration):
    dependencies = [("training", "0009_history_of_trainers")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
