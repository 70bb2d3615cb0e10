import datetime
import hashlib

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from committee.models import ReportEdition
from committee.verification.verdicts import Verdict
from committee.verification.views import Uploads
from tests.committee.verification.files import pdf_of
from tests.factories.city import seoul
from tests.factories.meeting_report import published_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> ReportEdition:
    """A published edition whose file says which one it is."""
    edition = published_report().meeting.editions.get(language="en")
    file = pdf_of(edition.identifier)
    ReportEdition.objects.filter(pk=edition.pk).update(sha256=hashlib.sha256(file).hexdigest())
    edition.refresh_from_db()
    return edition


def sent(client, file: bytes):
    upload = SimpleUploadedFile("보고서 报告.pdf", file, content_type="application/pdf")
    return client.post(reverse("verification"), {"file": upload})


def verdict(page) -> Verdict:
    return page.context["verified"].verdict


def test_a_visitor_sends_the_published_file(client, edition):
    page = sent(client, pdf_of(edition.identifier))

    assert (verdict(page), page.context["verified"].edition) == (Verdict.UNCHANGED, edition)
    assert reverse("public_report", args=[edition.pk]) in page.content.decode()


def test_the_moment_of_publication_is_told_by_the_hosts_clock(client):
    evening = datetime.datetime(2026, 1, 31, 20, tzinfo=datetime.UTC)
    edition = published_report(at=evening, meeting__host=seoul()).meeting.editions.first()

    page = client.get(reverse("verification"), {"sha256": edition.sha256})

    assert page.content.decode().count("2026-02-01 05:00 KST") == 1


def test_a_visitor_sends_a_file_that_was_altered(client, edition):
    page = sent(client, pdf_of(edition.identifier, words=", other words"))

    assert (verdict(page), page.context["verified"].edition) == (Verdict.ALTERED, edition)


def test_a_visitor_sends_something_else(client, edition):
    assert verdict(sent(client, b"%PDF-1.7 something else")) == Verdict.UNKNOWN


def test_a_checksum_is_read_as_people_paste_it(client, edition):
    pasted = f" {edition.sha256[:32].upper()} {edition.sha256[32:]}\n"

    page = client.get(reverse("verification"), {"sha256": pasted})

    assert verdict(page) == Verdict.UNCHANGED


def test_what_is_no_checksum_is_refused_with_a_word_on_what_one_looks_like(client):
    page = client.get(reverse("verification"), {"sha256": "1234"})

    assert page.status_code == 422
    assert "A checksum (SHA-256) has 64 digits from 0 to 9 and a to f." in page.content.decode()


def test_a_visitor_sends_files_a_few_times_a_minute(client, monkeypatch):
    cache.clear()
    monkeypatch.setattr(Uploads, "get_rate", lambda self: "1/minute")

    answers = [sent(client, b"").status_code, sent(client, b"").status_code]
    cache.clear()

    assert answers == [422, 429]


def test_a_machine_is_told_which_edition_a_checksum_is_of(client, edition):
    answer = client.get(reverse("api-edition-by-checksum", args=[edition.sha256])).json()

    assert (answer["verdict"], answer["edition"]["identifier"], answer["current"]) == (
        "unchanged",
        edition.identifier,
        None,
    )


def test_a_machine_is_answered_404_for_a_checksum_that_none_has(client, edition):
    assert client.get(reverse("api-edition-by-checksum", args=["f" * 64])).status_code == 404
