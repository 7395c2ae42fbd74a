from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("inbox", "0001_duties"),
    ]
    operations = [
        migrations.AddField("duty", "went_up_to", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL)),
    ]
