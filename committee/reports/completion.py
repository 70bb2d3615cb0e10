"""A publication is complete once every edition has its file: then all of them are laid open at once."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, lock, tell_followers
from committee.history.models import HistoryEntry
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.pairs import editions_for
from committee.reports.telling import tell_held_up, tell_published

State = MeetingReport.State


@transaction.atomic
def complete_publication(*, report_id: int) -> MeetingReport | None:
    """Lay the report open if somebody asked for that and all its editions are ready; else return None."""
    report = lock(MeetingReport(pk=report_id))
    if report.state != State.PUBLISHING:
        return None
    editions = finished_editions(report)
    if set(dict(editions_for(report.meeting))) - {edition.code for edition in editions}:
        return None
    for edition in editions:
        edition.identifier = edition.identifier_when_published
        edition.save(update_fields=["identifier"])
        tell_followers(edition)
    _replace_corrected(report)
    published = keep_changes(
        by=report.published_by,
        record=report,
        changes={"state": State.PUBLISHED, "published_at": timezone.now()},
        verb=HistoryEntry.Verb.PUBLISHED,
    )
    tell_published(published)
    return published


def finished_editions(report: MeetingReport) -> list[ReportEdition]:
    """Return the edition in each language or pair that was finished first of the round that was approved."""
    ready = ReportEdition.objects.ready().filter(frozen__round=report.latest_frozen)
    in_order = ready.select_related("frozen").defer("content", "frozen__text").order_by("finished_at", "pk")
    first: dict[str, ReportEdition] = {}
    for edition in in_order:
        first.setdefault(edition.code, edition)
    return list(first.values())


def publications() -> list[int]:
    """Return the reports that are being published."""
    return list(MeetingReport.objects.filter(state=State.PUBLISHING).values_list("pk", flat=True))


def look_after(*, report_id: int) -> None:
    """Complete what the worker of the last edition did not live to complete; tell what holds it up."""
    if complete_publication(report_id=report_id) is None:
        report = MeetingReport.objects.in_brief().get(pk=report_id)
        for edition in held_up_by(report, editions_of_rounds(report)):
            tell_held_up(report, edition)


def editions_of_rounds(report: MeetingReport) -> list[ReportEdition]:
    """Return all that was ever asked for of what was frozen for the report, the newest first."""
    return list(ReportEdition.objects.of_report(report).for_lists())


def held_up_by(report: MeetingReport, editions: Iterable[ReportEdition]) -> list[ReportEdition]:
    """Return the editions without which a report that is being published is not laid open; else nothing.

    They failed or were stopped, and none has taken their place.

    Args:
        editions: of any rounds, the newest first; of several that ended in one language the newest counts.
    """
    begun = report.latest_frozen
    if report.state != State.PUBLISHING or begun is None:
        return []
    of_round = [each for each in editions if each.frozen and each.frozen.round_id == begun.pk]
    going = {edition.code for edition in of_round if not edition.has_ended}
    ended = {edition.code: edition for edition in reversed(of_round) if edition.has_ended}
    return [edition for code, edition in ended.items() if code not in going]


def _replace_corrected(report: MeetingReport) -> None:
    """Take the report that this one corrects out of force, unless it was withdrawn before."""
    corrected = report.corrects
    if corrected and corrected.state == State.PUBLISHED:
        changes = {"state": State.CORRECTED}
        keep_changes(
            by=report.published_by,
            record=corrected,
            changes=changes,
            verb=HistoryEntry.Verb.CORRECTED,
            comment=report.correction,
        )
