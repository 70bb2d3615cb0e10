import pytest

from committee.members.models import Role
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/en/air/", "Now"),
        ("/en/air/pulls/", "Scheduled pulls"),
        ("/en/air/promises/", "Ledger"),
        ("/en/air/deliveries/new/", "Deliveries"),
        ("/en/air/machines/", "Deliveries"),
    ],
)
def test_the_page_that_one_is_on_or_below_is_the_current_one(signed_in, address, current):
    beijing()
    page = signed_in(member_with(Role.LIAISON, seoul())).get(address)

    assert [link.label for link in page.context["pages"] if link.is_current] == [current]
