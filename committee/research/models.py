from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Named, Titled
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.sight import PartQuerySet, seen_by
from committee.research.series import address_of


class StudyQuerySet(PartQuerySet):
    def in_brief(self) -> Self:
        """With what a list says of each."""
        return self.select_related("project__subcommittee").prefetch_related("institutes__city")


class ResearcherQuerySet(models.QuerySet["Researcher"]):
    def visible_to(self, member: Member) -> "ResearcherQuerySet":
        return self.filter(seen_by(member, "institute__project__"))


class Institute(Record, Named):
    """An institute that takes part in the joint research of a project, for one of the cities."""

    part_of = "project"

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        editable=False,
        related_name="institutes",
        verbose_name=_("project"),
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="institutes", verbose_name=_("city")
    )

    objects = PartQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["project_id", "city", "pk"]
        verbose_name = _("institute")
        verbose_name_plural = _("institutes")

    def get_absolute_url(self) -> str:
        return f"{reverse('project_research', args=[self.project_id])}#institute-{self.pk}"


class Researcher(Record, Named):
    """Somebody whom an institute sends into the joint research."""

    part_of = "institute"

    institute = models.ForeignKey(
        Institute,
        on_delete=models.CASCADE,
        editable=False,
        related_name="researchers",
        verbose_name=_("institute"),
    )
    task_ko = models.CharField(_("task in Korean"), max_length=200, blank=True)
    task_zh_hans = models.CharField(_("task in Chinese"), max_length=200, blank=True)
    task_en = models.CharField(_("task in English"), max_length=200, blank=True)
    heads = models.BooleanField(_("heads the group of the institute"), default=False)

    task = Trilingual("task", _("task"))

    objects = ResearcherQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["institute", "-heads", "pk"]
        verbose_name = _("researcher")
        verbose_name_plural = _("researchers")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["institute"],
                condition=Q(heads=True),
                name="researcher_one_heads_an_institute",
                violation_error_message=_("Somebody else heads the group of this institute."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.institute.get_absolute_url()


class Study(Record, Titled, Documented):
    """A study of a joint research group: its question, the data it uses, and its outputs as documents."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        UNDER_WAY = "under_way", _("under way")
        PUBLISHED = "published", _("published")
        GIVEN_UP = "given_up", _("given up")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, editable=False, related_name="studies", verbose_name=_("project")
    )
    question_ko = models.TextField(_("question in Korean"), blank=True)
    question_zh_hans = models.TextField(_("question in Chinese"), blank=True)
    question_en = models.TextField(_("question in English"), blank=True)
    used_ko = models.TextField(_("data used in Korean"), blank=True)
    used_zh_hans = models.TextField(_("data used in Chinese"), blank=True)
    used_en = models.TextField(_("data used in English"), blank=True)
    series = models.CharField(
        _("series of the hotline"),
        max_length=1000,
        blank=True,
        help_text=_("Choose the stations, pollutants and days in the hotline and copy the page's address."),
    )
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    institutes = models.ManyToManyField(
        Institute, blank=True, related_name="studies", verbose_name=_("institutes")
    )

    question = Trilingual("question", _("question"))
    used = Trilingual("used", _("data used"))
    objects = StudyQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["project", F("published_on").desc(nulls_first=True), "pk"]
        verbose_name = _("study")
        verbose_name_plural = _("studies")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="published", published_on__isnull=False)
                | (~Q(state="published") & Q(published_on__isnull=True)),
                name="study_published_on_a_day",
                violation_error_message=_(
                    "A published study has the day it was published, no other one has."
                ),
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(published_on__gte=F("starts_on")),
                name="study_published_after_it_starts",
                violation_error_message=_("The study was published before it started."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("study", args=[self.pk])

    @property
    def series_address(self) -> str:
        """Where the series of the hotline are shown, in the reader's language; '' where none is named."""
        return address_of(self.series)
