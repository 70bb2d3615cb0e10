"""Asking for editions of a report; the building itself is a task."""

import datetime
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.history.actions import lock, tell_followers
from committee.history.models import Record
from committee.members.models import Member
from committee.pages.permissions import require
from committee.printing import building
from committee.reports.models import ReportEdition
from committee.reports.permissions import may_build, may_publish
from committee.reports.tasks import build_edition
from committee.rules import BrokenRule


class NothingToBuild(BrokenRule):
    """No language was chosen."""

    def __init__(self) -> None:
        super().__init__(_("Choose at least one language."), field="languages")


class NotFailed(BrokenRule):
    """Only what failed or was stopped is built again: a ready one never changes, one under way is started."""

    def __init__(self) -> None:
        super().__init__(_("Only an edition that failed or was stopped can be built again."))


class NotUnderWay(BrokenRule):
    """What is over cannot be stopped."""

    def __init__(self) -> None:
        super().__init__(_("Only an edition that is being built can be stopped."))


class NotReady(BrokenRule):
    """What has no PDF cannot be read by anybody."""

    def __init__(self) -> None:
        super().__init__(_("Only an edition that is ready can be published."))


@transaction.atomic
def request_editions(*, by: Member, meeting: Record, languages: Iterable[str]) -> list[ReportEdition]:
    """Queue one edition a language; where one is under way already, that one is returned instead."""
    require(may_build(by))
    chosen = list(dict.fromkeys(languages))
    if not chosen:
        raise NothingToBuild
    lock(meeting)  # or two at once would both find nothing under way
    return [_queued(by, meeting, language, timezone.now()) for language in chosen]


@transaction.atomic
def build_again(*, by: Member, edition: ReportEdition) -> ReportEdition:
    """Queue what failed or was stopped once more; where another of its kind is under way, return that one.

    Its content stays as gathered: only the steps that are missing are done.

    Raises:
        NotFailed: when the edition is ready or under way.
    """
    require(may_build(by))
    lock(edition.meeting)
    locked = ReportEdition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if not locked.has_ended:
        raise NotFailed
    if under_way := _under_way(locked.meeting_id, locked.language):
        return under_way
    now = timezone.now()
    fresh = {
        "state": ReportEdition.State.QUEUED,
        "requested_by": by,
        "requested_at": now,
        "seen_alive_at": now,
        "finished_at": None,
        "attempt": 0,
        "failure": "",
        "step": "",
        "section": "",
        "steps_done": 0,
        "pages": None,
    }
    for name, value in fresh.items():
        setattr(locked, name, value)
    locked.save(update_fields=[*fresh])
    _enqueue(locked)
    return locked


@transaction.atomic
def stop(*, by: Member, edition: ReportEdition) -> None:
    """End a build; the worker that is at it gives up within seconds.

    Raises:
        NotUnderWay: when it is over already.
    """
    require(may_build(by))
    if not building.stop(edition, timezone.now()):
        raise NotUnderWay


@transaction.atomic
def publish(*, by: Member, edition: ReportEdition) -> ReportEdition:
    """Let everybody read the edition; one that is published already keeps who published it and when.

    Raises:
        NotReady: when the edition has no PDF.
    """
    require(may_publish(by))
    locked = ReportEdition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if locked.state != ReportEdition.State.READY:
        raise NotReady
    if not locked.published_at:
        _set_published(locked, by, timezone.now())
    return locked


@transaction.atomic
def take_back(*, by: Member, edition: ReportEdition) -> ReportEdition:
    """Show the edition to members only again."""
    require(may_publish(by))
    locked = ReportEdition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    _set_published(locked, None, None)
    return locked


def _set_published(edition: ReportEdition, by: Member | None, at: datetime.datetime | None) -> None:
    edition.published_by, edition.published_at = by, at
    edition.save(update_fields=["published_by", "published_at"])


def _queued(by: Member, meeting: Record, language: str, now: datetime.datetime) -> ReportEdition:
    if under_way := _under_way(meeting.pk, language):
        return under_way
    edition = ReportEdition(
        meeting_id=meeting.pk, language=language, requested_by=by, requested_at=now, seen_alive_at=now
    )
    edition.full_clean()
    edition.save(force_insert=True)
    tell_followers(edition)
    _enqueue(edition)
    return edition


def _under_way(meeting_id: int, language: str) -> ReportEdition | None:
    return ReportEdition.objects.under_way().filter(meeting_id=meeting_id, language=language).first()


def _enqueue(edition: ReportEdition) -> None:
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    transaction.on_commit(partial(build_edition.delay, edition_id=edition.pk), robust=True)
