import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from committee.commitments.actions import delete_commitment
from committee.history.deletion import StillNeeded
from committee.members.models import Role
from committee.models import Commitment, Position
from committee.positions.actions import (
    ReleasedAlready,
    delete_position,
    edit_position,
    release_position,
    write_position,
)
from committee.positions.held import held_on
from committee.search.indexing import build
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with
from tests.factories.position import PositionFactory, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_a_position_is_the_own_citys_until_it_is_released(secretary):
    theirs = member_with(Role.OBSERVER, beijing())

    position = write_position(by=secretary, subject=CommitmentFactory(), text_ko="동의한다.")
    before = Position.objects.visible_to(theirs).exists()
    release_position(by=secretary, position=position)

    assert (position.city, before) == (seoul(), False)
    assert list(Position.objects.visible_to(theirs)) == [position]


def test_a_city_has_one_position_on_one_thing(secretary):
    position = PositionFactory()

    with pytest.raises(ValidationError, match="Your city has a position on this already"):
        write_position(by=secretary, subject=position.commitment, text_en="Another one.")


@pytest.mark.parametrize(
    "fields",
    [
        {"commitment": None},
        {"agenda_item": AgendaItemFactory},
        {"text_en": ""},
        {"released_at": "2018-03-19T00:00Z"},
    ],
    ids=["on nothing", "on two things", "without a text", "released by nobody"],
)
def test_the_database_refuses_a_position_that_cannot_be(fields):
    made = {name: value() if callable(value) else value for name, value in fields.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        PositionFactory(**made)


@pytest.mark.parametrize("act", [release_position, delete_position])
def test_what_was_released_cannot_be_unsaid(secretary, act):
    with pytest.raises(ReleasedAlready):
        act(by=secretary, position=released(seoul()))


@pytest.mark.parametrize("act", [edit_position, release_position, delete_position])
def test_nobody_writes_the_other_citys_position(secretary, act):
    with pytest.raises(PermissionDenied):
        act(by=secretary, position=PositionFactory(city=beijing()))


def test_the_other_citys_position_is_nowhere(reader, secretary, signed_in):
    PositionFactory(city=beijing(), text_en="Xqzu is our limit.", commitment__title_en="Hotline")
    build()
    addresses = [
        reverse("position_list"),
        f"{reverse('position_list')}?format=csv",
        reverse("api-position-list"),
        f"{reverse('search')}?q=limit",
        reverse("commitment", args=[Commitment.objects.get().pk]),
        reverse("home"),
    ]

    seen = [b"Xqzu" in reader.get(address).getvalue() for address in addresses]
    theirs = signed_in(member_with(Role.OBSERVER, beijing()))

    assert seen == [False] * len(addresses)
    assert [b"Xqzu" in theirs.get(address).getvalue() for address in addresses[:4]] == [True] * 4


def test_a_refused_deletion_gives_a_position_away_to_nobody(secretary):
    position = PositionFactory(city=beijing())

    with pytest.raises(StillNeeded, match=r": “position”$"):
        delete_commitment(by=secretary, commitment=position.commitment)


def test_what_a_position_said_before_stays_inside_its_city(reader, signed_in):
    theirs = member_with(Role.SECRETARIAT, beijing())
    position = write_position(by=theirs, subject=CommitmentFactory(), text_en="Our first thought.")
    position = edit_position(by=theirs, position=position, text_en="Our last word.")
    release_position(by=theirs, position=position)

    ours, own = (client.get(position.get_absolute_url()).content for client in (reader, signed_in(theirs)))

    assert [text in ours for text in (b"Our last word.", b"Our first thought.")] == [True, False]
    assert b"Our first thought." in own


def test_each_subject_comes_with_the_own_position_and_what_was_released(django_assert_num_queries):
    one, two = CommitmentFactory(), CommitmentFactory()
    own = PositionFactory(commitment=one)
    theirs = released(beijing(), commitment=one)
    PositionFactory(city=beijing(), commitment=two)
    reader = own.city

    with django_assert_num_queries(1):
        held = held_on([one, two], reader, by="commitment")

    assert [(each.own, list(each.others)) for each in held] == [(own, [theirs]), (None, [])]
    assert held[0].in_order(beijing().pk) == [theirs, own]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_take_the_same_queries_for_any_number_of_positions(reader, rows, django_assert_num_queries):
    meeting = AgendaItemFactory().meeting
    for _ in range(rows):
        PositionFactory()
        PositionFactory(commitment=None, agenda_item=AgendaItemFactory(meeting=meeting))

    for address, queries in (
        (reverse("position_list"), 7),
        (reverse("positions_for_meeting", args=[meeting.pk]), 8),
    ):
        reader.get(address)
        with django_assert_num_queries(queries):
            reader.get(address)


def test_who_would_write_a_second_position_edits_the_first(signed_in, secretary):
    position = PositionFactory()

    answer = signed_in(secretary).get(reverse("commitment_position_new", args=[position.commitment_id]))

    assert answer.url == reverse("position_edit", args=[position.pk])
