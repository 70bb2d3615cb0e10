import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone

from committee.hand_overs.actions import TakenOver, take_over, write_hand_over
from committee.hand_overs.models import HandOver
from committee.members.models import Role
from committee.models import Notice, Post
from tests.factories.city import beijing
from tests.factories.hand_over import leaving_co_lead, successor_to
from tests.factories.member import MemberFactory, member_with

NOW = timezone.now()
LATER = NOW + datetime.timedelta(hours=1)


@pytest.fixture
def post(db) -> Post:
    return leaving_co_lead()


def test_the_holder_writes_and_the_successor_takes_over(post):
    successor = successor_to(post).member
    written = write_hand_over(by=post.member, post=post, note="The fair needs a venue.", now=NOW)

    taken = take_over(by=successor, hand_over=written, now=LATER)

    assert (taken.written_by, taken.taken_by, taken.taken_at) == (post.member, successor, LATER)


def test_the_successor_is_told_of_each_note_once(post):
    successor = successor_to(post).member

    write_hand_over(by=post.member, post=post, note="The fair needs a venue.", now=NOW)
    write_hand_over(by=post.member, post=post, note="The fair has a venue.", now=LATER)

    assert Notice.objects.filter(member=successor, kind="post").count() == 2


def test_what_was_taken_over_stays_as_it_was_read(post):
    successor = successor_to(post).member
    written = write_hand_over(by=post.member, post=post, note="As read.", now=NOW)
    take_over(by=successor, hand_over=written, now=NOW)

    with pytest.raises(TakenOver):
        write_hand_over(by=post.member, post=post, note="Something else.", now=LATER)
    with pytest.raises(TakenOver):
        take_over(by=successor, hand_over=written, now=LATER)

    assert HandOver.objects.values_list("note", "taken_at").get() == ("As read.", NOW)


def test_the_secretariat_writes_for_a_holder_who_has_left(post, secretary):
    written = write_hand_over(by=secretary, post=post, note="Left in a hurry.", now=NOW)

    assert written.written_by == secretary


def test_neither_the_other_city_nor_a_colleague_writes(post):
    for stranger in (member_with(Role.SECRETARIAT, beijing()), MemberFactory(city=post.city)):
        with pytest.raises(PermissionDenied):
            write_hand_over(by=stranger, post=post, note="Not mine.", now=NOW)

    assert not HandOver.objects.exists()


def test_only_who_comes_next_takes_over(post, secretary):
    written = write_hand_over(by=post.member, post=post, note="For the next one.", now=NOW)

    for stranger in (post.member, secretary):
        with pytest.raises(PermissionDenied):
            take_over(by=stranger, hand_over=written, now=NOW)


def test_who_wrote_the_note_cannot_have_taken_it_over(post):
    with pytest.raises(IntegrityError, match="hand_over_taken_by_somebody_else"):
        HandOver.objects.create(
            post=post,
            note="Mine.",
            written_by=post.member,
            written_at=NOW,
            taken_by=post.member,
            taken_at=NOW,
        )
