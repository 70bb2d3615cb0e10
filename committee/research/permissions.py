from committee.members.models import Member
from committee.projects.permissions import may_work_on
from committee.research.models import Institute, Researcher, Study


def may_edit_institute(member: Member, institute: Institute) -> bool:
    return may_work_on(member, institute.project)


def may_edit_researcher(member: Member, researcher: Researcher) -> bool:
    return may_edit_institute(member, researcher.institute)


def may_edit_study(member: Member, study: Study) -> bool:
    return may_work_on(member, study.project)
