from committee.languages.searched import Searched
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition

SEARCHED = [
    Searched(
        MeetingReport,
        is_named_by_words=True,
        related=("meeting",),
        city="meeting__host",
        day="meeting__starts_on",
        visible_to=MeetingReport.objects.visible_to,
    ),
    Searched(
        ReportEdition,
        is_named_by_words=True,
        related=("meeting",),
        unread=("content",),
        city="meeting__host",
        day="meeting__starts_on",
        visible_to=ReportEdition.objects.visible_to,
    ),
]
