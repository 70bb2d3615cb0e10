from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.projects.forms import ProjectFilter
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import LeadOrganisation, Milestone, Project
from committee.projects.turns import whose_turn, with_turn


class LeadOrganisationSerializer(serializers.ModelSerializer[LeadOrganisation]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = LeadOrganisation
        fields = ["id", "city", "name_ko", "name_zh_hans", "name_en"]


class MilestoneSerializer(serializers.ModelSerializer[Milestone]):
    class Meta:
        model = Milestone
        exclude = ["project", "created_at"]


class IndicatorValueSerializer(serializers.ModelSerializer[IndicatorValue]):
    class Meta:
        model = IndicatorValue
        fields = ["id", "on", "value", "reported_in"]


class IndicatorSerializer(serializers.ModelSerializer[Indicator]):
    values = IndicatorValueSerializer(many=True, read_only=True)
    actual = serializers.DecimalField(max_digits=14, decimal_places=3, read_only=True, allow_null=True)

    class Meta:
        model = Indicator
        exclude = ["project", "created_at"]


class ProjectSerializer(serializers.ModelSerializer[Project]):
    subcommittee = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    draft_of = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    lead_organisations = LeadOrganisationSerializer(many=True, read_only=True)
    milestones = MilestoneSerializer(many=True, read_only=True)
    indicators = IndicatorSerializer(many=True, read_only=True)
    whose_turn = serializers.SerializerMethodField()

    class Meta:
        model = Project
        exclude = ["created_at"]

    def get_whose_turn(self, project: Project) -> str:
        """Who is waited for, and for what, in words."""
        return whose_turn(project)


class ProjectViewSet(viewsets.ReadOnlyModelViewSet[Project]):
    """Projects with their lead organisations, milestones, and indicators with their values."""

    queryset = Project.objects.none()  # names the model to the API's description
    serializer_class = ProjectSerializer
    filterset_class = ProjectFilter

    def get_queryset(self) -> QuerySet[Project]:
        parts = ["commitments", "lead_organisations__city", "milestones", "indicators__values"]
        reader = cast(Member, self.request.user)
        seen = Project.objects.visible_to(reader).select_related("subcommittee", "draft_of")
        return with_turn(seen.prefetch_related(*parts), reader.today)
