from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.models import Named


class Subcommittee(Record, Named):
    """One field of the cooperation, led by one co-lead from each city."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta(Named.Meta):
        abstract = False
        ordering = ["position", "pk"]
        verbose_name = _("subcommittee")
        verbose_name_plural = _("subcommittees")

    def get_absolute_url(self) -> str:
        return reverse("subcommittee", args=[self.pk])
