import pytest

from committee.members.models import Role
from tests.factories.agreement import AgreementFactory, SignatureFactory
from tests.factories.article import ArticleFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_an_agreement_comes_with_its_articles_and_signatures(reader):
    agreement = ArticleFactory(number=1).agreement
    SignatureFactory(agreement=agreement)

    answer = reader.get(f"/api/v1/agreements/{agreement.pk}/").json()

    assert [each["heading_ko"] for each in answer["articles"]] == ["핫라인"]
    assert [(each["city"], each["signatory_en"]) for each in answer["signatures"]] == [("seoul", "Mayor")]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        SignatureFactory(agreement=ArticleFactory().agreement)

    with django_assert_num_queries(8):
        answer = reader.get("/api/v1/agreements/")

    assert answer.json()["count"] == rows


def test_the_filters_are_those_of_the_page(reader):
    AgreementFactory(title_ko="양해각서")
    AgreementFactory(kind="minutes")

    found = reader.get("/api/v1/agreements/", {"q": "각서", "kind": "mou", "year": 2018}).json()

    assert [each["title_ko"] for each in found["results"]] == ["양해각서"]


def test_a_filter_that_means_nothing_is_refused(reader):
    assert reader.get("/api/v1/agreements/", {"state": "invented"}).status_code == 400


def test_the_api_only_reads(reader):
    assert reader.post("/api/v1/agreements/", {"title_en": "MOU"}).status_code == 405
