"""Apart from its neighbours: PostgreSQL changes no table while rows written in one act are unchecked."""

from django.db import migrations


def give_terminated_agreements_their_day(apps, schema_editor):
    """The day on which somebody recorded it, else the last day in force, else the day of signing."""
    entries = apps.get_model("committee", "HistoryEntry").objects
    for agreement in apps.get_model("committee", "Agreement").objects.filter(state="terminated"):
        recorded = (
            entries.filter(
                record_type__app_label="committee", record_type__model="agreement", record_id=agreement.pk
            )
            .filter(changes__state__1="terminated")
            .order_by("at")
            .last()
        )
        known = recorded.at.date() if recorded else agreement.in_force_until or agreement.signed_on
        agreement.terminated_on = max(known, agreement.signed_on)
        agreement.save(update_fields=["terminated_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0029_chains_of_agreements"),
    ]

    operations = [
        migrations.RunPython(give_terminated_agreements_their_day, migrations.RunPython.noop),
    ]
