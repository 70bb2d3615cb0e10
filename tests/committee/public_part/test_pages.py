import datetime

import pytest
from django.urls import reverse

from committee.models import Agreement
from committee.public_part.reading import agreements_in_force
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.document import library_document
from tests.factories.edition import ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import published_report, withdrawn_report

HOUR = datetime.timedelta(hours=1)

pytestmark = pytest.mark.django_db

SIGNED = {"signed_on": "2015-11-03", "in_force_from": "2015-11-03", "state": Agreement.State.IN_FORCE}


def test_a_visitor_reads_what_binds_both_cities_today(client):
    binding = AgreementFactory(title_en="Binding", **SIGNED)
    AgreementFactory(title_en="Not signed", state="draft", signed_on=None, in_force_from=None)
    ended = {"state": Agreement.State.TERMINATED, "terminated_on": "2020-01-01"}
    AgreementFactory(title_en="Ended early", **SIGNED | ended)

    page = client.get(reverse("public_agreements"))

    assert [row.pk for row in page.context["rows"]] == [binding.pk]


def test_an_agreement_is_public_as_long_as_its_last_day_lasts_in_either_city():
    seoul(), beijing()
    last_day = AgreementFactory(**SIGNED, in_force_until="2026-01-01")
    new_year_in_seoul_only = datetime.datetime(2026, 1, 1, 15, 30, tzinfo=datetime.UTC)

    shown = [agreements_in_force(new_year_in_seoul_only + hour) for hour in (HOUR * 0, HOUR)]

    assert [list(each) for each in shown] == [[last_day], []]


def test_a_visitor_sees_neither_commitments_nor_history_of_an_agreement(client):
    commitment = CommitmentFactory(title_en="Between the cities", agreement=AgreementFactory(**SIGNED))

    page = client.get(reverse("public_agreement", args=[commitment.agreement_id])).content.decode()

    assert "Between the cities" not in page
    assert "history-heading" not in page


def test_only_published_reports_and_public_documents_of_the_library_are_shown(client):
    published, _ready = published_report(), ReadyEditionFactory()
    open_to_all, _members_only = library_document(readers="public"), library_document()

    page = client.get(reverse("public_part"))

    assert list(page.context["reports"]) == [published]
    assert [document.pk for document in page.context["documents"]] == [open_to_all.pk]


def test_a_visitor_is_handed_out_each_edition_of_a_published_report(client):
    editions = published_report().meeting.editions.all()

    files = [client.get(reverse("public_report", args=[edition.pk])).getvalue() for edition in editions]

    assert [file[:4] for file in files] == [b"%PDF"] * 4


def test_a_withdrawn_report_is_listed_with_its_reason_and_handed_out_no_more(client):
    edition = withdrawn_report().meeting.editions.first()

    page = client.get(reverse("public_reports")).content.decode()
    file = client.get(reverse("public_report", args=[edition.pk]))

    assert page.count("A table was wrong.") == 1
    assert file.status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_first_public_page_asks_the_same_number_of_queries(client, django_assert_num_queries, rows):
    for _each in range(rows):
        AgreementFactory(**SIGNED, meeting=MeetingFactory())
        published_report()
        library_document(readers="public")

    with django_assert_num_queries(11):
        client.get(reverse("public_part"))


def test_a_visitor_of_the_air_is_not_led_to_pages_that_ask_for_sign_in(client):
    seoul()

    page = client.get(reverse("air"))

    assert reverse("explorer") in page.content.decode()
    assert reverse("delivery_list") not in page.content.decode()
    assert reverse("quarantine") not in page.content.decode()


def test_before_the_committee_is_founded_there_is_no_air_to_show(client):
    page = client.get(reverse("air"))

    assert "No hourly values were received yet." in page.content.decode()
