"""Where a name stands in lists: Chinese ones by their reading."""

from django.db import migrations, models

import hengcai.people.models
from hengcai.base.spelling import name_key

BATCH = 1_000


def spell(apps, schema_editor):
    people = apps.get_model("people", "Person").objects
    rows = list(people.only("pk", "name"))
    for row in rows:
        row.name_key = name_key(row.name)
    people.bulk_update(rows, ["name_key"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_numbers_folded")]
    operations = [
        migrations.AddField(
            "person", "name_key", hengcai.people.models.NameKey(default="", editable=False, max_length=120)
        ),
        migrations.RunPython(spell, migrations.RunPython.noop),
    ]
