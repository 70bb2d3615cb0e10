import pytest

from committee.models import Notice
from tests.factories.member import MemberFactory
from tests.factories.notice import told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_number_of_queries(client, django_assert_num_queries, count):
    member = MemberFactory()
    for number in range(count):
        told(member, key=str(number))
    client.force_login(member)

    with django_assert_num_queries(5):
        page = client.get("/en/notices/").content.decode()

    assert page.count("The line is down") == count


def test_the_header_counts_what_is_unread(client):
    member = MemberFactory()
    told(member, "one"), told(member, "two"), told(MemberFactory(), "three")
    client.force_login(member)

    assert ">2 unread notices<" in client.get("/en/meetings/").content.decode()


def test_opening_a_notice_leads_to_what_it_is_about_and_marks_it_read(client):
    notice = told(MemberFactory())
    client.force_login(notice.member)

    answer = client.post(f"/ko/notices/{notice.pk}/")

    assert (answer.status_code, answer["Location"]) == (302, "/ko/air/")
    assert Notice.objects.unread().count() == 0


def test_what_others_were_told_is_not_shown(client):
    told(MemberFactory())
    client.force_login(MemberFactory())

    assert "The line is down" not in client.get("/en/notices/").content.decode()


def test_a_member_who_was_told_something_can_still_be_deleted(client):
    member = told(MemberFactory()).member

    member.delete()

    assert Notice.objects.count() == 0
