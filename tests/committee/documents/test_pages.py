import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Document, DocumentFile, Member
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.document import (
    PDF,
    DocumentFactory,
    DocumentFileFactory,
    document_of,
    library_document,
    pdf,
)
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.fixture
def guest(signed_in):
    """Beijing's secretariat."""
    return signed_in(member_with(Role.SECRETARIAT, beijing()))


def library_form(**fields):
    described = {"title_ko": "미세먼지 계절관리제", "kind": "policy", "topic": "air", "year": "2019"}
    return {**described, "readers": "both_cities", "language": "ko", "upload": pdf(), **fields}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_library_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        DocumentFileFactory(document=library_document())
    reader.get(reverse("library"))

    with django_assert_num_queries(7):
        page = reader.get(reverse("library"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_versions(writer, rows, django_assert_num_queries):
    document = DocumentFactory()
    for number in range(1, rows + 1):
        DocumentFileFactory(document=document, number=number)
    writer.get(document.get_absolute_url())

    with django_assert_num_queries(9):
        page = writer.get(document.get_absolute_url())

    assert len(page.context["document"].files.all()) == rows


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["Season", "Metro", "Buses"]),
        ("q=계절", ["Season"]),
        ("q=空气", ["Season"]),
        ("q=bus-plan", ["Buses"]),
        ("topic=transport", ["Metro", "Buses"]),
        ("kind=study", ["Metro"]),
        ("year=2017", ["Metro"]),
        ("topic=transport&year=2016", ["Buses"]),
    ],
)
def test_the_library_is_searched_by_what_stands_in_its_columns(reader, filters, found):
    library_document(title_en="Season", title_ko="계절관리제", abstract_zh_hans="改善空气质量", year=2019)
    library_document(title_en="Metro", topic="transport", kind="study", year=2017)
    buses = library_document(title_en="Buses", topic="transport", year=2016)
    DocumentFileFactory(document=buses, name="bus-plan.pdf")
    DocumentFactory(title_en="Attached only")

    page = reader.get(f"{reverse('library')}?{filters}")

    assert [document.title_en for document in page.context["rows"]] == found


def test_the_city_is_a_filter_and_the_other_citys_own_documents_are_not_listed(reader):
    library_document(title_en="Seoul's")
    library_document(title_en="Beijing's", city=beijing())
    library_document(title_en="Kept inside Beijing", city=beijing(), readers="one_city")

    page = reader.get(f"{reverse('library')}?city={beijing().pk}")

    assert [document.title_en for document in page.context["rows"]] == ["Beijing's"]


def test_a_document_is_put_into_the_library(writer):
    answer = writer.post(reverse("library_new"), library_form())

    document = Document.objects.get()
    assert answer["Location"] == document.get_absolute_url()
    assert (document.topic, document.year, document.city) == ("air", 2019, None)


@pytest.mark.parametrize("missing", ["topic", "year", "upload", "language", "title_ko"])
def test_the_library_needs(writer, missing):
    form = library_form()
    del form[missing]

    answer = writer.post(reverse("library_new"), form)

    assert answer.status_code == 422
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (pdf("empty.pdf", b""), "The submitted file is empty."),
        (pdf("large.pdf", PDF + b" " * 1024 * 1024), "The file is larger than 1 MB. Nothing was stored."),
        (
            pdf("false.docx"),
            "The name ends in .docx, but the content is something else. Nothing was stored.",
        ),
    ],
)
def test_a_refused_file_comes_back_as_a_sentence_beside_the_field(writer, settings, upload, sentence):
    settings.DOCUMENT_MEGABYTES = 1

    answer = writer.post(reverse("library_new"), library_form(upload=upload))

    assert answer.status_code == 422
    assert answer.context["form"].errors["upload"] == [sentence]
    assert DocumentFile.objects.count() == 0


def test_a_file_is_handed_out_for_saving_only_under_its_own_name(reader):
    file = DocumentFileFactory(name="합의서 协议.pdf")

    answer = reader.get(file.get_absolute_url())

    assert answer.getvalue() == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == (
        f'attachment; filename="document-{file.document_id}-1.pdf"; '
        "filename*=UTF-8''%ED%95%A9%EC%9D%98%EC%84%9C%20%E5%8D%8F%E8%AE%AE.pdf"
    )


def test_every_version_is_handed_out(reader):
    document = DocumentFileFactory().document
    DocumentFileFactory(document=document, number=2, name="second.pdf")

    addresses = [file.get_absolute_url() for file in document.files.all()]

    answers = [reader.get(address) for address in addresses]
    assert [answer.getvalue() for answer in answers] == [PDF, PDF]


def test_the_other_citys_own_document_is_nowhere(guest):
    document = document_of(seoul(), title_en="Draft of Seoul", topic="air", year=2019)
    file = DocumentFileFactory(document=document)
    copy = DocumentFileFactory(sha256=file.sha256).document

    pages = [
        guest.get(address)
        for address in (reverse("library"), reverse("document_list"), copy.get_absolute_url())
    ]

    assert guest.get(document.get_absolute_url()).status_code == 404
    assert guest.get(file.get_absolute_url()).status_code == 404
    assert [b"Draft of Seoul" in page.content for page in pages] == [False, False, False]


def test_a_page_tells_where_the_same_file_is_as_well(writer):
    one, other = DocumentFileFactory(sha256="a" * 64), DocumentFileFactory(sha256="a" * 64)

    page = writer.get(one.document.get_absolute_url())

    assert list(page.context["same"]) == [other.document]


def test_a_withdrawn_document_is_gone_for_readers_and_comes_back_by_a_button(reader, writer):
    file = DocumentFileFactory()
    address = file.document.get_absolute_url()

    writer.post(f"{address}withdraw/", {"withdrawn_because": "Superseded.", "initial-withdrawn_because": ""})

    assert [reader.get(place).status_code for place in (address, file.get_absolute_url())] == [404, 404]
    assert "Superseded." in writer.get(address).content.decode()
    writer.post(f"{address}restore/")
    assert reader.get(address).status_code == 200


def test_a_visitor_reads_what_is_public_without_people_and_history(client):
    file = DocumentFileFactory(document__readers="public", document__added_by__name_en="Somebody")

    page = client.get(file.document.get_absolute_url())

    assert client.get(file.get_absolute_url()).getvalue() == PDF
    assert b"Somebody" not in page.content
    assert b"history-heading" not in page.content


def test_a_visitor_signs_in_for_the_rest_whether_it_is_there_or_not(client, settings):
    settings.PUBLIC_PART = False
    there = DocumentFileFactory(document__readers="public").document

    answers = [client.get(f"/en/documents/{number}/") for number in (there.pk, there.pk + 1)]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_two_who_change_the_same_field_are_told(writer, secretary):
    document = DocumentFactory(title_en="First")
    address = f"{document.get_absolute_url()}edit/"
    form = {"kind": "paper", "readers": "both_cities", "initial-title_en": "First", "seen_version": 1}
    writer.post(address, {**form, "title_en": "Second"})

    answer = writer.post(address, {**form, "title_en": "Third"})

    assert answer.status_code == 422
    assert Document.objects.get().title_en == "Second"


def test_the_signed_text_of_an_agreement_stands_on_its_page(writer):
    agreement = AgreementFactory()
    form = {"title_zh_hans": "合作备忘录", "kind": "signed_text", "readers": "both_cities"}

    answer = writer.post(
        reverse("agreement_document_new", args=[agreement.pk]),
        {**form, "language": "zh-hans", "upload": pdf("合作备忘录.pdf")},
    )

    assert answer["Location"] == agreement.get_absolute_url()
    page = writer.get(agreement.get_absolute_url())
    assert [str(document) for document in page.context["documents"]] == ["合作备忘录"]
    assert "合作备忘录.pdf" in page.content.decode()


def test_the_form_proposes_the_language_of_who_writes(signed_in):
    writer = signed_in(member_with(Role.SECRETARIAT, beijing()))
    member = Member.objects.get(city=beijing())
    Member.objects.update(language="zh-hans")

    page = writer.get(reverse("library_new"))

    assert page.context["form"]["language"].initial == "zh-hans"
    assert page.context["form"]["city"].initial == member.city_id


def test_the_form_says_in_the_readers_language_what_is_taken(writer, settings):
    settings.DOCUMENT_MEGABYTES = 7

    page = writer.get("/ko/library/new/")

    assert page.context["form"]["upload"].help_text.startswith("최대 7 MB, pdf, docx, ")
