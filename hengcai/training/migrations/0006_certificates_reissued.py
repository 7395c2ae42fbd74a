import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("training", "0005_lesson_files")]
    operations = [
        migrations.AddField("certificate", "key", models.UUIDField(null=True)),
        migrations.AddField(
            "certificate",
            "replaces",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="replaced_by", to="training.certificate"
            ),
        ),
        migrations.AddField("certificate", "reminded_days", models.PositiveSmallIntegerField(null=True)),
        migrations.AlterField(
            "certificate",
            "enrolment",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="certificates", to="training.enrolment"
            ),
        ),
        migrations.AddConstraint(
            "certificate",
            models.UniqueConstraint(
                condition=models.Q(("revoked_on", None)), fields=("enrolment",), name="one_certificate_that_holds"
            ),
        ),
    ]
