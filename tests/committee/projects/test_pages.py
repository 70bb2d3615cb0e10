import datetime

import pytest
from django.urls import reverse

from committee.models import HistoryEntry
from tests.factories.commitment import CommitmentFactory
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.project_kind import KindIndicatorFactory, ProjectKindFactory, general_kind
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    for _ in range(rows):
        submitted_update(project=LeadOrganisationFactory().project)
    client = signed_in(secretary)
    client.get(reverse("project_list"))

    with django_assert_num_queries(10):
        client.get(reverse("project_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    project = ProjectFactory()
    for _ in range(rows):
        MilestoneFactory(project=project)
        IndicatorValueFactory(indicator=IndicatorFactory(project=project))
        confirmed_update(project=project)
    client = signed_in(secretary)
    client.get(project.get_absolute_url())

    with django_assert_num_queries(21):
        client.get(project.get_absolute_url())


@pytest.mark.parametrize("words", ["환경", "热线", "HOTLINE", "硏究院"])
def test_projects_are_found_in_each_language_and_by_who_leads_them(words, secretary, signed_in):
    found = ProjectFactory(title_ko="대기환경 협력", title_en="Fine dust hotline", summary_zh_hans="微尘热线")
    LeadOrganisationFactory(project=found, name_ko="硏究院")
    LeadOrganisationFactory(project=ProjectFactory())

    page = signed_in(secretary).get(reverse("project_list"), {"q": words})

    assert list(page.context["rows"]) == [found]


def test_projects_with_late_milestones_are_found(secretary, signed_in):
    late = MilestoneFactory().project
    MilestoneFactory(done_on=datetime.date(2018, 10, 1))

    page = signed_in(secretary).get(reverse("project_list"), {"milestones": "late"})

    assert [(project, project.late_milestones) for project in page.context["rows"]] == [(late, 1)]


def test_a_project_shows_no_draft_of_the_other_city(signed_in):
    draft = UpdateFactory()
    answerer = confirmed_update(project=draft.project).answered_by

    page = signed_in(answerer).get(draft.project.get_absolute_url())

    assert [update.state for update in page.context["updates"]] == ["confirmed"]


def test_the_pages_of_rooms_above_are_linked_by_name(secretary, signed_in, settings):
    settings.PROJECT_PANELS = {"project_air": "Air quality"}
    project = ProjectFactory()

    page = signed_in(secretary).get(project.get_absolute_url())

    assert page.context["panels"] == [(reverse("project_air", args=[project.pk]), "Air quality")]


def test_deleting_a_project_with_updates_is_refused_in_words(secretary, signed_in):
    project = UpdateFactory().project

    page = signed_in(secretary).post(reverse("project_delete", args=[project.pk]))

    assert (page.status_code, page.context["refusal"]) == (
        422,
        "Progress was reported on this project, so it stays. Set it to cancelled instead.",
    )


def test_commitments_to_choose_from_stand_below_the_names_of_their_subcommittees(secretary, signed_in):
    economy = SubcommitteeFactory(code="economy", name_en="Economy", position=9)
    fairs = CommitmentFactory(title_en="Trade fairs", subcommittee=economy)
    hotline = CommitmentFactory(title_en="Fine dust hotline")

    page = signed_in(secretary).get(reverse("project_new"))

    choices = page.context["form"].fields["commitments"].choices
    assert [(name, [label for _value, label in boxes]) for name, boxes in choices] == [
        (hotline.subcommittee.name_en, ["Fine dust hotline"]),
        ("Economy", [fairs.title_en]),
    ]


def test_commitments_left_as_they_were_are_no_change(secretary, signed_in):
    project = ProjectFactory()
    project.commitments.set([CommitmentFactory(), CommitmentFactory()])
    client = signed_in(secretary)
    form = client.get(reverse("project_edit", args=[project.pk])).context["form"]
    chosen = list(project.commitments.values_list("pk", flat=True))

    client.post(
        reverse("project_edit", args=[project.pk]),
        {
            "title_en": "Renamed",
            "initial-title_en": project.title_en,
            "subcommittee": project.subcommittee_id,
            "initial-subcommittee": project.subcommittee_id,
            "kind": project.kind_id,
            "initial-kind": project.kind_id,
            "state": project.state,
            "initial-state": project.state,
            "starts_on": "2018-04-01",
            "initial-starts_on": "2018-04-01",
            "commitments": chosen,
            "initial-commitments": form["commitments"].value(),
            "seen_version": 1,
        },
    )

    assert [sorted(entry.changes) for entry in HistoryEntry.objects.of(project)] == [["title_en"]]


def test_the_boxes_of_a_form_remember_what_was_chosen(secretary, signed_in):
    project = ProjectFactory()
    commitment = CommitmentFactory()
    project.commitments.set([commitment])

    page = signed_in(secretary).get(reverse("project_edit", args=[project.pk]))

    assert page.content.decode().count(f'name="initial-commitments" value="{commitment.pk}"') == 1


def test_the_parts_of_a_projects_kind_stand_before_what_every_project_has(secretary, signed_in, settings):
    settings.PROJECT_PANELS = {"project_air": "Air quality"}
    project = ProjectFactory(kind=ProjectKindFactory(has_events=True))

    page = signed_in(secretary).get(project.get_absolute_url())

    assert page.context["panels"] == [
        (reverse("project_events", args=[project.pk]), "Events"),
        (reverse("project_air", args=[project.pk]), "Air quality"),
    ]


def test_a_new_project_is_of_the_general_kind_unless_another_is_chosen(secretary, signed_in):
    ProjectKindFactory()

    form = signed_in(secretary).get(reverse("project_new")).context["form"]

    assert form["kind"].value() == general_kind().pk


def test_a_page_says_how_many_indicators_the_kind_proposes_and_the_project_has_not(secretary, signed_in):
    kind = KindIndicatorFactory().kind
    IndicatorFactory(project__kind=kind, taken_from=KindIndicatorFactory(kind=kind))

    page = signed_in(secretary).get(kind.projects.get().get_absolute_url())

    assert page.context["proposed"] == 1
