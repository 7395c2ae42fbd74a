from django.db import migrations, models


class Migration(migrations.Migration):
    """Entries that are there keep version 1, whose hash does not hold the subject."""

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="version",
            field=models.SmallIntegerField(db_default=1, default=1),
        ),
    ]
