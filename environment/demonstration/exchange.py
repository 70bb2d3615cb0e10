"""What the demonstration shows of the exchange: machine accounts without keys, and reviewed figures."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from django.db import transaction

from committee.members.models import Member
from environment.demonstration.actions import GENERATED as SOURCES_GENERATED
from environment.demonstration.actions import STATIONS
from environment.exchange.actions import create_machine_account
from environment.exchange.models import MachineAccount, MachineKeys
from environment.measurements.actions import fill
from environment.measurements.intake import RowsOf
from environment.measurements.models import Delivery, Measurement
from environment.sources.declared import CONFIRMED, Column, Row, Source
from environment.sources.registry import GENERATED, GENERATED_CONFIRMED

SYSTEMS = {"seoul": "대기환경정보시스템", "beijing": "大气环境监测数据平台"}
# Figures of this long are reviewed, those of the last days not yet.
DAYS_REVIEWED, DAYS_NOT_YET = 45, 14
SHARE_CORRECTED, SHARE_WITHDRAWN = 0.03, 0.01
CORRECTED_TO = 0.92
HOURS_A_DAY, SECONDS_AN_HOUR = 24, 3600


@transaction.atomic
def show_exchange(*, now: datetime.datetime) -> None:
    """Enter a machine account for each city and let the liaison officers confirm some invented figures."""
    for code, generated in SOURCES_GENERATED.items():
        officer = Member.objects.select_related("city").get(username=f"liaison.{code}")
        _enter_machine(officer, SYSTEMS[code])
        source = replace(generated, name=GENERATED_CONFIRMED, status=CONFIRMED)
        if not Delivery.objects.filter(source=source.name, city=officer.city).exists():
            _confirm(officer, source, now)


def _enter_machine(officer: Member, name: str) -> None:
    """Enter an account whose token nobody knows: whoever tries it makes a token of their own."""
    if MachineAccount.objects.filter(city=officer.city, name=name).exists():
        return
    account = create_machine_account(by=officer, name=name).account
    MachineAccount.objects.filter(pk=account.pk).update(is_illustrative=True)
    MachineKeys.objects.filter(pk=account.pk).update(token_sha256=None, token_start="", token_made_at=None)


def _confirm(officer: Member, source: Source, now: datetime.datetime) -> None:
    rows = list(_rows(source, int(now.timestamp()) // SECONDS_AN_HOUR))
    delivery = Delivery.objects.create(
        source=source.name,
        city=officer.city,
        way=Delivery.Way.UPLOAD,
        name="generated, reviewed",
        received_at=now,
        by=officer,
    )
    fill(delivery=delivery, source=source, entries=[RowsOf(delivery.name, rows, len(rows))])


def _rows(source: Source, this_hour: int) -> Iterator[Row]:
    """Yield one station's figures as reviewed: most as they were, a few corrected, a few withdrawn."""
    last = this_hour - DAYS_NOT_YET * HOURS_A_DAY
    first = last - DAYS_REVIEWED * HOURS_A_DAY
    shown = Measurement.objects.filter(
        series__source=GENERATED, series__station__code=STATIONS[source.city][0], hour__range=(first, last)
    ).order_by("series", "hour")
    random = np.random.default_rng(this_hour)
    for hour, value, station, pollutant in shown.values_list(
        "hour", "value", "series__station__code", "series__pollutant"
    ):
        chance = random.random()
        if chance < SHARE_WITHDRAWN:
            continue
        reviewed = round(value * CORRECTED_TO) if chance < SHARE_WITHDRAWN + SHARE_CORRECTED else value
        yield Row(1, hour, (Column(station, pollutant),), [str(reviewed)], "")
