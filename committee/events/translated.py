"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.events.models import Event
from committee.events.permissions import may_keep_events
from committee.members.models import Member
from committee.translations.texts import Translated


def may_ask_for_event(member: Member, event: Event) -> bool:
    return may_keep_events(member, event.project)


TRANSLATED = [Translated(Event, ("title", "place", "programme", "outcome"), may_ask=may_ask_for_event)]
