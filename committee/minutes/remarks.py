"""What is remarked on minutes while they go round."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.history.models import Record
from committee.members.models import Member
from committee.minutes.models import MinutesSection, MinutesVersion


class Remark(Record):
    """What is remarked on a section of circulated minutes, and what their writers answer; kept for ever."""

    part_of = "section"

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a remark", "open")
        ACCEPTED = "accepted", pgettext_lazy("state of a remark", "accepted")
        DECLINED = "declined", pgettext_lazy("state of a remark", "declined")

    section = models.ForeignKey(
        MinutesSection,
        on_delete=models.PROTECT,
        editable=False,
        related_name="remarks",
        verbose_name=_("section of minutes"),
    )
    on_version = models.ForeignKey(
        MinutesVersion,
        on_delete=models.PROTECT,
        editable=False,
        related_name="remarks",
        verbose_name=_("version"),
    )
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("remarked by")
    )
    text = models.TextField(_("remark"))
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.OPEN, editable=False
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["section", "pk"]
        verbose_name = pgettext_lazy("on minutes", "remark")
        verbose_name_plural = pgettext_lazy("on minutes", "remarks")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="remark_says_something"),
            models.CheckConstraint(
                condition=Q(state="open", answered_by__isnull=True, answered_at__isnull=True, answer="")
                | (~Q(state="open") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="remark_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="remark_declined_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} · {self.by}"

    def get_absolute_url(self) -> str:
        return f"{self.section.minutes.get_absolute_url()}#remark-{self.pk}"
