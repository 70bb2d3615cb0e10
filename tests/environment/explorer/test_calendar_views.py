import pytest

pytestmark = pytest.mark.django_db


def test_the_calendar_tells_days_by_the_index_of_the_city(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, Korea's CAI"
    assert [(day.value, day.written, day.responsible) for day in shown.days[:3]] == [
        (61, "2", ["PM2.5"]),
        (116, "3", ["PM2.5"]),
        (None, "·", ()),
    ]
    assert shown.months[0].counts == [0, 1, 1, 0]
    assert shown.months[0].highest.value == 116


def test_the_calendar_can_be_read_under_another_countrys_rule(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020", "rule": "us-epa-2024"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, US AQI (2024)"
    assert len(shown.names) == 6


def test_the_calendar_tells_days_beside_the_guideline_of_the_who(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020", "rule": "who-pm25"})

    shown = page.context["shown"]
    assert shown.title == "PM2.5 by day, WHO guideline and interim targets of 2021"
    assert [(day.value, day.written) for day in shown.days] == [(20.0, "2"), (40.0, "4")]
    assert shown.months[0].counts == [0, 1, 0, 1, 0, 0]
    assert shown.months[0].without == 29


def test_a_year_in_which_the_rule_changes_names_both(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-beijing", "year": "2026"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, China's AQI (HJ 633-2012) → China's AQI (HJ 633-2026)"
    assert len(shown.names) == 6


def test_the_calendar_opens_with_the_last_year_received(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul"})

    assert page.context["shown"].year == 2020
