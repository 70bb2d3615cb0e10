import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from committee.discussions.actions import delete_message, edit_message, send_message
from committee.discussions.rules import NothingSaid
from committee.members.models import Role
from committee.models import HistoryEntry, Member, Message, Notice, NoticeChoice
from tests.factories.city import beijing
from tests.factories.member import MemberFactory, member_with
from tests.factories.message import MessageFactory
from tests.factories.project import ProjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> Member:
    return member_with(Role.CO_LEAD)


@pytest.fixture
def reader() -> Member:
    return MemberFactory(username="li.ming", city=beijing(), name_zh_hans="李明")


def said(author: Member, text: str = "When do we meet?", **fields: object) -> Message:
    return send_message(by=author, project=ProjectFactory(), text=text, **{"language": "en", **fields})


def test_a_message_is_in_the_language_of_its_author(author):
    message = said(author, "언제 만날까요?", language="ko")

    assert (message.text_ko, message.text_zh_hans, message.text_en) == ("언제 만날까요?", "", "")
    assert (message.author, message.city, message.language) == (author, author.city, "ko")


def test_an_observer_says_nothing():
    with pytest.raises(PermissionDenied):
        said(member_with(Role.OBSERVER))


def test_blanks_are_no_message(author):
    with pytest.raises(NothingSaid):
        said(author, " \n ")


def test_who_is_picked_and_who_is_named_are_mentioned_and_told_once(author, reader):
    other = MemberFactory()

    message = said(author, "@li.ming, @li.ming. See @nobody", mentioned=[other, reader])

    assert set(message.mentioned.all()) == {reader, other}
    notice = Notice.objects.get(member=reader)
    assert notice.kind == "mention"
    assert notice.subject_en == f"{author} mentioned you: {message.project}"
    assert notice.reason_en == f"You are told this because {author} mentioned you."
    assert notice.address == f"messages/{message.pk}/"


def test_who_writes_is_not_told_of_the_own_message(author):
    said(author, f"I am @{author.username}")

    assert not Notice.objects.exists()


def test_who_may_not_sign_in_is_not_mentioned(author):
    gone = MemberFactory(is_active=False)

    message = said(author, f"@{gone.username}", mentioned=[gone])

    assert not message.mentioned.exists()


def test_who_has_switched_mentions_off_is_not_told(author, reader):
    NoticeChoice.objects.create(member=reader, kind="mention", way="off")

    message = said(author, "@li.ming")

    assert list(message.mentioned.all()) == [reader]
    assert not Notice.objects.exists()


def test_a_changed_message_says_so_and_keeps_what_it_said_before(author):
    message = edit_message(by=author, message=said(author), text="When and where?", language="en")

    assert message.edited_at is not None
    entry = HistoryEntry.objects.of(message).first()
    assert entry.changes["text_en"] == ["When do we meet?", "When and where?"]


def test_saving_the_same_text_is_no_change(author):
    message = edit_message(by=author, message=said(author), text="When do we meet?", language="en")

    assert (message.edited_at, message.version) == (None, 1)


def test_who_is_mentioned_by_a_change_is_told_and_who_was_before_is_not_told_again(author, reader):
    message = said(author, "@li.ming")
    other = MemberFactory()

    edit_message(by=author, message=message, text=f"@li.ming and @{other.username}", language="en")

    assert sorted(Notice.objects.values_list("member", flat=True)) == sorted([reader.pk, other.pk])


def test_a_deleted_message_leaves_a_mark_and_its_history(author):
    message = delete_message(by=author, message=said(author))

    assert (message.words, message.deleted_at is not None) == ("", True)
    assert list(HistoryEntry.objects.of(message).values_list("verb", flat=True)) == ["changed", "created"]


def test_nobody_else_changes_or_deletes_a_message_nor_the_author_a_deleted_one(author, secretary):
    message = said(author)

    with pytest.raises(PermissionDenied):
        edit_message(by=secretary, message=message, text="No", language="en")
    with pytest.raises(PermissionDenied):
        delete_message(by=secretary, message=message)
    delete_message(by=author, message=message)
    with pytest.raises(PermissionDenied):
        edit_message(by=author, message=message, text="No", language="en")


@pytest.mark.parametrize("mark", ["edited_at", "deleted_at"])
def test_no_mark_is_older_than_the_message(mark):
    message = MessageFactory()
    before = {mark: message.sent_at - datetime.timedelta(seconds=1)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(**before)


def test_nobody_of_the_other_city_is_mentioned_or_told_while_a_project_is_inside_one_city(author, reader):
    project = ProjectFactory(draft_of=author.city)

    message = send_message(by=author, project=project, text="@li.ming", language="en", mentioned=[reader])

    assert (message.mentioned.count(), Notice.objects.count()) == (0, 0)


def test_the_other_city_says_nothing_about_what_it_does_not_see(author):
    project = ProjectFactory(draft_of=author.city)

    with pytest.raises(PermissionDenied):
        send_message(by=member_with(Role.CO_LEAD, beijing()), project=project, text="Well", language="en")
