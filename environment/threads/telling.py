"""Tells liaison officers what was said in a thread, and reminds them of what they did not acknowledge."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_liaison_officer
from environment.threads.models import Reminder, ThreadMessage

Kind = ThreadMessage.Kind


def tell_sent(message: ThreadMessage) -> None:
    """Tell the officers of the cities other than the author's; of the system's messages, of all cities."""
    cities = City.objects.other_than(message.city) if message.city else City.objects.all()
    _tell(message, "sent", [officer for city in cities for officer in officers_of(city)])


def tell_again(reminder: Reminder, officers: Iterable[Member]) -> None:
    _tell(reminder.acknowledgement.message, f"reminder-{reminder.pk}", officers, is_reminder=True)


def officers_of(city: City) -> list[Member]:
    """Return who holds the post of liaison officer of a city today."""
    members = Member.objects.filter(city=city, is_active=True, posts__role=Role.LIAISON).distinct()
    return [member for member in members.select_related("city") if member.holds(Role.LIAISON)]


def _tell(
    message: ThreadMessage, event: str, officers: Iterable[Member], *, is_reminder: bool = False
) -> None:
    def subject() -> str:
        title = str(message.thread.title)
        if is_reminder:
            return _("Not acknowledged yet: %(title)s") % {"title": title}
        return title if message.author is None else _subject_of(message, title)

    notify(
        members=officers,
        kind="alert",
        key=f"thread-message-{message.pk}-{event}",
        subject=subject,
        body=lambda: message.words.plain,
        address=f"air/threads/{message.thread_id}/",
        reason=as_liaison_officer,
    )


def _subject_of(message: ThreadMessage, title: str) -> str:
    words = {
        Kind.MESSAGE: _("Message from %(city)s: %(title)s"),
        Kind.MEASURE: _("Measure of %(city)s: %(title)s"),
        Kind.CLOSING: _("Closed by %(city)s: %(title)s"),
    }
    return words[Kind(message.kind)] % {"city": message.city, "title": title}
