"""A stored file that is gone is told by its name, to the reader and in the log."""

import logging

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from committee.members.models import Role
from committee.printing.snapshot import to_json
from tests.factories.document import DocumentFileFactory
from tests.factories.edition import ReadyEditionFactory
from tests.factories.member import member_with
from tests.factories.printed import photograph
from tests.factories.report import small_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_a_document_whose_file_is_gone_is_told_by_its_name(reader, caplog):
    file = DocumentFileFactory()
    default_storage.delete(file.content.name)

    with caplog.at_level(logging.ERROR, logger="committee.pages.gone_files"):
        answer = reader.get(reverse("document_file", args=[file.document_id, file.number]))

    assert (answer.status_code, file.content.name in answer.text) == (410, True)
    assert [
        record.getMessage() for record in caplog.records if record.name == "committee.pages.gone_files"
    ] == [f"A stored file is gone: {file.content.name}"]


def test_an_edition_without_its_photograph_is_told_by_the_name_of_the_picture(reader):
    picture = photograph()
    edition = ReadyEditionFactory(content=to_json(small_report("en", picture)))
    name = f"pictures/{picture.sha256[:2]}/{picture.sha256}.jpg"
    default_storage.delete(name)

    answers = [reader.get(reverse(page, args=[edition.pk])) for page in ("report_preview", "report_web")]

    assert [(answer.status_code, name in answer.text) for answer in answers] == [(410, True)] * 2
