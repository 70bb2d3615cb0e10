"""What the files of the subcommittees and of the posts hold."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.members.models import Post
from committee.pages.columns import Column, columns_of
from committee.subcommittees.models import Subcommittee

SUBCOMMITTEE_COLUMNS = columns_of(
    Subcommittee,
    *columns("name"),
    "code",
    Column(_("Open commitments"), attrgetter("open_commitments")),
    Column(_("Projects"), attrgetter("all_projects")),
)
POST_COLUMNS = columns_of(
    Post, "role", "standing", "subcommittee", "city", "member", "held_from", "held_until"
)
