import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Agreement, Article, Commitment, Signature
from tests.factories.agreement import AgreementFactory, SignatureFactory, draft_agreement
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        AgreementFactory(meeting=MeetingFactory())
    reader.get(reverse("agreement_list"))

    with django_assert_num_queries(6):
        page = reader.get(reverse("agreement_list"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    agreement = AgreementFactory(meeting=MeetingFactory())
    SignatureFactory(agreement=agreement)
    for _ in range(rows):
        article = ArticleFactory(agreement=agreement)
        CommitmentFactory(agreement=agreement, article=article, promisor="one", city=seoul())
    writer.get(agreement.get_absolute_url())

    with django_assert_num_queries(14):
        page = writer.get(agreement.get_absolute_url())

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["Declaration", "MOU", "Draft"]),
        ("q=각서", ["MOU"]),
        ("q=热线", ["MOU"]),
        ("q=공동연구", ["Declaration"]),
        ("q=DECLAR", ["Declaration"]),
        ("kind=joint_declaration", ["Declaration"]),
        ("state=draft", ["Draft"]),
        ("year=2018", ["MOU"]),
        ("year=2017", []),
        ("meeting=third", ["MOU"]),
        ("q=각서&year=2019", []),
        ("in_force_on=2018-03-18", []),
        ("in_force_on=2019-12-31", ["Declaration", "MOU"]),
    ],
)
def test_the_list_finds(reader, filters, found):
    third = MeetingFactory(ordinal=3)
    AgreementFactory(title_en="MOU", title_ko="양해각서", text_zh_hans="设立热线", meeting=third)
    AgreementFactory(title_en="Declaration", kind="joint_declaration", signed_on=datetime.date(2019, 5, 2))
    declaration = Agreement.objects.get(title_en="Declaration")
    ArticleFactory(agreement=declaration, heading_zh_hans="", text_ko="공동연구단을 둔다.", text_zh_hans="")
    draft_agreement(title_en="Draft")

    page = reader.get(f"{reverse('agreement_list')}?{filters.replace('third', str(third.pk))}")

    assert sorted(each.title_en for each in page.context["rows"]) == sorted(found)


def test_the_commitments_of_an_agreement_are_paged(reader):
    agreement = AgreementFactory()
    subcommittee = SubcommitteeFactory()
    Commitment.objects.bulk_create(
        Commitment(agreement=agreement, subcommittee=subcommittee, title_en="Promise") for _ in range(26)
    )

    pages = [reader.get(f"{agreement.get_absolute_url()}?page={number}") for number in (1, 2)]

    assert [len(page.context["rows"]) for page in pages] == [25, 1]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_languages_side_by_side_take_the_same_queries(reader, rows, django_assert_num_queries):
    agreement = AgreementFactory()
    for _ in range(rows):
        ArticleFactory(agreement=agreement, text_zh_hans="")
    address = reverse("agreement_parity", args=[agreement.pk])
    reader.get(address)

    with django_assert_num_queries(7):
        page = reader.get(address)

    assert page.content.decode().count('class="lacks"') == 3 * rows + 2


def test_an_amendment_is_begun_from_the_page_of_the_agreement(writer):
    agreement = AgreementFactory()
    address = f"{reverse('agreement_new')}?earlier={agreement.pk}&relation=amends"

    form = writer.get(address).context["form"]

    assert [str(form[name].value()) for name in ("earlier", "relation")] == [str(agreement.pk), "amends"]


def test_the_first_page_of_a_secretariat_shows_what_ends_soon(writer, secretary):
    soon = AgreementFactory(in_force_until=secretary.today + datetime.timedelta(days=20))
    AgreementFactory(in_force_until=secretary.today + datetime.timedelta(days=400))

    assert writer.get(reverse("agreements_ending")).context["agreements"] == [soon]


def test_an_overdue_commitment_is_marked(reader):
    agreement = AgreementFactory()
    CommitmentFactory(agreement=agreement, due_on=datetime.date(2019, 12, 31))

    page = reader.get(agreement.get_absolute_url())

    assert page.content.decode().count('<span class="state state-overdue">') == 1


def test_an_agreement_is_recorded_from_the_page_of_its_meeting(writer):
    meeting = MeetingFactory()
    address = f"{reverse('agreement_new')}?meeting={meeting.pk}"
    form = writer.get(address).context["form"]

    answer = writer.post(
        address,
        {
            "kind": "mou",
            "state": "signed",
            "renewal": "none",
            "title_ko": "양해각서",
            "authentic_ko": "on",
            "signed_on": "2018-03-19",
            "meeting": form["meeting"].value(),
        },
    )

    agreement = Agreement.objects.get()
    assert (answer.status_code, answer.url) == (302, agreement.get_absolute_url())
    assert (agreement.meeting, agreement.authentic_zh_hans) == (meeting, False)


def test_an_agreement_needs_an_authentic_language(writer):
    answer = writer.post(
        reverse("agreement_new"), {"kind": "mou", "state": "draft", "renewal": "none", "title_ko": "양해각서"}
    )

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["At least one language must be authentic."],
    )


def test_a_city_signs_once(writer):
    signature = SignatureFactory(city=seoul())
    address = reverse("signature_new", args=[signature.agreement.pk])

    again = writer.post(address, {"city": seoul().pk, "signatory_en": "Mayor"})
    other = writer.post(address, {"city": beijing().pk, "signatory_en": "Mayor"})

    assert (again.status_code, other.status_code, Signature.objects.count()) == (422, 302, 2)


def test_a_new_article_takes_the_next_number(writer):
    agreement = ArticleFactory(number=1).agreement
    address = reverse("article_new", args=[agreement.pk])
    number = writer.get(address).context["form"]["number"].value()

    writer.post(address, {"number": number, "text_ko": "운영한다."})

    assert list(Article.objects.values_list("number", flat=True)) == [1, 2]


def test_an_agreement_with_commitments_is_not_deleted(writer):
    agreement = CommitmentFactory().agreement

    answer = writer.post(reverse("agreement_delete", args=[agreement.pk]))

    assert (answer.status_code, Agreement.objects.count()) == (422, 1)


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_title_is_escaped_on_every_page(writer, language):
    agreement = AgreementFactory(title_en="<script>alert(1)</script>")
    addresses = [
        reverse("agreement_list"),
        agreement.get_absolute_url(),
        reverse("agreement_delete", args=[agreement.pk]),
        reverse("commitment_new", args=[agreement.pk]),
    ]

    pages = [writer.get(address.replace("/en/", f"/{language}/")).content.decode() for address in addresses]

    assert [("<script>alert" in page, "&lt;script&gt;alert" in page) for page in pages] == [(False, True)] * 4
