"""The report to the third meeting is published, that to the fourth in review with two comments; all invented.

The worker builds the editions: until it has done so the third report is “being published”.
"""

from committee.demonstration.between_meetings import NEXT_GENERAL_MEETING
from committee.demonstration.story import BEIJING, SEOUL
from committee.meetings.models import GeneralMeeting
from committee.members.models import Member
from committee.reports.drafting import create_report, send_to_review, waive_translations
from committee.reports.freezing import freeze
from committee.reports.meeting_report import MeetingReport
from committee.reports.publication import publish
from committee.reports.rounds import ReportRound
from committee.reviews.actions import answer_comment, approve, comment_on, settle_comment
from committee.reviews.models import CommentAnswer, ReviewComment
from committee.reviews.sections import sections_of

LAST_MEETING = 3
REASON = "고유 명칭과 원문은 그대로 둡니다."
ASKED = "请确认本章数字是否截至会议前一日。"
ANSWERED = "네, 회의 전날까지 양 시가 확인한 보고만 집계하였습니다."
REMARKED = "표의 순서를 개최 도시 먼저로 맞추어 주십시오."


def review_reports() -> None:
    """Take the reports on their way; called when the air is there as well, for they speak of it."""
    seoul, beijing = (Member.objects.get(username=f"secretariat.{city}") for city in (SEOUL, BEIJING))
    last = _in_review(LAST_MEETING, seoul)
    for member in (seoul, beijing):
        last = approve(by=member, report=last, seen=_round_of(last).sha256)
    publish(by=seoul, report=last)
    _comment(_in_review(NEXT_GENERAL_MEETING, seoul), seoul, beijing)


def _in_review(ordinal: int, by: Member) -> MeetingReport:
    report = create_report(by=by, meeting=GeneralMeeting.objects.get(ordinal=ordinal))
    begun = send_to_review(by=by, report=report)
    freeze(begun.pk)
    begun.refresh_from_db()
    if wanting := {problem["language"]: None for problem in begun.problems if problem["key"]}:
        for language in wanting:
            waive_translations(by=by, report=report, language=language, reason=REASON)
        begun = send_to_review(by=by, report=report)
        freeze(begun.pk)
        begun.refresh_from_db()
    assert begun.state == ReportRound.State.FROZEN, begun.failure or begun.problems
    MeetingReport.objects.filter(pk=report.pk).update(is_illustrative=True)
    return MeetingReport.objects.get(pk=report.pk)


def _comment(report: MeetingReport, seoul: Member, beijing: Member) -> None:
    first, second, *_rest = sections_of(_round_of(report), seoul.language)
    asked = comment_on(by=beijing, report=report, section=first.key, text=ASKED, mentioned=[seoul])
    answer_comment(by=seoul, comment=asked, text=ANSWERED)
    remarked = comment_on(by=seoul, report=report, section=second.key, text=REMARKED)
    settle_comment(by=seoul, comment=remarked)
    ReviewComment.objects.filter(report=report).update(is_illustrative=True)
    CommentAnswer.objects.filter(comment__report=report).update(is_illustrative=True)


def _round_of(report: MeetingReport) -> ReportRound:
    return report.rounds.latest("number")
