from django.db import migrations


def index_entries_with_a_title(_apps, schema_editor):
    """SQLite looks titles up in an index of its own."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX committee_searchwords_titled ON committee_searchwords (entry_id) WHERE title <> ''"
        )


def drop_index(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX committee_searchwords_titled")


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0052_actions_without_a_day_last"),
    ]

    operations = [
        migrations.RunPython(index_entries_with_a_title, drop_index, elidable=False),
    ]
