import django.db.models.deletion
from django.db import migrations, models

TERM = "daterange(held_from, held_until, '[]')"
# Ranges of one number each: equality in an exclusion would need an extension of the server.
CITY = "int8range(city_id, city_id, '[]')"
SUBCOMMITTEE = "int8range(coalesce(subcommittee_id, 0), coalesce(subcommittee_id, 0), '[]')"
EXCLUSIONS = {
    "post_one_co_lead_at_a_time": (
        [CITY, SUBCOMMITTEE, TERM],
        "role = 'co_lead' AND standing = 'holder'",
    ),
    "post_one_liaison_officer_at_a_time": ([CITY, TERM], "role = 'liaison' AND standing = 'holder'"),
    "post_one_head_at_a_time": ([CITY, TERM], "standing = 'head'"),
}


def exclude_a_second_holder(apps, schema_editor):
    """On PostgreSQL; SQLite has no exclusion, there the action alone refuses.

    Deferred, so that within one act a term may end after the next one was entered.
    """
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, (ranges, condition) in EXCLUSIONS.items():
        met = ", ".join(f"{column} WITH &&" for column in ranges)
        schema_editor.execute(
            f"ALTER TABLE committee_post ADD CONSTRAINT {name} EXCLUDE USING gist ({met}) "
            f"WHERE ({condition}) DEFERRABLE INITIALLY DEFERRED"
        )


def allow_a_second_holder(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name in EXCLUSIONS:
        schema_editor.execute(f"ALTER TABLE committee_post DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0008_posts_get_city_and_standing"),
    ]

    operations = [
        migrations.AlterField(
            model_name="post",
            name="city",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="committee.city",
                verbose_name="city",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("standing", "holder"),
                    models.Q(("role__in", ["co_lead", "liaison", "secretariat"]), ("standing", "deputy")),
                    models.Q(("role", "secretariat"), ("standing", "head")),
                    _connector="OR",
                ),
                name="post_standing_fits_the_role",
                violation_error_message=(
                    "Only secretariats have a head; they, co-leads and liaison officers have deputies."
                ),
            ),
        ),
        migrations.RunPython(exclude_a_second_holder, allow_a_second_holder),
    ]
