import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Commitment
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2019, 12, 31)


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for commitment in CommitmentFactory.create_batch(rows, promisor="one", city=seoul(), due_on=LONG_AGO):
        submitted_update().project.commitments.add(commitment)
    reader.get(reverse("commitment_list"))

    with django_assert_num_queries(13):
        page = reader.get(reverse("commitment_list"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    commitment = CommitmentFactory()
    for _ in range(rows):
        project = LeadOrganisationFactory().project
        project.commitments.add(commitment)
        submitted_update(project=project)
    reader.get(commitment.get_absolute_url())

    with django_assert_num_queries(15):
        page = reader.get(commitment.get_absolute_url())

    assert len(page.context["thread"].projects) == rows


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["Forum", "Hotline", "Start-ups"]),
        ({"q": "핫라인"}, ["Hotline"]),
        ({"q": "论坛"}, ["Forum"]),
        ({"state": "kept"}, ["Forum"]),
        ({"standing": "late"}, ["Hotline"]),
        ({"standing": "kept"}, ["Forum"]),
        ({"standing": "no_project"}, ["Start-ups"]),
        ({"city": lambda: seoul().pk}, ["Forum", "Hotline"]),
        ({"city": lambda: beijing().pk}, ["Forum", "Hotline", "Start-ups"]),
        ({"subcommittee": lambda: SubcommitteeFactory(code="economy").pk}, ["Start-ups"]),
        ({"agreement": lambda: Commitment.objects.get(title_en="Forum").agreement_id}, ["Forum"]),
        ({"meeting": lambda: Commitment.objects.get(title_en="Hotline").agreement.meeting_id}, ["Hotline"]),
        ({"state": "open", "standing": "late", "q": "forum"}, []),
    ],
)
def test_the_list_finds(reader, filters, found):
    CommitmentFactory(
        title_en="Hotline", title_ko="핫라인", due_on=LONG_AGO, agreement__meeting=MeetingFactory()
    )
    kept_commitment(title_en="Forum", description_zh_hans="空气论坛", due_on=LONG_AGO)
    economy = SubcommitteeFactory(code="economy", name_en="Economy")
    CommitmentFactory(title_en="Start-ups", subcommittee=economy, promisor="one", city=beijing())
    chosen = {name: value() if callable(value) else value for name, value in filters.items()}

    page = reader.get(reverse("commitment_list"), chosen)

    assert sorted(each.title_en for each in page.context["rows"]) == found


def test_the_page_shows_what_the_cities_last_reported_and_no_drafts(reader):
    commitment = CommitmentFactory()
    project = ProjectFactory()
    project.commitments.add(commitment)
    UpdateFactory(project=project, period_until=datetime.date(2020, 12, 31))
    reported = [
        submitted_update(project=project, period_until=datetime.date(year, 12, 31))
        for year in (2018, 2019, 2020)
    ]

    page = reader.get(commitment.get_absolute_url())

    [carried_out] = page.context["thread"].projects
    assert (carried_out.project, carried_out.updates) == (project, reported[::-1])


def test_a_new_commitment_offers_the_articles_of_its_agreement_only(writer):
    article = ArticleFactory()
    ArticleFactory()

    form = writer.get(reverse("commitment_new", args=[article.agreement.pk])).context["form"]

    assert list(form.fields["article"].queryset) == [article]


def test_a_new_commitment_is_saved_with_its_agreement(writer):
    article = ArticleFactory()

    answer = writer.post(
        reverse("commitment_new", args=[article.agreement.pk]),
        {
            "title_ko": "핫라인 운영",
            "article": article.pk,
            "subcommittee": SubcommitteeFactory().pk,
            "promisor": "both",
        },
    )

    commitment = Commitment.objects.get()
    assert (answer.status_code, answer.url) == (302, commitment.get_absolute_url())
    assert (commitment.agreement, commitment.article) == (article.agreement, article)


def test_an_article_of_another_agreement_is_refused(writer):
    commitment, elsewhere = CommitmentFactory(), ArticleFactory()

    answer = writer.post(
        reverse("commitment_edit", args=[commitment.pk]),
        {
            "title_en": "Hotline",
            "article": elsewhere.pk,
            "subcommittee": commitment.subcommittee.pk,
            "promisor": "both",
        },
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["article"])


def test_a_promise_of_one_city_names_it(writer):
    answer = writer.post(
        reverse("commitment_new", args=[ArticleFactory().agreement.pk]),
        {"title_ko": "핫라인 운영", "subcommittee": SubcommitteeFactory().pk, "promisor": "one"},
    )

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["Name the city when one city promised, and none when both did."],
    )


def test_a_commitment_is_settled_and_opened_again_by_the_secretariat(writer):
    commitment = CommitmentFactory()

    writer.post(
        reverse("commitment_settle", args=[commitment.pk]), {"state": "kept", "settled_on": "2019-10-01"}
    )
    commitment.refresh_from_db()
    settled = commitment.state
    writer.post(reverse("commitment_reopen", args=[commitment.pk]), {"comment": "The line was down"})
    commitment.refresh_from_db()

    assert (settled, commitment.state) == ("kept", "open")


def test_a_settlement_in_the_future_is_refused_at_its_field(writer):
    commitment = CommitmentFactory()

    answer = writer.post(
        reverse("commitment_settle", args=[commitment.pk]), {"state": "kept", "settled_on": "2999-01-01"}
    )

    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {"settled_on": ["This day has not come yet."]},
    )


def test_opening_again_needs_a_reason(writer):
    commitment = kept_commitment()

    answer = writer.post(reverse("commitment_reopen", args=[commitment.pk]), {"comment": " "})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["comment"])


def test_a_commitment_that_is_not_there_is_not_found(reader):
    assert reader.get(reverse("commitment", args=[99])).status_code == 404
