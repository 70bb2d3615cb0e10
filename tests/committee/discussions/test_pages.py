import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Message
from committee.search.indexing import build
from tests.factories.city import beijing, seoul
from tests.factories.member import MemberFactory, member_with
from tests.factories.message import MessageFactory
from tests.factories.project import ProjectFactory

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.fixture
def writer(signed_in):
    return signed_in(member_with(Role.CO_LEAD))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_take_the_same_queries_for_any_number_of_messages(rows, writer, django_assert_num_queries):
    project = ProjectFactory()
    for _ in range(rows):
        MessageFactory(project=project).mentioned.add(MemberFactory())
    address = reverse("project_discussion", args=[project.pk])
    writer.get(address)

    with django_assert_num_queries(8):
        writer.get(address)
    with django_assert_num_queries(7):
        writer.get(reverse("latest_messages", args=[project.pk]))
    with django_assert_num_queries(5):
        writer.get("/api/v1/messages/")


def test_the_newest_message_comes_first_and_only_those_of_the_project(writer):
    first = MessageFactory()
    second = MessageFactory(project=first.project, sent_at=first.sent_at + datetime.timedelta(seconds=1))
    MessageFactory()

    page = writer.get(reverse("project_discussion", args=[first.project_id]))

    assert list(page.context["rows"]) == [second, first]


def test_what_is_written_is_shown_as_text_and_in_its_language(writer):
    message = MessageFactory(text_en="", text_ko="<script>alert(1)</script>\n\n@kim <b>굵게</b>")

    page = writer.get(message.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert '<div lang="ko"><p>&lt;script&gt;' in page


def test_a_message_is_sent_without_javascript(writer):
    project, picked = ProjectFactory(), MemberFactory(city=beijing())

    answer = writer.post(
        reverse("message_new", args=[project.pk]),
        {"text": "何时开会？", "language": "zh-hans", "mentioned": [picked.pk]},
    )

    message = Message.objects.get()
    assert (answer.status_code, answer.url) == (302, message.get_absolute_url())
    assert (message.text_zh_hans, list(message.mentioned.all())) == ("何时开会？", [picked])


def test_the_list_to_pick_from_holds_everybody_who_may_see_the_project(writer):
    MemberFactory(is_active=False)
    other = MemberFactory(username="z.other", city=beijing())

    page = writer.get(reverse("message_new", args=[ProjectFactory().pk]))

    assert [member.username for member in page.context["people"]][-1] == other.username
    assert len(page.context["people"]) == 2


def test_what_was_written_and_picked_stays_when_it_is_refused(writer):
    picked = MemberFactory()

    page = writer.post(
        reverse("message_new", args=[ProjectFactory().pk]),
        {"text": "   ", "language": "ko", "mentioned": [picked.pk]},
    )

    assert page.status_code == 422
    assert f'value="{picked.pk}" id="mention-{picked.pk}" checked' in page.content.decode()


def test_people_are_offered_while_a_name_is_typed_beside_those_picked(writer):
    picked, fitting = MemberFactory(username="aaa"), MemberFactory(username="li.ming")
    MemberFactory(username="zzz")

    part = writer.post(
        reverse("people_to_mention", args=[ProjectFactory().pk]),
        {"text": "Ask @li", "mentioned": [picked.pk, "nobody"]},
        headers=PART,
    )

    assert list(part.context["people"]) == [picked, fitting]
    assert part.content.decode().count(" checked") == 1


def test_the_edited_and_the_deleted_say_so(writer):
    project = ProjectFactory()
    later = MessageFactory(project=project).sent_at + datetime.timedelta(hours=1)
    MessageFactory(project=project, edited_at=later)
    MessageFactory(project=project, deleted_at=later, text_en="Never mind")

    page = writer.get(reverse("project_discussion", args=[project.pk])).content.decode()

    assert (page.count("edited 2020-03-02 13:00 KST"), page.count("Deleted by its author")) == (1, 1)
    assert "Never mind" not in page


def test_files_and_the_api_say_nothing_of_what_was_deleted(writer):
    message = MessageFactory(
        text_en="Never mind", deleted_at=datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC)
    )

    file = writer.get(reverse("project_discussion", args=[message.project_id]), {"format": "csv"})
    answer = writer.get(f"/api/v1/messages/{message.pk}/").json()

    assert ("Never mind" in file.content.decode(), answer["text"]) == (False, "")


def test_a_deleted_message_is_not_found(writer):
    message = MessageFactory(text_en="A gathering of the hotline")
    MessageFactory(text_en="A gathering that never was", deleted_at=message.sent_at)
    build()

    found = writer.get(reverse("search"), {"q": "gathering"}).content.decode()

    assert found.count('href="/en/messages/') == 1


def test_htmx_gets_the_panel_of_the_project_alone(writer):
    message = MessageFactory()

    part = writer.get(reverse("latest_messages", args=[message.project_id]), headers=PART).content.decode()

    assert ("<html" in part, message.text_en in part) == (False, True)


def test_what_is_said_of_a_project_inside_one_city_is_found_there_alone(signed_in):
    MessageFactory(project=ProjectFactory(draft_of=seoul()), text_en="A secret gathering")
    build()

    found = [
        (
            "/messages/" in client.get(reverse("search"), {"q": "gathering"}).content.decode(),
            client.get("/api/v1/messages/").json()["count"],
        )
        for client in (signed_in(member_with(Role.CO_LEAD, city)) for city in (seoul(), beijing()))
    ]

    assert found == [(True, 1), (False, 0)]
