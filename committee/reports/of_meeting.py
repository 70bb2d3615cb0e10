"""What a meeting's page shows of its report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from committee.members.models import Member
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.pairs import editions_for
from committee.reports.permissions import may_build


@dataclass(frozen=True)
class MeetingReports:
    """The report and the editions a member sees, and whether the member may begin and build them."""

    reports: list[MeetingReport]
    editions: list[ReportEdition]
    may_build: bool
    languages: Sequence[tuple[str, str]]

    @property
    def is_under_way(self) -> bool:
        return any(edition.is_under_way for edition in self.editions)


def reports_of(meeting: models.Model, member: Member) -> MeetingReports:
    editions = ReportEdition.objects.visible_to(member).for_lists().filter(meeting_id=meeting.pk)
    reports = MeetingReport.objects.visible_to(member).filter(meeting_id=meeting.pk).select_related("meeting")
    return MeetingReports(list(reports), list(editions), may_build(member), editions_for(meeting))
