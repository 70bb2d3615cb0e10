"""On SQLite, keep the tables that grow by the hour inside their primary keys: half the size, twice the speed.

Django has no option for WITHOUT ROWID, so the statement it made is run again with it. PostgreSQL
needs nothing. A later migration that alters one of these tables remakes it with a row id: run
`keep_in_key_order` again after it.
"""

from django.db import migrations

TABLES = ["environment_measurement", "environment_dailyrollup", "environment_citydailyrollup"]
SUFFIX = " WITHOUT ROWID"


def statement_of(cursor, table):
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
    return cursor.fetchone()[0].removesuffix(SUFFIX)


def remake(schema_editor, suffix):
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        for table in TABLES:
            statement = statement_of(cursor, table)
            cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
            cursor.execute(statement + suffix)
            cursor.execute(f"INSERT INTO {table} SELECT * FROM {table}_before")
            cursor.execute(f"DROP TABLE {table}_before")


def keep_in_key_order(apps, schema_editor):
    remake(schema_editor, SUFFIX)


def keep_by_row_id(apps, schema_editor):
    remake(schema_editor, "")


class Migration(migrations.Migration):
    dependencies = [("environment", "0001_founding")]
    operations = [migrations.RunPython(keep_in_key_order, keep_by_row_id)]
