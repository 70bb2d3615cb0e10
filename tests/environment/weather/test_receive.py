"""Weather that came beside the air, as the store holds it."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from environment.measurements import intake
from environment.measurements.actions import receive
from environment.models import Delivery, RejectedReading, WeatherHour, WeatherSeries
from environment.sources.beijing_prsa import SOURCE
from environment.sources.registry import SOURCES
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site, prsa, prsa_row, written
from tests.factories.city import beijing
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

QUANTITIES = [quantity.name for quantity in SOURCE.weather]


def hours():
    """Return (station, hour of 2016-05-01 in local time) → the quantities in their order."""
    first = SOURCE.clock.hour_labelled("2016-05-01 00:00")
    rows = WeatherHour.objects.values_list("series__station__code", "hour", *QUANTITIES)
    return {(station, hour - first): tuple(told) for station, hour, *told in rows}


def test_weather_is_kept_beside_the_air_with_its_hour_and_station(tmp_path):
    path = prsa(
        tmp_path / "PRSA.csv",
        prsa_row(1, 5, weather='-1.8,1021,-4.6,0.3,"ESE",0.4'),
        prsa_row(1, 6, weather='2,1020.5,-4,0,"N",1.1', station="Tiantan"),
    )

    summary = take_in("beijing-prsa", path)

    assert hours() == {
        ("dongsi", 5): (-1.8, 1021.0, -4.6, 0.3, 112.5, 0.4),
        ("tiantan", 6): (2.0, 1020.5, -4.0, 0.0, 0.0, 1.1),
    }
    assert (summary.new, summary.weather_new, summary.weather_corrected) == (12, 2, 0)
    assert Delivery.objects.values_list("weather_new", "weather_corrected").get() == (2, 0)


def test_na_is_kept_as_nothing_and_an_hour_of_nothing_is_not_kept(tmp_path):
    path = prsa(
        tmp_path / "PRSA.csv",
        prsa_row(1, 5, weather="NA,1021,,-999,NA,0.4"),
        prsa_row(1, 6, weather="NA,NA,NA,NA,NA,NA"),
    )

    summary = take_in("beijing-prsa", path)

    assert hours() == {("dongsi", 5): (None, 1021.0, None, None, None, 0.4)}
    assert (summary.weather_new, summary.rejected) == (1, {})


def test_the_same_file_again_changes_nothing(tmp_path):
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 5), prsa_row(1, 6, weather="NA,1021,NA,0,NA,0.4"))
    take_in("beijing-prsa", path)
    before = hours(), WeatherSeries.objects.values().get()

    summary = take_in("beijing-prsa", path)

    assert (hours(), WeatherSeries.objects.values().get()) == before
    assert (summary.weather_new, summary.weather_corrected) == (0, 0)


def test_what_is_told_otherwise_is_replaced_and_what_is_left_out_stays(tmp_path):
    take_in("beijing-prsa", prsa(tmp_path / "a.csv", prsa_row(1, 5), prsa_row(1, 6)))
    rows = prsa_row(1, 5, weather='NA,1022,-4.6,0,"SE",0.4'), prsa_row(1, 6), prsa_row(1, 7)

    summary = take_in("beijing-prsa", prsa(tmp_path / "b.csv", *rows))

    assert (summary.weather_new, summary.weather_corrected) == (1, 1)
    assert hours()["dongsi", 5] == (-1.8, 1022.0, -4.6, 0.0, 135.0, 0.4)
    assert hours()["dongsi", 6] == (-1.8, 1021.0, -4.6, 0.0, 135.0, 0.4)


def test_the_series_knows_its_period_and_how_many_hours_it_holds(tmp_path):
    take_in("beijing-prsa", prsa(tmp_path / "a.csv", prsa_row(2, 5), prsa_row(2, 7)))
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", prsa_row(1, 5), prsa_row(2, 6)))

    series = WeatherSeries.objects.get()

    assert (series.last_hour - series.first_hour, series.hours) == (26, 4)
    assert (series.station.code, series.source) == ("dongsi", "beijing-prsa")


def test_impossible_weather_is_named_and_the_rest_of_the_hour_kept(tmp_path):
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 5, weather='99,1021,x,0,"SES",0.4'))

    summary = take_in("beijing-prsa", path)

    assert hours() == {("dongsi", 5): (None, 1021.0, None, 0.0, None, 0.4)}
    assert summary.rejected == {"impossible-weather": 3}
    assert list(RejectedReading.objects.values_list("line", "reading").order_by("reading")) == [
        (2, "Dongsi dew_point_c x"),
        (2, "Dongsi temperature_c 99"),
        (2, "Dongsi wind_direction_deg SES"),
    ]


def test_each_impossible_cell_is_kept_once_however_often_the_file_comes(tmp_path):
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 5, weather='99,1021,x,0,"SE",0.4'))

    for _time in range(2):
        take_in("beijing-prsa", path)

    assert RejectedReading.objects.first_seen().count() == 2
    assert RejectedReading.objects.waiting().count() == 2
    assert RejectedReading.objects.count() == 4


def test_of_an_hour_told_twice_in_a_file_the_first_telling_holds(tmp_path):
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 5), prsa_row(1, 5, weather='9,1021,-4.6,0,"SE",0.4'))

    first, again = take_in("beijing-prsa", path), take_in("beijing-prsa", path)

    assert hours()["dongsi", 5][0] == -1.8
    assert (first.weather_new, first.weather_corrected) == (1, 0)
    assert (again.weather_new, again.weather_corrected) == (0, 0)


def test_weather_is_kept_batch_by_batch(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "CELLS_A_BATCH", 6)

    summary = take_in("beijing-prsa", prsa(tmp_path / "PRSA.csv", *[prsa_row(1, hour) for hour in range(5)]))

    assert (summary.weather_new, len(hours())) == (5, 5)


def test_a_file_without_weather_is_read_as_before(tmp_path):
    heading = '"No","year","month","day","hour","PM2.5","PM10","SO2","NO2","CO","O3","station"'
    path = written(tmp_path / "PRSA.csv", [heading, '1,2016,5,1,5,50,80,5,28,500,46,"Dongsi"'])

    summary = take_in("beijing-prsa", path)

    assert (summary.new, summary.weather_new) == (6, 0)


def test_a_delivery_that_breaks_off_leaves_no_weather_behind(tmp_path, monkeypatch):
    def breaking_off(table):
        yield from SOURCE.parse(table)
        raise KeyboardInterrupt

    beijing()
    path = prsa(tmp_path / "PRSA.csv", *[prsa_row(1, hour) for hour in range(5)])
    monkeypatch.setattr(intake, "CELLS_A_BATCH", 6)

    with pytest.raises(KeyboardInterrupt):
        receive(by=None, source=replace(SOURCE, parse=breaking_off), path=path)

    assert WeatherSeries.objects.count() == 0
    assert WeatherHour.objects.count() == 0


def test_other_sources_bring_no_weather(tmp_path):
    summary = take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))

    assert (summary.new, summary.weather_new) == (2, 0)
    assert {name for name, source in SOURCES.items() if source.weather} == {"beijing-prsa"}


def test_an_hour_of_weather_is_stored_once(tmp_path):
    take_in("beijing-prsa", prsa(tmp_path / "PRSA.csv", prsa_row(1, 5)))
    known = WeatherHour.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        WeatherHour.objects.create(series=known.series, hour=known.hour)


@pytest.mark.parametrize(("last_hour", "count"), [(9, 1), (11, 3), (10, 0)])
def test_a_series_holds_no_more_hours_than_lie_between_its_first_and_last(last_hour, count):
    with pytest.raises(IntegrityError), transaction.atomic():
        WeatherSeries.objects.create(
            station=StationFactory(),
            source="beijing-prsa",
            first_hour=10,
            last_hour=last_hour,
            hours=count,
            changed_at=timezone.now(),
        )
