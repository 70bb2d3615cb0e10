import pytest
from django.utils.translation import gettext_lazy as _

from committee.models import Notice
from committee.notices.actions import mark_all_read, mark_read, notify
from committee.notices.reasons import as_liaison_officer
from tests.factories.member import MemberFactory
from tests.factories.notice import told

pytestmark = pytest.mark.django_db


def tell(members, *, key="n", kind="pull", subject="s", body=""):
    return notify(
        members=members,
        kind=kind,
        key=key,
        subject=subject,
        body=body,
        address="",
        reason=as_liaison_officer,
    )


def test_a_member_is_told_a_thing_once():
    member, other = MemberFactory(), MemberFactory()
    told(member)

    again = tell([member, other, other], key="the-line-is-down")

    assert [notice.member for notice in again] == [other]
    assert Notice.objects.count() == 2


def test_a_notice_is_kept_in_three_languages():
    tell([MemberFactory()], subject=_("Air quality"), body={"ko": "전화"})

    notice = Notice.objects.get()
    assert (notice.subject_ko, notice.subject_zh_hans, notice.subject_en) == (
        "대기질",
        "空气质量",
        "Air quality",
    )
    assert (notice.body_ko, notice.body_en) == ("전화", "")


def test_who_may_not_sign_in_is_told_nothing():
    told_to = tell([MemberFactory(is_active=False)])

    assert told_to == []


def test_who_has_no_address_gets_no_mail():
    without, having = told(MemberFactory()), told(MemberFactory(email="kim@seoul.example"))

    assert (without.mail, having.mail) == ("none", "waiting")


def test_reading_a_notice_twice_keeps_the_first_time():
    notice = told(MemberFactory())
    mark_read(by=notice.member, notice=notice)
    first = Notice.objects.get().read_at

    mark_read(by=notice.member, notice=notice)

    assert Notice.objects.get().read_at == first


def test_reading_all_leaves_what_others_were_told():
    member, other = MemberFactory(), MemberFactory()
    told(member), told(other)

    assert mark_all_read(by=member) == 1
    assert Notice.objects.unread().get().member == other
