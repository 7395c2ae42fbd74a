import django.db.models.deletion
import hengcai.base.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('interactions', '0004_what_a_contacts_file_says_besides'),
    ]

    operations = [
        migrations.CreateModel(
            name='Brought',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing', models.CharField(max_length=40)),
                ('row', models.BigIntegerField()),
                ('is_new', models.BooleanField(default=True)),
                ('digest', models.CharField(blank=True, max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='ColumnChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('key', models.CharField(max_length=64)),
                ('columns', models.JSONField(default=list)),
                ('mapping', models.JSONField(default=dict)),
                ('chosen_by', models.BigIntegerField()),
                ('chosen_at', models.DateTimeField(default=hengcai.base.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name='ImportDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('file_name', models.CharField(max_length=200)),
                ('path', models.CharField(max_length=500)),
                ('columns', models.JSONField(default=list)),
                ('sheet', models.CharField(blank=True, max_length=80)),
                ('mapping', models.JSONField(default=dict)),
                ('options', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('checking', 'Checking'), ('ready', 'Ready'), ('failed', 'Failed')], default='checking', max_length=8)),
                ('cursor', models.JSONField(default=dict)),
                ('counts', models.JSONField(default=dict)),
                ('faults', models.JSONField(default=dict)),
                ('made', models.JSONField(default=dict)),
                ('shown', models.JSONField(default=list)),
                ('at_fault', models.JSONField(default=list)),
                ('refusal', models.JSONField(default=dict)),
                ('edit_count', models.PositiveIntegerField(default=0)),
                ('corrected_count', models.PositiveIntegerField(default=0)),
                ('made_by', models.BigIntegerField()),
                ('made_at', models.DateTimeField(default=hengcai.base.clock.now)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='importrun',
            name='one_open_run_per_file',
        ),
        migrations.AddField(
            model_name='contact',
            name='brought_by',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='importrun',
            name='names_its_rows',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='importrun',
            name='undone_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='importrun',
            name='undone_count',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='measure',
            name='brought_by',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name='importrun',
            name='state',
            field=models.CharField(choices=[('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('undoing', 'Undoing'), ('undone', 'Undone')], default='running', max_length=8),
        ),
        migrations.AddConstraint(
            model_name='importrun',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['running', 'failed'])), fields=('key',), name='one_open_run_per_file'),
        ),
        migrations.AddField(
            model_name='brought',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='brought', to='interactions.importrun'),
        ),
        migrations.AddConstraint(
            model_name='columnchoice',
            constraint=models.UniqueConstraint(fields=('kind', 'key'), name='one_choice_per_headings'),
        ),
        migrations.AddIndex(
            model_name='importdraft',
            index=models.Index(fields=['made_by', 'made_at'], name='interaction_made_by_5be639_idx'),
        ),
        migrations.AddConstraint(
            model_name='brought',
            constraint=models.UniqueConstraint(fields=('run', 'thing', 'row'), name='brought_once'),
        ),
    ]
