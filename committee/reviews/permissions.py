from django.utils import timezone

from committee.members.models import Member, MemberQuerySet, Role
from committee.members.permissions import is_secretariat
from committee.reports.meeting_report import WORKING_ROLES, MeetingReport
from committee.reports.permissions import may_work_on_reports
from committee.reviews.models import CityApproval, ReviewComment

State = MeetingReport.State


def works_on_review(member: Member) -> bool:
    """Whoever works on the cooperation, in either city, reads what is in review and comments on it."""
    return member.holds(*WORKING_ROLES)


def readers_of(report: MeetingReport) -> MemberQuerySet:
    """Who may read what is in review, by the clock of the host, and so may be mentioned in comments on it."""
    today = timezone.localdate(timezone=report.meeting.host.zone)
    readers: MemberQuerySet = Member.objects.holding_one_of(WORKING_ROLES, today)
    return readers


def may_comment(member: Member, report: MeetingReport) -> bool:
    return report.state == State.REVIEW and works_on_review(member)


def may_answer(member: Member, comment: ReviewComment) -> bool:
    """An answer may also tell what was changed in a draft before the next round."""
    return comment.is_open and comment.report.is_at_work and works_on_review(member)


def settles(member: Member, comment: ReviewComment) -> bool:
    """Whoever made it, and the secretariat of that city: no city settles what the other one asks."""
    return comment.by_id == member.pk or (is_secretariat(member) and comment.by.city_id == member.city_id)


def may_settle(member: Member, comment: ReviewComment) -> bool:
    return comment.is_open and comment.report.is_at_work and settles(member, comment)


def approves_for(member: Member, report: MeetingReport) -> bool:
    """Approval is the secretariats': one's own city's, and once a round."""
    if report.state != State.REVIEW or not member.holds(Role.SECRETARIAT):
        return False
    return not CityApproval.objects.filter(round=report.latest_frozen, city=member.city_id).exists()


def may_publish(member: Member, report: MeetingReport) -> bool:
    """Either secretariat, once both have approved."""
    return report.state == State.APPROVED and may_work_on_reports(member)


def may_withdraw(member: Member, report: MeetingReport) -> bool:
    return report.state == State.PUBLISHED and may_work_on_reports(member)


def may_correct(member: Member, report: MeetingReport) -> bool:
    """What was published or withdrawn is corrected once; after that the correction is."""
    is_last = not hasattr(report, "corrected_by")
    return report.state in (State.PUBLISHED, State.WITHDRAWN) and is_last and may_work_on_reports(member)
