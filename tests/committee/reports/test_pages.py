import hashlib
from urllib.parse import unquote

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import ReportEdition
from committee.reports.build import build
from tests.factories.city import beijing, seoul
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

State = ReportEdition.State


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


@pytest.fixture
def ready(db, short_report) -> ReportEdition:
    edition = EditionFactory(language="ko", meeting__ordinal=3, meeting__host=seoul())
    beijing()
    build(edition.pk)
    return ReportEdition.objects.get()


def test_starting_from_the_meeting_leads_to_its_editions(client):
    meeting = MeetingFactory()

    answer = client.post(reverse("report_new", args=[meeting.pk]), {"languages": ["ko", "zh-hans"]})

    assert answer.headers["Location"] == reverse("report_meeting", args=[meeting.pk])
    assert set(meeting.editions.values_list("language", flat=True)) == {"ko", "zh-hans"}


def test_starting_without_a_language_says_so(client):
    answer = client.post(reverse("report_new", args=[MeetingFactory().pk]), {})

    assert answer.status_code == 422
    assert answer.content.decode().count("Choose at least one language.") == 1


def test_what_stands_in_the_way_of_a_draft_is_said_instead_of_it(client, settings):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.refusing", "Pictures")]

    answer = client.get(reverse("report_today", args=[MeetingFactory().pk, "en"]))

    assert answer.status_code == 422
    assert answer.content.decode().count("The picture “Opening” cannot be printed.") == 1


def test_the_page_asks_again_while_the_edition_is_under_way(client):
    edition = EditionFactory(state=State.BUILDING, step="charts", steps_done=6, steps_total=9)

    page = client.get(edition.get_absolute_url()).content.decode()

    assert page.count('hx-trigger="every 1s"') == 1
    assert page.count("6 / 9: drawing the charts") == 1


def test_htmx_gets_the_state_alone_and_stops_asking_when_it_is_ready(client):
    answer = client.get(ReadyEditionFactory().get_absolute_url(), headers={"HX-Request": "true"})

    assert answer.content.decode().count("<html") + answer.content.decode().count("hx-trigger") == 0


def test_htmx_gets_the_editions_of_a_meeting_alone(client):
    edition = EditionFactory()

    answer = client.get(reverse("report_meeting", args=[edition.meeting_id]), headers={"HX-Request": "true"})

    assert answer.content.decode().count("<html") == 0
    assert answer.content.decode().count("hx-trigger") == 1


def test_a_failed_edition_says_where_and_why_and_can_be_built_again(client):
    edition = FailedEditionFactory(step="gather", section="environment.hotline.report_section.air_quality")

    page = client.get(edition.get_absolute_url()).content.decode()

    assert page.count("It broke while gathering the content, in “Air quality”.") == 1
    assert page.count("The section on air quality broke.") == 1
    assert page.count(reverse("report_build_again", args=[edition.pk])) == 1


def test_who_may_not_build_gets_no_button(signed_in, db):
    edition = FailedEditionFactory()

    page = signed_in(member_with(Role.CO_LEAD)).get(edition.get_absolute_url()).content.decode()

    assert page.count("build-again") == 0


def test_the_meeting_s_page_offers_the_report(client):
    meeting = MeetingFactory()

    page = client.get(meeting.get_absolute_url()).content.decode()

    assert page.count(reverse("report_new", args=[meeting.pk])) == 1


def test_the_download_keeps_its_korean_name(client, ready):
    answer = client.get(reverse("report_download", args=[ready.pk]))

    assert answer.headers["Content-Type"] == "application/pdf"
    assert unquote(answer.headers["Content-Disposition"]) == f"attachment; filename*=utf-8''{ready.file_name}"
    assert ready.file_name.startswith("서울 · 베이징 – ")


def test_the_download_is_the_file_the_checksum_is_of(client, ready):
    answer = client.get(reverse("report_download", args=[ready.pk]))

    assert hashlib.sha256(b"".join(answer)).hexdigest() == ready.sha256


def test_an_observer_finds_no_file_of_an_edition_that_failed(signed_in, db):
    edition = FailedEditionFactory()

    answer = signed_in(member_with(Role.OBSERVER)).get(reverse("report_download", args=[edition.pk]))

    assert answer.status_code == 404


def test_the_preview_is_what_is_printed_with_its_own_stylesheet(client, ready):
    page = client.get(reverse("report_preview", args=[ready.pk])).content.decode()

    assert page.count("printing/print.css") == 1
    assert page.count("<style") + page.count("style=") + page.count("<script") == 0
    assert page.count('<html lang="ko">') == 1


def test_the_list_is_filtered_by_state(client):
    ReadyEditionFactory(language="ko")
    failed = FailedEditionFactory()

    page = client.get(reverse("report_list"), {"state": "failed"}).content.decode()

    assert page.count("1 record") == 1
    assert page.count(failed.get_absolute_url()) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(client, rows, django_assert_num_queries):
    for _number in range(rows):
        ReadyEditionFactory()
    client.get(reverse("report_list"))

    with django_assert_num_queries(7):
        client.get(reverse("report_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_meeting_s_editions_run_a_constant_number_of_queries(client, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _number in range(rows):
        ReadyEditionFactory(meeting=meeting)

    with django_assert_num_queries(7):
        client.get(reverse("report_meeting", args=[meeting.pk]))


def test_the_api_lists_editions_without_their_content(client):
    ReadyEditionFactory()

    (edition,) = client.get(reverse("api-report-list")).json()["results"]

    assert sorted(edition) == sorted(
        [
            "id",
            "meeting",
            "language",
            "second_language",
            "state",
            "step",
            "section",
            "steps_done",
            "steps_total",
            "requested_at",
            "finished_at",
            "failure",
            "pages",
            "sha256",
            "identifier",
            "files",
            "report",
        ]
    )
