from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member


class CalendarFeed(models.Model):
    """What calendar programmes read: the calendar of one member at a secret address, or the open one."""

    member = models.OneToOneField(
        Member, on_delete=models.CASCADE, null=True, related_name="calendar_feed", verbose_name=_("member")
    )
    # Of the token in the address, which nobody but its member has.
    token_sha256 = models.CharField(max_length=64, blank=True)
    # The open calendar has an address in each language; a member's is in the language of the member.
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, blank=True)
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.CheckConstraint(
                condition=(Q(member__isnull=False, language="") & ~Q(token_sha256=""))
                | (Q(member__isnull=True, token_sha256="") & ~Q(language="")),
                name="calendar_feed_of_a_member_or_open",
            ),
            models.UniqueConstraint(
                fields=["token_sha256"], condition=~Q(token_sha256=""), name="calendar_address_once"
            ),
            models.UniqueConstraint(
                fields=["language"], condition=~Q(language=""), name="open_calendar_once_a_language"
            ),
        ]

    def __str__(self) -> str:
        return str(self.member or self.language)


class ToldEntry(models.Model):
    """What a feed last said of one entry, so that it can say that it changed or that it is gone."""

    feed = models.ForeignKey(CalendarFeed, on_delete=models.CASCADE, related_name="told")
    key = models.CharField(max_length=200)
    # The event as a calendar programme would have to be sent it again.
    event = models.TextField()
    ends_on = models.DateField()
    sequence = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField()
    is_cancelled = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("entry told to a calendar")
        verbose_name_plural = _("entries told to calendars")
        constraints = [
            models.UniqueConstraint(fields=["feed", "key"], name="calendar_entry_told_once"),
        ]

    def __str__(self) -> str:
        return self.key
