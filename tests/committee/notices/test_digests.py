import datetime
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, transaction

from committee.models import Digest, Notice
from committee.notices import digests, mailing
from committee.notices.actions import mark_read
from committee.notices.choosing import choose_ways
from committee.notices.models import Way
from tests.factories.city import beijing, seoul
from tests.factories.member import MemberFactory
from tests.factories.notice import told

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR
# Eight in Seoul is seven in Beijing.
MONDAY_EIGHT_IN_SEOUL = datetime.datetime(2026, 3, 8, 23, tzinfo=datetime.UTC)


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


def reader(**fields):
    fields = {"city": seoul(), "email": "kim@seoul.example", "language": "en"} | fields
    member = MemberFactory(**fields)
    choose_ways(by=member, ways={"pull": Way.DAILY, "gap": Way.DAILY})
    return member


def told_before(moment, member, *keys, kind="pull"):
    notices = [told(member, key, subject=f"About {key}", kind=kind) for key in keys]
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(created_at=moment - HOUR)
    return notices


def send_at(moment):
    """Do what the schedule does, and return the mails that went out."""
    before = len(mail.outbox)
    digests.gather(moment)
    for digest_id in mailing.due_digests(moment):
        mailing.send_digest(digest_id, lambda: moment)
    return mail.outbox[before:]


def test_a_day_comes_in_one_mail():
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(), "one", "two")

    letters = send_at(MONDAY_EIGHT_IN_SEOUL)

    assert [letter.subject for letter in letters] == ["2 notices of the committee tracker"]
    assert letters[0].body.index("* About one") < letters[0].body.index("* About two")
    assert set(Notice.objects.values_list("mail", "sent_at")) == {("sent", MONDAY_EIGHT_IN_SEOUL)}


def test_a_day_is_mailed_once():
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(), "one")
    send_at(MONDAY_EIGHT_IN_SEOUL)

    assert send_at(MONDAY_EIGHT_IN_SEOUL + HOUR) == []


def test_it_comes_at_eight_in_the_city_of_its_reader():
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(), "one")
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(city=beijing(), email="wang@beijing.example"), "one")

    early = send_at(MONDAY_EIGHT_IN_SEOUL - datetime.timedelta(minutes=1))
    first, second = send_at(MONDAY_EIGHT_IN_SEOUL), send_at(MONDAY_EIGHT_IN_SEOUL + HOUR)

    assert early == []
    assert [letter.to for letter in first + second] == [["kim@seoul.example"], ["wang@beijing.example"]]


def test_what_is_told_after_eight_comes_the_next_day():
    member = reader()
    told_before(MONDAY_EIGHT_IN_SEOUL, member, "one")
    send_at(MONDAY_EIGHT_IN_SEOUL)
    told_before(MONDAY_EIGHT_IN_SEOUL + 3 * HOUR, member, "two")

    same_day, next_day = (send_at(MONDAY_EIGHT_IN_SEOUL + 3 * HOUR), send_at(MONDAY_EIGHT_IN_SEOUL + DAY))

    assert (same_day, [letter.subject for letter in next_day]) == ([], ["1 notice of the committee tracker"])


@pytest.mark.parametrize(("days", "mails"), [(-2, 0), (-1, 0), (0, 1)])
def test_on_saturdays_and_sundays_none_comes(days, mails):
    told_before(MONDAY_EIGHT_IN_SEOUL - 2 * DAY, reader(), "one")

    assert len(send_at(MONDAY_EIGHT_IN_SEOUL + days * DAY)) == mails


@pytest.mark.parametrize(
    ("on", "seoul_is_mailed", "beijing_is_mailed"),
    [
        ("2026-02-13", True, True),
        ("2026-02-14", False, True),  # a Saturday that China works
        ("2026-02-17", False, False),
        ("2026-02-19", True, False),  # the Spring Festival goes on, Seollal does not
    ],
)
def test_on_a_public_holiday_of_its_reader_none_comes(on, seoul_is_mailed, beijing_is_mailed):
    nine_in_beijing = datetime.datetime.fromisoformat(f"{on}T01:00+00:00")
    told_before(nine_in_beijing - DAY, reader(), "one")
    told_before(nine_in_beijing - DAY, reader(city=beijing(), email="wang@beijing.example"), "one")

    mailed = [letter.to for letter in send_at(nine_in_beijing)]

    assert (
        mailed == [["kim@seoul.example"]] * seoul_is_mailed + [["wang@beijing.example"]] * beijing_is_mailed
    )


def test_what_is_urgent_comes_on_a_public_holiday_as_well():
    member = reader()
    choose_ways(by=member, ways={"alert": Way.AT_ONCE})
    told(member, "alert-1", kind="alert")

    assert mailing.due(datetime.datetime(2090, 1, 1, tzinfo=datetime.UTC)) == [Notice.objects.get().pk]


def test_what_was_read_on_the_page_is_not_mailed():
    member = reader()
    notice = told_before(MONDAY_EIGHT_IN_SEOUL, member, "one")[0]
    mark_read(by=member, notice=notice)

    assert send_at(MONDAY_EIGHT_IN_SEOUL) == []
    assert (Digest.objects.count(), Notice.objects.get().mail) == (0, "none")


def test_what_was_switched_off_meanwhile_is_left_out(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    member = reader()
    told_before(MONDAY_EIGHT_IN_SEOUL, member, "one")
    told_before(MONDAY_EIGHT_IN_SEOUL, member, "two", kind="gap")
    send_at(MONDAY_EIGHT_IN_SEOUL)

    choose_ways(by=member, ways={"pull": Way.OFF})
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    letters = send_at(MONDAY_EIGHT_IN_SEOUL + HOUR)

    assert [letter.subject for letter in letters] == ["1 notice of the committee tracker"]
    assert dict(Notice.objects.values_list("key", "mail")) == {"one": "none", "two": "sent"}


def test_when_all_of_it_was_switched_off_no_mail_comes(settings):
    member = reader()
    told_before(MONDAY_EIGHT_IN_SEOUL, member, "one")
    (digest,) = digests.gather(MONDAY_EIGHT_IN_SEOUL)

    choose_ways(by=member, ways={"pull": Way.PAGE})

    assert send_at(MONDAY_EIGHT_IN_SEOUL) == []
    assert Digest.objects.get(pk=digest.pk).mail == "none"


def test_a_refused_day_is_tried_again(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(), "one")

    send_at(MONDAY_EIGHT_IN_SEOUL)

    digest = Digest.objects.get()
    assert (digest.mail, digest.mail_attempts, Notice.objects.get().mail) == ("waiting", 1, "daily")


def test_a_day_that_is_given_up_says_so_on_the_page(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(), "one")
    digests.gather(MONDAY_EIGHT_IN_SEOUL)
    Digest.objects.update(mail_attempts=mailing.MOST_ATTEMPTS - 1)

    send_at(MONDAY_EIGHT_IN_SEOUL)

    assert (Digest.objects.get().mail, Notice.objects.get().mail) == ("given_up", "given_up")


def test_it_is_in_the_language_of_its_reader():
    told_before(MONDAY_EIGHT_IN_SEOUL, reader(language="ko", name_ko="김서울"), "one")

    (letter,) = send_at(MONDAY_EIGHT_IN_SEOUL)

    assert letter.subject == "통합위원회 이행관리 알림 1건"
    assert "http://127.0.0.1:8000/ko/air/" in letter.body
    assert "http://127.0.0.1:8000/ko/notices/choices/" in letter.body


def test_the_database_keeps_one_mail_a_member_and_day():
    member, day = reader(), datetime.date(2026, 3, 2)
    Digest.objects.create(member=member, day=day)

    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.create(member=member, day=day)
