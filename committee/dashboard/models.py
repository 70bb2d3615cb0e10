import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member

# Who comes back within this time goes on with the same visit.
PAUSE = datetime.timedelta(minutes=30)


class Visit(models.Model):
    """When a member last came to the first page, and when the time before: what is newer is news."""

    member = models.OneToOneField(
        Member, on_delete=models.CASCADE, related_name="visit", verbose_name=_("member")
    )
    latest_at = models.DateTimeField()
    previous_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        constraints = [
            models.CheckConstraint(
                condition=Q(previous_at__isnull=True) | Q(previous_at__lt=F("latest_at")),
                name="visit_follows_the_previous_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.latest_at:%Y-%m-%d}"
