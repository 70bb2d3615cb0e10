from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.sight import seen_by

FIRST_YEAR, LAST_YEAR = 2000, 2100


class BudgetLineQuerySet(models.QuerySet["BudgetLine"]):
    def visible_to(self, member: Member) -> "BudgetLineQuerySet":
        """What both cities give to a project is seen by whoever sees the project."""
        return self.filter(seen_by(member, "project__"))

    def in_full(self) -> "BudgetLineQuerySet":
        return self.select_related("project__subcommittee", "city")


class BudgetLine(Record):
    """What one city means to spend on a project in a year, and what it spent, in its own currency."""

    part_of = "project"

    class Currency(models.TextChoices):
        KRW = "KRW", _("Korean won (KRW)")
        CNY = "CNY", _("Chinese yuan (CNY)")

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        editable=False,
        related_name="budget_lines",
        verbose_name=_("project"),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="budget_lines",
        verbose_name=_("city"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    planned = models.DecimalField(
        _("planned amount"),
        max_digits=17,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    spent = models.DecimalField(
        _("amount spent"),
        max_digits=17,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    source_ko = models.CharField(_("source of the money in Korean"), max_length=200, blank=True)
    source_zh_hans = models.CharField(_("source of the money in Chinese"), max_length=200, blank=True)
    source_en = models.CharField(_("source of the money in English"), max_length=200, blank=True)

    source = Trilingual("source", _("source of the money"))
    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        ordering = ["project", "year", "city", "currency"]
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "city", "year", "currency"],
                name="budget_line_once_a_year_and_currency",
                violation_error_message=_("This city has a budget line of this year and currency already."),
            ),
            models.CheckConstraint(
                condition=Q(planned__isnull=False) | Q(spent__isnull=False),
                name="budget_line_has_an_amount",
                violation_error_message=_("Give the planned amount, the amount spent, or both."),
            ),
            models.CheckConstraint(
                condition=(Q(planned__isnull=True) | Q(planned__gte=0))
                & (Q(spent__isnull=True) | Q(spent__gte=0)),
                name="budget_line_amounts_are_not_negative",
                violation_error_message=_("An amount is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="budget_line_year_is_a_year",
                violation_error_message=_("Write the year with four digits."),
            ),
            models.CheckConstraint(
                condition=Q(currency__in=["KRW", "CNY"]), name="budget_line_currency_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} · {self.city} · {self.year} · {self.currency}"

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}budget/"
