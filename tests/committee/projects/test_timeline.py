import datetime

import pytest
from django.urls import reverse
from django.utils import translation

from committee.models import Milestone, Project
from committee.printing.charts import chart_svg
from committee.projects.timeline import in_words, rows_of, rows_of_projects, timeline
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2020, 3, 18)
DAY = datetime.timedelta(days=1)


def points(rows) -> list[dict[str, object]]:
    return timeline(rows, TODAY, width=600)["layer"][-1]["data"]["values"]


@pytest.mark.parametrize(
    ("due", "done", "forms"),
    [
        (TODAY, None, ["planned"]),
        (TODAY + DAY, None, ["planned"]),
        (TODAY - DAY, None, ["late"]),
        (TODAY - DAY, TODAY, ["planned", "done"]),
        (TODAY - DAY, TODAY + DAY, ["late"]),
        (TODAY + DAY, TODAY - DAY, ["planned", "done"]),
    ],
)
def test_planned_and_actual_days_are_drawn_as_things_stood(due, done, forms):
    project = MilestoneFactory(due_on=due, done_on=done).project

    assert [point["form"] for point in points(rows_of(project))] == forms


def test_a_late_milestone_waits_up_to_the_line_of_today():
    [point] = points(rows_of(MilestoneFactory(due_on=TODAY - DAY).project))

    assert (point["day"], point["until"]) == ("2020-03-17T00:00", "2020-03-18T00:00")


def test_a_project_without_an_end_is_drawn_up_to_today():
    [bar] = timeline(rows_of(ProjectFactory()), TODAY, width=600)["layer"][0]["data"]["values"]

    assert (bar["until"], bar["is_open"]) == ("2020-03-18T00:00", True)


def test_a_project_without_an_end_goes_on_to_its_last_milestone():
    project = ProjectFactory(starts_on=TODAY)
    MilestoneFactory(project=project, due_on=TODAY + 90 * DAY)

    later = ProjectFactory(starts_on=TODAY, ends_on=TODAY + 900 * DAY)

    drawings = [
        timeline(rows, TODAY, width=600) for rows in (rows_of(project), rows_of_projects([project, later]))
    ]

    bars = [drawing["layer"][0]["data"]["values"][0] for drawing in drawings]
    assert [(bar["day"], bar["until"]) for bar in bars] == [("2020-03-18T00:00", "2020-06-16T00:00")] * 2


def test_a_project_without_days_has_no_bar():
    rows = rows_of_projects([ProjectFactory(starts_on=None)])

    assert timeline(rows, TODAY, width=600)["layer"][0]["data"]["values"] == []


def test_a_project_of_a_subcommittee_says_its_state():
    rows = rows_of_projects([ProjectFactory(title_en="Hotline", state=Project.State.SUSPENDED)])

    assert [row.name for row in rows] == ["Hotline (suspended)"]


def test_the_words_say_what_the_drawing_shows():
    project = ProjectFactory()
    for due, done in [(TODAY - DAY, TODAY), (TODAY - DAY, None), (TODAY, None), (TODAY + DAY, None)]:
        MilestoneFactory(project=project, due_on=due, done_on=done)

    assert in_words(rows_of(project), TODAY) == (
        "Timeline on March 18, 2020: milestones done: 1, planned: 2, late: 1."
    )


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_names_that_are_long_or_alike_or_hold_quotes_are_drawn(language):
    with translation.override(language):
        titles = [
            "Forum",
            "Forum",
            "미세먼지 핫라인 운영을 위한 양 시 연락관 회의와 후속 조치",
            'The "great" <b> wall\\',
            "Pasted\vfrom\ban office\x1b",
        ]
        rows = rows_of_projects([ProjectFactory(title_en="", title_ko=title) for title in titles])
        svg = chart_svg(timeline(rows, TODAY, width=320), language)

    assert svg.count("Forum") >= 2
    assert "<b>" not in svg


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_and_its_picture_run_a_constant_number_of_queries(
    rows, secretary, signed_in, django_assert_num_queries
):
    for _ in range(rows):
        MilestoneFactory(project=LeadOrganisationFactory().project)
    client = signed_in(secretary)
    client.get(reverse("project_timeline"))

    with django_assert_num_queries(10):
        page = client.get(reverse("project_timeline"))
    with django_assert_num_queries(6):
        client.get(reverse("project_timeline_picture"))

    assert len(page.context["rows"]) == rows


def test_the_picture_shows_the_projects_of_the_page(secretary, signed_in):
    ProjectFactory(title_en="Hotline")
    ProjectFactory(title_en="Forum", subcommittee=SubcommitteeFactory(code="economy"))

    picture = signed_in(secretary).get(
        reverse("project_timeline_picture"), {"subcommittee": SubcommitteeFactory(code="economy").pk}
    )

    drawn = picture.content.decode()
    assert ("Forum" in drawn, "Hotline" in drawn) == (True, False)


def test_the_page_of_a_project_shows_its_timeline_in_words_too(secretary, signed_in):
    project = MilestoneFactory(due_on=TODAY).project

    page = signed_in(secretary).get(project.get_absolute_url()).content.decode()

    assert f"/en/projects/{project.pk}/timeline.svg" in page
    assert "milestones done: 0, planned: 0, late: 1." in page


def test_a_milestone_done_later_was_late_on_the_day():
    milestone = MilestoneFactory(due_on=TODAY - DAY, done_on=TODAY + DAY)

    standings = [milestone.standing(TODAY), milestone.standing(TODAY + DAY)]

    assert standings == [Milestone.Standing.LATE, Milestone.Standing.DONE]
