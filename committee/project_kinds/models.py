from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.models import Named
from committee.languages.wording import Trilingual


class IndicatorRule(models.TextChoices):
    """How the values of an indicator make one number."""

    SUM = "sum", _("sum of the values")
    LAST = "last", _("last value")
    MEAN = "mean", _("mean of the values")


class ProjectKindQuerySet(models.QuerySet["ProjectKind"]):
    def general(self) -> "ProjectKind":
        """The kind of a project that is of no other one; it is always there."""
        return self.get(is_general=True)

    def in_full(self) -> "ProjectKindQuerySet":
        return self.prefetch_related("figures__at_most", "indicators__figure")


class ProjectKind(Record, Named):
    """What projects of one sort have in common: their parts, what is counted at their events, indicators."""

    description_ko = models.TextField(_("description in Korean"), blank=True)
    description_zh_hans = models.TextField(_("description in Chinese"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    has_events = models.BooleanField(
        _("has events"),
        default=False,
        help_text=_("Forums, courses, rounds, fairs, meetings: each with its days, place, outcome, figures."),
    )
    has_research = models.BooleanField(
        _("has joint research"),
        default=False,
        help_text=_("Institutes with their researchers, studies with the data they use and their outputs."),
    )
    figures_only = models.BooleanField(
        _("figures only, nothing about persons"),
        default=False,
        help_text=_("For what minors take part in: nobody may be named in what is written of the events."),
    )
    is_general = models.BooleanField(_("general"), default=False, editable=False)

    description = Trilingual("description", _("description"))
    objects = ProjectKindQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["position", "pk"]
        verbose_name = _("kind of project")
        verbose_name_plural = _("kinds of projects")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["is_general"], condition=Q(is_general=True), name="project_kind_one_is_general"
            ),
            models.CheckConstraint(
                condition=Q(figures_only=False) | Q(has_research=False),
                name="project_kind_without_persons_has_no_researchers",
                violation_error_message=_("Joint research names its researchers, so it is not figures only."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("project_kind", args=[self.pk])


class PartOfKind(Record, Named):
    """What a kind of project says it counts or measures, with a unit."""

    part_of = "kind"

    unit_ko = models.CharField(_("unit in Korean"), max_length=60, blank=True)
    unit_zh_hans = models.CharField(_("unit in Chinese"), max_length=60, blank=True)
    unit_en = models.CharField(_("unit in English"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    unit = Trilingual("unit", _("unit"))

    class Meta(Named.Meta):
        abstract = True

    def get_absolute_url(self) -> str:
        return f"{self.kind.get_absolute_url()}#{self._meta.model_name}-{self.pk}"  # type: ignore[attr-defined]


class KindFigure(PartOfKind):
    """What each city counts at the events of a kind: companies invited, young people matched."""

    kind = models.ForeignKey(
        ProjectKind, on_delete=models.CASCADE, related_name="figures", verbose_name=_("kind of project")
    )
    at_most = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="limited",
        verbose_name=_("never more than"),
        help_text=_("As never more are matched than have applied."),
    )

    class Meta(PartOfKind.Meta):
        abstract = False
        ordering = ["kind", "position", "pk"]
        verbose_name = _("figure of events")
        verbose_name_plural = _("figures of events")
        constraints = [
            *PartOfKind.Meta.constraints,
            models.CheckConstraint(
                condition=Q(at_most__isnull=True) | ~Q(at_most=F("id")),
                name="kind_figure_limited_by_another_one",
                violation_error_message=_("A figure is limited by another one."),
            ),
        ]


class KindIndicator(PartOfKind):
    """An indicator that projects of a kind are offered; bound to a figure, nobody types its values."""

    kind = models.ForeignKey(
        ProjectKind, on_delete=models.CASCADE, related_name="indicators", verbose_name=_("kind of project")
    )
    rule = models.CharField(
        _("how values over time are put together"),
        max_length=10,
        choices=IndicatorRule.choices,
        default=IndicatorRule.SUM,
    )
    figure = models.ForeignKey(
        KindFigure,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="proposed_indicators",
        verbose_name=_("taken from the figure"),
        help_text=_("Its values are what both cities counted at each event; nobody types them again."),
    )

    class Meta(PartOfKind.Meta):
        abstract = False
        ordering = ["kind", "position", "pk"]
        verbose_name = _("indicator of the kind")
        verbose_name_plural = _("indicators of the kind")
