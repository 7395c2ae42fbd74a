"""Apart from the filling: PostgreSQL makes no index on a table with rows written in the same transaction."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_names_sort_by_reading")]
    operations = [
        migrations.AddIndex("person", models.Index(fields=["name_key", "number"], name="person_by_reading")),
    ]
