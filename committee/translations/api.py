from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.translations.forms import TranslationFilter
from committee.translations.models import TranslationRequest


class TranslationRequestSerializer(serializers.ModelSerializer[TranslationRequest]):
    """`kind` and `record_id` say of which record `name` is a text; `source_now` is what it says today."""

    kind = serializers.CharField(source="record_type.model", read_only=True)
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    source_now = serializers.CharField(source="source", read_only=True)
    is_overtaken = serializers.BooleanField(read_only=True)

    class Meta:
        model = TranslationRequest
        exclude = ["created_at", "record_type"]


class TranslationViewSet(viewsets.ReadOnlyModelViewSet[TranslationRequest]):
    """Texts that a secretariat was asked to have in a further language, those due first."""

    queryset = TranslationRequest.objects.none()
    serializer_class = TranslationRequestSerializer
    filterset_class = TranslationFilter

    def get_queryset(self) -> QuerySet[TranslationRequest]:
        member = cast(Member, self.request.user)
        return TranslationRequest.objects.visible_to(member).in_brief()
