"""Lists of evaluations by result and by state, without sorting all of them."""

from django.db import migrations, models
from django.db.models import Q

CURRENT = Q(is_current=True)


class Migration(migrations.Migration):
    dependencies = [("quality", "0005_sum_up_what_is_published")]
    operations = [
        migrations.AddIndex(
            "evaluation", models.Index(fields=["total", "contact_on"], condition=CURRENT, name="current_by_total")
        ),
        migrations.AddIndex(
            "evaluation", models.Index(fields=["state", "-contact_on", "-id"], condition=CURRENT, name="current_by_state")
        ),
    ]
