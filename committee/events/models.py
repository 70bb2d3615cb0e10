import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.project_kinds.models import KindFigure
from committee.projects.models import Project
from committee.projects.sight import PartQuerySet, seen_by


class EventQuerySet(PartQuerySet):
    def held(self) -> Self:
        return self.filter(state=Event.State.HELD)

    def in_brief(self) -> Self:
        """With what a list says of each."""
        return self.select_related("project__subcommittee", "project__kind", "city")

    def hosted_by(self, city: City) -> Self:
        """Those of a city, and those that have no host, which are of both."""
        return self.filter(Q(city=city) | Q(city__isnull=True))

    def over(self, on: datetime.date) -> Self:
        """Those whose last day was before `on`."""
        return self.annotate(until=Coalesce("ends_on", "starts_on")).filter(until__lt=on)


class Event(Record, Titled, Documented):
    """One of a project's dated occasions: a forum, a course, a round of matching, a fair, a meeting."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        HELD = "held", pgettext_lazy("state of an event", "held")
        CANCELLED = "cancelled", _("cancelled")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, editable=False, related_name="events", verbose_name=_("project")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_events",
        verbose_name=_("host city"),
    )
    place_ko = models.CharField(_("place in Korean"), max_length=300, blank=True)
    place_zh_hans = models.CharField(_("place in Chinese"), max_length=300, blank=True)
    place_en = models.CharField(_("place in English"), max_length=300, blank=True)
    programme_ko = models.TextField(_("programme in Korean"), blank=True)
    programme_zh_hans = models.TextField(_("programme in Chinese"), blank=True)
    programme_en = models.TextField(_("programme in English"), blank=True)
    outcome_ko = models.TextField(_("outcome in Korean"), blank=True)
    outcome_zh_hans = models.TextField(_("outcome in Chinese"), blank=True)
    outcome_en = models.TextField(_("outcome in English"), blank=True)

    place = Trilingual("place", _("place"))
    programme = Trilingual("programme", _("programme"))
    outcome = Trilingual("outcome", _("outcome"))
    objects = EventQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The last day is before the first day."),
            ),
        ]
        indexes = [models.Index(fields=["-starts_on", "-id"], name="event_in_the_order_of_lists")]

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])

    @property
    def last_day(self) -> datetime.date:
        return self.ends_on or self.starts_on


class EventFigureQuerySet(models.QuerySet["EventFigure"]):
    def visible_to(self, member: Member) -> "EventFigureQuerySet":
        return self.filter(seen_by(member, "event__project__"))

    def held(self) -> "EventFigureQuerySet":
        return self.filter(event__state=Event.State.HELD)

    def total(self) -> int | None:
        """All numbers together; None where there is none."""
        total: int | None = self.aggregate(total=Sum("number"))["total"]
        return total


class EventFigure(models.Model):
    """What one city counted at an event; each city enters its own."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="figures", verbose_name=_("event")
    )
    figure = models.ForeignKey(
        KindFigure, on_delete=models.PROTECT, related_name="numbers", verbose_name=_("figure")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="event_figures", verbose_name=_("city")
    )
    number = models.PositiveIntegerField(_("number"))

    objects = EventFigureQuerySet.as_manager()

    class Meta:
        ordering = ["-event__starts_on", "-event", "figure__position", "figure", "city"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["event", "figure", "city"], name="event_figure_once_a_city"),
        ]

    def __str__(self) -> str:
        return f"{self.figure} ({self.city}): {self.number}"
