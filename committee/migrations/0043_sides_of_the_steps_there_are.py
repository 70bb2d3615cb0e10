"""Apart from its neighbour: PostgreSQL changes no table while rows written in one act are unchecked."""

from django.db import migrations

TITLES = ["title_ko", "title_zh_hans", "title_en"]


def take_sides_from_the_template(apps, schema_editor):
    """A step that is called as a task of the template, in a city that the task falls to, was drawn up from it."""
    steps = apps.get_model("committee", "ChecklistStep").objects.select_related("meeting")
    tasks = apps.get_model("committee", "ChecklistTask").objects.exclude(side="both")
    for task in tasks:
        called = {name: getattr(task, name) for name in TITLES}
        for step in steps.filter(role=task.role, **called):
            if (step.city_id == step.meeting.host_id) == (task.side == "host"):
                step.side = task.side
                step.save(update_fields=["side"])


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0042_steps_know_their_side"),
    ]

    operations = [
        migrations.RunPython(take_sides_from_the_template, migrations.RunPython.noop),
    ]
