"""The way of the general meetings into the table of all meetings, and back: slow, so it stands here."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from committee.history.actions import keep_new
from committee.models import Agreement, Decision, GeneralMeeting, HistoryEntry
from tests.factories.city import seoul
from tests.factories.meeting import WorkingMeetingFactory

pytestmark = pytest.mark.services

BEFORE, AFTER = ("committee", "0013_published_reports"), ("committee", "0014_meetings_of_three_kinds")


def migrate(*target: str) -> None:
    call_command("migrate", *target, verbosity=0)


def as_it_was(model: str, at: tuple[str, str] = BEFORE) -> Any:
    """Return a model as it stood at a migration."""
    return MigrationExecutor(connection).loader.project_state(at).apps.get_model("committee", model)


@pytest.mark.django_db(transaction=True)
def test_general_meetings_keep_what_is_theirs_there_and_back_and_no_other_is_lost_on_the_way():
    meeting = keep_new(
        by=None, record=GeneralMeeting(ordinal=3, host=seoul(), starts_on=datetime.date(2018, 3, 19))
    )
    Decision.objects.create(meeting=meeting, number=1, text_en="To go on")
    Agreement.objects.create(meeting=meeting, title_en="MOU", authentic_en=True)
    WorkingMeetingFactory()

    with pytest.raises(Exception, match="Delete the subcommittee and working meetings first"):
        migrate(*BEFORE)
    # The tables of later records are gone by now, so nothing that might hang on it is asked for.
    as_it_was("Meeting", AFTER).objects.filter(kind="working").delete()
    migrate(*BEFORE)
    types = {entry.record_type.model for entry in as_it_was("HistoryEntry").objects.all()}
    linked = as_it_was("Decision").objects.get().meeting, as_it_was("Agreement").objects.get().meeting
    migrate()

    assert (types, {each.ordinal for each in linked}) == ({"generalmeeting"}, {3})
    moved = GeneralMeeting.objects.get()
    assert (moved.decisions.count(), moved.agreements.count()) == (1, 1)
    assert [entry.record for entry in HistoryEntry.objects.of(moved)] == [moved]
