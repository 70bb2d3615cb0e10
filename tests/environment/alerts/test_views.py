import io

import openpyxl
import pytest

from environment.alerts.judging import judge_changes
from environment.models import Episode
from tests.environment.alerts.given import at, days_of_beijing, judged, mean_of_seoul
from tests.factories.city import beijing, seoul
from tests.factories.episode import FIRST_HOUR, EpisodeFactory

pytestmark = pytest.mark.django_db
LIST = "/en/air/episodes/"
HIGH = [80, 80, 90, 40, 30]


@pytest.fixture
def client(signed_in, secretary):
    return signed_in(secretary)


def shown(answer):
    return [episode.pk for episode in answer.context["rows"]]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(client, django_assert_num_queries, number):
    beijing()
    EpisodeFactory.create_batch(number)
    client.get(LIST)

    with django_assert_num_queries(9):
        answer = client.get(LIST)

    assert len(shown(answer)) == number


def test_the_list_is_filtered_by_city_pollutant_stage_year_and_state(client):
    of_seoul = EpisodeFactory()
    of_beijing = EpisodeFactory(of_beijing=True)
    now = EpisodeFactory(state="in_force", highest_stage="warning", start_hour=500_000, pollutant="pm10")

    found = {
        asked: shown(client.get(f"{LIST}?{asked}"))
        for asked in ("city=beijing", "pollutant=aqi", "stage=warning", "year=2018", "state=in_force")
    }

    assert found == {
        "city=beijing": [of_beijing.pk],
        "pollutant=aqi": [of_beijing.pk],
        "stage=warning": [now.pk],
        "year=2018": [of_seoul.pk, of_beijing.pk],
        "state=in_force": [now.pk],
    }


def test_a_filter_that_means_nothing_is_refused(client):
    answers = [
        client.get(f"{address}?year=1") for address in (LIST, f"{LIST}episodes.csv", f"{LIST}episodes.xlsx")
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422]


def test_what_is_in_force_stands_at_the_top_by_city(client):
    beijing()
    EpisodeFactory()
    now = EpisodeFactory(state="in_force")

    in_force = client.get(LIST).context["in_force"]

    assert [(each.city, list(each.episodes)) for each in in_force] == [(seoul(), [now]), (beijing(), [])]


def test_years_count_the_episodes_by_their_highest_stage(client):
    EpisodeFactory.create_batch(2)
    EpisodeFactory(state="withdrawn")
    EpisodeFactory(of_beijing=True)

    years = client.get(LIST).context["years"]

    assert [(each.city.code, each.stage) for each in years.columns] == [
        ("seoul", "advisory"),
        ("beijing", "yellow"),
    ]
    assert [(each.year, each.counts) for each in years.rows] == [(2018, [2, 1])]


def test_the_page_shows_the_values_that_decided_and_the_air_around(client, tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    (episode,) = judged()

    context = client.get(episode.get_absolute_url()).context

    decisions = [(each.when, each.act, each.stage) for each in context["decisions"]]
    assert decisions == [
        ("2018-01-16 02:00 KST", "raised", "advisory"),
        ("2018-01-16 05:00 KST", "ended", "advisory"),
    ]
    values = [(each.value, each.threshold) for each in context["decisions"][0].values]
    assert values == [("80.0 µg/m³", "≥ 75"), ("80.0 µg/m³", "≥ 75")]
    known = {each.written[11:16]: each.value for each in context["moments"] if each.value is not None}
    assert known == {"01:00": 80, "02:00": 80, "03:00": 90, "04:00": 40, "05:00": 30}


def test_the_page_of_a_beijing_warning_speaks_of_days(client, tmp_path):
    days_of_beijing(tmp_path, [60, 160, 260, 60])
    (episode,) = judged()

    context = client.get(episode.get_absolute_url()).context

    assert [(each.when, each.act, each.stage) for each in context["decisions"]] == [
        ("2018-01-11", "raised", "blue warning"),
        ("2018-01-12", "upgraded", "yellow warning"),
        ("2018-01-13", "ended", "yellow warning"),
    ]
    assert [each.written for each in context["moments"] if each.is_on] == ["2018-01-11", "2018-01-12"]


def test_the_page_lists_what_had_been_decided_before_and_by_which_delivery(client, tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    judged()
    mean_of_seoul(tmp_path, [60], name="corrected.csv")
    (episode,) = judged()

    versions = client.get(episode.get_absolute_url()).context["versions"]

    assert [(each.number, each.delivery.name) for each in versions] == [(2, "corrected.csv"), (1, "mean.csv")]
    assert [(each.label, each.before, each.after) for each in versions[0].changes][:1] == [
        ("Start", "2018-01-16 02:00 KST", "2018-01-16 03:00 KST")
    ]


def test_of_a_withdrawn_alert_the_page_does_not_say_that_it_is_in_force(client):
    in_force, withdrawn = EpisodeFactory(), EpisodeFactory(state="withdrawn", of_beijing=True)

    said = [client.get(each.get_absolute_url()).context["standing"] for each in (in_force, withdrawn)]

    assert said == ["alert in force", "alert withdrawn"]


def test_the_chart_is_a_picture(client):
    answer = client.get(f"{EpisodeFactory().get_absolute_url()}chart.svg")

    assert (answer["Content-Type"], answer.content[:4]) == ("image/svg+xml", b"<svg")


def test_both_downloads_hold_the_same_rows(client):
    EpisodeFactory(of_beijing=True)

    text = client.get(f"{LIST}episodes.csv").content.decode("utf-8-sig").splitlines()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{LIST}episodes.xlsx").content))

    heading, row = [line.split(",") for line in text]
    assert dict(zip(heading, row, strict=True))["end"] == "2018-01-14"
    rows = [[str(cell) for cell in line] for line in book.active.iter_rows(values_only=True)]
    assert [rows[0], rows[1][1:8]] == [heading, row[1:8]]


def test_the_api_gives_moments_for_hours_and_days_for_days(client):
    EpisodeFactory(start_hour=FIRST_HOUR)
    EpisodeFactory(of_beijing=True)

    found = client.get("/api/v1/air/episodes/").json()["results"]

    assert [(each["city"], each["start"], each["end"]) for each in found] == [
        ("seoul", "2018-01-15T22:00:00+09:00", "2018-01-16T08:00:00+09:00"),
        ("beijing", "2018-01-13", "2018-01-14"),
    ]
    assert client.get("/api/v1/air/episodes/?city=beijing").json()["count"] == 1


def test_the_desk_tells_which_alert_is_in_force(client):
    beijing()
    now = EpisodeFactory(state="in_force")

    both = client.get("/en/air/").context["latest"]
    alone = client.get("/en/air/seoul/").context["alerts"]

    assert [list(alerts.episodes) for _latest, alerts in both] == [[now], []]
    assert list(alone.episodes) == [now]


def test_an_alert_in_force_has_no_end_yet(client, tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    judge_changes(city=seoul(), now=at("2018-01-16 02:00"))
    episode = Episode.objects.get()

    picture = client.get(f"{episode.get_absolute_url()}chart.svg")
    found = client.get("/api/v1/air/episodes/").json()["results"]

    assert (episode.state, picture.status_code) == ("in_force", 200)
    assert [each["end"] for each in found] == [None]


def test_the_page_of_a_recent_alert_holds_the_officers_thread(client, tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    judge_changes(city=seoul(), now=at("2018-01-16 02:00"))
    episode = Episode.objects.get()

    context = client.get(episode.get_absolute_url()).context
    of_thread = client.get(episode.thread.get_absolute_url())

    assert context["thread"] == episode.thread
    assert episode.get_absolute_url() in of_thread.content.decode()
