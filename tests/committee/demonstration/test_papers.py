import io

import pikepdf
import pytest

from committee.documents.attached import documents_of
from committee.models import Agreement, Document, DocumentFile, Member

pytestmark = pytest.mark.django_db


def test_the_environment_mou_has_its_signed_text_in_both_languages(filled):
    reader = Member.objects.get(username="liaison.beijing")

    [document] = documents_of(Agreement.objects.get(kind="mou"), reader)

    assert [file.language for file in document.current_files] == ["zh-hans", "ko"]


def test_the_library_has_a_paper_of_each_city(filled):
    papers = Document.objects.in_library()

    assert [paper.city.code for paper in papers] == ["seoul", "beijing"]


def test_one_paper_is_still_inside_seoul(filled):
    guest = Member.objects.get(username="secretariat.beijing")

    hidden = Document.objects.exclude(pk__in=Document.objects.visible_to(guest))

    assert [document.title_en for document in hidden] == [
        "Draft paper on the agenda of the fourth general meeting"
    ]


def test_every_paper_bears_the_title_of_its_record_and_every_document_is_marked(filled):
    for file in DocumentFile.objects.filter(media_type="application/pdf").exclude(
        document__kind="signed_text"
    ):
        document = file.document
        with file.content.open() as content, pikepdf.open(io.BytesIO(content.read())) as opened:
            title = document.title_zh_hans if file.language == "zh-hans" else document.title_ko
            assert str(opened.docinfo["/Title"]) == title

    assert not Document.objects.filter(is_illustrative=False).exists()
