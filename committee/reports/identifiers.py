"""What published editions are called.

SBJC-4-2026-ko-1 is the Korean one of the fourth meeting, SBJC-4-2026-ko-zh-1 the one in Korean and Chinese.
"""

from committee.cities.models import City
from committee.reports.meeting_report import MeetingReport


def identifier_of(report: MeetingReport, language: str) -> str:
    """Return the identifier of a report in a language; the same whichever city is the host."""
    initials = "".join(city.code[0].upper() for city in City.objects.order_by("pk").only("code"))
    day = report.meeting.starts_on
    year = [str(day.year)] if day else []
    number = str(report.number)
    return "-".join([f"{initials}JC", str(report.meeting.ordinal), *year, _spoken(language), number])


def identifier_of_both(identifier: str, second_language: str) -> str:
    """Return that of the edition which has a second language beside the one of `identifier`."""
    first, _hyphen, number = identifier.rpartition("-")
    return f"{first}-{_spoken(second_language)}-{number}"


def _spoken(language: str) -> str:
    return language.partition("-")[0]
