"""Two schedulers, each over a connection of its own, strike at the same moment."""

import datetime

import pytest
from django.core import mail

from committee.members.models import Role
from committee.models import Digest, Notice
from committee.notices import digests, mailing
from committee.reminders.reminding import remind
from tests.at_once import at_once
from tests.factories.city import seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db(transaction=True)

# Monday, half past eight in Seoul.
NOW = datetime.datetime(2026, 3, 8, 23, 30, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def lead():
    member = member_with(Role.CO_LEAD, seoul(), SubcommitteeFactory())
    member.email = "kim@seoul.example"
    member.save(update_fields=["email"])
    for _number in range(3):
        CommitmentFactory(due_on="2026-02-01")
    return member


def test_two_schedulers_remind_once(lead):
    at_once(*[lambda: remind(NOW)] * 2)

    assert list(Notice.objects.values_list("member", "kind")) == [(lead.pk, "commitment_late")] * 3


def test_two_schedulers_send_one_daily_mail(lead):
    remind(NOW)
    Notice.objects.update(created_at=NOW - HOUR)

    def strike():
        digests.gather(NOW)
        for digest_id in mailing.due_digests(NOW):
            mailing.send_digest(digest_id, lambda: NOW)

    at_once(strike, strike)
    strike()

    assert [letter.subject for letter in mail.outbox] == ["3 notices of the committee tracker"]
    assert (Digest.objects.get().mail, set(Notice.objects.values_list("mail"))) == ("sent", {("sent",)})
