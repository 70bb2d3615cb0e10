import datetime

import pytest

from environment.models import DailyRollup, Measurement
from environment.naming.notes import NOTES
from environment.naming.origins import ORIGINS
from environment.sources.clock import LocalClock
from environment.sources.registry import GENERATED
from tests.factories.city import beijing
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2016, 5, 1)


def a_day_of_beijing(*, stations=1, mean=80, n=24):
    found = [StationFactory(city=beijing(), code=f"station {number}") for number in range(stations)]
    for station in found:
        series = SeriesFactory(station=station, pollutant="pm25", source="beijing-city-site")
        series.first_hour = series.last_hour = LocalClock("Asia/Shanghai").start(DAY) + 1
        series.save()
        DailyRollup.objects.create(series=series, day=DAY, n=n, total=mean * n, max_value=mean)
    return found[0]


def judged(page):
    return {one.rule.name: one.index.value for one in page.context["shown"].judgements}


def test_a_day_is_judged_by_all_rules_side_by_side(reader):
    a_day_of_beijing()

    page = reader.get("/en/air/indices/", {"place": "city-beijing", "day": "2016-05-01"})

    assert judged(page) == {
        "kr-cai": None,
        "cn-hj633-2012": 107,
        "cn-hj633-2026": 119,
        "us-epa-2012": 164,
        "us-epa-2024": 168,
    }
    text = page.content.decode()
    assert "Lightly polluted" in text
    assert "Not enough data: the rule needs PM10, ozone, nitrogen dioxide" in text


def test_the_rule_of_the_place_and_day_is_marked(reader):
    a_day_of_beijing()

    page = reader.get("/en/air/indices/", {"place": "city-beijing", "day": "2016-05-01"})

    due = [one.rule.name for one in page.context["shown"].judgements if one.is_due]
    assert due == ["cn-hj633-2012"]


def test_an_hour_of_a_station_is_judged_too(reader):
    station = a_day_of_beijing()
    end = LocalClock("Asia/Shanghai").start(DAY) + 24
    series = station.series.get()
    Measurement.objects.bulk_create(
        Measurement(series=series, hour=end - ago, value=80, delivery_id=0) for ago in range(24)
    )

    asked = {"place": f"station-{station.pk}", "day": "2016-05-01", "hour": "24"}
    page = reader.get("/en/air/indices/", asked)

    assert judged(page)["cn-hj633-2012"] == 107


def test_too_few_hours_are_no_index_under_any_rule(reader):
    a_day_of_beijing(n=10)

    page = reader.get("/en/air/indices/", {"place": "city-beijing", "day": "2016-05-01"})

    assert set(judged(page).values()) == {None}
    assert "Not enough data" in page.content.decode()


def test_generated_values_are_marked(reader):
    station = a_day_of_beijing()
    asked = {"place": "city-beijing", "day": "2016-05-01"}
    received = reader.get("/en/air/indices/", asked).context["is_illustrative"]
    station.series.update(source=GENERATED)

    assert (received, reader.get("/en/air/indices/", asked).context["is_illustrative"]) == (False, True)


def test_the_last_whole_day_is_suggested(reader):
    station = a_day_of_beijing()
    end = LocalClock("Asia/Shanghai").end(DAY) + 5
    station.series.update(last_hour=end)

    page = reader.get("/en/air/indices/", {"place": "city-beijing"})

    assert page.context["form"].cleaned_data["day"] == DAY


@pytest.mark.parametrize(
    "wrong", [{"day": "no day"}, {"place": "nowhere"}, {"hour": "25"}, {"day": "1900-01-01"}]
)
def test_a_wrong_question_is_refused_in_words(reader, wrong):
    a_day_of_beijing()

    page = reader.get("/en/air/indices/", {"place": "city-beijing", "day": "2016-05-01", **wrong})

    assert (page.status_code, list(page.context["form"].errors)) == (422, list(wrong))


@pytest.mark.parametrize("stations", [1, 3])
@pytest.mark.parametrize(("hour", "questions"), [("", 8), ("24", 13)])
def test_the_page_asks_a_constant_number_of_questions(
    reader, django_assert_num_queries, stations, hour, questions
):
    a_day_of_beijing(stations=stations)
    asked = {"place": "city-beijing", "day": "2016-05-01", "hour": hour}
    reader.get("/en/air/indices/", asked)

    with django_assert_num_queries(questions):
        reader.get("/en/air/indices/", asked)


def test_htmx_gets_the_judgements_alone(reader):
    a_day_of_beijing()

    answer = reader.get("/en/air/indices/", {"place": "city-beijing"}, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()


def test_all_dated_tables_can_be_read(reader):
    page = reader.get("/en/air/standards/")

    tables = page.context["tables"]
    names = [(rule.name, rule.period) for rule in tables.rules]
    assert ("China's AQI (HJ 633-2026)", "from 2026-03-01") in names
    assert ("US AQI (2012)", "2013-03-18 to 2015-12-27") in names
    of_2026 = next(rule for rule in tables.rules if rule.period == "from 2026-03-01")
    particles = next(
        line for line in of_2026.lines if (line.pollutant, line.averaging) == ("PM2.5", "24 hours")
    )
    assert list(particles.cells[:3]) == ["0–35", "35–60", "60–115"]
    assert tables.ambient[0].name == "Korea's ambient standard"
    assert len(tables.ambient) == 12


def test_the_rules_of_alerts_are_said_in_words(reader):
    page = reader.get("/en/air/standards/")

    stages = [(stage.issue, stage.release) for stage in page.context["advisories"][1].stages]
    assert stages == [
        ("75 µg/m³ or more for 2 hours in a row", "below 35 µg/m³"),
        ("150 µg/m³ or more for 2 hours in a row", "below 75 µg/m³"),
    ]
    of_2023 = page.context["plans"][2]
    assert list(of_2023.levels[2].conditions) == [
        "3 days in a row with an AQI above 200, at least 1 of them above 300"
    ]


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_no_particular_of_a_rule_stays_english(reader, language):
    page = reader.get(f"/{language}/air/standards/")

    notes = {note.text for rule in page.context["tables"].rules for note in rule.notes}
    assert notes & set(NOTES) == set()


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_no_origin_of_a_standard_stays_english(reader, language):
    page = reader.get(f"/{language}/air/standards/")

    tables = page.context["tables"]
    shown = {origin for each in (*tables.rules, *tables.ambient) for origin in each.sources}
    assert shown & set(ORIGINS) == set()


def test_only_the_tables_in_force_stand_open(reader):
    page = reader.get("/en/air/standards/")

    tables = page.context["tables"]
    open_ones = [each.name for each in (*tables.rules, *tables.ambient) if each.is_in_force]
    assert page.content.decode().count('<details class="edition" open>') == len(open_ones)
    assert "China's AQI (HJ 633-2026)" in open_ones
    assert not any(name.startswith("WHO") for name in open_ones)
