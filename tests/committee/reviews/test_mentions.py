import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import ReviewComment
from committee.reviews.actions import answer_comment, comment_on
from tests.factories.city import beijing, seoul
from tests.factories.meeting_report import KEY, comment_of, report_in_review, secretary_of
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


def test_who_is_mentioned_in_a_comment_is_told_why_and_where():
    lead, writer = member_with(Role.CO_LEAD, beijing()), secretary_of(seoul())

    comment = comment_on(
        by=writer, report=report_in_review(), section=KEY, text=f"@{lead.username}, is May missing?"
    )

    notice = lead.notices.get()
    assert list(comment.mentioned.all()) == [lead]
    assert (notice.kind, notice.address) == ("mention", f"report-comments/{comment.pk}/")
    assert notice.subject_en == f"{writer} mentioned you: {comment.report}"
    assert notice.reason_en == f"You are told this because {writer} mentioned you."


def test_a_secretariat_that_is_mentioned_is_told_once():
    report, other = report_in_review(), secretary_of(beijing())

    comment_on(by=secretary_of(seoul()), report=report, section=KEY, text="May?", mentioned=[other])

    assert [notice.kind for notice in other.notices.all()] == ["mention"]


def test_a_secretariat_that_is_told_of_a_comment_is_led_to_it():
    report, other = report_in_review(), secretary_of(beijing())

    comment = comment_on(by=secretary_of(seoul()), report=report, section=KEY, text="May?")

    assert other.notices.get().address == f"report-comments/{comment.pk}/"


def test_who_does_not_see_a_review_is_not_mentioned_in_it():
    observer = member_with(Role.OBSERVER, beijing())

    comment = comment_on(
        by=secretary_of(seoul()),
        report=report_in_review(),
        section=KEY,
        text=f"@{observer.username}",
        mentioned=[observer],
    )

    assert (comment.mentioned.count(), observer.notices.count()) == (0, 0)


def test_who_is_mentioned_in_an_answer_is_told_as_well_and_the_author_of_the_comment_once():
    comment = comment_of(beijing(), report_in_review())
    lead = member_with(Role.CO_LEAD, beijing())

    answer_comment(
        by=secretary_of(seoul()), comment=comment, text=f"@{lead.username}", mentioned=[comment.by]
    )

    assert lead.notices.get().address == f"report-comments/{comment.pk}/"
    assert [notice.kind for notice in comment.by.notices.all()] == ["mention"]


def test_people_are_picked_beside_a_comment_and_named_below_it(secretary, signed_in):
    lead = member_with(Role.CO_LEAD, beijing())
    page = reverse("report_section", args=[report_in_review().pk, KEY])

    answer = signed_in(secretary).post(page, {"text": "May?", "mentioned": [lead.pk]}, follow=True)

    assert list(ReviewComment.objects.get().mentioned.all()) == [lead]
    assert answer.content.decode().count(f"Mentioned: {lead.name}") == 1


def test_an_answer_refused_for_a_stale_pick_keeps_its_text_and_says_why(secretary, signed_in):
    comment, gone = comment_of(beijing(), report_in_review()), member_with(Role.CO_LEAD, beijing())
    gone.posts.all().delete()
    sent = {"text": "On page 3.", "mentioned": [gone.pk, comment.by.pk]}

    answer = signed_in(secretary).post(reverse("comment_answer", args=[comment.pk]), sent)

    page = answer.content.decode()
    assert (answer.status_code, page.count(">On page 3.</textarea>")) == (422, 1)
    assert page.count(f"{gone.pk} is not one of the available choices.") == 1
    assert page.count(f'id="mention-{comment.by.pk}-{comment.pk}" checked') == 1


def test_people_are_offered_in_the_form_in_which_a_name_is_begun(secretary, signed_in):
    lead = member_with(Role.CO_LEAD, beijing())
    address = reverse("report_people", args=[report_in_review().pk])

    offer = signed_in(secretary).post(f"{address}?answered=7", {"text": f"@{lead.username}"})

    assert offer.content.decode().count(f'id="mention-{lead.pk}-7"') == 1
    assert offer.content.decode().count('id="people-7"') == 1


@pytest.mark.parametrize("picked", ["²", "nobody"])
def test_a_pick_that_names_nobody_is_left_out_of_what_is_offered(picked, secretary, signed_in):
    lead = member_with(Role.CO_LEAD, beijing())
    sent = {"text": f"@{lead.username}", "mentioned": [picked]}

    offer = signed_in(secretary).post(reverse("report_people", args=[report_in_review().pk]), sent)

    assert (offer.status_code, offer.content.decode().count('name="mentioned"')) == (200, 1)


@pytest.mark.parametrize("picked", ["²", "nobody"])
def test_a_pick_that_names_nobody_is_refused_with_the_comment(picked, secretary, signed_in):
    page = reverse("report_section", args=[report_in_review().pk, KEY])

    answer = signed_in(secretary).post(page, {"text": "May?", "mentioned": [picked]})

    assert answer.status_code == 422


@pytest.mark.parametrize("comments", [1, 3])
def test_a_section_asks_the_same_number_of_queries_whatever_was_said(
    comments, secretary, signed_in, django_assert_num_queries
):
    report, lead, client = report_in_review(), member_with(Role.CO_LEAD, beijing()), signed_in(secretary)
    for _number in range(comments):
        comment = comment_on(by=lead, report=report, section=KEY, text="May?", mentioned=[secretary])
        answer_comment(by=secretary, comment=comment, text="On page 3.", mentioned=[lead])

    with django_assert_num_queries(12):
        client.get(reverse("report_section", args=[report.pk, KEY]))
