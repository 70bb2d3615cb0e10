from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from committee.models import ReportEdition
from committee.reports.actions import (
    NotFailed,
    NothingToBuild,
    build_again,
    request_editions,
)
from tests.factories.edition import (
    EditionFactory,
    FailedEditionFactory,
    ReadyEditionFactory,
)
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

State = ReportEdition.State


def test_each_chosen_language_becomes_an_edition(secretary):
    editions = request_editions(by=secretary, meeting=MeetingFactory(), languages=["ko", "en"])

    assert [(each.language, each.state, each.requested_by) for each in editions] == [
        ("ko", State.QUEUED, secretary),
        ("en", State.QUEUED, secretary),
    ]


def test_a_task_is_queued_for_each_edition_once_the_act_is_saved(
    secretary, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as queued:
        editions = request_editions(by=secretary, meeting=MeetingFactory(), languages=["ko", "en"])

    builds = [call.keywords for call in queued if isinstance(call, partial)]
    assert builds == [{"edition_id": edition.pk} for edition in editions]


def test_asking_twice_gives_the_edition_under_way(secretary):
    meeting = MeetingFactory()
    first = request_editions(by=secretary, meeting=meeting, languages=["ko"])

    second = request_editions(by=secretary, meeting=meeting, languages=["ko"])

    assert second == first


def test_asking_after_it_is_ready_makes_a_new_edition(secretary):
    ready = ReadyEditionFactory()

    (new,) = request_editions(by=secretary, meeting=ready.meeting, languages=[ready.language])

    assert (new == ready, ReportEdition.objects.count()) == (False, 2)


def test_no_language_is_refused(secretary):
    with pytest.raises(NothingToBuild):
        request_editions(by=secretary, meeting=MeetingFactory(), languages=[])


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECRETARIAT])
def test_only_a_secretariat_may_ask(db, role):
    with pytest.raises(PermissionDenied):
        request_editions(by=member_with(role), meeting=MeetingFactory(), languages=["ko"])


def test_a_failed_edition_is_queued_again_as_if_new(secretary):
    failed = FailedEditionFactory(attempt=3, section="x", steps_done=4)

    again = build_again(by=secretary, edition=failed)

    again.refresh_from_db()
    assert (again, again.state, again.failure, again.attempt, again.steps_done) == (
        failed,
        State.QUEUED,
        "",
        0,
        0,
    )


def test_building_again_gives_the_edition_under_way(secretary):
    failed = FailedEditionFactory()
    under_way = EditionFactory(meeting=failed.meeting)

    assert build_again(by=secretary, edition=failed) == under_way


def test_a_ready_edition_is_never_built_again(secretary):
    with pytest.raises(NotFailed):
        build_again(by=secretary, edition=ReadyEditionFactory())


def test_only_a_secretariat_may_build_again(db):
    with pytest.raises(PermissionDenied):
        build_again(by=member_with(Role.CO_LEAD), edition=FailedEditionFactory())
