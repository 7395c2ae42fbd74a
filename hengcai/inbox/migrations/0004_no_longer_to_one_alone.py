from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("inbox", "0003_who_they_went_to_so_far")]
    operations = [
        migrations.RemoveIndex("duty", "duty_gone_up"),
        migrations.RemoveField("duty", "escalated_to"),
    ]
