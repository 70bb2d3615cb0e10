import datetime
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Named, Titled
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.project_kinds.models import ProjectKind
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
        indexes = [
            models.Index(fields=["subcommittee", "id", "draft_of", "state"], name="project_in_order"),
            models.Index(fields=["starts_on"], name="project_by_start"),
        ]
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
        indexes = [
            models.Index(
                fields=["due_on", "id", "project"],
                condition=Q(done_on__isnull=True),
                name="milestone_not_done_by_day",
            )
        ]

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}#milestone-{self.pk}"

    def is_overdue(self, on: datetime.date) -> bool:
        return self.done_on is None and is_overdue(self.due_on, on)

    def standing(self, on: datetime.date) -> Standing:
        """How it stood at the end of `on`: what was done later was not done yet."""
        if self.done_on is not None and self.done_on <= on:
            return self.Standing.DONE
        return self.Standing.LATE if is_overdue(self.due_on, on) else self.Standing.DUE
