"""What a page looks like on paper, where nobody presses anything."""

import pytest

from committee.members.models import Role
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Those that stand beside a heading and those of a part of the page.
ACTS = ".acts, .btn"


@pytest.fixture
def tab(visit):
    return visit(member_with(Role.SECRETARIAT))


def acts_seen(tab):
    return tab.page.locator(ACTS).filter(visible=True).all_inner_texts()


def test_a_project_is_printed_without_what_is_pressed(tab):
    tab.open(ProjectFactory().get_absolute_url())
    on_the_screen = acts_seen(tab)

    tab.page.emulate_media(media="print")

    assert ("Edit" in on_the_screen, acts_seen(tab)) == (True, [])


def test_a_month_is_printed_without_the_way_to_the_next_one(tab):
    tab.open("/en/calendar/?month=2026-03")
    on_the_screen = acts_seen(tab)

    tab.page.emulate_media(media="print")

    assert ("April 2026 →" in on_the_screen, acts_seen(tab)) == (True, [])
