"""What the file of the members holds."""

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.columns import Column, columns_of


def _posts(member: Member) -> str:
    return "; ".join(str(post) for post in member.posts.all())


MEMBER_COLUMNS = columns_of(Member, *columns("name"), "city", Column(_("Posts"), _posts), "is_active")
