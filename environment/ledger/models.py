"""What a city promised to send."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement
from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.history.models import Record
from committee.languages.models import Titled
from environment.measurements.models import Pollutant
from environment.stations.models import Station

FIRST_LABEL, LAST_LABEL = 1, 24


def validate_pollutants(codes: Any) -> None:
    if not isinstance(codes, list) or not codes or set(codes) - set(Pollutant.values):
        raise ValidationError(_("Choose at least one pollutant."))


class PromiseQuerySet(models.QuerySet["Promise"]):
    def of(self, city: City) -> "PromiseQuerySet":
        return self.filter(city=city)

    def valid_between(self, first: datetime.date, last: datetime.date) -> "PromiseQuerySet":
        """Whose days touch those from `first` to `last`."""
        return self.filter(valid_from__lte=last).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=first)
        )


class Promise(Record, Titled):
    """Hourly values that a city is to send: which stations and pollutants, which hours, how soon.

    Without stations named it is about every station of the city that measures. Other terms from some day
    on are a version of their own that follows this one, so that each day keeps the terms it had.
    """

    meaning_of = {"pollutants": Pollutant.in_words}

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="air_promises", verbose_name=_("city")
    )
    stations = models.ManyToManyField(
        Station,
        blank=True,
        related_name="promises",
        verbose_name=_("stations"),
        help_text=_("None chosen means every station of the city that measures."),
    )
    pollutants = models.JSONField(_("pollutants"), default=list, validators=[validate_pollutants])
    first_label = models.PositiveSmallIntegerField(
        _("from the hour that ends at"),
        default=FIRST_LABEL,
        validators=[MinValueValidator(FIRST_LABEL), MaxValueValidator(LAST_LABEL)],
        help_text=_("1 to 24, in the time of the city."),
    )
    last_label = models.PositiveSmallIntegerField(
        _("to the hour that ends at"),
        default=LAST_LABEL,
        validators=[MinValueValidator(FIRST_LABEL), MaxValueValidator(LAST_LABEL)],
        help_text=_("1 to 24, in the time of the city."),
    )
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    deadline_hours = models.PositiveSmallIntegerField(
        _("deadline in hours"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
        help_text=_("Hours after the end of the hour that was measured."),
    )
    shortest_gap_hours = models.PositiveSmallIntegerField(
        _("hours of the shortest gap that is told"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
        help_text=_("Shorter gaps stand in the ledger and make no notice."),
    )
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="air_promises",
        verbose_name=_("stems from the agreement"),
    )
    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="air_promises",
        verbose_name=_("stems from the commitment"),
    )
    follows = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="followed_by",
        verbose_name=_("version before"),
    )

    objects = PromiseQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["city", F("valid_until").desc(nulls_first=True), "-valid_from", "pk"]
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="promise_ends_after_it_starts",
                violation_error_message=_("The promise ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(
                    first_label__gte=FIRST_LABEL, last_label__lte=LAST_LABEL, first_label__lte=F("last_label")
                ),
                name="promise_hours_are_of_one_day",
                violation_error_message=_("The first hour comes before the last one."),
            ),
            models.CheckConstraint(
                condition=Q(deadline_hours__gte=1, shortest_gap_hours__gte=1),
                name="promise_leaves_an_hour_at_least",
                violation_error_message=_("Give at least one hour."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("promise", args=[self.pk])

    @property
    def pollutants_in_words(self) -> str:
        return Pollutant.names_of(self.pollutants)

    def is_valid_on(self, day: datetime.date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
