"""What the demonstration shows of the clock check: a file labelled in UTC, held and then withdrawn."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from committee.members.models import Member
from environment.demonstration.actions import STATIONS
from environment.exchange.deciding import withdraw
from environment.exchange.taking_in import take_in_until
from environment.exchange.uploading import upload
from environment.measurements.models import ClockCheck, Delivery, Measurement
from environment.sources.registry import GENERATED, SOURCES

CITY, SOURCE, NAME = "beijing", "beijing-city-site", "generated, labelled in UTC.csv"
DAYS_SHOWN, HOURS_A_DAY, SECONDS_AN_HOUR = 30, 24, 3600
NOTE = "时间误标为世界时，将更正后重新提交。"


@transaction.atomic
def show_clocks(*, now: datetime.datetime) -> None:
    """Let Beijing's officer hand over invented hours with the wrong labels, and withdraw them.

    Withdrawn and not left waiting: accepted, they would count as if they had been measured.
    """
    officer = Member.objects.select_related("city").get(username=f"liaison.{CITY}")
    if Delivery.objects.filter(name=NAME).exists():
        return
    file = SimpleUploadedFile(NAME, _labelled_in_utc(int(now.timestamp()) // SECONDS_AN_HOUR))
    delivery = upload(by=officer, file=file, source=SOURCES[SOURCE])
    list(take_in_until(delivery.pk))
    if ClockCheck.objects.filter(delivery=delivery, result="differs").update(is_illustrative=True):
        withdraw(by=officer, delivery=delivery, note=NOTE)


def _labelled_in_utc(this_hour: int) -> bytes:
    """Write one station's latest invented hours in the format of the city's site."""
    station = STATIONS[CITY][0]
    shown = Measurement.objects.filter(
        series__source=GENERATED,
        series__station__code=station,
        series__pollutant="pm25",
        hour__gt=this_hour - DAYS_SHOWN * HOURS_A_DAY,
    ).order_by("hour")
    rows = [f"date,hour,type,{station}"]
    for hour, value in shown.values_list("hour", "value"):
        label = datetime.datetime.fromtimestamp(hour * SECONDS_AN_HOUR, datetime.UTC)
        rows.append(f"{label:%Y%m%d},{label.hour},PM2.5,{value:g}")
    return "\n".join([*rows, ""]).encode()
