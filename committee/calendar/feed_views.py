"""What calendar programmes read: a secret address for each member, and an open one for everybody."""

import hashlib
import zoneinfo

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.calendar import ical
from committee.calendar.actions import fingerprint, open_feed
from committee.calendar.gathering import DAY, entries
from committee.calendar.models import CalendarFeed
from committee.calendar.permissions import may_follow
from committee.calendar.public_holidays import public_holidays
from committee.calendar.told import tell
from committee.cities.models import City
from committee.pages.spreadsheets import attachment
from committee.pages.visitors import open_to_visitors
from committee.workdays.dated import Period

# What programmes are given, counted from today.
BACK, AHEAD = 366 * DAY, 731 * DAY


@login_not_required
def calendar_feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Answer whoever has the secret address with what its member may see now, in the member's language."""
    feeds = CalendarFeed.objects.select_related("member__city")
    feed = get_object_or_404(feeds, token_sha256=fingerprint(token))
    if feed.member is None or not may_follow(feed.member):
        raise Http404
    with override(feed.member.language):
        name = _("Joint committee: %(name)s") % {"name": feed.member.name.plain}
        return _answer(request, name, _calendar(name, feed, feed.member.zone), cached="private")


@open_to_visitors
def calendar_public_feed(request: HttpRequest) -> HttpResponseBase:
    """Answer anybody with what is public, in the language of the address."""
    name = _("Joint committee: open to everybody")
    content = _calendar(name, open_feed(), zoneinfo.ZoneInfo(settings.TIME_ZONE))
    return _answer(request, name, content, cached="public")


def _calendar(name: str, feed: CalendarFeed, zone: zoneinfo.ZoneInfo) -> bytes:
    today = timezone.localdate(timezone=zone)
    period = Period(today - BACK, today + AHEAD)
    events = {entry.key: ical.event_of(entry) for entry in entries(period, feed.member, zone)}
    if feed.member and feed.member.has_holidays_in_feed:
        days = public_holidays(period, City.objects.all())
        events |= {holiday.key: ical.event_of_holiday(holiday) for holiday in days}
    return ical.write(name, tell(feed, events, period.first, timezone.now()), period)


def _answer(request: HttpRequest, name: str, content: bytes, *, cached: str) -> HttpResponseBase:
    """Answer with the calendar, or with 304 where the programme has it already."""
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = attachment("committee-calendar", name, "ics")
    answer["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["Cache-Control"] = f"{cached}, no-cache"
    answer["X-Content-Type-Options"] = "nosniff"
    return get_conditional_response(request, etag=etag, response=answer) or answer
