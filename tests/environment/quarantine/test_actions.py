import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from committee.members.models import Role
from committee.models import HistoryEntry
from environment.measurements.models import RejectedReading
from environment.models import CityDailyRollup, DailyRollup, Measurement, QuarantineDecision, Revision
from environment.quarantine.actions import Outcome, discard, release
from environment.quarantine.rules import NoReasonGiven, NothingChosen
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site, prsa, prsa_row
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.rejected_reading import RejectedReadingFactory

pytestmark = pytest.mark.django_db

WHY = "Fireworks; the neighbours show it too."


@pytest.fixture
def officer():
    return member_with(Role.LIAISON, beijing())


def all_readings():
    return RejectedReading.objects.all()


def states():
    return list(RejectedReading.objects.order_by("pk").values_list("state", flat=True))


def with_a_peak(path):
    """Two stations and hours; 553405 of 东四 at two o'clock is above what an instrument can show."""
    return city_site(path, "20160501,1,PM2.5,41,43", "20160501,2,PM2.5,553405,45")


def contradicting(path):
    return city_site(path, "20160501,1,PM2.5,5,", "20160501,1,PM2.5,7,")


def test_a_rejected_value_is_kept_with_series_hour_number_and_line(tmp_path):
    take_in("beijing-city-site", with_a_peak(tmp_path / "may.csv"))

    reading = RejectedReading.objects.get()
    assert (reading.series.station.name_zh_hans, reading.series.pollutant) == ("东四", "pm25")
    assert (reading.value, reading.state) == (553405.0, "waiting")
    assert reading.raw == "20160501,2,PM2.5,553405,45"
    assert reading.hour == Measurement.objects.filter(value=45).get().hour


def test_a_text_that_is_no_number_keeps_its_place_and_cannot_become_a_value(tmp_path, officer):
    take_in("beijing-city-site", city_site(tmp_path / "may.csv", "20160501,1,PM2.5,4?1,43"))

    outcome = release(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    reading = RejectedReading.objects.get()
    assert (reading.series.pollutant, reading.value, reading.state) == ("pm25", None, "waiting")
    assert outcome == Outcome(decided=0, left=1, before=0)


def test_a_released_value_counts_in_the_day_of_its_station_and_of_the_city(tmp_path, officer):
    take_in("beijing-city-site", with_a_peak(tmp_path / "may.csv"))

    outcome = release(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    reading = RejectedReading.objects.get()
    day = DailyRollup.objects.get(series=reading.series)
    assert outcome == Outcome(decided=1, left=0, before=0)
    assert (day.n, day.total) == (2, 553446.0)
    assert CityDailyRollup.objects.get().total == 553446.0 + 88
    assert Measurement.objects.get(value=553405).delivery == reading.delivery
    assert (reading.state, reading.decision.by, reading.decision.note) == ("released", officer, WHY)


def test_a_decision_stands_in_the_history(tmp_path, officer):
    take_in("beijing-city-site", with_a_peak(tmp_path / "may.csv"))

    discard(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    entry = HistoryEntry.objects.of(QuarantineDecision.objects.get()).get()
    assert (entry.by, entry.comment) == (officer, WHY)
    assert states() == ["discarded"]
    assert Measurement.objects.count() == 3


@pytest.mark.parametrize("decide", [release, discard])
def test_the_same_file_again_neither_doubles_nor_reopens_what_was_decided(tmp_path, officer, decide):
    path = with_a_peak(tmp_path / "may.csv")
    first = take_in("beijing-city-site", path)
    decide(by=officer, city=officer.city, readings=all_readings(), note=WHY)
    values = sorted(Measurement.objects.values_list("value", flat=True))

    again = take_in("beijing-city-site", path)

    assert (again.new, again.corrected, again.unchanged) == (0, 0, first.values)
    assert again.rejected == first.rejected
    assert sorted(Measurement.objects.values_list("value", flat=True)) == values
    assert RejectedReading.objects.waiting().count() == 0
    assert RejectedReading.objects.first_seen().count() == 1


def test_a_reading_that_comes_twice_waits_once(tmp_path):
    path = with_a_peak(tmp_path / "may.csv")

    take_in("beijing-city-site", path)
    take_in("beijing-city-site", path)

    assert states() == ["waiting", "repeated"]


def test_a_row_that_comes_twice_in_one_file_waits_once(tmp_path):
    summary = take_in(
        "beijing-city-site", city_site(tmp_path / "may.csv", "2016-,1,PM2.5,4", "2016-,1,PM2.5,4")
    )

    assert summary.rejected == {"row-cut-short": 2}
    assert states() == ["waiting", "repeated"]


def test_a_known_value_is_replaced_only_when_that_was_chosen_and_kept_as_a_revision(tmp_path, officer):
    take_in("beijing-city-site", contradicting(tmp_path / "may.csv"))

    cautious = release(by=officer, city=officer.city, readings=all_readings(), note=WHY)
    replacing = release(by=officer, city=officer.city, readings=all_readings(), note=WHY, replace=True)

    assert (cautious, replacing) == (Outcome(0, 1, 0), Outcome(1, 0, 0))
    assert Measurement.objects.get().value == 7.0
    assert Revision.objects.get().old_value == 5.0
    assert RejectedReading.objects.get().replaced_value == 5.0


@pytest.mark.parametrize("cells_a_batch", [1, 200_000])
def test_what_a_release_replaced_does_not_come_back_with_the_same_file(
    tmp_path, officer, monkeypatch, cells_a_batch
):
    monkeypatch.setattr("environment.measurements.intake.CELLS_A_BATCH", cells_a_batch)
    path = contradicting(tmp_path / "may.csv")
    first = take_in("beijing-city-site", path)
    release(by=officer, city=officer.city, readings=all_readings(), note=WHY, replace=True)

    again = take_in("beijing-city-site", path)

    assert (again.new, again.corrected, again.unchanged) == (0, 0, 1)
    assert again.rejected == first.rejected
    assert Measurement.objects.get().value == 7.0


def test_another_value_still_corrects_a_released_one(tmp_path, officer):
    take_in("beijing-city-site", contradicting(tmp_path / "may.csv"))
    release(by=officer, city=officer.city, readings=all_readings(), note=WHY, replace=True)

    summary = take_in("beijing-city-site", city_site(tmp_path / "june.csv", "20160501,1,PM2.5,6,"))

    assert (summary.corrected, Measurement.objects.get().value) == (1, 6.0)


def test_two_values_for_one_hour_are_not_released_together(tmp_path, officer):
    rows = ["20160501,1,PM2.5,5,", "20160501,1,PM2.5,7,", "20160501,1,PM2.5,9,"]
    take_in("beijing-city-site", city_site(tmp_path / "may.csv", *rows))

    outcome = release(by=officer, city=officer.city, readings=all_readings(), note=WHY, replace=True)

    assert outcome == Outcome(decided=0, left=2, before=0)
    assert Measurement.objects.get().value == 5.0


def test_the_first_decision_stands(tmp_path, officer):
    take_in("beijing-city-site", with_a_peak(tmp_path / "may.csv"))
    discard(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    outcome = release(by=officer, city=officer.city, readings=all_readings(), note="No, it is right.")

    assert outcome == Outcome(decided=0, left=0, before=1)
    assert states() == ["discarded"]
    assert QuarantineDecision.objects.count() == 1


def test_many_are_decided_at_once_with_one_decision(tmp_path, officer):
    rows = [f"20160501,{hour},PM2.5,-{hour},6000" for hour in range(1, 13)]
    take_in("beijing-city-site", city_site(tmp_path / "may.csv", *rows))

    outcome = release(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    assert outcome == Outcome(decided=24, left=0, before=0)
    assert QuarantineDecision.objects.get().readings_decided == 24
    assert sorted(DailyRollup.objects.values_list("n", flat=True)) == [12, 12]


def test_readings_of_two_deliveries_come_in_with_their_own(tmp_path, officer):
    take_in("beijing-city-site", with_a_peak(tmp_path / "may.csv"))
    take_in("beijing-prsa", prsa(tmp_path / "prsa.csv", prsa_row(1, 3, pm25=-1)))

    release(by=officer, city=officer.city, readings=all_readings(), note=WHY)

    released = Measurement.objects.filter(value__in=[553405, -1])
    assert sorted(released.values_list("delivery__name", flat=True)) == ["may.csv", "prsa.csv"]


def test_readings_of_the_other_city_are_not_touched(officer):
    theirs = RejectedReadingFactory(series__station__city=seoul())

    with pytest.raises(NothingChosen):
        discard(by=officer, city=officer.city, readings=all_readings(), note=WHY)
    with pytest.raises(PermissionDenied):
        discard(by=officer, city=seoul(), readings=all_readings(), note=WHY)

    theirs.refresh_from_db()
    assert theirs.state == "waiting"


def test_a_decision_needs_a_reason(officer):
    RejectedReadingFactory(series__station__city=officer.city)

    with pytest.raises(NoReasonGiven):
        discard(by=officer, city=officer.city, readings=all_readings(), note="  ")


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "released"},
        {"state": "repeated"},
        {"replaced_value": 3.0},
        {"series": None},
        {"hour": None},
    ],
)
def test_the_table_refuses_half_of_a_decision_or_of_a_place(wrong):
    reading = RejectedReadingFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        RejectedReading.objects.filter(pk=reading.pk).update(**wrong)
