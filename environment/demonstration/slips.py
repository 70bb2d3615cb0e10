"""What the demonstration shows of the quarantine: readings that were not taken, two of them decided on."""

import datetime
from collections.abc import Iterator

from django.db import transaction

from committee.cities.models import City
from committee.members.models import Member
from environment.demonstration.actions import GENERATED as SOURCES_GENERATED
from environment.demonstration.actions import STATIONS
from environment.measurements.actions import fill
from environment.measurements.intake import RowsOf
from environment.measurements.models import Delivery, Measurement, RejectedReading, Series
from environment.quarantine.actions import discard, release
from environment.sources.declared import Column, Row, Source
from environment.sources.registry import GENERATED

NAME = "generated, with slips"
DAYS_BACK, HOURS_A_DAY, SECONDS_AN_HOUR = 40, 24, 3600
POLLUTANT = "pm25"
# The first is released, the second discarded, the others wait; {over} is above what an instrument can show.
SLIPS = ("-1", "-7", "{over}", "1O4", "{over}")
REASONS = {
    "seoul": ("농도가 0에 가까운 시간의 기기 잡음으로 확인하였습니다.", "교정 작업 중에 나온 값입니다."),
    "beijing": ("经核实为浓度接近零时的仪器噪声。", "系校准作业期间的数值。"),
}


@transaction.atomic
def show_quarantine(*, now: datetime.datetime) -> None:
    """Let each liaison officer deliver some readings with slips and decide on two of them."""
    for code, source in SOURCES_GENERATED.items():
        officer = Member.objects.select_related("city").get(username=f"liaison.{code}")
        if Delivery.objects.filter(name=NAME, city=officer.city).exists():
            continue
        rows = list(_rows(officer.city, source, int(now.timestamp()) // SECONDS_AN_HOUR))
        delivery = Delivery.objects.create(
            source=source.name,
            city=officer.city,
            way=Delivery.Way.UPLOAD,
            name=NAME,
            received_at=now,
            by=officer,
        )
        fill(delivery=delivery, source=source, entries=[RowsOf(NAME, rows, len(rows))])
        _decide(officer, delivery)


def _rows(city: City, source: Source, this_hour: int) -> Iterator[Row]:
    """Yield slips for the latest hours of which nothing came, so that a released one stands for itself."""
    station = STATIONS[city.code][2]
    hours = range(this_hour - DAYS_BACK * HOURS_A_DAY, this_hour)
    series = Series.objects.filter(
        source=GENERATED, station__city=city, station__code=station, pollutant=POLLUTANT
    )
    known = Measurement.objects.filter(series__in=series, hour__range=(hours[0], hours[-1]))
    empty = sorted(set(hours) - set(known.values_list("hour", flat=True)), reverse=True)
    over = str(int(source.scales[POLLUTANT].highest * 1.2))
    for line, (hour, slip) in enumerate(zip(empty, SLIPS, strict=False), 1):
        text = slip.format(over=over)
        yield Row(line, hour, (Column(station, POLLUTANT),), [text], f"{station},{POLLUTANT},{text}")


def _decide(officer: Member, delivery: Delivery) -> None:
    released, discarded = REASONS[officer.city.code]
    readings = RejectedReading.objects.filter(delivery=delivery)
    first, second = (readings.filter(line=line) for line in (1, 2))
    release(by=officer, city=officer.city, readings=first, note=released)
    discard(by=officer, city=officer.city, readings=second, note=discarded)
