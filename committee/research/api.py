from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.research.forms import StudyFilter
from committee.research.models import Institute, Researcher, Study


class ResearcherSerializer(serializers.ModelSerializer[Researcher]):
    class Meta:
        model = Researcher
        exclude = ["institute", "created_at"]


class InstituteSerializer(serializers.ModelSerializer[Institute]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    researchers = ResearcherSerializer(many=True, read_only=True)

    class Meta:
        model = Institute
        exclude = ["project", "created_at"]


class StudySerializer(serializers.ModelSerializer[Study]):
    institutes = InstituteSerializer(many=True, read_only=True)

    class Meta:
        model = Study
        exclude = ["created_at"]


class StudyViewSet(viewsets.ReadOnlyModelViewSet[Study]):
    """Studies with the institutes that do them; `series` is the page of the hotline with the data used,
    without host and language."""

    queryset = Study.objects.none()  # names the model to the API's description
    serializer_class = StudySerializer
    filterset_class = StudyFilter

    def get_queryset(self) -> QuerySet[Study]:
        return Study.objects.visible_to(cast(Member, self.request.user)).prefetch_related(
            "institutes__city", "institutes__researchers"
        )
