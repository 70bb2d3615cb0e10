from committee.discussions.models import Message
from committee.members.models import Member, MemberQuerySet, Role
from committee.projects.models import Project
from committee.projects.permissions import is_in_sight

AT_WORK = [role for role in Role if role != Role.OBSERVER]


def readers_of(project: Project) -> MemberQuerySet:
    """Who may see the project, and so may be mentioned in what is said of it."""
    readers: MemberQuerySet = Member.objects.filter(is_active=True)
    return readers.filter(city=project.draft_of_id) if project.draft_of_id else readers


def may_write_about(member: Member, project: Project) -> bool:
    """Whoever works on the cooperation; an observer reads."""
    return is_in_sight(member, project) and member.holds(*AT_WORK)


def may_edit_message(member: Member, message: Message) -> bool:
    """Nobody but the author puts words into the author's mouth, or takes them back."""
    is_own = message.author_id == member.pk and message.deleted_at is None
    return is_own and is_in_sight(member, message.project)
