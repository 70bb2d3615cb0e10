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
from committee.calendar.actions import fingerprint
from committee.calendar.gathering import DAY, entries
from committee.calendar.models import CalendarFeed
from committee.calendar.permissions import may_follow
from committee.members.models import Member
from committee.pages.spreadsheets import attachment
from committee.pages.visitors import open_to_visitors
from committee.workdays.dated import Period

# What programmes are given, counted from today.
BACK, AHEAD = 366 * DAY, 731 * DAY


@login_not_required
def calendar_feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Answer whoever has the secret address with what its member may see now, in the member's language."""
    feeds = CalendarFeed.objects.select_related("member__city")
    member = get_object_or_404(feeds, token_sha256=fingerprint(token)).member
    if not may_follow(member):
        raise Http404
    with override(member.language):
        name = _("Joint committee: %(name)s") % {"name": member.name.plain}
        return _answer(request, name, _calendar(name, member, member.zone), cached="private")


@open_to_visitors
def calendar_public_feed(request: HttpRequest) -> HttpResponseBase:
    """Answer anybody with what is public, in the language of the address."""
    name = _("Joint committee: open to everybody")
    return _answer(
        request, name, _calendar(name, None, zoneinfo.ZoneInfo(settings.TIME_ZONE)), cached="public"
    )


def _calendar(name: str, reader: Member | None, zone: zoneinfo.ZoneInfo) -> bytes:
    today = timezone.localdate(timezone=zone)
    period = Period(today - BACK, today + AHEAD)
    return ical.write(name, entries(period, reader, zone), period)


def _answer(request: HttpRequest, name: str, content: bytes, *, cached: str) -> HttpResponseBase:
    """Answer with the calendar, or with 304 where the programme has it already."""
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = attachment("committee-calendar", name, "ics")
    answer["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["Cache-Control"] = f"{cached}, no-cache"
    answer["X-Content-Type-Options"] = "nosniff"
    return get_conditional_response(request, etag=etag, response=answer) or answer
