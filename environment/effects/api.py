"""What was found about the air beside projects, under `/api/v1/air/effects/`."""

from typing import cast

import django_filters
from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers, viewsets

from committee.cities.models import City
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.projects.models import Project, ProjectQuerySet
from environment.effects.findings import AirFinding, DaysAbove, Estimate, MonthOfAir
from environment.effects.models import AirEffect
from environment.measurements.models import Pollutant
from environment.project_links.models import ProjectAirLink


class EstimateSerializer(serializers.ModelSerializer[Estimate]):
    """A figure with its 95 % interval; null with a `reason` where there is none.

    `n` of `expected` were there and `needed` would have been: values, days or months.
    """

    class Meta:
        model = Estimate
        exclude = ["id", "finding"]


class DaysAboveSerializer(serializers.ModelSerializer[DaysAbove]):
    class Meta:
        model = DaysAbove
        exclude = ["id", "finding"]


class MonthOfAirSerializer(serializers.ModelSerializer[MonthOfAir]):
    class Meta:
        model = MonthOfAir
        exclude = ["id", "finding"]


class AirFindingSerializer(serializers.ModelSerializer[AirFinding]):
    """One computation; the same `fingerprint` stands on the same values and gives the same figures."""

    controls = serializers.SlugRelatedField("code", many=True, read_only=True)  # type: ignore[var-annotated]
    shared_months = serializers.ListField(child=serializers.IntegerField(), source="months_of_both")
    estimates = EstimateSerializer(many=True, read_only=True)
    days_above = DaysAboveSerializer(many=True, read_only=True)
    months = MonthOfAirSerializer(many=True, read_only=True)

    class Meta:
        model = AirFinding
        exclude = ["id", "link"]


class AirEffectSerializer(serializers.ModelSerializer[AirEffect]):
    """Where the computation for a link stands; `finding` is the latest, an earlier one while `is_stale`."""

    project = serializers.PrimaryKeyRelatedField(source="link.project", read_only=True)  # type: ignore[var-annotated]
    city = serializers.SlugRelatedField("code", source="link.city", read_only=True)  # type: ignore[var-annotated]
    stations = serializers.SlugRelatedField("code", source="link.stations", many=True, read_only=True)  # type: ignore[var-annotated]
    pollutant = serializers.CharField(source="link.pollutant", read_only=True)
    is_stale = serializers.BooleanField(read_only=True)
    finding = AirFindingSerializer(read_only=True)

    class Meta:
        model = AirEffect
        fields = [
            "link", "project", "city", "stations", "pollutant", "state", "is_stale", "found_change", "finding"
        ]  # fmt: skip


def _projects(request: MemberRequest | None) -> ProjectQuerySet:
    """Return what a reader may choose; the description of the API is made without one."""
    return Project.objects.visible_to(request.user) if request else Project.objects.none()


class AirEffectFilter(django_filters.FilterSet):
    project = django_filters.ModelChoiceFilter(
        field_name="link__project",
        queryset=_projects,  # type: ignore[arg-type]  # the stubs know no function
        help_text="Key of the project.",
    )
    city = django_filters.ModelChoiceFilter(
        field_name="link__city",
        queryset=City.objects.all(),
        to_field_name="code",
        help_text="Code of the city.",
    )
    pollutant = django_filters.ChoiceFilter(
        field_name="link__pollutant", choices=Pollutant.choices, help_text="What was measured."
    )
    state = django_filters.ChoiceFilter(
        choices=AirEffect.State.choices, help_text="How far the computation is."
    )

    class Meta:
        model = AirEffect
        fields: list[str] = []


@extend_schema_view(
    retrieve=extend_schema(
        parameters=[
            OpenApiParameter("id", OpenApiTypes.INT, OpenApiParameter.PATH, description="Key of the link.")
        ]
    )
)
class AirEffectViewSet(viewsets.ReadOnlyModelViewSet[AirEffect]):
    """What changed in the air beside projects, never what caused it."""

    queryset = AirEffect.objects.none()  # names the model to the API's description
    serializer_class = AirEffectSerializer
    filterset_class = AirEffectFilter
    # Asked for as a number: of a record, SQLite fails at one beyond its integers.
    lookup_field = "link__pk"
    lookup_url_kwarg = "link"

    def get_queryset(self) -> QuerySet[AirEffect]:
        seen = ProjectAirLink.objects.visible_to(cast(Member, self.request.user))
        effects = (
            AirEffect.objects.filter(link__in=seen)
            .with_figures()
            .select_related("link__city", "link__project")
        )
        return effects.prefetch_related("link__stations")
