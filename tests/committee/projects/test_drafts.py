"""A project is prepared inside one city; the other one sees nothing of it, anywhere, until it is released."""

import pytest
from django.urls import reverse

from committee.commitments.report_section import commitments
from committee.dashboard.changes import changes_since
from committee.dashboard.scorecard import scorecard
from committee.documents.models import Document
from committee.history.actions import keep_deletion
from committee.history.deletion import StillNeeded
from committee.members.models import Role
from committee.printing.content import Scope
from committee.printing.snapshot import walk
from committee.progress.report_section import subcommittees
from committee.progress.report_summary import summary
from committee.projects.actions import (
    add_project_document,
    edit_project,
)
from committee.search.indexing import build
from environment.effects.report_section import linked_projects
from tests.committee.projects.conftest import TITLE
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.document import pdf
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(draft, signed_in):
    return signed_in(member_with(Role.CO_LEAD, seoul(), draft.subcommittee))


def pages_about(draft):
    commitment = draft.commitments.get()
    return [
        reverse("home"),
        reverse("project_list"),
        f"{reverse('project_list')}?format=csv",
        f"{reverse('project_list')}?milestones=late",
        reverse("update_list"),
        commitment.get_absolute_url(),
        draft.subcommittee.get_absolute_url(),
        f"{reverse('search')}?q=underground",
        reverse("budget_list"),
        reverse("event_list"),
        reverse("study_list"),
        "/api/v1/projects/",
        "/api/v1/budgets/",
        "/api/v1/messages/",
        "/api/v1/events/",
        "/api/v1/studies/",
        "/api/v1/search/?q=underground",
        "/api/v1/air/effects/",
    ]


def test_who_prepares_it_finds_it_everywhere(draft, ours):
    build()
    UpdateFactory(project=draft)
    bare = {reverse("update_list"), "/api/v1/air/effects/"}

    missing = [
        page
        for page in pages_about(draft)
        if page not in bare and "river" not in ours.get(page).content.decode().lower()
    ]

    assert missing == []


def test_the_other_city_finds_it_nowhere(draft, theirs):
    build()
    UpdateFactory(project=draft)
    ProjectAirLinkFactory(project=draft)

    # Looked for by its first word, which the page of the search repeats, it would show the second.
    leaking = [page for page in pages_about(draft) if "river" in theirs.get(page).content.decode().lower()]

    assert leaking == []


@pytest.mark.parametrize(
    "name",
    [
        "project",
        "project_edit",
        "project_delete",
        "project_document_new",
        "lead_organisation_new",
        "milestone_new",
        "indicator_new",
        "update_new",
        "project_air",
        "air_link_new",
        "project_discussion",
        "latest_messages",
        "message_new",
        "people_to_mention",
        "project_budget",
        "budget_line_new",
        "api-project-detail",
    ],
)
def test_the_other_city_is_answered_as_if_there_were_none(name, draft, theirs):
    assert theirs.get(reverse(name, args=[draft.pk])).status_code == 404


def test_its_parts_are_not_there_either(draft, theirs):
    indicator = draft.indicators.get()
    parts = {
        "milestone_edit": draft.milestones.get().pk,
        "lead_organisation_edit": draft.lead_organisations.get().pk,
        "indicator_edit": indicator.pk,
        "indicator_value_new": indicator.pk,
        "indicator_value_edit": indicator.values.get().pk,
        "air_link_edit": ProjectAirLinkFactory(project=draft).pk,
    }

    statuses = {name: theirs.get(reverse(name, args=[pk])).status_code for name, pk in parts.items()}

    assert statuses == dict.fromkeys(parts, 404)


def test_a_past_day_and_its_history_are_not_shown_to_the_other_city(draft, ours, theirs):
    address = f"{draft.get_absolute_url()}?on=2030-01-01"

    assert (ours.get(address).status_code, theirs.get(address).status_code) == (200, 404)


def test_the_other_city_is_not_shown_what_was_changed_in_it(draft):
    edit_project(by=member_with(Role.SECRETARIAT), project=draft, title_en=f"{TITLE} again")
    ours, theirs = member_with(Role.OBSERVER), member_with(Role.OBSERVER, beijing())

    assert [len(changes_since(None, reader).news) for reader in (ours, theirs)] == [1, 0]


def test_nothing_is_counted_of_it_for_both(draft, signed_in):
    shown = scorecard(member_with(Role.OBSERVER).today)[0]
    counts = [
        signed_in(member_with(Role.OBSERVER, city)).get(reverse("subcommittee_list")).context["rows"][0]
        for city in (seoul(), beijing())
    ]

    assert (shown.projects_under_way, shown.late_milestones) == (0, 0)
    assert [subcommittee.all_projects for subcommittee in counts] == [1, 0]


def test_no_report_tells_of_it(draft):
    ProjectAirLinkFactory(project=draft)
    commitment = draft.commitments.get()
    day = commitment.agreement.signed_on
    scope = Scope(1, None, day.replace(year=day.year + 20), "en", (seoul().pk, beijing().pk))

    said = [
        str(part)
        for section in (commitments(scope), subcommittees(scope), summary(scope), *linked_projects(scope))
        for part in walk(section)
    ]

    assert [text for text in said if TITLE in text] == []
    assert "No project of this subcommittee carries out a commitment yet." in said


def test_what_is_attached_to_it_stays_inside_too(draft, ours, theirs):
    address = reverse("project_document_new", args=[draft.pk])
    form = ours.get(address).context["form"]
    fields = {
        "title_en": f"{TITLE}: plan",
        "kind": "paper",
        "readers": form["readers"].value(),
        "city": seoul(),
    }
    document = add_project_document(
        by=member_with(Role.SECRETARIAT), project=draft, upload=pdf(), language="en", **fields
    )

    assert form["readers"].value() == Document.Readers.ONE_CITY
    assert theirs.get(document.get_absolute_url()).status_code == 404


def test_an_open_document_does_not_name_the_draft_it_is_attached_to(draft, theirs):
    document = add_project_document(
        by=member_with(Role.SECRETARIAT), project=draft, upload=pdf(), language="en", title_en="Plan"
    )

    page = theirs.get(document.get_absolute_url())

    assert (page.status_code, TITLE in page.content.decode()) == (200, False)


def test_what_cannot_go_because_of_it_does_not_say_its_name(draft):
    with pytest.raises(StillNeeded) as refusal:
        keep_deletion(by=None, record=draft.commitments.get())

    assert TITLE not in str(refusal.value.message)


def test_the_api_takes_no_update_of_the_other_city_on_it(draft, theirs):
    answer = theirs.post(
        "/api/v1/updates/",
        {"project": draft.pk, "period_from": "2018-04-01", "period_until": "2018-09-30", "course": "late"},
    )

    assert (answer.status_code, "does not exist" in str(answer.json()["project"])) == (400, True)
