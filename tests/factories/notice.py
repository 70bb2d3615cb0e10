from committee.members.models import Member
from committee.models import Notice
from committee.notices.actions import notify
from committee.notices.reasons import as_liaison_officer


def told(
    member: Member, key: str = "the-line-is-down", subject: str = "The line is down", kind: str = "pull"
) -> Notice:
    """Tell a member something and return the notice."""
    notify(
        members=[member],
        kind=kind,
        key=key,
        subject=subject,
        body="Please call.",
        address="air/",
        reason=as_liaison_officer,
    )
    return Notice.objects.get(member=member, key=key)
