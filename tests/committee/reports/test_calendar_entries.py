import datetime

from committee.reports.calendar_entries import published_reports
from committee.workdays.dated import Period
from tests.factories.city import seoul
from tests.factories.meeting_report import published_report

JANUARY = Period(datetime.date(2026, 1, 1), datetime.date(2026, 1, 31))
FEBRUARY = Period(datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))


def test_a_report_was_published_on_the_day_of_the_hosts_clock(db):
    evening = datetime.datetime(2026, 1, 31, 20, tzinfo=datetime.UTC)
    published_report(at=evening, meeting__host=seoul())

    days = {
        period: [each.starts for each in published_reports(period, None)] for period in (JANUARY, FEBRUARY)
    }

    assert days == {JANUARY: [], FEBRUARY: [datetime.date(2026, 2, 1)]}
