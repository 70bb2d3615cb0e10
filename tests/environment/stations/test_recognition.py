import pytest
from django.db import IntegrityError

from environment.models import Station, StationName
from environment.stations.actions import enter_catalogue, take_up
from environment.stations.recognition import spelling, stations_by_name
from tests.factories.city import beijing, seoul
from tests.factories.station import StationFactory, StationNameFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["dongsi", "东四", "东城东四", "Dongsi", "둥쓰", " DONGSI "])
def test_a_station_is_found_by_any_of_its_names(name):
    enter_catalogue(city=beijing())

    assert stations_by_name(beijing())[spelling(name)].code == "dongsi"


def test_full_width_brackets_are_the_same_as_plain_ones():
    enter_catalogue(city=beijing())

    assert stations_by_name(beijing())[spelling("定陵（对照点）")].code == "dingling"


def test_the_catalogue_has_every_station_in_three_languages():
    enter_catalogue(city=seoul())
    enter_catalogue(city=beijing())

    measuring = Station.objects.measuring()
    assert [measuring.of(city).count() for city in (seoul(), beijing())] == [25, 35]
    assert Station.objects.filter(name_ko="").count() == 0
    assert Station.objects.filter(name_zh_hans="").count() == 0
    assert Station.objects.filter(name_en="").count() == 0


def test_entering_the_catalogue_again_keeps_what_was_changed():
    enter_catalogue(city=seoul())
    Station.objects.filter(code="111123").update(name_en="Jongno")

    enter_catalogue(city=seoul())

    assert Station.objects.get(code="111123").name_en == "Jongno"
    assert Station.objects.of(seoul()).count() == 26


def test_a_name_from_2021_says_since_when_it_holds():
    enter_catalogue(city=beijing())

    name = StationName.objects.get(name="东城东四")
    assert str(name.valid_from) == "2021-01-01"


def test_taking_a_station_up_twice_makes_one():
    first = take_up(city=seoul(), name="강남대로")
    second = take_up(city=seoul(), name="강남대로")

    assert first == second


def test_a_code_stands_once_in_a_city():
    StationFactory(code="111123")

    with pytest.raises(IntegrityError):
        Station.objects.create(city=seoul(), code="111123", name_ko="종로구")


def test_latitude_comes_with_longitude():
    with pytest.raises(IntegrityError):
        StationFactory(latitude=37.5)


def test_a_name_does_not_end_before_it_starts():
    with pytest.raises(IntegrityError):
        StationNameFactory(valid_from="2021-01-01", valid_until="2020-12-31")


RENAMED = [
    ("aotizhongxin", "奥体中心", "朝阳奥体中心"),
    ("changping", "昌平", "昌平镇"),
    ("dingling", "定陵", "定陵(对照点)"),
    ("dongsi", "东四", "东城东四"),
    ("guanyuan", "官园", "西城官园"),
    ("gucheng", "古城", "石景山古城"),
    ("huairou", "怀柔", "怀柔镇"),
    ("nongzhanguan", "农展馆", "朝阳农展馆"),
    ("shunyi", "顺义", "顺义新城"),
    ("tiantan", "天坛", "东城天坛"),
    ("wanliu", "万柳", "海淀万柳"),
    ("wanshouxigong", "万寿西宫", "西城万寿西宫"),
]


@pytest.mark.parametrize(("code", "before", "since"), RENAMED)
def test_both_names_of_a_renamed_station_are_dated_and_mean_one_station(code, before, since):
    enter_catalogue(city=beijing())

    dated = StationName.objects.filter(station__code=code, name__in=[before, since])
    found = stations_by_name(beijing())
    assert {name.name: (str(name.valid_from), str(name.valid_until)) for name in dated} == {
        before: ("None", "2020-12-31"),
        since: ("2021-01-01", "None"),
    }
    assert {found[spelling(name)].code for name in (before, since)} == {code}


def test_stations_entered_earlier_are_given_the_names_they_lack():
    enter_catalogue(city=beijing())
    StationName.objects.filter(name="东四").delete()

    enter_catalogue(city=beijing())

    assert StationName.objects.get(name="东四").station.code == "dongsi"


@pytest.mark.parametrize("name", ["101", "종로구", "Jongno-gu", "111123"])
def test_numbers_and_names_of_seouls_formats_mean_one_station(name):
    enter_catalogue(city=seoul())

    assert stations_by_name(seoul())[spelling(name)].code == "111123"
