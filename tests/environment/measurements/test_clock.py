"""Files whose hours are labelled by another clock than what is known."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from environment.measurements import clock_sample
from environment.measurements.actions import receive
from environment.measurements.clock_decision import ClockDiffers
from environment.measurements.clock_words import in_words
from environment.models import ClockCheck, Delivery, Measurement, Revision, Station
from environment.sources.registry import SOURCES
from tests.environment.measurements.receiving import take_in
from tests.environment.measurements.test_commands import run
from tests.factories.air_hours import ENOUGH, days_of_seoul, hours_of_seoul, walk
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db

SOURCE = "seoul-hourly"


@pytest.fixture
def known(tmp_path):
    """Take in the hours of one station by the right clock."""
    return take_in(SOURCE, hours_of_seoul(tmp_path / "known.csv", walk()))


def refused(source, path) -> ClockCheck:
    seoul(), beijing()
    with pytest.raises(ClockDiffers) as doubt:
        receive(by=None, source=SOURCES[source], path=path)
    return doubt.value.check


@pytest.mark.parametrize("late", [-9, -1, 1, 8, 9])
def test_a_file_by_another_clock_is_refused_with_its_lag(tmp_path, known, late):
    check = refused(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(), late=late))

    assert (check.lag_hours, check.method, check.station.code) == (late, "station", "111123")
    assert (check.compared, check.differing, check.best) == (1, 1, 1.0)


def test_nothing_of_a_refused_file_is_kept(tmp_path, known):
    before = list(Measurement.objects.values_list("series", "hour", "value", "delivery"))

    refused(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(), late=9))

    assert list(Measurement.objects.values_list("series", "hour", "value", "delivery")) == before
    assert (Delivery.objects.count(), Revision.objects.count(), ClockCheck.objects.count()) == (1, 0, 0)


def test_the_same_file_again_and_a_corrected_one_agree(tmp_path, known):
    take_in(SOURCE, tmp_path / "known.csv")
    corrected = [value + place % 2 for place, value in enumerate(walk())]

    summary = take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", corrected))

    assert summary.corrected == ENOUGH // 2
    results = ClockCheck.objects.order_by("pk").values_list("result", "lag_hours", "compared", "differing")
    assert list(results) == [("agrees", 0, 1, 0), ("agrees", 0, 1, 0)]


def test_the_first_series_of_a_city_and_a_short_file_are_compared_with_nothing(tmp_path, known):
    take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(100), late=9))

    assert ClockCheck.objects.count() == 0


def test_hours_that_do_not_meet_those_known_are_compared_with_nothing(tmp_path, known):
    take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(), late=ENOUGH + 24))

    assert ClockCheck.objects.count() == 0


def test_a_station_of_its_own_is_compared_with_the_mean_of_the_others(tmp_path):
    air = walk()
    for number, station in enumerate(["종로구", "중구", "용산구"]):
        at_station = [value + (place * (number + 1)) % 3 for place, value in enumerate(air)]
        take_in(SOURCE, hours_of_seoul(tmp_path / f"{number}.csv", at_station, station=station))

    check = refused(SOURCE, hours_of_seoul(tmp_path / "new.csv", air, late=8, station="은평구"))

    assert (check.lag_hours, check.method, check.station) == (8, "city", None)
    assert not Station.objects.filter(names__name="은평구", series__isnull=False).exists()


def test_another_air_is_taken_in_and_called_unclear(tmp_path, known):
    take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(seed=2)))

    assert ClockCheck.objects.get().result == "unclear"


@pytest.mark.parametrize("late", [-1, 1])
def test_hours_are_compared_with_published_daily_means(tmp_path, late):
    values = walk(24 * 64)
    take_in("seoul-daily", days_of_seoul(tmp_path / "days.csv", values))

    check = refused(SOURCE, hours_of_seoul(tmp_path / "new.csv", values, late=late))

    assert (check.lag_hours, check.method, check.against) == (late, "days", "seoul-daily")
    assert check.best > 0.9 > check.at_none


def test_hours_that_come_to_the_published_daily_means_agree(tmp_path):
    values = walk(24 * 64)
    take_in("seoul-daily", days_of_seoul(tmp_path / "days.csv", values))

    take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", values))

    check = ClockCheck.objects.get()
    assert (check.result, check.method, check.compared) == ("agrees", "days", 64)


def test_the_command_refuses_one_file_and_takes_in_the_others(tmp_path, known):
    late = hours_of_seoul(tmp_path / "late.csv", walk(), late=9)
    other = hours_of_seoul(tmp_path / "other.csv", walk(3), late=ENOUGH + 9)

    out, err, status = run("import_air", "--json", late, other)

    assert (json.loads(out)["new"], status) == (18, 3)
    known_as = "Jongno-gu (Seoul: hours of stations, PM2.5)"
    assert err.startswith(f"{late}: The hours look 9 hours late against {known_as}. ")
    assert err.endswith("Nothing of it was taken in; --accept-clock takes it in as it is.\n")


def test_the_command_takes_a_clock_as_it_is_when_told_so_and_says_who_accepted_it(tmp_path, known):
    late = hours_of_seoul(tmp_path / "late.csv", walk(), late=1)

    out, err, status = run("import_air", "--accept-clock", "--json", late)

    check = ClockCheck.objects.get()
    assert (err, status, json.loads(out)["values"]) == ("", 0, 2 * ENOUGH + 4 * ENOUGH)
    assert (check.result, check.decision, check.note) == ("differs", "accepted", "import_air --accept-clock")
    assert in_words(check).startswith("The hours look 1 hour late against Jongno-gu")


def test_what_finds_no_room_in_the_sample_is_taken_on_trust(tmp_path, known, monkeypatch):
    monkeypatch.setattr(clock_sample, "MOST_PAGES", 0)

    take_in(SOURCE, hours_of_seoul(tmp_path / "new.csv", walk(), late=9))

    assert (Delivery.objects.count(), ClockCheck.objects.count()) == (2, 0)


@pytest.mark.parametrize(
    "broken",
    [
        {"result": "differs"},
        {"lag_hours": 3},
        {"differing": 2},
        {"decision": "accepted", "result": "differs", "lag_hours": 1},
        {"decision": "accepted", "note": "Yes.", "decided_at": timezone.now()},
        {"note": "Yes."},
    ],
)
def test_a_comparison_has_lag_and_decision_or_neither(known, broken):
    fields = {"result": "agrees", "method": "station", "against": SOURCE, "pollutant": "pm25", "lag_hours": 0}
    figures = {"best": 1.0, "at_none": 1.0, "compared": 1, "differing": 0}
    check = ClockCheck(delivery=Delivery.objects.get(), **{**fields, **figures, **broken})

    with pytest.raises(IntegrityError), transaction.atomic():
        check.save()
