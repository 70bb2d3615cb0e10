import pytest

from committee.members.models import Role
from tests.factories.city import beijing, seoul
from tests.factories.document import PDF, DocumentFactory, DocumentFileFactory, document_of, library_document
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_a_document_comes_with_its_versions(reader):
    document = library_document(title_ko="계절관리제")
    DocumentFileFactory(document=document, name="계절관리제.pdf", language="ko")

    answer = reader.get(f"/api/v1/documents/{document.pk}/").json()

    assert (answer["title_ko"], answer["city"], answer["topic"]) == ("계절관리제", "seoul", "air")
    assert [(file["number"], file["name"]) for file in answer["files"]] == [(1, "계절관리제.pdf")]


def test_no_answer_says_where_a_file_is_kept(reader):
    file = DocumentFileFactory()

    answer = reader.get(f"/api/v1/documents/{file.document_id}/")

    assert file.content.name not in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        DocumentFileFactory()

    with django_assert_num_queries(6):
        answer = reader.get("/api/v1/documents/")

    assert answer.json()["count"] == rows


def test_the_filters_are_those_of_the_page(reader):
    library_document(topic="transport")
    DocumentFactory()

    assert reader.get("/api/v1/documents/?topic=transport").json()["count"] == 1


def test_a_version_is_handed_out(reader):
    file = DocumentFileFactory()

    answer = reader.get(f"/api/v1/documents/{file.document_id}/files/1/")

    assert answer.getvalue() == PDF
    assert answer["X-Content-Type-Options"] == "nosniff"
    missing = [reader.get(f"/api/v1/documents/{file.document_id}/files/{number}/") for number in (2, 10**30)]
    assert [answer.status_code for answer in missing] == [404, 404]


def test_the_other_citys_own_document_is_nowhere(signed_in):
    file = DocumentFileFactory(document=document_of(seoul()))
    guest = signed_in(member_with(Role.SECRETARIAT, beijing()))

    assert guest.get("/api/v1/documents/").json()["count"] == 0
    assert guest.get(f"/api/v1/documents/{file.document_id}/").status_code == 404
    assert guest.get(f"/api/v1/documents/{file.document_id}/files/1/").status_code == 404
