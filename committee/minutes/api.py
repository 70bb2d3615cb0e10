from typing import Any, cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.minutes.forms import MinutesFilter
from committee.minutes.models import CityAnswer, Minutes, MinutesSection, MinutesVersion


class SectionSerializer(serializers.ModelSerializer[MinutesSection]):
    class Meta:
        model = MinutesSection
        exclude = ["minutes", "created_at"]


class CityAnswerSerializer(serializers.ModelSerializer[CityAnswer]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    agreed_at = serializers.DateTimeField(source="at", read_only=True)

    class Meta:
        model = CityAnswer
        fields = ["city", "agreed_at"]


class VersionSerializer(serializers.ModelSerializer[MinutesVersion]):
    answers = CityAnswerSerializer(many=True, read_only=True)

    class Meta:
        model = MinutesVersion
        fields = ["number", "fingerprint", "circulated_at", "answer_by", "answers", "content"]


class MinutesSerializer(serializers.ModelSerializer[Minutes]):
    sections = SectionSerializer(many=True, read_only=True)
    versions = VersionSerializer(many=True, read_only=True)
    standing = serializers.CharField(source="printable_state", read_only=True)

    class Meta:
        model = Minutes
        fields = ["id", "meeting", "state", "standing", "agreed_hash", "version", "sections", "versions"]


class MinutesViewSet(viewsets.ReadOnlyModelViewSet[Minutes]):
    """Minutes that one may read, with their sections as they stand and every version that was circulated."""

    serializer_class = MinutesSerializer
    filterset_class = MinutesFilter
    queryset = Minutes.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Any]:
        visible = Minutes.objects.visible_to(cast(Member, self.request.user))
        return visible.in_full().prefetch_related("sections")
