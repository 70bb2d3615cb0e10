from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def end_open_calendars(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("committee", "CalendarFeed").objects.filter(member__isnull=True).delete()


class Migration(migrations.Migration):
    """Makes way for the release before, in which each address had a member."""

    dependencies = [
        ("committee", "0038_what_calendars_were_told"),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, end_open_calendars),
    ]
