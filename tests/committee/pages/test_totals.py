"""How many records a long list has, kept for a minute."""

import time

import pytest
from django.core.cache import caches
from django.urls import reverse

from committee.members.models import Role
from committee.pages import totals
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch):
    monkeypatch.setattr(totals, "MANY", 2)
    caches["totals"].clear()
    yield
    caches["totals"].clear()


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def listed(reader, **chosen):
    return reader.get(reverse("update_list"), chosen).context["rows"].paginator.count


def test_many_are_counted_once_a_minute(reader, monkeypatch):
    UpdateFactory.create_batch(2, is_submitted=True)
    assert listed(reader) == 2
    submitted_update()

    soon = listed(reader)
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)

    assert (soon, listed(reader)) == (2, 3)


def test_few_are_counted_anew_for_each_page(reader):
    submitted_update()
    assert listed(reader) == 1

    submitted_update()

    assert listed(reader) == 2


def test_what_another_sees_or_asks_for_is_another_number(reader, signed_in):
    UpdateFactory.create_batch(2, is_submitted=True)
    draft = UpdateFactory(city__is_beijing=True, answering_city__is_beijing=False)
    assert listed(reader) == 2

    asked = listed(reader, state="draft")
    its_author = listed(signed_in(draft.author))

    assert (asked, its_author) == (0, 3)


def test_for_who_confirms_nothing_no_update_waits(reader):
    submitted_update()

    assert listed(reader, waiting="me") == 0
