from django.db.models import QuerySet

from committee.discussions.models import Message
from committee.languages.searched import Searched
from committee.members.models import Member


def _found_by(reader: Member) -> QuerySet[Message]:
    """What was deleted is not found by its words."""
    return Message.objects.visible_to(reader).kept()


SEARCHED = [
    Searched(
        Message,
        texts=("text",),
        is_named_by_words=True,
        related=("project", "author"),
        city="city",
        subcommittee="project__subcommittee",
        visible_to=_found_by,
    ),
]
