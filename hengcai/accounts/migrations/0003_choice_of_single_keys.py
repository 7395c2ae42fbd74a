from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_lists_as_chosen")]
    operations = [migrations.AddField("user", "has_single_keys", models.BooleanField(default=True))]
