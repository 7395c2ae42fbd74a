"""Lists of evaluations by result, without sorting all of them.

None by state: SQLite would take it for every list that shows some states, and sort what the index by day holds sorted.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("quality", "0005_sum_up_what_is_published")]
    operations = [
        migrations.AddIndex(
            "evaluation",
            models.Index(fields=["total", "contact_on"], condition=Q(is_current=True), name="current_by_total"),
        ),
    ]
