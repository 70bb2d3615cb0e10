from committee.members.models import Member
from committee.models import Notice
from committee.notices.actions import notify


def told(member: Member, key: str = "the-line-is-down", subject: str = "The line is down") -> Notice:
    """Tell a member something and return the notice."""
    notify(members=[member], key=key, subject=subject, body="Please call.", address="air/")
    return Notice.objects.get(member=member, key=key)
