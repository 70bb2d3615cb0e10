import hashlib
import io
from urllib.parse import unquote

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from committee.models import EditionFile, ReportEdition
from committee.office_files.docx_file import docx_of
from committee.office_files.xlsx_file import xlsx_of
from committee.printing.snapshot import from_json
from committee.reports.build import build
from committee.reports.edition_files import make_files
from tests.factories.edition import EditionFactory, EditionFileFactory, ReadyEditionFactory
from tests.factories.meeting_report import published_report
from tests.factories.member import MemberFactory
from tests.factories.report import small_report


@pytest.fixture
def built(db, short_report) -> ReportEdition:
    edition = EditionFactory(meeting__ordinal=3, language="en")
    build(edition.pk)
    edition.refresh_from_db()
    return edition


def test_a_build_makes_every_file_of_the_content_it_prints(built):
    kinds = {file.kind: file for file in built.files.all()}

    assert list(kinds) == ["docx", "hwpx", "xlsx", "html"]
    report = from_json(built.stored_content)
    with kinds["docx"].file.open() as file:
        assert file.read() == docx_of(report)
    assert kinds["docx"].sha256 == hashlib.sha256(docx_of(report)).hexdigest()


def test_the_pdf_holds_the_data_behind_its_tables_and_charts(built):
    with built.pdf.open() as file, pikepdf.open(io.BytesIO(file.read())) as pdf:
        held = pdf.attachments["report-data.xlsx"].get_file().read_bytes()

    assert held == xlsx_of(from_json(built.stored_content))


def test_files_made_again_take_the_place_of_the_earlier_ones(db):
    edition = ReadyEditionFactory()
    earlier = EditionFileFactory(edition=edition)

    make_files(edition, small_report(), kinds=["docx"])

    assert [file.kind for file in edition.files.all()] == ["docx"]
    assert not earlier.file.storage.exists(earlier.file.name)


def test_an_edition_has_one_file_of_a_kind(db):
    file = EditionFileFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        EditionFile.objects.create(edition=file.edition, kind="docx", file="x", sha256="2" * 64)


@pytest.mark.parametrize(("language", "name"), [("ko", "제3차 전체회의"), ("zh-hans", "第3次全体会议")])
def test_a_file_is_named_in_the_language_of_its_edition(client, language, name, db):
    file = EditionFileFactory(edition__meeting__ordinal=3, edition__language=language)
    client.force_login(MemberFactory())

    answer = client.get(reverse("report_file", args=[file.edition_id, "docx"]))

    assert name in unquote(answer["Content-Disposition"])
    assert unquote(answer["Content-Disposition"]).endswith(".docx")


def test_the_page_of_an_edition_offers_its_files(client, db):
    file = EditionFileFactory()
    client.force_login(MemberFactory())

    page = client.get(file.edition.get_absolute_url()).content.decode()

    assert reverse("report_file", args=[file.edition_id, "docx"]) in page
    assert file.sha256 in page


def test_everybody_reads_a_published_edition_in_the_browser(client, db):
    edition = published_report().meeting.editions.first()

    page = client.get(reverse("public_report_web", args=[edition.pk])).content.decode()

    assert "office_files/web" in page
    assert "<style" not in page


def test_the_api_tells_the_checksum_of_each_file(client, db):
    file = EditionFileFactory()
    client.force_login(MemberFactory())

    answer = client.get(reverse("api-report-detail", args=[file.edition_id])).json()

    assert answer["files"] == [
        {"kind": "docx", "sha256": file.sha256, "address": f"/en/reports/{file.edition_id}/download/docx/"}
    ]
