from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inbox", "0005_notices_by_mail_and_robots")]

    operations = [
        migrations.AddField("notice", "parcel", models.CharField(blank=True, max_length=32)),
    ]
