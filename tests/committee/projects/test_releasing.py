"""A project prepared inside one city is changed by that city alone, until it releases it to the other one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from committee.members.models import Role
from committee.models import Notice, Project
from committee.progress.actions import submit_update
from committee.progress.rules import ProjectNotReleased
from committee.project_kinds.models import ProjectKind
from committee.projects.actions import (
    ReleasedAlready,
    add_milestone,
    create_project,
    edit_project,
    release_project,
)
from tests.committee.projects.conftest import TITLE
from tests.factories.city import beijing
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory

pytestmark = pytest.mark.django_db


def test_an_update_on_it_waits_for_its_release(draft):
    update = UpdateFactory(project=draft)

    with pytest.raises(ProjectNotReleased):
        submit_update(by=update.author, update=update)


def test_the_other_city_changes_nothing_of_it(draft):
    keeper = member_with(Role.SECRETARIAT, beijing())

    for act in (
        lambda: edit_project(by=keeper, project=draft, title_en="x"),
        lambda: add_milestone(by=keeper, project=draft, title_en="x", due_on="2030-01-01"),
        lambda: release_project(by=keeper, project=draft),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_once_released_it_is_there_for_both_and_they_are_told(draft, theirs):
    theirs_lead = draft.subcommittee.posts.get(city=beijing()).member

    release_project(by=member_with(Role.SECRETARIAT), project=draft)

    notice = Notice.objects.get()
    assert (notice.member, notice.subject_en) == (theirs_lead, f"New project: {TITLE}")
    assert theirs.get(draft.get_absolute_url()).status_code == 200


def test_it_is_released_once(draft):
    by = member_with(Role.SECRETARIAT)
    release_project(by=by, project=draft)

    with pytest.raises(ReleasedAlready):
        release_project(by=by, project=draft)


def test_the_form_keeps_a_new_project_inside(signed_in, secretary):
    subcommittee, commitment = SubcommitteeFactory(), CommitmentFactory()

    signed_in(secretary).post(
        reverse("project_new"),
        {
            "title_en": TITLE,
            "subcommittee": subcommittee.pk,
            "commitments": [commitment.pk],
            "state": "planned",
            "is_draft": "on",
            "kind": ProjectKind.objects.general().pk,
        },
    )

    assert Project.objects.get().draft_of == secretary.city


def test_a_project_is_for_both_unless_said_otherwise(secretary):
    project = create_project(by=secretary, subcommittee=SubcommitteeFactory(), title_en=TITLE)

    assert project.draft_of is None
