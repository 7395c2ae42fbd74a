from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('interactions', '0005_drafts_and_undoing'),
    ]

    operations = [
        migrations.AddField(
            model_name='importdraft',
            name='samples',
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name='importdraft',
            name='state',
            field=models.CharField(choices=[('choosing', 'Choosing'), ('checking', 'Checking'), ('ready', 'Ready'), ('failed', 'Failed')], default='checking', max_length=8),
        ),
    ]
