import pytest
from django.urls import reverse

from committee.reports.drafting import return_to_draft
from committee.reports.publication import begin_correction
from committee.reviews.actions import settle_comment
from tests.factories.city import beijing, seoul
from tests.factories.meeting_report import (
    KEY,
    MeetingReportFactory,
    approved_for,
    comment_of,
    frozen_round,
    refused_report,
    report_in_review,
    secretary_of,
    withdrawn_report,
)


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def page_of(client, report) -> str:
    return client.get(report.get_absolute_url()).content.decode()


def test_a_draft_says_whose_turn_it_is_and_offers_the_review(client):
    page = page_of(client, MeetingReportFactory())

    assert page.count("It is the turn of the secretariats") == 1
    assert page.count(">Send to review<") == 1


def test_what_stands_in_the_way_is_listed_with_the_waiver(client):
    report = refused_report()

    page = page_of(client, report)

    assert page.count("Hotline: Title") == 1
    assert page.count(reverse("meeting_report_waive", args=[report.pk, "en"])) == 1


def test_each_city_is_named_that_has_not_approved(client):
    report = report_in_review()
    before = page_of(client, report)

    approved_for(seoul(), report)

    assert before.count("It is the turn of Seoul and Beijing") == 1
    assert page_of(client, report).count("It is the turn of Beijing:") == 1


def test_nobody_is_offered_an_approval_over_an_open_comment(client):
    report = report_in_review()
    comment_of(beijing(), report)

    page = page_of(client, report)

    assert page.count("Approve for Seoul") == 0
    assert page.count("1 comment, 1 open") == 1


def test_a_section_stands_beside_its_comments(client):
    report = report_in_review()
    comment = comment_of(beijing(), report)

    page = client.get(reverse("report_section", args=[report.pk, KEY])).content.decode()

    assert page.count("Cleaner air.") == 1
    assert page.count("The figure of May is missing.") == 1
    assert page.count(reverse("comment_answer", args=[comment.pk])) == 1
    assert page.count(reverse("comment_settle", args=[comment.pk])) == 0


def test_a_comment_on_a_section_that_the_next_round_has_no_more_can_be_settled(client):
    report = report_in_review()
    comment = comment_of(seoul(), report)
    frozen_round(report, number=2, key="committee.other")

    listed = page_of(client, report)
    address = reverse("report_section", args=[report.pk, KEY])
    page = client.get(address).content.decode()
    settled = client.post(reverse("comment_settle", args=[comment.pk]))

    assert listed.count(f'href="{address}"') == 1
    assert listed.count("no longer part of the report") == 1
    assert (
        page.count("This section is no longer part of the report. It stands here as it was in round 1.") == 1
    )
    assert (page.count("Your comment"), settled.status_code) == (0, 302)
    assert list(report.comments.open()) == []


def test_sections_bear_the_numbers_they_are_printed_with(client):
    report = report_in_review()

    pages = [page_of(client, report), client.get(reverse("report_section", args=[report.pk, KEY]))]

    assert pages[0].count(">1 Air quality</a>") == 1
    assert pages[1].content.decode().count("<h1>1 Air quality</h1>") == 1


def test_what_changed_from_round_to_round_is_said_in_words(client):
    report = report_in_review()
    frozen_round(report, number=2, text="Cleaner air in May.")

    page = client.get(reverse("report_changes", args=[report.pk, 2])).content.decode()

    assert page.count("Cleaner air in May. (before: Cleaner air.)") == 1


def test_a_withdrawn_report_says_so_on_its_page_and_on_that_of_each_file(client):
    report = withdrawn_report()
    edition = report.meeting.editions.first()

    pages = [page_of(client, each) for each in (report, edition)]

    assert [page.count("A table was wrong.") >= 1 for page in pages] == [True, True]


def test_reports_are_listed_with_why_they_were_withdrawn_and_what_they_correct(client):
    report = withdrawn_report()
    begin_correction(by=secretary_of(beijing()), report=report, correction="The table of May.")

    pages = [
        client.get(reverse("report_list")),
        client.get(reverse("report_meeting", args=[report.meeting_id])),
    ]

    for page in (each.content.decode() for each in pages):
        assert page.count("Withdrawn for this reason: A table was wrong.") == 1
        assert page.count("What it corrects: The table of May.") == 1


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_page_asks_the_same_number_of_queries_whatever_the_rounds(
    client, rounds, django_assert_num_queries
):
    report = report_in_review()
    for number in range(2, rounds + 1):
        frozen_round(report, number=number)

    with django_assert_num_queries(16):
        page_of(client, report)


def test_a_report_waits_for_a_city_until_it_has_approved_the_latest_round(client):
    report = report_in_review()
    shown = [waiting_reports(client)]
    approved_for(seoul(), report)
    shown.append(waiting_reports(client))
    frozen_round(report, number=2, text="Cleaner air in May.")

    shown.append(waiting_reports(client))

    assert shown == [[report], [], [report]]


def test_what_was_written_when_a_comment_was_settled_is_kept_with_the_reason(client):
    comment = comment_of(beijing(), report_in_review())
    settle_comment(by=comment.by, comment=comment)

    page = client.post(reverse("comment_answer", args=[comment.pk]), {"text": "On page 3."}).content.decode()

    assert page.count("This comment is settled already.") == 1
    assert page.count(">On page 3.</textarea>") == 1


def test_what_was_written_when_a_report_left_the_review_is_kept_with_the_reason(client, secretary):
    report = return_to_draft(by=secretary, report=report_in_review(), reason="May is missing.")

    answer = client.post(reverse("report_section", args=[report.pk, KEY]), {"text": "And June?"})

    page = answer.content.decode()
    assert (answer.status_code, page.count(">And June?</textarea>")) == (422, 1)
    assert page.count('<div class="alert alert-danger" role="alert">') == 1


def waiting_reports(client) -> list:
    return list(client.get(reverse("meeting_reports_waiting")).context["waiting"])
