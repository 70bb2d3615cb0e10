"""Reports built by a real worker process, over a queue of files and over a real Redis."""

import datetime
import json

import pytest
from django.utils import timezone

from committee.models import ReportEdition
from tests.factories.meeting import MeetingFactory
from tests.services.conftest import eventually

pytestmark = pytest.mark.services

State = ReportEdition.State


def queued_edition():
    now = timezone.now()
    return ReportEdition.objects.create(
        meeting=MeetingFactory(), language="en", requested_at=now, seen_alive_at=now
    )


def queue_message(run, edition):
    words = ["--app", "committee.config.celery:app", "--quiet", "call", "committee.reports.build_edition"]
    run("celery", *words, "--kwargs", json.dumps({"edition_id": edition.pk}))


def state_of(edition):
    edition.refresh_from_db()
    return edition.state


def is_over(edition):
    return state_of(edition) in (State.READY, State.FAILED)


def is_silent_for(edition, seconds):
    edition.refresh_from_db()
    return timezone.now() - edition.seen_alive_at > datetime.timedelta(seconds=seconds)


def test_a_task_queued_while_no_worker_runs_is_done_when_one_starts(run, worker):
    edition = queued_edition()
    queue_message(run, edition)

    with worker(REPORT_SILENCE_SECONDS="3600"):
        eventually(lambda: is_over(edition), "a finished build")

    assert (edition.state, edition.failure) == (State.READY, "")


def test_a_build_whose_worker_was_killed_is_finished_by_the_next_worker(run, worker):
    edition = queued_edition()
    queue_message(run, edition)

    with worker(REPORT_SILENCE_SECONDS="1") as kill:
        eventually(lambda: state_of(edition) != State.QUEUED, "a build under way")
        kill()
        left_behind = state_of(edition)
    eventually(lambda: is_silent_for(edition, seconds=1), "silence")
    with worker(REPORT_SILENCE_SECONDS="1"):
        eventually(lambda: is_over(edition), "a finished build")

    assert (left_behind, edition.state, edition.failure, edition.attempt) == (
        State.BUILDING,
        State.READY,
        "",
        2,
    )
