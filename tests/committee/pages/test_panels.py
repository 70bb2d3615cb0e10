import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories.follow_up import FollowUpFactory

pytestmark = pytest.mark.django_db
BY_HTMX = {"HX-Request": "true"}
# Where nobody holds a post, posts wait to be filled.
EMPTY = sorted(settings.DASHBOARD_PANELS.keys() - {"posts_changing"})


@pytest.mark.parametrize("name", EMPTY)
def test_a_panel_where_nothing_waits_leaves_the_first_page_and_is_a_page_that_says_so(
    signed_in, secretary, name
):
    reader = signed_in(secretary)

    panel, page = reader.get(reverse(name), headers=BY_HTMX), reader.get(reverse(name))

    assert (panel.headers.get("HX-Reswap"), "<html" in panel.content.decode()) == ("delete", False)
    assert (page.headers.get("HX-Reswap"), "<html" in page.content.decode()) == (None, True)
    assert panel.content.decode() in page.content.decode()


@pytest.mark.parametrize("name", ["posts_changing", "follow_ups_waiting"])
def test_a_panel_of_something_that_waits_stays(signed_in, secretary, name):
    FollowUpFactory(responsible=secretary)

    panel = signed_in(secretary).get(reverse(name), headers=BY_HTMX)

    assert "HX-Reswap" not in panel.headers
