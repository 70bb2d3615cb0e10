import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from committee.minutes_prints.retention import drop_superseded
from committee.models import MinutesPrint
from tests.factories.minutes import written_minutes
from tests.factories.minutes_print import MinutesPrintFactory, ReadyMinutesPrintFactory

pytestmark = pytest.mark.django_db
LAST_YEAR = timezone.now() - datetime.timedelta(days=365)
IN_A_MONTH = timezone.now() + datetime.timedelta(days=31)


def test_a_print_goes_with_its_file_a_month_after_it_was_made_when_a_later_one_is_ready():
    minutes = written_minutes()
    old = ReadyMinutesPrintFactory(minutes=minutes, requested_at=LAST_YEAR)
    last = ReadyMinutesPrintFactory(minutes=minutes)
    file = Path(old.pdf.path)

    counts = [drop_superseded(now) for now in (timezone.now(), IN_A_MONTH, IN_A_MONTH)]

    assert (counts, file.exists()) == ([0, 1, 0], False)
    assert (MinutesPrint.objects.get(), Path(last.pdf.path).exists()) == (last, True)


@pytest.mark.parametrize(
    "later",
    [
        {"language": "ko"},
        {"beside": "ko"},
        {"state": MinutesPrint.State.FAILED, "failure": "It broke."},
    ],
    ids=["in another language", "beside another language", "failed"],
)
def test_a_print_that_nothing_replaces_stays(later):
    old = ReadyMinutesPrintFactory(requested_at=LAST_YEAR)
    (ReadyMinutesPrintFactory if "state" not in later else MinutesPrintFactory)(minutes=old.minutes, **later)

    assert drop_superseded(IN_A_MONTH) == 0
