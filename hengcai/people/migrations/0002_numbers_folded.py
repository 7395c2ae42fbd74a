"""Numbers are kept folded: full-width digits plain, without what nobody sees. One that is taken stays as it is."""

from django.db import migrations

from hengcai.base.ids import folded


def fold(apps, schema_editor):
    people = apps.get_model("people", "Person").objects
    taken = set(people.values_list("number", flat=True))
    for number in sorted(taken):
        plain = folded(number)
        if plain and plain not in taken:
            people.filter(number=number).update(number=plain)
            taken.add(plain)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
