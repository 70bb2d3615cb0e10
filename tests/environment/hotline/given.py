"""What the cities sent, for the tests of the pages."""

import datetime

from environment.measurements.actions import receive
from environment.sources.registry import SOURCES
from tests.factories.air_files import city_site, hourly_row, seoul_hourly


def two_days_of_seoul(folder):
    """Twenty in every hour of 2020-01-01 and forty in every hour of 2020-01-02 at 종로구."""
    hours = [(day, hour, 20 if day == 1 else 40) for day in (1, 2) for hour in range(1, 25)]
    rows = [hourly_row(label(day, hour), pm25=value) for day, hour, value in hours]
    receive(by=None, source=SOURCES["seoul-hourly"], path=seoul_hourly(folder / "seoul.csv", *rows))


def label(day, hour):
    end = datetime.datetime(2020, 1, day) + datetime.timedelta(hours=hour)
    return end.strftime("%Y%m%d%H%M")


def two_days_of_beijing(folder):
    """PM2.5 of 60 and 80, NO2 of 40 µg/m³ at two stations in every hour of 2020-01-01 and 2020-01-02."""
    rows = []
    for day in (1, 2):
        for hour in range(24):
            rows += [f"2020010{day},{hour},PM2.5,60,80", f"2020010{day},{hour},NO2,40,40"]
    receive(by=None, source=SOURCES["beijing-city-site"], path=city_site(folder / "beijing.csv", *rows))
