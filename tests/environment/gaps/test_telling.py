import pytest

from committee.members.models import Role
from committee.models import Notice
from environment.gaps.actions import answer_gap, close_gap
from environment.gaps.finding import find_gaps
from environment.models import GapNotice
from tests.environment.gaps.test_finding import at
from tests.environment.ledger.arriving import DAY
from tests.factories.city import beijing, seoul
from tests.factories.gap import GapFactory
from tests.factories.member import member_with
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db


def test_the_sending_citys_officer_is_told_of_a_gap_once():
    officer = member_with(Role.LIAISON, seoul())
    member_with(Role.LIAISON, beijing())
    StationFactory(city=seoul())
    PromiseFactory(valid_from=DAY)

    for label in (6, 6, 9):
        find_gaps(city=seoul(), now=at(label))

    notice = Notice.objects.get()
    assert (notice.member, notice.address) == (officer, f"air/gaps/{GapNotice.objects.get().pk}/")


def test_each_officer_is_told_what_the_other_did():
    sender, receiver = member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())
    notice = GapFactory()

    answered = answer_gap(by=sender, notice=notice, reason="power", answer="Cut.")
    close_gap(by=receiver, notice=answered, closing_note="Understood.")

    told = Notice.objects.order_by("pk").values_list("member", "key")
    assert list(told) == [
        (receiver.pk, f"gap-{notice.pk}-answered"),
        (sender.pk, f"gap-{notice.pk}-closed"),
    ]
