from committee.members.models import Member
from committee.members.permissions import is_secretariat
from committee.reports.meeting_report import MeetingReport

State = MeetingReport.State


def may_build(member: Member) -> bool:
    """Either secretariat may have a report built, and built again when it failed."""
    return is_secretariat(member)


def may_work_on_reports(member: Member) -> bool:
    """Either secretariat begins the report, sends it to review and takes it back from there."""
    return is_secretariat(member)


def may_send_to_review(member: Member, report: MeetingReport) -> bool:
    is_free = report.latest is None or not report.latest.is_under_way
    return report.is_draft and is_free and may_work_on_reports(member)


def may_stop_gathering(member: Member, report: MeetingReport) -> bool:
    is_gathered = report.latest is not None and report.latest.is_under_way
    return report.is_draft and is_gathered and may_work_on_reports(member)


def may_return_to_draft(member: Member, report: MeetingReport) -> bool:
    at_review = (State.REVIEW, State.APPROVED, State.PUBLISHING)
    return report.state in at_review and may_work_on_reports(member)


def may_delete_report(member: Member, report: MeetingReport) -> bool:
    """What the other city has read stays."""
    return report.is_draft and report.latest_frozen is None and may_work_on_reports(member)
