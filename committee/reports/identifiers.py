"""What published editions are called: SBJC-4-2026-ko-1 is the Korean one of the fourth meeting."""

from committee.cities.models import City
from committee.reports.meeting_report import MeetingReport


def identifier_of(report: MeetingReport, language: str) -> str:
    """Return the identifier of a report in a language; the same whichever city is the host."""
    initials = "".join(city.code[0].upper() for city in City.objects.order_by("pk").only("code"))
    day = report.meeting.starts_on
    year = [str(day.year)] if day else []
    spoken = language.partition("-")[0]
    return "-".join([f"{initials}JC", str(report.meeting.ordinal), *year, spoken, str(report.number)])
