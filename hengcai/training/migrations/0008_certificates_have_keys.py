import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("training", "0007_keys_of_certificates")]
    operations = [migrations.AlterField("certificate", "key", models.UUIDField(default=uuid.uuid4, unique=True))]
