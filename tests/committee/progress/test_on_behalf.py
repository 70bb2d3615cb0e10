"""A secretariat enters what its co-lead dictates: named, logged, and confirmed by the other city only."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Notice, ProgressUpdate
from committee.progress import actions
from tests.factories.city import beijing
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db

SAID = {
    "period_from": "2018-04-01",
    "period_until": "2018-09-30",
    "course": "late",
    "narrative_ko": "매주 교환",
}


@pytest.fixture
def project(db):
    beijing()
    return ProjectFactory()


@pytest.fixture
def lead(project):
    return member_with(Role.CO_LEAD, subcommittee=project.subcommittee)


def entered(secretary, project, lead):
    return actions.create_update(by=secretary, project=project, on_behalf_of=lead, **SAID)


def test_it_is_named_and_logged(secretary, project, lead):
    update = entered(secretary, project, lead)

    entry = HistoryEntry.objects.of(update).get()
    assert (update.author, update.on_behalf_of) == (secretary, lead)
    assert (entry.by, entry.changes["on_behalf_of"][1]["id"]) == (secretary, lead.pk)
    assert update.entered_by == f"entered by {secretary.name} on behalf of {lead.name}"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.OBSERVER])
def test_a_secretariat_enters_for_a_co_lead_only(role, secretary, project):
    other = member_with(role, subcommittee=project.subcommittee if role == Role.CONTRIBUTOR else None)

    with pytest.raises(PermissionDenied):
        entered(secretary, project, other)


def test_a_secretariat_does_not_enter_for_the_other_citys_co_lead(secretary, project):
    with pytest.raises(PermissionDenied):
        entered(secretary, project, member_with(Role.CO_LEAD, beijing(), project.subcommittee))


def test_a_contributor_enters_for_nobody(project, lead):
    contributor = member_with(Role.CONTRIBUTOR, subcommittee=project.subcommittee)

    with pytest.raises(PermissionDenied):
        entered(contributor, project, lead)


def test_a_secretariat_enters_nothing_in_its_own_name(secretary, project):
    with pytest.raises(PermissionDenied):
        actions.create_update(by=secretary, project=project, **SAID)


def test_a_secretariat_writes_and_submits_what_it_entered_and_nothing_else(secretary, project, lead):
    update = entered(secretary, project, lead)

    edited = actions.edit_update(by=secretary, update=update, narrative_ko="격주 교환")
    submitted = actions.submit_update(by=secretary, update=edited)

    assert submitted.submitted_by == secretary
    with pytest.raises(PermissionDenied):
        actions.withdraw_update(by=secretary, update=submitted_update())


def test_for_whom_it_was_entered_does_not_answer_it(secretary, project, lead):
    update = actions.submit_update(by=secretary, update=entered(secretary, project, lead))
    lead.city = update.answering_city
    lead.save(update_fields=["city"])
    lead.posts.update(city=update.answering_city)

    with pytest.raises(PermissionDenied):
        actions.confirm_update(by=lead, update=update, seen=update.fingerprint())

    with pytest.raises(IntegrityError):
        ProgressUpdate.objects.filter(pk=update.pk).update(
            state="confirmed", answered_by=lead, answered_at=update.submitted_at, confirmed_hash="x"
        )


def test_the_co_lead_is_told_of_what_was_submitted_and_answered(secretary, project, lead):
    update = actions.submit_update(by=secretary, update=entered(secretary, project, lead))
    answerer = member_with(Role.CO_LEAD, beijing(), project.subcommittee)
    actions.confirm_update(by=answerer, update=update, seen=update.fingerprint())

    assert set(Notice.objects.values_list("member", "subject_en")) == {
        (lead.pk, f"Submitted on your behalf: {project}"),
        (lead.pk, f"Update confirmed: {project}"),
        (secretary.pk, f"Update confirmed: {project}"),
    }


def test_the_form_asks_a_secretariat_for_whom(secretary, project, lead, signed_in):
    client, address = signed_in(secretary), reverse("update_new", args=[project.pk])

    without = client.post(address, SAID)
    client.post(address, SAID | {"on_behalf_of": lead.pk})

    assert (without.status_code, "on_behalf_of" in without.context["form"].errors) == (422, True)
    assert ProgressUpdate.objects.get().on_behalf_of == lead


def test_the_form_asks_a_co_lead_for_nobody(project, lead, signed_in):
    page = signed_in(lead).get(reverse("update_new", args=[project.pk]))

    assert "on_behalf_of" not in page.context["form"].fields


def test_pages_files_and_the_api_name_both(secretary, project, lead, signed_in):
    update = actions.submit_update(by=secretary, update=entered(secretary, project, lead))
    client = signed_in(member_with(Role.OBSERVER, beijing()))

    shown = [
        client.get(address).content.decode()
        for address in (
            update.get_absolute_url(),
            reverse("update_list"),
            f"{reverse('update_list')}?format=csv",
            f"/api/v1/updates/{update.pk}/",
        )
    ]

    # A page begins it with a capital letter.
    assert [update.entered_by[1:] in page for page in shown] == [True] * 4


def test_the_api_enters_on_behalf(secretary, project, lead, signed_in):
    answer = signed_in(secretary).post(
        "/api/v1/updates/", SAID | {"project": project.pk, "on_behalf_of": lead.pk}
    )

    assert (answer.status_code, ProgressUpdate.objects.get().on_behalf_of) == (201, lead)
