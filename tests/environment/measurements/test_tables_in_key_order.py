from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from environment.models import Measurement
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site

migration = import_module("environment.migrations.0002_tables_kept_in_key_order")


@pytest.mark.django_db(transaction=True)
def test_the_migration_goes_there_and_back_and_keeps_the_rows(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))
    before = list(Measurement.objects.values_list("series", "hour", "value", "delivery"))

    with connection.schema_editor(atomic=False) as editor:
        migration.keep_by_row_id(apps, editor)
        kept_by_row_id = list(Measurement.objects.values_list("series", "hour", "value", "delivery"))
        migration.keep_in_key_order(apps, editor)

    assert kept_by_row_id == before
    assert list(Measurement.objects.values_list("series", "hour", "value", "delivery")) == before


@pytest.mark.django_db
def test_an_hour_of_a_series_is_stored_once(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))
    measurement = Measurement.objects.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        Measurement.objects.create(
            series=measurement.series, hour=measurement.hour, value=1, delivery=measurement.delivery
        )
