"""What members do with their own calendar."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.calendar.models import CalendarFeed
from committee.calendar.permissions import may_follow
from committee.history.actions import keep_changes, lock, note
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.pages.permissions import require

TOKEN_BYTES = 32


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make_feed(*, by: Member) -> str:
    """Return the token of a new secret address; the member's earlier address ends with it."""
    require(may_follow(by))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    made = {"token_sha256": fingerprint(token), "made_at": timezone.now()}
    CalendarFeed.objects.update_or_create(member=by, defaults=made)
    _note(by, _("A calendar address was made."))
    return token


@transaction.atomic
def end_feed(*, by: Member) -> None:
    """End the member's secret address, if there is one."""
    ended, _by_kind = CalendarFeed.objects.filter(member=by).delete()
    if ended:
        _note(by, _("The calendar address was ended."))


def open_feed() -> CalendarFeed:
    """Return the open calendar in the language that is spoken now."""
    feed, _is_new = CalendarFeed.objects.get_or_create(
        language=get_language(), defaults={"made_at": timezone.now()}
    )
    return feed


def choose_calendar(*, by: Member, time_zone: str, has_holidays_in_feed: bool) -> Member:
    """Keep in which time zone the member reads the calendar, and whether programmes are given holidays.

    Args:
        time_zone: '' is that of the member's city.

    Raises:
        ValidationError: when there is no such zone.
    """
    chosen = {"time_zone": time_zone, "has_holidays_in_feed": has_holidays_in_feed}
    return keep_changes(by=by, record=_row(by), changes=chosen)


def _note(member: Member, comment: str) -> None:
    note(by=member, verb=HistoryEntry.Verb.CHANGED, record=lock(_row(member)), changes={}, comment=comment)


def _row(member: Member) -> Member:
    """Return the member as a record; a request carries it wrapped."""
    row: Member = Member.objects.get(pk=member.pk)
    return row
