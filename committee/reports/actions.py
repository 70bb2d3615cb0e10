"""Asking for editions of a report; the building itself is a task."""

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
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.pairs import first_and_second
from committee.reports.permissions import may_build
from committee.reports.reprints import Reprint, begin_reprint
from committee.reports.rounds import RoundContent
from committee.reports.tasks import build_edition, reprint_edition
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


class NothingToCompare(BrokenRule):
    """What has no file is the same as nothing."""

    def __init__(self) -> None:
        super().__init__(_("Only an edition that is ready can be compared."))


@transaction.atomic
def request_editions(*, by: Member, meeting: Record, languages: Iterable[str]) -> list[ReportEdition]:
    """Queue one edition a language, or a pair of them; one that is under way already is returned instead.

    They are made of what was frozen for the meeting's report, or of today's records while that is a draft.
    """
    require(may_build(by))
    chosen = list(dict.fromkeys(languages))
    if not chosen:
        raise NothingToBuild
    lock(meeting)  # or two at once would both find nothing under way
    contents = frozen_contents(meeting)
    return [queue_edition(by, meeting, code, contents.get(first_and_second(code)[0])) for code in chosen]


def frozen_contents(meeting: Record) -> dict[str, RoundContent]:
    """Return by language what editions of the meeting's report are made of; nothing while it is a draft."""
    latest = MeetingReport.objects.filter(meeting_id=meeting.pk).order_by("-number").first()
    if latest is None or latest.is_draft or latest.latest_frozen is None:
        return {}
    return {content.language: content for content in latest.latest_frozen.contents.all()}


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
    if going := under_way(locked.meeting_id, locked.code, locked.frozen):
        return going
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
def stop(*, by: Member, edition: ReportEdition) -> ReportEdition:
    """End a build; the worker that is at it gives up within seconds.

    Raises:
        NotUnderWay: when it is over already.
    """
    require(may_build(by))
    if not building.stop(edition, timezone.now()):
        raise NotUnderWay
    return edition


@transaction.atomic
def build_to_compare(*, by: Member, edition: ReportEdition) -> Reprint:
    """Have a ready edition built again from what it was printed of; nothing of the edition changes.

    Raises:
        NothingToCompare: when it has no file.
    """
    require(may_build(by))
    if edition.state != ReportEdition.State.READY:
        raise NothingToCompare
    begun = begin_reprint(edition, by)
    transaction.on_commit(partial(reprint_edition.delay, reprint_id=begun.pk), robust=True)
    return begun


def queue_edition(by: Member, meeting: Record, code: str, frozen: RoundContent | None) -> ReportEdition:
    """Queue an edition of frozen content, or of today's records without one; the meeting is locked."""
    if going := under_way(meeting.pk, code, frozen):
        return going
    language, second = first_and_second(code)
    now = timezone.now()
    edition = ReportEdition(
        meeting_id=meeting.pk,
        language=language,
        second_language=second,
        frozen=frozen,
        requested_by=by,
        requested_at=now,
        seen_alive_at=now,
    )
    edition.full_clean()
    edition.save(force_insert=True)
    tell_followers(edition)
    _enqueue(edition)
    return edition


def under_way(meeting_id: int, code: str, frozen: RoundContent | None) -> ReportEdition | None:
    """Return the edition that is being built of this content, or of today's records without one."""
    same = ReportEdition.objects.under_way().filter(meeting_id=meeting_id, frozen=frozen)
    return next((edition for edition in same if edition.code == code), None)


def _enqueue(edition: ReportEdition) -> None:
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    transaction.on_commit(partial(build_edition.delay, edition_id=edition.pk), robust=True)
