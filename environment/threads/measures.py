from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from environment.threads.models import ThreadMessage


class MeasureTaken(Record):
    """What a city did about the alert, from when until when; what it was is said by its message."""

    part_of = "message"

    message = models.OneToOneField(
        ThreadMessage,
        on_delete=models.CASCADE,
        related_name="measure",
        verbose_name=_("message of an alert thread"),
    )
    taken_from = models.DateField(_("from"))
    taken_until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["taken_from", "pk"]
        verbose_name = _("measure taken")
        verbose_name_plural = _("measures taken")
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_until__isnull=True) | Q(taken_until__gte=F("taken_from")),
                name="measure_ends_after_it_starts",
                violation_error_message=_("The measure ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taken_from} – {self.taken_until or '…'}"

    def get_absolute_url(self) -> str:
        return self.message.get_absolute_url()
