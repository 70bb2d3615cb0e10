"""Half-broken pushes: what cannot be taken is counted by reason and named, the rest is kept."""

import json
import math

import pytest

from environment.exchange.document import NotADocument, read
from environment.exchange.reading import Reading
from environment.models import Measurement
from environment.sources.declared import Column, Numbers, Refusal
from tests.environment.exchange.pushing import UNITS, delivered, document, post, taken_in, value
from tests.factories.machine_account import machine_account

NOW_HOUR = 492_265  # the hour that ends on 2026-02-27 at 10:00 in Seoul
HOUR = "2026-02-27T10:00:00+09:00"


def rows_of(*values, units=UNITS, **head):
    content = json.dumps({**head, "units": units, "values": list(values)}).encode()
    stations = {"111123": "111123", "종로구": "111123", "111121": "111121"}
    return list(Reading(read(content), "seoul", stations, NOW_HOUR).rows())


def reasons(rows):
    return [(row.line, row.reason) for row in rows if isinstance(row, Refusal)]


def good(more=23, **other):
    return value(more, **{"hour": HOUR, **other})


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (good(station="nowhere"), "station-not-of-the-city"),
        (good(station=None), "station-not-of-the-city"),
        (good(station=["111123"]), "value-incomplete"),
        (good(pollutant="pollen"), "unknown-item"),
        (good(pollutant="co"), "unit-not-declared"),
        (good(hour="2026-02-27T10:00:00"), "hour-without-zone"),
        (good(hour="2026-02-27T10:30:00+09:00"), "not-a-full-hour"),
        (good(hour="2026-02-30T10:00:00+09:00"), "unreadable-date"),
        (good(hour="yesterday"), "unreadable-date"),
        (good(hour=None), "unreadable-date"),
        (good(hour=[1]), "value-incomplete"),
        (good(hour="0001-02-27T10:00:00+09:00"), "unreadable-date"),
        (good(hour="2026-02-27T11:00:00+09:00"), "future-hour"),
        (good("23"), "not-a-number"),
        (good(True), "not-a-number"),
        (good([23]), "not-a-number"),
        (good(float("nan")), "not-a-number"),
        (good(float("inf")), "not-a-number"),
        (good(10**400), "not-a-number"),
        (good(unit="ppm"), "wrong-unit"),
        (good(reference_state="298K"), "wrong-reference-state"),
        (good(status="confirmed"), "other-status"),
        ({"station": "111123", "pollutant": "pm25", "hour": HOUR}, "value-incomplete"),
        ("23", "value-incomplete"),
        (None, "value-incomplete"),
        ([], "value-incomplete"),
    ],
)
def test_a_broken_value_is_named_with_its_place_and_the_good_ones_stay(broken, reason):
    rows = rows_of(good(pollutant="pm10"), broken, good(station="111121"))

    assert reasons(rows) == [(2, reason)]
    assert sum(len(row.cells) for row in rows if isinstance(row, Numbers)) == 2


@pytest.mark.parametrize(
    ("pollutant", "declared", "reason"),
    [
        ("pm25", {"unit": "ppm"}, "wrong-unit"),
        ("pm25", {"unit": "furlong"}, "wrong-unit"),
        ("pm25", {}, "unit-not-declared"),
        ("pm25", 7, "unit-not-declared"),
        ("o3", {"unit": "µg/m³"}, "wrong-reference-state"),
        ("o3", {"unit": "ppm", "reference_state": "273K"}, "wrong-reference-state"),
        ("o3", {"unit": "µg/m³", "reference_state": ["273K"]}, "wrong-reference-state"),
    ],
)
def test_values_of_a_wrong_unit_are_refused_and_those_of_other_pollutants_stay(pollutant, declared, reason):
    rows = rows_of(
        good(pollutant=pollutant),
        good(pollutant="pm10"),
        units={pollutant: declared, "pm10": {"unit": "ug/m3"}},
    )

    assert reasons(rows) == [(1, reason)]


@pytest.mark.parametrize("unit", ["µg/m³", "μg/m³", "ug/m3", " µg/m3 "])
def test_a_unit_may_be_written_with_any_keyboard(unit):
    (row,) = rows_of(good(unit=unit), units={"PM2.5": unit})

    assert row.cells == [23.0]


def test_a_value_may_say_again_what_the_delivery_says_of_all():
    (row,) = rows_of(good(unit="ug/m3", reference_state="as-sampled", status="provisional", quality="ok"))

    assert row.cells == [23.0]


def test_the_code_of_a_station_may_come_as_a_number():
    (row,) = rows_of(good(station=111123))

    assert row.columns[0].station == "111123"


def test_the_first_of_two_values_for_an_hour_is_taken_and_the_second_stands_by_itself():
    first, second = rows_of(good(23), good(24, station="종로구"))

    assert (first.cells, second.cells, second.line) == ([23.0], ["24"], 2)


def test_values_are_gathered_by_hour_and_one_that_is_not_there_keeps_its_place():
    earlier = "2026-02-27T09:00:00+09:00"

    rows = rows_of(good(), good(5, hour=earlier), good(None, station="111121"))

    assert [(row.line, row.hour) for row in rows] == [(2, NOW_HOUR - 1), (1, NOW_HOUR)]
    assert [len(row.columns) for row in rows] == [1, 2]
    assert math.isnan(rows[1].cells[1])


def test_damaged_letters_in_a_value_make_the_body_no_document():
    content = json.dumps({"units": UNITS, "values": [good(station="one")]}).encode().replace(b"one", b"\xff")

    with pytest.raises(NotADocument):
        read(content)


def test_names_of_stations_and_pollutants_are_read_as_people_write_them():
    (row,) = rows_of(good(station=" 종로구", pollutant="PM2.5"))

    assert row.columns[0] == Column("111123", "pm25")


def test_what_is_measured_may_not_be_more_than_an_instrument_shows_in_the_declared_unit():
    units = {"o3": {"unit": "ppb"}, "co": {"unit": "mg/m³", "reference_state": "298K"}}

    ozone, monoxide = rows_of(good(1001, pollutant="o3"), good(101, pollutant="co"), units=units)

    # They stand by themselves, to be judged and named like those of a file.
    assert (ozone.line, ozone.cells, monoxide.line) == (1, ["1001"], 2)


@pytest.mark.django_db
def test_a_half_broken_push_is_counted_and_named_like_a_file():
    token = machine_account().token
    hour = {"hour": "2026-03-01T11:00:00+09:00"}

    delivery = delivered(
        token, value(23), value(24), value(23), value(-1, **hour), value(6000, **hour), value(None, **hour)
    )

    named = delivery.rejected_readings.order_by("line").values_list("line", "reason", "reading")
    assert (delivery.rows, delivery.new, delivery.unchanged, delivery.missing) == (6, 1, 1, 1)
    assert delivery.rejected == {"contradicts-earlier-row": 1, "implausible": 1, "negative": 1}
    assert list(named) == [
        (2, "contradicts-earlier-row", "111123 pm25 24"),
        (4, "negative", "111123 pm25 -1"),
        (5, "implausible", "111123 pm25 6000"),
    ]
    assert Measurement.objects.get().value == 23.0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (value(23, station="\ud800\0"), "station-not-of-the-city"),
        (value("\ud800\0"), "not-a-number"),
        ("\ud800\0", "value-incomplete"),
    ],
)
def test_letters_that_no_database_keeps_are_named_all_the_same(broken, reason):
    token = machine_account().token
    body = json.dumps(document(value(23), broken)).encode()

    delivery = taken_in(post(token, body))

    assert (delivery.new, delivery.rejected) == (1, {reason: 1})
    assert '"\\ud800\\u0000"' in delivery.rejected_readings.get().raw
