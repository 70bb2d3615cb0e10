"""What was a general meeting is a meeting of the kind “general”; the others join it in its table."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class OtherMeetings(Exception):
    """There are subcommittee or working meetings, for which there is no place on the way back."""


def refuse_other_meetings(apps, schema_editor):
    others = apps.get_model("committee", "Meeting").objects.exclude(kind="general")
    if others.exists():
        raise OtherMeetings("Delete the subcommittee and working meetings first, or they would be lost.")


def free_the_first_name(apps, schema_editor):
    """On the way back the content type gets its first name again, which the proxy has taken meanwhile."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    proxies = content_types.filter(app_label="committee", model="generalmeeting")
    apps.get_model("auth", "Permission").objects.filter(content_type__in=proxies).delete()
    proxies.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0013_published_reports"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        # Renames the content type as well, by which the history finds what it is about.
        migrations.RenameModel("GeneralMeeting", "Meeting"),
        migrations.RunPython(migrations.RunPython.noop, free_the_first_name),
        migrations.CreateModel(
            name='GeneralMeeting',
            fields=[
            ],
            options={
                'verbose_name': 'general meeting',
                'verbose_name_plural': 'general meetings',
                'ordering': ['-ordinal'],
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('committee.meeting',),
        ),
        migrations.AlterModelOptions(
            name='meeting',
            options={'ordering': [models.OrderBy(models.F('starts_on'), descending=True, nulls_first=True), '-pk'], 'verbose_name': 'meeting', 'verbose_name_plural': 'meetings'},
        ),
        migrations.AddField(
            model_name='meeting',
            name='end_time',
            field=models.TimeField(blank=True, help_text='By the clock of the host city.', null=True, verbose_name='ends at'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='kind',
            field=models.CharField(choices=[('general', 'general meeting'), ('subcommittee', 'subcommittee meeting'), ('working', 'working meeting of the secretariats')], default='general', editable=False, max_length=20, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='online_link',
            field=models.CharField(blank=True, help_text='An address that begins with https://', max_length=500, validators=[django.core.validators.URLValidator(schemes=['https'])], verbose_name='link to take part online'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='start_time',
            field=models.TimeField(blank=True, help_text='By the clock of the host city.', null=True, verbose_name='begins at'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='subcommittee',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='committee.subcommittee', verbose_name='subcommittee'),
        ),
        migrations.AlterField(
            model_name='agendaitem',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='committee.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='committee.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='ordinal',
            field=models.PositiveSmallIntegerField(blank=True, null=True, unique=True, verbose_name='number'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'general'), ('ordinal__isnull', False)), models.Q(models.Q(('kind', 'general'), _negated=True), ('ordinal__isnull', True)), _connector='OR'), name='meeting_number_of_general_ones', violation_error_message='A general meeting has a number; other meetings have none.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'subcommittee'), ('subcommittee__isnull', False)), models.Q(models.Q(('kind', 'subcommittee'), _negated=True), ('subcommittee__isnull', True)), _connector='OR'), name='meeting_subcommittee_of_its_kind', violation_error_message='A subcommittee meeting has its subcommittee; others have none.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('start_time__isnull', True), ('starts_on__isnull', False), _connector='OR'), name='meeting_hour_of_a_day', violation_error_message='Give the day on which the meeting begins at this hour.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('end_time__isnull', True), models.Q(('end_time__gt', models.F('start_time')), ('start_time__isnull', False)), models.Q(('ends_on__gt', models.F('starts_on')), ('ends_on__isnull', False), ('start_time__isnull', False)), _connector='OR'), name='meeting_ends_at_a_later_hour', violation_error_message='The meeting ends at a later hour than it begins; give both.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('online_link', ''), ('online_link__startswith', 'https://'), _connector='OR'), name='meeting_link_is_encrypted', violation_error_message='The address begins with https://'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='meeting',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='committee.generalmeeting', verbose_name='agreed at general meeting'),
        ),
        migrations.AlterField(
            model_name='reportedition',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='committee.generalmeeting', verbose_name='general meeting'),
        ),
        migrations.RunPython(migrations.RunPython.noop, refuse_other_meetings),
    ]
