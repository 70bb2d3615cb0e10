"""The first page, as its panels are taken in by a browser."""

import pytest
from playwright.sync_api import expect

from committee.members.models import Role
from tests.factories.follow_up import FollowUpFactory
from tests.factories.member import member_with

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_panel_stays_on_the_first_page_where_something_waits_and_leaves_it_otherwise(visit):
    reader = member_with(Role.OBSERVER)
    tab = visit(reader)
    panel = tab.page.locator("main [hx-get]")

    tab.open("/en/")
    expect(panel).to_have_count(0)
    FollowUpFactory(responsible=reader, title_en="Write to Beijing")
    tab.open("/en/")

    expect(panel.get_by_role("link")).to_have_text("Write to Beijing")
    assert tab.complaints == []
