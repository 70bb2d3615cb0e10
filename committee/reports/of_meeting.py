"""What a meeting's page shows of its report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.functional import Promise

from committee.members.models import Member
from committee.reports.models import ReportEdition
from committee.reports.permissions import may_build


@dataclass(frozen=True)
class MeetingReports:
    """The editions a member sees, and whether the member may have more of them built."""

    editions: list[ReportEdition]
    may_build: bool
    languages: Sequence[tuple[str, str | Promise]]

    @property
    def is_under_way(self) -> bool:
        return any(edition.is_under_way for edition in self.editions)


def reports_of(meeting: models.Model, member: Member) -> MeetingReports:
    editions = ReportEdition.objects.visible_to(member).for_lists().filter(meeting_id=meeting.pk)
    return MeetingReports(list(editions), may_build(member), settings.LANGUAGES)
