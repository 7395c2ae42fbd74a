from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interactions", "0002_stamps_from_the_clock")]

    operations = [
        migrations.AlterField("lakepart", "path", models.CharField(max_length=200)),
        migrations.AddField("lakepart", "first_row", models.PositiveIntegerField(default=0)),
        migrations.AddField("lakepart", "byte_count", models.BigIntegerField(default=0)),
        migrations.AddConstraint(
            "lakepart", models.UniqueConstraint(fields=("path", "first_row"), name="lake_row_once")
        ),
    ]
