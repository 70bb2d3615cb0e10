import datetime

import pytest

from environment.measurements.periods import stretches_of
from environment.models import AirChange
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site
from tests.factories.city import beijing

pytestmark = pytest.mark.django_db


def told():
    return list(AirChange.objects.values_list("pollutant", "first_day", "last_day"))


def test_a_delivery_tells_which_days_of_which_pollutant_it_changed(tmp_path):
    rows = [
        "20160501,1,PM2.5,41,43",
        "20160502,1,PM2.5,41,43",
        "20160601,1,PM2.5,41,43",
        "20160501,1,NO2,4,5",
    ]

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    may, june = datetime.date(2016, 5, 1), datetime.date(2016, 6, 1)
    assert told() == [("no2", may, may), ("pm25", may, datetime.date(2016, 5, 2)), ("pm25", june, june)]


def test_a_delivery_that_changes_nothing_tells_nothing(tmp_path):
    path = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43")
    take_in("beijing-city-site", path)

    take_in("beijing-city-site", path)

    assert AirChange.objects.count() == 1


def test_a_corrected_value_is_told_and_seen_after_the_last_one(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))
    seen = AirChange.objects.latest("pk").pk

    take_in("beijing-city-site", city_site(tmp_path / "b.csv", "20160501,1,PM2.5,40,43"))

    change = AirChange.objects.after(beijing(), seen).get()
    assert change.last_hour - change.first_hour == 23
    assert (
        change.first_hour == int(datetime.datetime(2016, 4, 30, 17, tzinfo=datetime.UTC).timestamp()) // 3600
    )


def test_days_near_each_other_make_one_stretch():
    first = datetime.date(2016, 5, 1)
    days = [first + datetime.timedelta(days=number) for number in (6, 0, 3, 20)]

    stretches = stretches_of(days, apart=3)

    assert stretches == [(first, days[0]), (days[3], days[3])]
