import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from committee.models import HistoryEntry, MeetingReport, RoundContent
from committee.reports.drafting import return_to_draft
from committee.reports.publication import begin_correction, publish, withdraw
from committee.reports.rules import BegunAlready, NotInThisState, ReasonNeeded
from committee.reviews.actions import answer_comment, approve, comment_on, settle_comment
from committee.reviews.rules import CommentsOpen, ContentChanged, NoSuchSection, SettledAlready
from tests.factories.city import beijing, seoul
from tests.factories.meeting_report import (
    KEY,
    again,
    approved_for,
    approved_report,
    comment_of,
    frozen_round,
    published_report,
    ready_editions,
    report_in_review,
    secretary_of,
    withdrawn_report,
)
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db

State = MeetingReport.State


def test_it_is_approved_once_both_cities_have_approved():
    report = report_in_review()

    first = approved_for(seoul(), report)
    last = approved_for(beijing(), report)

    assert (first.state, last.state) == (State.REVIEW, State.APPROVED)
    assert last.approved_sha256 == report.latest.sha256


def test_nobody_approves_for_the_other_city_or_twice_for_one():
    report = report_in_review()
    approved_for(seoul(), report)

    with pytest.raises(PermissionDenied):
        approved_for(seoul(), report)


def test_only_a_secretariat_approves():
    report = report_in_review()

    with pytest.raises(PermissionDenied):
        approve(by=member_with(Role.CO_LEAD), report=report, seen=report.latest.sha256)


def test_what_was_read_is_approved_and_nothing_else():
    report = report_in_review()

    with pytest.raises(ContentChanged):
        approve(by=secretary_of(seoul()), report=report, seen="another")


def test_a_content_that_was_tampered_with_is_not_approved():
    report = report_in_review()
    RoundContent.objects.filter(language="ko").update(text="{}")

    with pytest.raises(ContentChanged):
        approved_for(seoul(), report)


def test_a_new_round_asks_both_cities_again():
    report = approved_report()
    return_to_draft(by=secretary_of(seoul()), report=report, reason="May is missing.")
    frozen_round(report, number=2, text="Cleaner air in May.")
    MeetingReport.objects.update(state=State.REVIEW)

    second = approved_for(seoul(), report)

    assert (second.state, second.approved_sha256) == (State.REVIEW, "")


def test_an_open_comment_is_in_the_way_of_an_approval_until_it_is_settled():
    report = report_in_review()
    comment = comment_of(beijing(), report)
    with pytest.raises(CommentsOpen):
        approved_for(seoul(), report)

    settle_comment(by=comment.by, comment=comment)

    assert approved_for(seoul(), report).approved_sha256 == ""


def test_no_city_settles_what_the_other_one_asks():
    comment = comment_of(beijing(), report_in_review())

    with pytest.raises(PermissionDenied):
        settle_comment(by=secretary_of(seoul()), comment=comment)


def test_a_comment_is_answered_by_the_other_city_and_its_author_is_told():
    comment = comment_of(beijing(), report_in_review())

    answer_comment(by=secretary_of(seoul()), comment=comment, text="It is on page 3.")

    assert comment.by.notices.get().subject_en.startswith("Your comment was answered: ")
    assert comment.is_open


def test_what_is_settled_is_answered_no_more():
    comment = comment_of(beijing(), report_in_review())
    settle_comment(by=comment.by, comment=comment)

    with pytest.raises(SettledAlready):
        answer_comment(by=secretary_of(seoul()), comment=comment, text="It is on page 3.")


def test_a_comment_is_on_a_section_of_what_is_in_review():
    with pytest.raises(NoSuchSection):
        comment_on(by=secretary_of(seoul()), report=report_in_review(), section="nowhere", text="May?")


def test_a_draft_is_not_commented_on():
    report = report_in_review()
    return_to_draft(by=secretary_of(seoul()), report=report, reason="May is missing.")

    with pytest.raises(NotInThisState):
        comment_on(by=secretary_of(seoul()), report=report, section=KEY, text="May?")


def test_published_it_is_laid_open_in_all_languages_with_identifiers():
    report = published_report()

    editions = report.meeting.editions.order_by("pk")
    assert report.state == State.PUBLISHED
    identifiers = [f"{report.pk}-{code}" for code in ("ko", "zh-hans", "en", "zh-ko")]
    assert [each.identifier for each in editions] == identifiers


def test_its_history_says_that_it_was_published():
    report = published_report()

    latest = HistoryEntry.objects.about(report).filter(record_id=report.pk)[0]

    assert latest.get_verb_display() == "published"


def test_nothing_is_laid_open_before_every_edition_is_ready():
    report = publish(by=secretary_of(seoul()), report=approved_report())

    assert (report.state, report.published_at) == (State.PUBLISHING, None)
    assert [(each.state, each.identifier) for each in report.meeting.editions.all()] == [("queued", "")] * 4


def test_only_what_both_cities_approved_is_published():
    with pytest.raises(NotInThisState):
        publish(by=secretary_of(seoul()), report=report_in_review())


def test_a_publication_can_still_be_taken_back_to_draft_while_it_is_built():
    report = publish(by=secretary_of(seoul()), report=approved_report())

    draft = return_to_draft(by=secretary_of(beijing()), report=report, reason="A wrong table.")

    assert (draft.state, draft.published_by, draft.approved_sha256) == (State.DRAFT, None, "")


def test_a_withdrawal_has_a_reason():
    with pytest.raises(ReasonNeeded):
        withdraw(by=secretary_of(seoul()), report=published_report(), reason=" ")


def test_a_correction_takes_the_place_of_the_report_once_it_is_published():
    report = published_report()
    correction = begin_correction(by=secretary_of(seoul()), report=report, correction="The table of May.")
    before = again(report).state
    MeetingReport.objects.filter(pk=correction.pk).update(
        state=State.APPROVED, approved_sha256=frozen_round(correction).sha256
    )
    ready_editions(again(correction))

    publish(by=secretary_of(seoul()), report=correction)

    assert (before, again(report).state, again(correction).state) == (
        State.PUBLISHED,
        State.CORRECTED,
        State.PUBLISHED,
    )


def test_a_withdrawn_report_keeps_its_state_when_it_is_corrected():
    report = withdrawn_report()

    correction = begin_correction(by=secretary_of(seoul()), report=report, correction="The table of May.")

    assert (again(report).state, correction.number, correction.corrects) == (State.WITHDRAWN, 2, report)


def test_a_report_is_corrected_by_one():
    report = published_report()
    begin_correction(by=secretary_of(seoul()), report=report, correction="The table of May.")

    with pytest.raises(BegunAlready):
        begin_correction(by=secretary_of(seoul()), report=report, correction="The table of June.")
