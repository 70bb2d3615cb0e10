import pytest

SHORT = ("tests.committee.reports.sections.short", "Short")
BROKEN = ("tests.committee.reports.sections.broken", "Air quality")
TWO = ("tests.committee.reports.sections.two", "Subcommittees")
UNPRINTABLE = ("tests.committee.reports.sections.unprintable", "Bad chart")
ABSENT = ("tests.committee.reports.sections.absent", "Nothing here")


@pytest.fixture
def short_report(settings) -> None:
    """Let a report consist of one short chapter: its PDF has three pages."""
    settings.REPORT_SECTIONS = [SHORT]
