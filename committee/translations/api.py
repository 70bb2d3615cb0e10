from typing import cast

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from committee.members.models import Member
from committee.translations.forms import TranslationFilter
from committee.translations.models import SUFFIX_CHOICES, TranslationRequest
from committee.translations.states import Standing, State, Text, texts_of_whole
from committee.translations.texts import kind_of, translated


class TranslationRequestSerializer(serializers.ModelSerializer[TranslationRequest]):
    """`kind` and `record_id` say of which record `name` is a text; `source_now` is what it says today."""

    kind = serializers.CharField(source="record_type.model", read_only=True)
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    source_now = serializers.CharField(source="source", read_only=True)
    is_overtaken = serializers.BooleanField(read_only=True)

    class Meta:
        model = TranslationRequest
        exclude = ["created_at", "record_type"]


class StandingSerializer(serializers.Serializer[Standing]):
    """Where one language of a text stands; `request` is the id of what is on its way, if anything is."""

    language = serializers.ChoiceField(SUFFIX_CHOICES, source="suffix")
    state = serializers.ChoiceField(State.choices)
    changed_language = serializers.ChoiceField(
        SUFFIX_CHOICES, source="behind.changed_language", default=None, allow_null=True
    )
    request = serializers.IntegerField(source="request.pk", default=None, allow_null=True)


class TextSerializer(serializers.Serializer[Text]):
    """A text of a record, or of a part of it, in every language of the site."""

    kind = serializers.SerializerMethodField()
    record_id = serializers.IntegerField(source="record.pk")
    name = serializers.CharField()
    languages = StandingSerializer(many=True)

    def get_kind(self, text: Text) -> str:
        return kind_of(type(text.record))


class TranslationViewSet(viewsets.ReadOnlyModelViewSet[TranslationRequest]):
    """Texts that a secretariat was asked to have in a further language, those due first."""

    queryset = TranslationRequest.objects.none()
    serializer_class = TranslationRequestSerializer
    filterset_class = TranslationFilter

    def get_queryset(self) -> QuerySet[TranslationRequest]:
        member = cast(Member, self.request.user)
        return TranslationRequest.objects.visible_to(member).in_full()

    @extend_schema(responses=TextSerializer(many=True), filters=False)
    @action(
        detail=False,
        url_path=r"of/(?P<kind>[a-z_]+)/(?P<record_id>[0-9]{1,18})",
        pagination_class=None,
        filterset_class=None,
    )
    def of(self, request: Request, kind: str, record_id: str) -> Response:
        """Say of each text of a record and its parts, by language, where it stands.

        It is missing, a draft that waits to be checked, checked, or outdated.
        """
        if kind not in translated():
            raise Http404
        records = translated()[kind].records(cast(Member, request.user))
        texts = texts_of_whole(get_object_or_404(records, pk=record_id))
        return Response([TextSerializer(text).data for text in texts])
