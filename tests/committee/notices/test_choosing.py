import re

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from committee.models import Notice, NoticeChoice
from committee.notices import mailing
from committee.notices.choosing import choose_ways, stop_mail, ways_of
from committee.notices.models import Way
from tests.factories.city import seoul
from tests.factories.member import MemberFactory
from tests.factories.notice import told

pytestmark = pytest.mark.django_db


def reader():
    return MemberFactory(city=seoul(), email="kim@seoul.example")


def sent_mail(member):
    notice = told(member)
    mailing.send(notice.pk, lambda: notice.created_at)
    return mail.outbox[-1]


def path_to_stop(letter):
    return re.search(r"http://127.0.0.1:8000(/en/notices/stop/\S+)", letter.body)[1]


@pytest.mark.parametrize(
    ("way", "mails"),
    [(Way.AT_ONCE, ["waiting"]), (Way.DAILY, ["daily"]), (Way.PAGE, ["none"])],
)
def test_a_notice_comes_the_way_its_reader_chose(way, mails):
    member = reader()
    choose_ways(by=member, ways={"pull": way})

    told(member)

    assert list(Notice.objects.values_list("mail", flat=True)) == mails


def test_who_wants_nothing_of_a_kind_is_told_nothing_of_it():
    member = reader()
    choose_ways(by=member, ways={"pull": Way.OFF})

    with pytest.raises(Notice.DoesNotExist):
        told(member)

    assert told(member, kind="gap").kind == "gap"


def test_a_kind_that_the_settings_do_not_name_is_refused():
    with pytest.raises(KeyError):
        told(reader(), kind="weather")


def test_a_mail_that_waits_is_dropped_when_its_kind_is_switched_off():
    member = reader()
    told(member, "one"), told(member, "two", kind="gap")

    choose_ways(by=member, ways={"pull": Way.PAGE})

    assert dict(Notice.objects.values_list("key", "mail")) == {"one": "none", "two": "waiting"}


def test_a_mail_says_why_it_came():
    body = sent_mail(reader()).body

    assert "You are told this because you are a liaison officer of Seoul." in body


def test_opening_the_link_in_a_mail_changes_nothing(client):
    member = reader()

    page = client.get(path_to_stop(sent_mail(member))).content.decode()

    assert "Send me no more e-mail of this kind" in page
    assert NoticeChoice.objects.count() == 0


def test_confirming_ends_that_kind_of_mail_without_signing_in(client):
    member = reader()

    client.post(path_to_stop(sent_mail(member)))

    assert NoticeChoice.objects.get().way == "page"
    assert {kind: way for kind, way in ways_of(member).items() if way == "page"} == {"pull": "page"}


def test_a_mail_programme_may_post_by_itself():
    letter = sent_mail(reader())
    path = letter.extra_headers["List-Unsubscribe"].removeprefix("<http://127.0.0.1:8000").removesuffix(">")

    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})

    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (answer.status_code, NoticeChoice.objects.get().way) == (200, "page")


def test_the_link_of_who_may_no_longer_sign_in_leads_nowhere(client):
    member = reader()
    path = path_to_stop(sent_mail(member))
    member.is_active = False
    member.save(update_fields=["is_active"])

    assert client.post(path).status_code == 404


def test_ending_mail_does_not_bring_back_what_was_switched_off():
    member = reader()
    choose_ways(by=member, ways={"pull": Way.OFF})

    stop_mail(by=member, kind="pull")

    assert ways_of(member)["pull"] == "off"


def test_the_page_shows_what_was_chosen_and_keeps_it(client):
    member = reader()
    client.force_login(member)
    sent = dict.fromkeys(ways_of(member), "at_once") | {"gap": "daily", "delivery": "page", "pull": "off"}

    answer = client.post("/en/notices/choices/", sent)

    assert (answer.status_code, ways_of(member)) == (302, sent)
    assert '<option value="daily" selected>' in client.get("/en/notices/choices/").content.decode()


def test_a_way_that_there_is_not_is_refused(client):
    client.force_login(reader())

    assert client.post("/en/notices/choices/", {"pull": "by pigeon"}).status_code == 422


def test_the_database_keeps_one_choice_a_kind():
    member = reader()
    NoticeChoice.objects.create(member=member, kind="pull", way="off")

    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeChoice.objects.create(member=member, kind="pull", way="daily")


def test_the_database_keeps_ways_alone():
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeChoice.objects.create(member=reader(), kind="pull", way="by pigeon")
