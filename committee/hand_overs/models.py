from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.members.models import Member, Post


class HandOver(Record):
    """What the holder of a post leaves to whoever comes next, and that the successor took it over."""

    post = models.OneToOneField(
        Post, on_delete=models.PROTECT, related_name="hand_over", editable=False, verbose_name=_("post")
    )
    note = models.TextField(_("hand-over note"))
    written_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"), editable=False)
    taken_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("taken over by"),
    )
    taken_at = models.DateTimeField(_("taken over at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True, taken_at__isnull=True)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="hand_over_taken_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True) | ~Q(taken_by=F("written_by")),
                name="hand_over_taken_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(post)s: %(member)s") % {"post": self.post, "member": self.post.member}

    def get_absolute_url(self) -> str:
        return reverse("hand_over", args=[self.post_id])
