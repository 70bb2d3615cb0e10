from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.sight import seen_by
from environment.measurements.models import Pollutant
from environment.stations.models import Station


class ProjectAirLinkQuerySet(models.QuerySet["ProjectAirLink"]):
    def visible_to(self, member: Member) -> "ProjectAirLinkQuerySet":
        """Those of the projects that the member sees."""
        return self.filter(seen_by(member, "project__"))

    def with_places(self) -> "ProjectAirLinkQuerySet":
        """Fetch what a comparison names: city, project and stations, whatever the number of links."""
        return self.select_related("city", "project__subcommittee").prefetch_related(
            "stations", "control_stations"
        )


class ProjectAirLink(Record):
    """Which air is set beside a project: one pollutant of a city, or of some of its stations, in two periods.

    Both periods include their last day. Without stations the link is about the whole city.
    """

    part_of = "project"

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="air_links", verbose_name=_("project")
    )
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="air_links", verbose_name=_("city"))
    stations = models.ManyToManyField(
        Station,
        blank=True,
        related_name="air_links",
        verbose_name=_("stations"),
        help_text=_("None chosen: the whole city."),
    )
    control_stations = models.ManyToManyField(
        Station,
        blank=True,
        related_name="controlled_air_links",
        verbose_name=_("control stations"),
        help_text=_(
            "What changed at the stations is set beside these. None chosen: the city's other stations."
        ),
    )
    pollutant = models.CharField(_("pollutant"), max_length=10, choices=Pollutant.choices)
    baseline_from = models.DateField(_("baseline from"))
    baseline_until = models.DateField(_("baseline until"), help_text=_("The last day counts."))
    evaluation_from = models.DateField(_("evaluation from"))
    evaluation_until = models.DateField(_("evaluation until"), help_text=_("The last day counts."))

    objects = ProjectAirLinkQuerySet.as_manager()

    class Meta:
        ordering = ["project", "city", "pollutant", "pk"]
        verbose_name = _("link to air quality")
        verbose_name_plural = _("links to air quality")
        constraints = [
            models.CheckConstraint(
                condition=Q(baseline_until__gte=F("baseline_from")),
                name="air_link_baseline_ends_after_it_starts",
                violation_error_message=_("The baseline ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(evaluation_until__gte=F("evaluation_from")),
                name="air_link_evaluation_ends_after_it_starts",
                violation_error_message=_("The evaluation ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(evaluation_from__gt=F("baseline_until")),
                name="air_link_evaluation_follows_the_baseline",
                violation_error_message=_("The evaluation starts before the baseline has ended."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city} {self.get_pollutant_display()}"

    def get_absolute_url(self) -> str:
        return reverse("project_air", args=[self.project_id])
