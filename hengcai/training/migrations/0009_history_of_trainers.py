import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("training", "0008_certificates_have_keys"),
    ]
    operations = [
        migrations.CreateModel(
            name="Qualified",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[("assistant", "Assistant"), ("trainer", "Trainer"), ("senior", "Senior")], max_length=9
                    ),
                ),
                ("courses", models.JSONField(default=list)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("proof", models.CharField(blank=True, max_length=400)),
                ("entered_at", models.DateTimeField(null=True)),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "trainer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="history", to="training.trainer"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["trainer", "since"], name="trainer_history")]},
        ),
    ]
