"""The next steps of a meeting's preparation that are a member's to do."""

from committee.checklists.models import ChecklistStep
from committee.members.models import Member

SHOWN = 8


def waiting_for(member: Member, most: int = SHOWN) -> list[ChecklistStep]:
    roles = [post.role for post in member.posts_now]
    own = ChecklistStep.objects.open().of_posts(member.city_id, roles).filter(due_on__isnull=False)
    return list(own.select_related("meeting__subcommittee").order_by("due_on", "pk")[:most])
