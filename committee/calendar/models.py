from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member


class CalendarFeed(models.Model):
    """The secret address at which a calendar programme reads the calendar of one member."""

    member = models.OneToOneField(
        Member, on_delete=models.CASCADE, related_name="calendar_feed", verbose_name=_("member")
    )
    # Of the token in the address, which nobody but its member has.
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self) -> str:
        return str(self.member)
