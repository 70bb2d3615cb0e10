import pytest

from committee.follow_ups.open_work import open_actions
from tests.factories.follow_up import FollowUpFactory

pytestmark = pytest.mark.django_db


def test_the_open_actions_of_who_holds_a_post_are_named_when_it_is_handed_over(secretary):
    FollowUpFactory(responsible=secretary)
    FollowUpFactory()

    work, _of_the_post = open_actions(secretary.posts.get())

    assert (str(work.label), work.number) == ("Open actions", 1)
