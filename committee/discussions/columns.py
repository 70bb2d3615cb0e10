"""What the file of a discussion holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.discussions.models import Message
from committee.pages.columns import Column, columns_of


def _mentioned(message: Message) -> str:
    return "; ".join(str(member) for member in message.mentioned.all())


MESSAGE_COLUMNS = columns_of(
    Message,
    "project",
    "author",
    "city",
    "sent_at",
    "edited_at",
    "deleted_at",
    Column(_("text"), attrgetter("words")),
    Column(_("mentioned"), _mentioned),
)
