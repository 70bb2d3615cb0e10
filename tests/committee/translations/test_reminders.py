import datetime

import pytest

from committee.members.models import Role
from committee.models import Notice
from committee.reminders.reminding import remind
from tests.factories.city import beijing
from tests.factories.member import member_with
from tests.factories.translation import TranslationRequestFactory

pytestmark = pytest.mark.django_db
DUE = datetime.date(2026, 12, 10)
# Nine in the morning in Seoul.
NEXT_DAY = datetime.datetime(2026, 12, 11, tzinfo=datetime.UTC)


def test_the_secretariat_that_was_asked_is_reminded_once_after_the_day(secretary):
    asked = TranslationRequestFactory(due_on=DUE, asked_by=secretary)
    member_with(Role.SECRETARIAT, beijing())

    for hours in (-24, 0, 1):
        remind(NEXT_DAY + datetime.timedelta(hours=hours))

    notice = Notice.objects.get()
    assert (notice.member, notice.address) == (secretary, f"translations/{asked.pk}/")
