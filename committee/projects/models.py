import datetime
import decimal
from collections.abc import Sequence
from typing import Self, TypeAlias

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.documents.models import Documented
from committee.history.models import Record
from committee.languages.models import Named, Titled
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.project_kinds.models import IndicatorRule, KindFigure, KindIndicator, ProjectKind
from committee.projects.sight import PartQuerySet, seen_by
from committee.subcommittees.models import Subcommittee
from committee.workdays.due import is_overdue, latest_overdue


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, member: Member) -> "ProjectQuerySet":
        """A draft is seen by its own city only; every member sees what is released."""
        return self.filter(seen_by(member))

    def released(self) -> "ProjectQuerySet":
        """Those both cities see: what a report, and whatever is counted for everybody, may tell of."""
        return self.filter(draft_of__isnull=True)

    def with_late_milestones(self, on: datetime.date) -> "ProjectQuerySet":
        return self.filter(pk__in=Milestone.objects.overdue(on).values("project"))

    def counting_late_milestones(self, on: datetime.date) -> "ProjectQuerySet":
        """Each with `late_milestones`: how many are overdue on `on`."""
        late = Milestone.objects.overdue(on).order_by().filter(project=OuterRef("pk")).values("project")
        # A subquery is asked of the rows of one page alone; a join would group all projects first.
        counted = Subquery(late.annotate(number=models.Count("pk")).values("number"))
        return self.annotate(late_milestones=Coalesce(counted, 0))


class Project(Record, Titled, Documented):
    """Work that carries out one or more commitments, with a lead organisation in each city."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        UNDER_WAY = "under_way", _("under way")
        COMPLETED = "completed", _("completed")
        SUSPENDED = "suspended", _("suspended")
        CANCELLED = "cancelled", _("cancelled")

    commitments = models.ManyToManyField(
        Commitment, related_name="projects", verbose_name=_("carries out the commitments")
    )
    subcommittee = models.ForeignKey(
        Subcommittee, on_delete=models.PROTECT, related_name="projects", verbose_name=_("subcommittee")
    )
    kind = models.ForeignKey(
        ProjectKind, on_delete=models.PROTECT, related_name="projects", verbose_name=_("kind of project")
    )
    summary_ko = models.TextField(_("summary in Korean"), blank=True)
    summary_zh_hans = models.TextField(_("summary in Chinese"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)

    draft_of = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("draft inside"),
    )

    summary = Trilingual("summary", _("summary"))
    objects = ProjectQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["subcommittee__position", "pk"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        # In the order of lists, with what decides who sees a project and whether it is under way: pages and
        # counts read it without the wide rows of the table.
        indexes = [models.Index(fields=["subcommittee", "id", "draft_of", "state"], name="project_in_order")]
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="project_ends_after_it_starts",
                violation_error_message=_("The project ends before it starts."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("project", args=[self.pk])

    @property
    def name_for_everybody(self) -> str:
        """The title of what both cities see; of a draft, that there is a project."""
        return self.noun if self.draft_of_id else str(self)


class LeadOrganisation(Record, Named):
    """The organisation that leads a project in one of the cities."""

    part_of = "project"

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="lead_organisations", verbose_name=_("project")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="lead_organisations", verbose_name=_("city")
    )

    objects = PartQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["project", "city"]
        verbose_name = _("lead organisation")
        verbose_name_plural = _("lead organisations")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["project", "city"],
                name="lead_organisation_once_a_city",
                violation_error_message=_("This city has a lead organisation already."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()


class MilestoneQuerySet(PartQuerySet):
    def overdue(self, on: datetime.date) -> Self:
        return self.filter(done_on__isnull=True, due_on__lte=latest_overdue(on))


class Milestone(Record, Titled):
    """A step of a project with the day it is due and the day it was done."""

    part_of = "project"

    class Standing(models.TextChoices):
        DUE = "due", _("due")
        DONE = "done", _("done")
        LATE = "late", _("late")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="milestones", verbose_name=_("project")
    )
    due_on = models.DateField(_("due on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["project", "due_on", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}#milestone-{self.pk}"

    def is_overdue(self, on: datetime.date) -> bool:
        return self.done_on is None and is_overdue(self.due_on, on)

    def standing(self, on: datetime.date) -> Standing:
        """How it stood at the end of `on`: what was done later was not done yet."""
        if self.done_on is not None and self.done_on <= on:
            return self.Standing.DONE
        return self.Standing.LATE if is_overdue(self.due_on, on) else self.Standing.DUE


class IndicatorQuerySet(PartQuerySet):
    def reported(self) -> Self:
        """Those whose values the cities report; the others are counted at events."""
        return self.filter(figure__isnull=True)

    def counted(self) -> Self:
        return self.filter(figure__isnull=False)


class Indicator(Record, Named):
    """What a project measures itself by: a number with unit, baseline and target."""

    part_of = "project"
    Rule: TypeAlias = IndicatorRule

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="indicators", verbose_name=_("project")
    )
    unit_ko = models.CharField(_("unit in Korean"), max_length=60, blank=True)
    unit_zh_hans = models.CharField(_("unit in Chinese"), max_length=60, blank=True)
    unit_en = models.CharField(_("unit in English"), max_length=60, blank=True)
    rule = models.CharField(
        _("how values over time are put together"), max_length=10, choices=Rule.choices, default=Rule.LAST
    )
    baseline = models.DecimalField(_("baseline"), max_digits=14, decimal_places=3, null=True, blank=True)
    baseline_on = models.DateField(_("baseline as of"), null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=3, null=True, blank=True)
    target_on = models.DateField(_("target by"), null=True, blank=True)
    taken_from = models.ForeignKey(
        KindIndicator,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="taken_over",
        verbose_name=_("indicator of the kind"),
    )
    figure = models.ForeignKey(
        KindFigure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="indicators",
        verbose_name=_("taken from the figure"),
    )

    unit = Trilingual("unit", _("unit"))
    objects = IndicatorQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["project", "pk"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(baseline__isnull=True, baseline_on__isnull=True)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="indicator_baseline_has_its_day",
                violation_error_message=_("Give the baseline and its day, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True, target_on__isnull=True)
                | Q(target__isnull=False, target_on__isnull=False),
                name="indicator_target_has_its_day",
                violation_error_message=_("Give the target and its day, or neither."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}#indicator-{self.pk}"

    @property
    def is_counted(self) -> bool:
        """Whether its values are what was counted at events, so that nobody types them."""
        return self.figure_id is not None

    @property
    def actual(self) -> decimal.Decimal | None:
        """All values to date, put together by the indicator's rule; None without a value."""
        return self.put_together([each.value for each in self.values.all()])

    def put_together(self, values: Sequence[decimal.Decimal]) -> decimal.Decimal | None:
        """Make one number of values in the order of their days, by the indicator's rule."""
        if not values:
            return None
        if self.rule == self.Rule.LAST:
            return values[-1]
        total = sum(values, decimal.Decimal())
        if self.rule == self.Rule.SUM:
            return total
        return (total / len(values)).quantize(decimal.Decimal("0.001"))


class ValueQuerySet(models.QuerySet["IndicatorValue"]):
    def visible_to(self, member: Member) -> "ValueQuerySet":
        return self.filter(seen_by(member, "indicator__project__"))

    def taken_from_updates(self) -> "ValueQuerySet":
        return self.filter(reported_in__isnull=False)


class IndicatorValue(Record):
    """An actual value of an indicator on a day; one taken from a confirmed update names it."""

    part_of = "indicator"

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="values", verbose_name=_("indicator")
    )
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)
    reported_in = models.ForeignKey(
        "committee.ProgressUpdate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="values_taken",
        verbose_name=_("from progress update"),
    )
    counted_at = models.ForeignKey(
        "committee.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="values_counted",
        verbose_name=_("counted at the event"),
    )

    objects = ValueQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "on", "pk"]
        verbose_name = _("indicator value")
        verbose_name_plural = _("indicator values")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                condition=Q(counted_at__isnull=True),
                name="indicator_value_once_a_day",
                violation_error_message=_("This indicator has a value for this day already."),
            ),
            models.UniqueConstraint(fields=["indicator", "counted_at"], name="indicator_value_once_an_event"),
            models.CheckConstraint(
                condition=Q(counted_at__isnull=True) | Q(reported_in__isnull=True),
                name="indicator_value_reported_or_counted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f} ({self.on})"

    def get_absolute_url(self) -> str:
        return self.indicator.get_absolute_url()
