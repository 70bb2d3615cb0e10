import pytest
from django.urls import reverse

from committee.models import Study
from tests.factories.study import InstituteFactory, ResearcherFactory, StudyFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    for _ in range(rows):
        study = StudyFactory()
        study.institutes.set([InstituteFactory(project=study.project)])
    client = signed_in(secretary)
    client.get(reverse("study_list"))

    with django_assert_num_queries(9):
        client.get(reverse("study_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_panel_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    project = StudyFactory().project
    for _ in range(rows):
        institute = ResearcherFactory(institute__project=project).institute
        StudyFactory(project=project).institutes.set([institute])
    client = signed_in(secretary)
    address = reverse("project_research", args=[project.pk])
    client.get(address)

    with django_assert_num_queries(8):
        client.get(address)


def test_the_list_is_narrowed_down_to_a_city_and_answered_as_a_file(secretary, signed_in):
    study = StudyFactory(title_ko="초미세먼지 비교")
    study.institutes.set(
        [InstituteFactory(project=study.project, name_en=name) for name in ("One", "Another")]
    )
    StudyFactory()
    city = study.institutes.first().city_id

    answer = signed_in(secretary).get(reverse("study_list"), {"city": city, "format": "csv"})

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (len(lines), "초미세먼지 비교" in lines[1], "Seoul: One; Seoul: Another" in lines[1]) == (
        2,
        True,
        True,
    )


def test_a_page_links_to_the_measurements_in_the_hotline(secretary, signed_in):
    study = StudyFactory(series="air/explorer/?pollutant=pm25")

    page = signed_in(secretary).get(study.get_absolute_url()).content.decode()

    assert 'href="/en/air/explorer/?pollutant=pm25"' in page


def test_a_wrong_address_is_refused_beside_its_field(secretary, signed_in):
    study = StudyFactory()
    sent = {"title_en": study.title_en, "state": study.state, "series": "/en/members/", "initial-series": ""}

    page = signed_in(secretary).post(reverse("study_edit", args=[study.pk]), sent)

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["series"])


def test_a_form_shows_the_address_in_full_and_sent_back_it_is_no_change(secretary, signed_in):
    study = StudyFactory(series="air/explorer/?pollutant=pm25")
    client, address = signed_in(secretary), reverse("study_edit", args=[study.pk])
    shown = client.get(address).context["form"]["series"].value()

    client.post(
        address,
        {
            "title_en": "Renamed",
            "initial-title_en": study.title_en,
            "state": study.state,
            "initial-state": study.state,
            "series": shown,
            "initial-series": shown,
            "seen_version": 1,
        },
    )

    assert (shown, Study.objects.get().series, Study.objects.get().title_en) == (
        "/en/air/explorer/?pollutant=pm25",
        study.series,
        "Renamed",
    )


def test_the_api_gives_a_study_with_institutes_and_researchers(secretary, signed_in):
    researcher = ResearcherFactory(name_ko="연구원", institute__name_ko="연구원소")
    study = StudyFactory(project=researcher.institute.project)
    study.institutes.set([researcher.institute])

    answer = signed_in(secretary).get(reverse("api-study-detail", args=[study.pk])).json()

    institute = answer["institutes"][0]
    assert (institute["city"], institute["researchers"][0]["name_ko"]) == ("seoul", "연구원")
