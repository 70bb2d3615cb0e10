import pytest
from django.urls import reverse

from tests.factories.city import beijing
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import KindFigureFactory, KindIndicatorFactory, ProjectKindFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    for _ in range(rows):
        limit = KindFigureFactory()
        KindIndicatorFactory(kind=limit.kind, figure=KindFigureFactory(kind=limit.kind, at_most=limit))
        ProjectFactory(kind=limit.kind)
    client = signed_in(secretary)
    client.get(reverse("project_kind_list"))

    with django_assert_num_queries(9):
        client.get(reverse("project_kind_list"))


def test_the_list_counts_the_projects_of_each_kind_that_the_reader_sees(secretary, signed_in):
    kind = ProjectKindFactory(name_ko="공동 포럼")
    for _ in range(3):
        ProjectFactory(kind=kind)
    ProjectFactory(kind=kind, draft_of=beijing())

    page = signed_in(secretary).get(reverse("project_kind_list"), {"q": "포럼"})

    assert [(each, each.all_projects) for each in page.context["rows"]] == [(kind, 3)]


def test_a_form_offers_the_figures_of_the_own_kind_but_not_the_figure_itself(secretary, signed_in):
    figure = KindFigureFactory()
    other = KindFigureFactory(kind=figure.kind)
    KindFigureFactory()

    page = signed_in(secretary).get(reverse("kind_figure_edit", args=[figure.pk]))

    assert list(page.context["form"].fields["at_most"].queryset) == [other]


def test_projects_are_found_by_their_kind(secretary, signed_in):
    found = ProjectFactory(kind=ProjectKindFactory())
    ProjectFactory()

    page = signed_in(secretary).get(reverse("project_list"), {"kind": found.kind_id})

    assert list(page.context["rows"]) == [found]


def test_the_api_gives_figures_and_indicators_of_a_kind(secretary, signed_in):
    figure = KindFigureFactory(name_ko="초청 기업")
    KindIndicatorFactory(kind=figure.kind, figure=figure, rule="mean")

    answer = signed_in(secretary).get(reverse("api-project-kind-detail", args=[figure.kind_id])).json()

    assert [each["name_ko"] for each in answer["figures"]] == ["초청 기업"]
    assert [(each["figure"], each["rule"]) for each in answer["indicators"]] == [(figure.pk, "mean")]
